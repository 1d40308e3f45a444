public import Accounts

/// One file of a firm's books, read: what it says of itself, and the purchases and sales in it.
public struct Ledger: Sendable {
    /// Whose books, and the parties in them.
    public let books: Books
    /// The purchases and sales.
    public let trades: TradeBook

    /// The ledger of `books` with `trades` made of its vouchers.
    public init(books: Books, trades: TradeBook) {
        self.books = books
        self.trades = trades
    }

    /// The owner's organisation number, where the file has one that can be read.
    public var owner: OrganisationNumber? { books.owner.flatMap { OrganisationNumber($0) } }

    /// Every organisation number in the file that can be read, in order: what a register has to be asked for.
    public var organisationNumbers: [OrganisationNumber] {
        let parties = books.parties.compactMap { $0.organisationNumber.flatMap { OrganisationNumber($0) } }
        return Set(parties + [owner].compactMap(\.self)).sorted()
    }
}
