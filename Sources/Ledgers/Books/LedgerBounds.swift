public import Accounts

/// What every reader of ledgers holds a file to; what lies beyond is a fault, told with its line and value.
///
/// Amounts are bounded by `Kroner.most` and `Kroner.mostInAFile`.
public enum LedgerBounds {
    /// The days a voucher or a period may have: 1950-01-01 to 2098-12-31. A 2099, or the 1900 that a spreadsheet makes of an
    /// empty cell, is a mistake.
    public static let dates = CalendarDate(daysSince1970: -7_305)...CalendarDate(daysSince1970: 47_116)
    /// The years of these days.
    static let years = 1_950...2_098
    /// Bytes of one field of text.
    public static let textBytes = 4_096
    /// Lines of one voucher.
    public static let linesInAVoucher = 1_000_000
    /// Bytes of text held at a time: of all accounts and parties, or of one voucher.
    public static let heldBytes = 128 << 20
    /// Parties of one file, and accounts.
    public static let parties = 1_000_000
}
