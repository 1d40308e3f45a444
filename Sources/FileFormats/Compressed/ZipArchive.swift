import CZip
import Glibc

/// The entries of a zip archive, unpacked in pieces and within limits.
public final class ZipArchive {
    private let handle: OpaquePointer
    private let path: String
    private let limits: ZipLimits
    private let packedBytes: Int
    /// Bytes unpacked so far, over all entries.
    public private(set) var unpackedBytes: Int

    /// Entries smaller than this compress well without being bombs.
    private static let ratioFloor = 4 << 20

    /// Opens the archive at `path`, of which only the directory and the piece being unpacked are held in memory.
    ///
    /// - Throws: as `InputFile.bytes(at:limit:)`; `.damaged` for what is no zip archive or is cut off; `.tooMany` beyond
    ///   the limits; `.outsideFolder` where an entry's name would lead out of the folder it is unpacked in.
    public convenience init(contentsOf path: String, limits: ZipLimits = .default) throws(FileFormatError) {
        let size = try InputFile.size(at: path)
        guard size <= limits.fileBytes else {
            throw .tooLarge(path: path, bytes: size, limit: limits.fileBytes)
        }
        let handle = try ZipArchive.open(file: path)
        try self.init(handle, path: path, limits: limits, packedBytes: size, unpackedBytes: 0)
        for name in names where !ZipArchive.staysInside(name) {
            throw .outsideFolder(path: name, folder: path)
        }
        guard Set(names).count == names.count else {
            throw .damaged(path: path, reason: "two entries have the same name")
        }
    }

    /// Takes over `handle`, an open archive.
    private init(
        _ handle: OpaquePointer,
        path: String,
        limits: ZipLimits,
        packedBytes: Int,
        unpackedBytes: Int
    ) throws(FileFormatError) {
        self.handle = handle
        self.path = path
        self.limits = limits
        self.unpackedBytes = unpackedBytes
        self.packedBytes = packedBytes
        guard zip_get_num_entries(handle, 0) <= limits.entries else {
            throw .tooMany(path: path, of: "archive entries", limit: limits.entries)
        }
    }

    deinit {
        zip_discard(handle)
    }

    /// The names of the entries, in the archive's order; those of folders end in a slash.
    public var names: [String] {
        (0..<max(0, zip_get_num_entries(handle, 0))).map { index in
            zip_get_name(handle, UInt64(index), 0).map { String(cString: $0) } ?? ""
        }
    }

    /// What the directory says that the entry `name` unpacks to, in bytes; `nil` where it does not say. It may lie.
    public func statedSize(of name: String) -> Int? {
        guard let index = index(of: name), let information = information(of: index) else { return nil }
        return Int(exactly: information.size)
    }

    /// Whether the archive has the entry `name`; case does not matter in a workbook's part names.
    public func contains(_ name: String) -> Bool {
        index(of: name) != nil
    }

    /// Unpacks the entry `name` piece by piece into `consume`.
    ///
    /// - Throws: `.damaged` for an entry that is not there, cut off or changed; `.encrypted`; `.unpacksTooLarge`; what
    ///   `consume` throws.
    public func unpack(
        _ name: String,
        into consume: (UnsafeBufferPointer<UInt8>) throws(FileFormatError) -> Void
    ) throws(FileFormatError) {
        try unpack(
            name,
            while: { bytes throws(FileFormatError) in
                try consume(bytes)
                return true
            }
        )
    }

    /// The same, until `goesOn` says that it has enough.
    func unpack(
        _ name: String,
        while goesOn: (UnsafeBufferPointer<UInt8>) throws(FileFormatError) -> Bool
    ) throws(FileFormatError) {
        guard let index = index(of: name) else {
            throw .damaged(path: path, reason: "it holds no \(name)")
        }
        let limit = entryLimit(index)
        guard let entry = zip_fopen_index(handle, index, 0) else {
            throw failure(String(cString: zip_strerror(handle)), code: zip_get_error(handle), in: name)
        }
        defer { zip_fclose(entry) }
        let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { chunk.deallocate() }
        var entryBytes = 0
        while true {
            let count = Int(zip_fread(entry, chunk.baseAddress, UInt64(chunk.count)))
            if count == 0 { return }
            guard count > 0 else {
                throw failure(
                    String(cString: zip_file_strerror(entry)),
                    code: zip_file_get_error(entry),
                    in: name
                )
            }
            entryBytes += count
            unpackedBytes += count
            guard entryBytes <= limit else {
                throw .unpacksTooLarge(path: path, entry: name, bytes: entryBytes, limit: limit)
            }
            guard unpackedBytes <= limits.totalBytes else {
                throw .unpacksTooLarge(
                    path: path,
                    entry: name,
                    bytes: unpackedBytes,
                    limit: limits.totalBytes
                )
            }
            guard try goesOn(UnsafeBufferPointer(rebasing: chunk[..<count])) else { return }
        }
    }

    private func index(of name: String) -> UInt64? {
        let exact = zip_name_locate(handle, name, 0)
        let index = exact >= 0 ? exact : zip_name_locate(handle, name, UInt32(ZIP_FL_NOCASE))
        return index >= 0 ? UInt64(index) : nil
    }

    /// The most bytes the entry may unpack to. Its packed size is the directory's claim, and so is held
    /// against the size of the whole archive.
    private func entryLimit(_ index: UInt64) -> Int {
        guard let information = information(of: index) else { return ZipArchive.ratioFloor }
        let packed = Int(min(information.comp_size, UInt64(packedBytes)))
        return min(limits.entryBytes, max(ZipArchive.ratioFloor, packed * limits.ratio))
    }

    private func information(of index: UInt64) -> zip_stat_t? {
        var information = zip_stat_t()
        zip_stat_init(&information)
        return zip_stat_index(handle, index, 0, &information) == 0 ? information : nil
    }

    private func failure(
        _ reason: String,
        code: UnsafeMutablePointer<zip_error_t>?,
        in entry: String
    ) -> FileFormatError {
        if code.map({ zip_error_code_zip($0) }) == ZIP_ER_NOPASSWD { return .encrypted(path: path) }
        return .damaged(path: path, reason: "\(entry): \(reason)")
    }

    /// Whether an entry of this name stays in the folder it is unpacked in, on any system.
    private static func staysInside(_ name: String) -> Bool {
        let path = String(name.map { $0 == "\\" ? "/" : $0 })
        let isOnADrive = path.dropFirst().first == ":"
        return ContainedPath.staysInsideAsWritten(path) && !isOnADrive
            && !path.split(separator: "/").contains("..")
    }

    private static func open(file path: String) throws(FileFormatError) -> OpaquePointer {
        var failure = zip_error_t()
        zip_error_init(&failure)
        defer { zip_error_fini(&failure) }
        guard let source = zip_source_file_create(path, 0, -1, &failure) else {
            throw .damaged(path: path, reason: String(cString: zip_error_strerror(&failure)))
        }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
            zip_source_free(source)
            if zip_error_code_zip(&failure) == ZIP_ER_NOZIP {
                throw .damaged(path: path, reason: "it is not a zip archive")
            }
            throw .damaged(path: path, reason: String(cString: zip_error_strerror(&failure)))
        }
        return handle
    }
}
