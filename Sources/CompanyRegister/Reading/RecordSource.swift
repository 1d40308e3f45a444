import FileFormats

/// A file of the register, record by record.
protocol RecordSource: AnyObject {
    /// The next unit as it stands; `nil` after the last.
    func next() throws(CompanyRegisterError) -> RegisterRecord?
    /// The share of the file that has been read, 0 to 1.
    var progress: Double { get }
    /// The digest of the file, once all of it has been read.
    var digest: SHA256Digest { get }
}

/// A file of the register, seen from outside: its form, and whether it begins with a firm or an establishment.
struct RegisterFile {
    let path: String
    let isJSON: Bool
    /// Whether the first unit is an establishment; a file has one kind only.
    let holdsEstablishments: Bool

    /// Opens the file and looks at its first unit.
    ///
    /// - Throws: `.file`, `.notARegisterFile`.
    init(_ path: String) throws(CompanyRegisterError) {
        self.path = path
        isJSON = try RegisterFile.beginsAsJSON(path)
        let first = try RegisterFile.source(path, isJSON: isJSON).next()
        holdsEstablishments = first?.isEstablishment ?? false
    }

    /// A reader at the beginning of the file.
    func source() throws(CompanyRegisterError) -> any RecordSource {
        try RegisterFile.source(path, isJSON: isJSON)
    }

    private static func source(_ path: String, isJSON: Bool) throws(CompanyRegisterError) -> any RecordSource
    {
        isJSON ? try RegisterJSON(path) : try RegisterCSV(path)
    }

    private static func beginsAsJSON(_ path: String) throws(CompanyRegisterError) -> Bool {
        do {
            var stream = try ByteStream(path)
            var piece: [UInt8] = []
            _ = try stream.next(&piece)
            let marks: [UInt8] = [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D]
            let first = piece.first { !marks.contains($0) }
            return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
        } catch {
            throw .file(error)
        }
    }
}
