public import FileFormats

/// Why a firm's books could not be read.
public enum LedgersError: Error, Sendable, Hashable {
    /// The file itself could not be read, or holds faults, each with its place.
    case file(FileFormatError)
    /// The file is of no kind that ledgers come in.
    case unknownFormat(path: String)
    /// The document is XML, but no Norwegian SAF-T Financial: its outermost element is another.
    case notAnAuditFile(path: String, root: String)
    /// The archive holds neither a workbook nor an XML file.
    case noLedgerInArchive(path: String, entries: [String])
    /// The files of one archive are the books of several firms, by organisation number.
    case severalFirms(path: String, owners: [String])
}
