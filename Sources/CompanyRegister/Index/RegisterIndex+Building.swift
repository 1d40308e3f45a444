public import Accounts
import FileFormats
import GRDB

extension RegisterIndex {
    /// What the files do not say themselves.
    public struct BuildOptions: Sendable, Hashable {
        /// The classification of codes that more than one has; without it, each file's own is found from the others.
        public var classification: IndustryClassification?
        /// The day the files were made; without it, the latest registration that a file knows of.
        public var day: CalendarDate?

        /// These options; by default everything is found from the files.
        public init(classification: IndustryClassification? = nil, day: CalendarDate? = nil) {
            self.classification = classification
            self.day = day
        }
    }

    /// Makes an index at `output` from the register's bulk files, and lists of mergers.
    ///
    /// The files are CSV or JSON, plain or packed with gzip, in any order and of any age: firms are read first, and of units
    /// in several files the last file's is kept. The index is written under a temporary name and renamed when whole. Memory
    /// stays below two hundred megabytes, whatever the files' size.
    ///
    /// - Throws: `.file` with the faults of a file, and nothing is written; `.notARegisterFile`; `.database`.
    public static func build(
        from files: [String],
        to output: String,
        codes: IndustryCodes,
        options: BuildOptions = BuildOptions(),
        progress: (_ file: String, _ share: Double) -> Void = { _, _ in }
    ) throws(CompanyRegisterError) -> RegisterBuildReport {
        let sources = try RegisterSources(files)
        let reservation: OutputReservation
        do {
            reservation = try OutputReservation(for: output)
        } catch {
            throw .file(error)
        }
        do {
            let report = try withDatabaseErrors(at: output) {
                let queue = try DatabaseQueue(path: reservation.temporary, configuration: .building)
                defer { try? queue.close() }
                return try fill(queue, from: sources, codes: codes, options: options, progress: progress)
            }
            try withDatabaseErrors(at: output) { try reservation.publish() }
            return report
        } catch {
            reservation.discard()
            throw error
        }
    }

    /// An index in memory, of an extract of the register that is small enough to be read each time it is asked.
    ///
    /// - Throws: as ``build(from:to:codes:options:progress:)``; `.file(.tooLarge)` for a file above 64 MB, which an index
    ///   should be made of once.
    public init(inMemoryFrom files: [String], codes: IndustryCodes) throws(CompanyRegisterError) {
        for file in files {
            do throws(FileFormatError) {
                let bytes = try ByteStream(file).size
                guard bytes <= Self.largestInMemory else {
                    throw FileFormatError.tooLarge(path: file, bytes: bytes, limit: Self.largestInMemory)
                }
            } catch {
                throw .file(error)
            }
        }
        let sources = try RegisterSources(files)
        let path = files.joined(separator: ", ")
        self = try withDatabaseErrors(at: path) {
            let queue = try DatabaseQueue()
            _ = try Self.fill(queue, from: sources, codes: codes, options: BuildOptions()) { _, _ in }
            return try RegisterIndex(path: path, queue: queue)
        }
    }

    private static let largestInMemory = 64 * 1_048_576

    private static func fill(
        _ queue: DatabaseQueue,
        from sources: RegisterSources,
        codes: IndustryCodes,
        options: BuildOptions,
        progress: (_ file: String, _ share: Double) -> Void
    ) throws -> RegisterBuildReport {
        try queue.write { database in
            var builder = try RegisterBuilder(database, codes: codes, options: options)
            for file in sources.units { try builder.add(file) { progress(file.path, $0) } }
            for list in sources.mergers { try builder.add(list) }
            return try builder.finish()
        }
    }
}

extension Configuration {
    /// One transaction on a file that nobody else knows of: no journal on the disk, one flush at the end.
    fileprivate static var building: Configuration {
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
                    PRAGMA temp_store = FILE;
                    """
            )
        }
        return configuration
    }
}

/// The files to read: firms, then establishments, so that a name is known to be a person's when it is met.
private struct RegisterSources {
    let units: [RegisterFile]
    let mergers: [MergerList]

    init(_ paths: [String]) throws(CompanyRegisterError) {
        var units: [RegisterFile] = []
        var mergers: [MergerList] = []
        for path in paths {
            if let list = try MergerList(path) {
                mergers.append(list)
            } else {
                units.append(try RegisterFile(path))
            }
        }
        self.units = units.filter { !$0.holdsEstablishments } + units.filter(\.holdsEstablishments)
        self.mergers = mergers
    }
}
