public import Ledgers

/// The accounts of a cluster's firms, made of one review of their books.
public struct ClusterBooks: Sendable {
    /// The firms, in the order given.
    public let firms: [FirmBooks]
    /// What they say of the deliveries among them.
    public let agreements: [TradeAgreement]

    /// Makes the accounts; a firm without books has its annual accounts, or price and quantity alone.
    ///
    /// - Throws: `.books` for the first firm whose books do not make an account, with what to mend; `.wrongPrice` and
    ///   `.needlessDeflator` as ``Actor/value(in:)``; `.accounts` for a table without an operating surplus.
    public init(
        of firms: [BookedFirm],
        in review: LedgerReview,
        frame: StudyFrame,
        options: FirmBooksOptions = FirmBooksOptions()
    ) throws(ActorsError) {
        let context = try ClusterContext(firms, in: review, frame: frame, options: options)
        var books: [FirmBooks] = []
        for own in firms.indices {
            books.append(try FirmBooks(of: own, in: context, options: options))
        }
        self.firms = books
        agreements = context.agreements
    }

    private init(firms: [FirmBooks], agreements: [TradeAgreement]) {
        self.firms = firms
        self.agreements = agreements
    }

    /// The accounts of some firms alone, as they are; the others' are left out.
    public func only(_ codes: [String]) -> ClusterBooks {
        ClusterBooks(
            firms: firms.filter { codes.contains($0.account.code) },
            agreements: agreements.filter { codes.contains($0.seller) && codes.contains($0.buyer) }
        )
    }
}
