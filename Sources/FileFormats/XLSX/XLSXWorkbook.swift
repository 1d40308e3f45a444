/// An Excel workbook (`.xlsx`, ECMA-376, transitional or strict), from which sheets are read one at a time.
public struct XLSXWorkbook: Sendable {
    /// The file's path, as the user named it.
    public let file: String
    /// The names of the worksheets, in the workbook's order; chart sheets are left out.
    public let sheetNames: [String]

    /// Whether the workbook's dates are days since 1 January 1904, as old Excel for Mac counted, and not since 1900.
    public let countsFrom1904: Bool

    private let limits: XLSXLimits
    private let parts: [String: String]
    private let strings: SharedStrings

    /// Opens the workbook at `path` and reads its list of sheets and its shared strings.
    ///
    /// - Throws: as `InputFile.bytes(at:limit:)`; `.encrypted`; `.damaged` for what is no workbook, is cut off
    ///   or declares a document type; `.unpacksTooLarge` and `.tooMany` beyond `limits`.
    public init(contentsOf path: String, limits: XLSXLimits = .default) throws(FileFormatError) {
        let archive = try XLSXWorkbook.archive(path, limits)
        let package = PackageReader(archive: archive, path: path)
        let part = try package.workbookPart()
        let relationships = try package.relationships(of: part)
        let listing = try package.read(part, into: WorkbookPart())
        var names: [String] = []
        var parts: [String: String] = [:]
        for sheet in listing.sheets {
            guard let target = relationships.byID[sheet.relationship] else {
                throw .damaged(path: path, reason: "the sheet \(sheet.name) leads nowhere")
            }
            guard target.kind == "worksheet" else { continue }
            names.append(sheet.name)
            guard parts.updateValue(target.target, forKey: sheet.name) == nil else {
                throw .damaged(path: path, reason: "the sheet \(sheet.name) is listed twice")
            }
        }
        if names.isEmpty { throw .damaged(path: path, reason: "it holds no worksheet") }
        if let target = relationships.target(ofKind: "sharedStrings") {
            strings = try package.read(target, into: SharedStringsPart(path: path, limits: limits))
                .strings
        } else {
            strings = SharedStrings()
        }
        file = path
        countsFrom1904 = listing.countsFrom1904
        sheetNames = names
        self.limits = limits
        self.parts = parts
    }

    /// Reads the sheet called `name`.
    ///
    /// - Throws: `.noSheet` with the names there are; `.damaged`, `.unpacksTooLarge` and `.tooMany` as above.
    /// - Complexity: O(*n*) in the size of the sheet; nothing is kept between calls.
    public func sheet(named name: String) throws(FileFormatError) -> XLSXSheet {
        guard let part = parts[name] else {
            throw .noSheet(path: file, wanted: name, found: sheetNames)
        }
        let archive = try XLSXWorkbook.archive(file, limits)
        let handler = WorksheetPart(path: file, sheet: name, strings: strings, limits: limits)
        try PackageReader(archive: archive, path: file).read(part, into: handler).finish()
        return XLSXSheet(file: file, name: name, cells: handler.cells)
    }

    /// Hands the rows of the sheet called `name` to `body` one at a time, in order, until it says that it has enough.
    ///
    /// Unlike `sheet(named:)` this holds one row at a time, and so reads a sheet of any size. Rows without cells do not
    /// come; numbers come as the workbook has them, whole ones without a fraction or an exponent.
    ///
    /// - Throws: as `sheet(named:)`; `.damaged` also where rows or cells do not stand in order.
    public func forEachRow(
        ofSheet name: String,
        progress: (Double) -> Void = { _ in },
        _ body: (TableRow) -> Bool
    ) throws(FileFormatError) {
        guard let part = parts[name] else {
            throw .noSheet(path: file, wanted: name, found: sheetNames)
        }
        let archive = try XLSXWorkbook.archive(file, limits)
        let size = Double(archive.statedSize(of: part) ?? 0)
        var rows = 0
        let told = { (row: TableRow) -> Bool in
            rows += 1
            if rows & 0xFFF == 0, size > 0 { progress(min(1, Double(archive.unpackedBytes) / size)) }
            return body(row)
        }
        try withoutActuallyEscaping(told) { told throws(FileFormatError) in
            let handler = SheetRowsPart(path: file, sheet: name, strings: strings, limit: limits.cells, told)
            _ = try PackageReader(archive: archive, path: file).read(part, into: handler)
        }
    }

    /// The archive at `path`, of which only a piece at a time is held.
    private static func archive(_ path: String, _ limits: XLSXLimits) throws(FileFormatError) -> ZipArchive {
        let source = try ByteSource(contentsOf: path)
        guard source.size <= limits.fileBytes else {
            throw .tooLarge(path: path, bytes: source.size, limit: limits.fileBytes)
        }
        let start = UnsafeMutableRawBufferPointer.allocate(byteCount: 4, alignment: 1)
        defer { start.deallocate() }
        let count = try source.read(into: start)
        if count == 4, CompoundFile.isOne(start) {
            let bytes = try InputFile.bytes(at: path, limit: limits.fileBytes)
            throw CompoundFile.refusal(of: bytes, path: path)
        }
        guard count == 4, start.starts(with: [0x50, 0x4B]) else {
            throw .damaged(path: path, reason: "it is not a zip archive")
        }
        return try ZipArchive(contentsOf: path, limits: limits.zip)
    }
}
