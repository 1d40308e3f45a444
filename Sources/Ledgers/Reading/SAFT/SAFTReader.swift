public import FileFormats

/// Reads a firm's books from SAF-T Financial (Skatteetaten, 1.10 to 1.30): an XML file, or a .zip with one or several.
///
/// The file is read once, from front to back, and no more of it is held than a voucher, the accounts and the parties. Altinn
/// takes books of more than 2 GB as several files in one archive, each with a header and master files; they are read in the
/// order of their names, as one.
public struct SAFTReader: Sendable {
    /// The file, as the user named it.
    public let file: String

    /// What is accepted of an archive.
    public let limits: ZipLimits

    /// A reader of `file`.
    public init(file: String, limits: ZipLimits = .default) {
        self.file = file
        self.limits = limits
    }

    /// Bytes of an XML file that is not in an archive.
    static let most = 16 << 30
    /// Files of one delivery.
    static let mostFiles = 1_000

    /// Reads the file and hands its vouchers to `consumer`, in the file's order.
    ///
    /// The vouchers handed over are the file's only if nothing is thrown.
    ///
    /// - Parameter progress: Told now and then what part has been read, from 0 to 1.
    /// - Throws: `.file` with what is wrong with the file, faults gathered; `.notAnAuditFile`; `.noLedgerInArchive`;
    ///   `.severalFirms`.
    /// - Complexity: O(*n*) in the length of the file; memory for the longest voucher, the accounts and the parties.
    public func read(
        into consumer: some VoucherConsumer,
        progress: (Double) -> Void = { _ in }
    ) throws(LedgersError) -> Books {
        var delivery = SAFTDelivery(consumer: consumer)
        if try SAFTReader.caught({ () throws(FileFormatError) in try FileHead(of: file) }).isZip {
            try readArchive(into: &delivery, progress: progress)
        } else {
            try delivery.take(file: file) { feed throws(FileFormatError) in
                var read = 0
                try InputFile.pieces(at: file, limit: SAFTReader.most) {
                    piece,
                    size throws(FileFormatError) in
                    try feed(piece)
                    read += piece.count
                    progress(size > 0 ? min(1, Double(read) / Double(size)) : 1)
                    return true
                }
            }
        }
        return try delivery.books(file: file)
    }

    private func readArchive(
        into delivery: inout SAFTDelivery,
        progress: (Double) -> Void
    ) throws(LedgersError) {
        let archive = try SAFTReader.caught { () throws(FileFormatError) in
            try ZipArchive(contentsOf: file, limits: limits)
        }
        let names = SAFTReader.auditFiles(among: archive.names)
        guard !names.isEmpty else { throw .noLedgerInArchive(path: file, entries: archive.names) }
        guard names.count <= SAFTReader.mostFiles else {
            throw .file(.tooMany(path: file, of: "archive entries", limit: SAFTReader.mostFiles))
        }
        let size = names.reduce(0.0) { $0 + Double(archive.statedSize(of: $1) ?? 0) }
        for name in names {
            try delivery.take(file: file + "/" + name) { feed throws(FileFormatError) in
                try archive.unpack(name) { piece throws(FileFormatError) in
                    try feed(piece)
                    progress(size > 0 ? min(1, Double(archive.unpackedBytes) / size) : 1)
                }
            }
        }
    }

    /// The XML files of an archive in the order of their numbers (`…_1_12.xml` before `…_10_12.xml`).
    ///
    /// What some systems add beside them, hidden files and the Mac's folder of them, is passed over.
    static func auditFiles(among names: [String]) -> [String] {
        names.filter { name in
            let parts = name.split(separator: "/")
            let isHidden = parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
            return !isHidden && name.lowercased().hasSuffix(".xml")
        }.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }

    /// What `body` gives, with its errors taken into this room's.
    static func caught<Value>(_ body: () throws(FileFormatError) -> Value) throws(LedgersError) -> Value {
        do {
            return try body()
        } catch {
            throw .file(error)
        }
    }
}
