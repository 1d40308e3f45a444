public import Accounts
public import FileFormats
public import Web

/// Why Statistics Norway's files could not be read, or its statistics bank not asked.
public enum StatisticsNorwayError: Error, Sendable, Hashable {
    /// A file is unreadable, or holds what its publisher's form does not.
    case file(FileFormatError)
    /// The files are sound but what they say does not make accounts.
    case accounts(AccountsError, files: [String])
    /// The server could not be reached or did not answer as a web server does.
    case web(WebError)
    /// The same, and the cache has an earlier answer, of the day named.
    case unreachable(WebError, cached: CalendarDate)
    /// The server answered with a status that means no; `reason` is its own words, where it has some.
    case refused(address: String, status: Int, reason: String?)
    /// The answer is of this type, and no JSON.
    case contentType(address: String, found: String)
    /// The answer is JSON, but faulty; the faults name the keys.
    case answer(address: String, FileFormatError)
    /// The answer is sound but not what was asked for; `rule` says in a few English words what does not hold.
    case otherAnswer(address: String, rule: String)
    /// The table was updated while its parts were fetched.
    case updatedMeanwhile(table: String, first: String, then: String)
    /// The selection is not written as one; `rule` says in a few English words what does not hold.
    case selection(String, rule: String)
    /// The table has no such variable, or the variable no such code or list.
    case unknownCode(table: String, variable: String?, code: String, known: [String])
    /// A variable that cannot be left out is not selected.
    case notSelected(table: String, variable: String, name: String, codes: [String])
    /// The selection has more cells than are fetched.
    case tooManyCells(table: String, cells: Int, limit: Int)
    /// The answer is not in the cache, and the server may not be asked.
    case notCached(folder: String, address: String)
    /// The file in the cache is not the one that was written.
    case cacheAltered(path: String)
    /// A region that is asked for did not exist in the years that are.
    case regions(AccountsError, table: String)
}
