public import Accounts
import FileFormats
import GRDB

/// The business register in one file: a unit is found by its number, and establishments by their firm's.
///
/// Made once from the register's bulk files (``build(from:to:codes:options:progress:)``), then opened in no time. It holds
/// no addresses but the municipality, no names of persons: sole proprietors, private employers and their establishments
/// have none.
///
///     let index = try RegisterIndex(at: "register.sqlite")
///     let extract = try index.extract(for: numbers)
public struct RegisterIndex: Sendable {
    /// The index's file, as the user named it.
    public let path: String
    /// The files it was made from, in the order they were read.
    public let files: [IndexedFile]
    private let queue: DatabaseQueue

    init(path: String, queue: DatabaseQueue) throws {
        self.path = path
        self.queue = queue
        files = try queue.read { try RegisterIndex.files(in: $0, path: path) }
    }

    /// A file the index was made from.
    public struct IndexedFile: Sendable, Hashable {
        /// Its name and digest.
        public let trace: Provenance.FileTrace
        /// The classification of its industry codes; `nil` for a list of mergers.
        public let classification: IndustryClassification?
        /// The day it was made: as stated, or the latest registration it knows of.
        public let day: CalendarDate?
    }

    /// Opens the index at `path`, for reading only.
    ///
    /// - Throws: `.file(.notFound)`; `.anotherIndex` for a file that is no index of this version; `.database`.
    public init(at path: String) throws(CompanyRegisterError) {
        self.path = path
        do {
            // Looks whether it is there and readable; SQLite's own words for that say less.
            let stream = try ByteStream(path)
            guard stream.size > 0 else { throw CompanyRegisterError.anotherIndex(path: path) }
        } catch let error as FileFormatError {
            throw .file(error)
        } catch {
            throw .anotherIndex(path: path)
        }
        var configuration = Configuration()
        configuration.readonly = true
        (queue, files) = try withDatabaseErrors(at: path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return (queue, try queue.read { try RegisterIndex.files(in: $0, path: path) })
        }
    }

    /// The latest day of the files.
    public var day: CalendarDate? { files.compactMap(\.day).max() }

    /// Where the index's figures come from.
    public var provenance: Provenance {
        Provenance(
            publisher: "Brønnøysundregistrene",
            table: "Enhetsregisteret",
            licence: "NLOD 2.0",
            attribution: "Kilde: Enhetsregisteret, Brønnøysundregistrene (NLOD)",
            vintage: day?.description,
            files: files.map(\.trace)
        )
    }

    /// What the register says of the units with `numbers`, and of the establishments of those that are firms.
    ///
    /// Numbers may repeat and stand in any order; those the register does not have are left out.
    ///
    /// - Throws: `.database`, `.anotherIndex` where the file is damaged.
    /// - Complexity: O(*n* log *m*) for *n* numbers in an index of *m* units; 100,000 numbers in a second or two.
    public func extract(for numbers: [OrganisationNumber]) throws(CompanyRegisterError) -> RegisterExtract {
        let wanted = Set(numbers).sorted()
        return try withDatabaseErrors(at: path) {
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "CREATE TEMP TABLE wanted(number INTEGER PRIMARY KEY) STRICT")
                defer { try? database.execute(sql: "DROP TABLE temp.wanted") }
                let insert = try database.makeStatement(sql: "INSERT INTO temp.wanted VALUES (?)")
                for number in wanted { try insert.execute(arguments: [Int64(number.digits)]) }
                var units: [OrganisationNumber: RegisteredUnit] = [:]
                units.reserveCapacity(wanted.count)
                try forEachUnit(RegisterSchema.units, in: database) { units[$0.number] = $0 }
                var establishments: [OrganisationNumber: [RegisteredUnit]] = [:]
                try forEachUnit(RegisterSchema.establishments, in: database) { unit in
                    guard let parent = unit.parent else { return }
                    establishments[parent, default: []].append(unit)
                }
                for (parent, units) in establishments {
                    establishments[parent] = units.sorted { $0.number < $1.number }
                }
                return RegisterExtract(
                    units: units,
                    establishments: establishments,
                    day: day,
                    provenance: provenance
                )
            }
        }
    }

    private func forEachUnit(
        _ query: String,
        in database: Database,
        _ take: (RegisteredUnit) -> Void
    ) throws {
        let classifications = files.map { $0.classification ?? .sn2007 }
        let rows = try Row.fetchCursor(database, sql: query)
        while let row = try rows.next() {
            guard let unit = StoredUnit(row)?.unit(classifications) else {
                throw CompanyRegisterError.anotherIndex(path: path)
            }
            take(unit)
        }
    }

    private static func files(in database: Database, path: String) throws -> [IndexedFile] {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version")
        guard application == RegisterSchema.application, version == RegisterSchema.version else {
            throw CompanyRegisterError.anotherIndex(path: path)
        }
        let query = "SELECT name, sha256, classification, day FROM file ORDER BY id"
        return try Row.fetchAll(database, sql: query).map { row in
            guard let name = row.text(0), let digest = row.text(1) else {
                throw CompanyRegisterError.anotherIndex(path: path)
            }
            return IndexedFile(
                trace: .init(name: name, sha256: digest),
                classification: row.integer(2).flatMap(IndustryClassification.init(stored:)),
                day: row.day(3)
            )
        }
    }
}
