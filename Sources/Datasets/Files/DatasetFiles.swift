import FileFormats

/// The files of a dataset, their bytes read once so that what was checked is what is used.
///
/// A file with a line for each of millions of cells stays on the disk: its digest is taken when it is opened and again as it is
/// read, and the two must be the same.
struct DatasetFiles: Sendable {
    /// The most cells a dataset may have: far above any published table, far below the memory of a laptop.
    static let cellLimit = 1 << 25

    let folder: String
    private let contents: [String: Contents]

    /// What is held of a file.
    enum Contents {
        case bytes([UInt8])
        /// Where it lies, and its digest.
        case disk(path: String, SHA256Digest)
        /// Where it lies while it is being written here, so that nobody else changes it, and its digest.
        case staged(path: String, SHA256Digest)
    }

    /// Reads the files a dataset of `kind` may have; those that are not there are left out.
    init(in folder: String, of kind: DatasetKind) throws(FileFormatError) {
        self.folder = folder
        var contents: [String: Contents] = [:]
        for name in kind.requiredFiles + kind.optionalFiles {
            let path = DatasetFiles.path(of: name, in: folder)
            do {
                contents[name] =
                    name == kind.streamedFile
                    ? .disk(path: path, try SHA256Digest(ofFile: path))
                    : .bytes(try InputFile.bytes(at: path))
            } catch .notFound {
                continue
            } catch {
                throw error
            }
        }
        self.contents = contents
    }

    /// Files that are not written yet, or not under their names.
    init(in folder: String, contents: [String: Contents]) {
        self.folder = folder
        self.contents = contents
    }

    static func path(of name: String, in folder: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    func path(of name: String) -> String { DatasetFiles.path(of: name, in: folder) }

    func has(_ name: String) -> Bool { contents[name] != nil }

    func digest(of name: String) -> String? {
        switch contents[name] {
        case .bytes(let bytes): SHA256Digest(of: bytes).hexadecimal
        case .disk(_, let digest), .staged(_, let digest): digest.hexadecimal
        case nil: nil
        }
    }

    /// Refuses a dataset whose labels make room for more cells than are accepted, before the room is made.
    func refuseCells(_ count: Int, of name: String) throws(FileFormatError) {
        guard count <= DatasetFiles.cellLimit else {
            throw .tooMany(path: path(of: name), of: "cells", limit: DatasetFiles.cellLimit)
        }
    }

    /// The table in the file `name`, whose header holds exactly `columns`, in any order.
    func table(_ name: String, columns: [String]) throws(FileFormatError) -> CSVTable {
        guard case .bytes(let bytes) = contents[name] else { throw .notFound(path: path(of: name)) }
        let table = try CSVTable(bytes: bytes, file: path(of: name))
        try refuseHeader(table.header, columns, name, isEmpty: table.rows.isEmpty)
        return table
    }

    /// Hands the rows of the file `name`, whose header holds exactly `columns`, to `body` one at a time.
    ///
    /// - Parameter body: Takes a row; its fields stand where `header`, which it is given too, has their names.
    /// - Throws: as `table(_:columns:)`, after `body` has had the rows that are not at fault themselves.
    func forEachRow(
        of name: String,
        columns: [String],
        _ body: (_ row: TableRow, _ header: [String]) -> Void
    ) throws(FileFormatError) {
        let rows = try CSVRows(try source(of: name))
        let isRight = Set(rows.header) == Set(columns)
        var isEmpty = true
        while try rows.next() {
            isEmpty = false
            if isRight { body(rows.row, rows.header) }
        }
        try rows.finish()
        try refuseHeader(rows.header, columns, name, isEmpty: isEmpty)
        if case .disk(_, let digest) = contents[name], rows.digest != digest {
            throw .unreadable(path: path(of: name), reason: "the file changed while it was being read")
        }
    }

    private func source(of name: String) throws(FileFormatError) -> ByteSource {
        switch contents[name] {
        case .bytes(let bytes): return ByteSource(bytes: bytes, file: path(of: name))
        case .disk(let place, _):
            let stream = try ByteStream(place, limit: InputFile.defaultLimit, unpacks: false)
            return ByteSource(stream, file: path(of: name))
        case .staged(let place, _): return try ByteSource(contentsOf: place, called: path(of: name))
        case nil: throw .notFound(path: path(of: name))
        }
    }

    private func refuseHeader(
        _ header: [String],
        _ columns: [String],
        _ name: String,
        isEmpty: Bool
    ) throws(FileFormatError) {
        let file = path(of: name)
        var faults = FaultCollector()
        for column in columns where !header.contains(column) {
            faults.add(Fault(at: Place(file: file, line: 1), .missingColumn(column)))
        }
        for found in header where !columns.contains(found) {
            let place = Place(file: file, line: 1, column: found)
            faults.add(Fault(at: place, value: found, .unknownKey(known: columns)))
        }
        if isEmpty { faults.add(Fault(at: Place(file: file, line: 2), .missing)) }
        try faults.finish()
    }
}
