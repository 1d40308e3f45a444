public import Accounts

/// Why a firm's account cannot be made of its books. Amounts are the firm's own sums, MNOK in the table's prices; no other
/// party's amount is among them.
public enum BooksProblem: Sendable, Hashable {
    /// The actor's organisation number is not one, or two actors have it.
    case organisationNumber(String, isShared: Bool)
    /// The books are another's than the actor.
    case booksOfAnother(books: String, actor: String)
    /// The files are of several owners; those that say nothing of theirs are left out.
    case severalOwners([String])
    /// The annual accounts are another's than the books or the actor.
    case annualAccountsOfAnother(annual: String, firm: String)
    /// The books, or the annual accounts, are of another year than the table, and no deflator is given.
    case deflatorNeeded(books: Int, table: Year)
    /// They are of the table's year, and a deflator would change them; or it is not a positive number.
    case deflatorNotUsable(Double, books: Int)
    /// The books hold more than a year.
    case severalYears(from: CalendarDate, to: CalendarDate)
    /// The annual accounts are of a year that the books do not have.
    case annualAccountsOfAnotherYear(annual: Int, books: ClosedRange<Int>)
    /// Only the largest suppliers are in the ledger, and nothing says what all of them add up to.
    case totalNeeded
    /// The parties add up to more than the annual accounts (or what is stated) have in all.
    case exceedsTotal(TradeSide, ledger: Double, total: Double, from: FigureSource)
    /// What is sold on, with excise, leaves nothing of the operating income.
    case nothingLeftOfIncome(income: Double, resale: Double, excise: Double)
    /// Neither annual accounts, ledger nor price and quantity give an output.
    case noOutput
}
