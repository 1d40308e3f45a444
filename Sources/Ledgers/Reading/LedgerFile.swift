import FileFormats

/// A file with a firm's books, of whatever format: the front door of every reader.
public enum LedgerFile {
    /// The kinds of file ledgers come in.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// SAF-T Financial, as XML or in a .zip.
        case auditFile
        /// An Excel workbook.
        case workbook
        /// Text in rows and columns.
        case table
    }

    /// The kind of the file at `path`, by its bytes and not by its name.
    ///
    /// - Throws: `.file` where it cannot be read; `.noLedgerInArchive` for an archive with neither a workbook nor XML.
    public static func kind(of path: String) throws(LedgersError) -> Kind {
        let head = try SAFTReader.caught { () throws(FileFormatError) in try FileHead(of: path) }
        if head.isXML { return .auditFile }
        if head.isCompound { return .workbook }
        guard head.isZip else { return .table }
        let archive = try SAFTReader.caught { () throws(FileFormatError) in try ZipArchive(contentsOf: path) }
        if archive.contains("xl/workbook.xml") || archive.contains("[Content_Types].xml") { return .workbook }
        guard !SAFTReader.auditFiles(among: archive.names).isEmpty else {
            throw .noLedgerInArchive(path: path, entries: archive.names)
        }
        return .auditFile
    }

    /// Reads the file at `path` and hands its vouchers to `consumer`, in the file's order.
    ///
    /// The vouchers handed over are the file's only if nothing is thrown.
    ///
    /// - Parameter mapping: What the columns of a table mean, where it does not say so itself.
    /// - Parameter progress: Told now and then what part has been read, from 0 to 1.
    /// - Throws: as the reader of the file's kind; `.noVouchers` for a table of parties.
    public static func read(
        path: String,
        mapping: LedgerMapping? = nil,
        into consumer: some VoucherConsumer,
        progress: (Double) -> Void = { _ in }
    ) throws(LedgersError) -> Books {
        switch try kind(of: path) {
        case .auditFile: try SAFTReader(file: path).read(into: consumer, progress: progress)
        case .workbook, .table:
            try TableLedgerReader(file: path, mapping: mapping).read(into: consumer, progress: progress).books
        }
    }

    /// Reads the file at `path`, which may also be a table of parties, whose postings go to `parties`.
    ///
    /// - Throws: as the reader of the file's kind.
    public static func read(
        path: String,
        mapping: LedgerMapping? = nil,
        into consumer: some VoucherConsumer,
        parties: some PartyPostingConsumer,
        progress: (Double) -> Void = { _ in }
    ) throws(LedgersError) -> TableLedgerReader.Reading {
        if try kind(of: path) == .auditFile {
            let books = try SAFTReader(file: path).read(into: consumer, progress: progress)
            return TableLedgerReader.Reading(books: books, notices: [])
        }
        let reader = try TableLedgerReader(file: path, mapping: mapping)
        return try reader.read(into: consumer, parties: parties, progress: progress)
    }
}
