public import Accounts

extension Ledger {
    /// Reads the books in `file`, whatever their format, for their purchases and sales.
    ///
    /// - Parameters:
    ///   - mapping: what the columns of a table mean, where it does not say so itself.
    ///   - owner: whose books they are, for formats that do not say.
    ///   - progress: told now and then what part has been read, from 0 to 1.
    /// - Throws: as the reader of the file's format.
    public init(
        readingFrom file: String,
        mapping: LedgerMapping? = nil,
        owner: OrganisationNumber? = nil,
        progress: (Double) -> Void = { _ in }
    ) throws(LedgersError) {
        let extraction = TradeExtraction()
        let reading = try LedgerFile.read(
            path: file,
            mapping: mapping,
            into: extraction,
            parties: extraction,
            progress: progress
        )
        self.init(books: reading.books, trades: extraction.book, notices: reading.notices, owner: owner)
    }
}
