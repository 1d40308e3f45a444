public import Accounts

/// One file of a firm's books, read: what it says of itself, and the purchases and sales in it.
public struct Ledger: Sendable {
    /// Whose books, and the parties in them.
    public let books: Books
    /// The purchases and sales.
    public let trades: TradeBook

    /// What whoever relies on the figures must know of how the file was read.
    public let notices: [TableNotice]
    /// The owner's organisation number, where it is known.
    public let owner: OrganisationNumber?

    /// The ledger of `books` with `trades` made of its vouchers.
    ///
    /// - Parameters:
    ///   - notices: what the reader had to say of the file.
    ///   - owner: whose books they are, for those that do not say.
    public init(
        books: Books,
        trades: TradeBook,
        notices: [TableNotice] = [],
        owner: OrganisationNumber? = nil
    ) {
        self.notices = notices
        self.books = books
        self.trades = trades
        self.owner = books.owner.flatMap { OrganisationNumber($0) } ?? owner
    }

    /// Every organisation number in the file that can be read, in order: what a register has to be asked for.
    public var organisationNumbers: [OrganisationNumber] {
        let parties = books.parties.compactMap { $0.organisationNumber.flatMap { OrganisationNumber($0) } }
        return Set(parties + [owner].compactMap(\.self)).sorted()
    }
}
