import FileFormats

/// The bytes of a dataset's files, read once so that what was checked is what is used.
struct DatasetFiles: Sendable {
    /// The most cells a dataset may have: far above any published table, far below the memory of a laptop.
    static let cellLimit = 1 << 25

    let folder: String
    private let contents: [String: [UInt8]]

    /// Reads the files a dataset of `kind` may have; those that are not there are left out.
    init(in folder: String, of kind: DatasetKind) throws(FileFormatError) {
        self.folder = folder
        var contents: [String: [UInt8]] = [:]
        for name in kind.requiredFiles + kind.optionalFiles {
            do {
                contents[name] = try InputFile.bytes(at: DatasetFiles.path(of: name, in: folder))
            } catch .notFound {
                continue
            } catch {
                throw error
            }
        }
        self.contents = contents
    }

    /// Files that are not written yet.
    init(in folder: String, contents: [String: [UInt8]]) {
        self.folder = folder
        self.contents = contents
    }

    static func path(of name: String, in folder: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    func path(of name: String) -> String { DatasetFiles.path(of: name, in: folder) }

    func has(_ name: String) -> Bool { contents[name] != nil }

    func digest(of name: String) -> String? {
        contents[name].map { SHA256Digest(of: $0).hexadecimal }
    }

    /// Refuses a dataset whose labels make room for more cells than are accepted, before the room is made.
    func refuseCells(_ count: Int, of name: String) throws(FileFormatError) {
        guard count <= DatasetFiles.cellLimit else {
            throw .tooMany(path: path(of: name), of: "cells", limit: DatasetFiles.cellLimit)
        }
    }

    /// The table in the file `name`, whose header holds exactly `columns`, in any order.
    func table(_ name: String, columns: [String]) throws(FileFormatError) -> CSVTable {
        guard let bytes = contents[name] else { throw .notFound(path: path(of: name)) }
        let table = try CSVTable(bytes: bytes, file: path(of: name))
        var faults = GatheredFaults()
        _ = try faults.attempt { () throws(FileFormatError) in try table.requireColumns(columns) }
        for found in table.header where !columns.contains(found) {
            let place = Place(file: table.file, line: 1, column: found)
            faults.add(Fault(at: place, value: found, .unknownKey(known: columns)))
        }
        if table.rows.isEmpty { faults.add(Fault(at: Place(file: table.file, line: 2), .missing)) }
        try faults.finish()
        return table
    }
}
