public import FileFormats
public import Web

/// Why the business register could not be read, indexed, looked up in or asked.
public enum CompanyRegisterError: Error, Sendable, Hashable {
    /// A file could not be read or written, or is malformed.
    case file(FileFormatError)
    /// The columns or keys are not those of a file from Enhetsregisteret; `missing` are some that always are there.
    case notARegisterFile(path: String, missing: [String])
    /// The file is no index, or was made by another version of the program.
    case anotherIndex(path: String)
    /// The database underneath refused, in its own words.
    case database(path: String, reason: String)
    /// The register's server could not be reached or did not answer as a web server does.
    case web(WebError)
    /// The server answered with this status, which the register does not use here.
    case status(address: String, code: Int)
    /// The answer is of this type, and no JSON.
    case contentType(address: String, found: String)
    /// The answer is JSON, but not what the register answers; `rule` says in a few English words what is wrong.
    case answer(address: String, rule: String)
    /// More units match than the register hands out, page by page.
    case tooManyUnits(address: String, found: Int, limit: Int)
}
