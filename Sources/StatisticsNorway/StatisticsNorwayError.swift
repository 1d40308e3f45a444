public import Accounts
public import FileFormats

/// Why a file from Statistics Norway could not become accounts.
public enum StatisticsNorwayError: Error, Sendable, Hashable {
    /// The file could not be read, or is not what it should be; faults name sheet, cell or line.
    case file(FileFormatError)
    /// The file was read, but its figures do not make accounts: a table off balance, for instance.
    case accounts(AccountsError, files: [String])
}
