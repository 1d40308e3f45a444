import Accounts
import FileFormats
import GRDB

/// Fills a new index, file by file.
struct RegisterBuilder {
    private let database: Database
    private let codes: IndustryCodes
    private let options: RegisterIndex.BuildOptions
    private let insert: Statement
    private var reports: [RegisterBuildReport.File] = []
    private var read = 0
    /// Firms whose establishments may show their names: all but those of persons.
    private var named: [UInt32] = []
    private var isNamedSorted = true

    init(_ database: Database, codes: IndustryCodes, options: RegisterIndex.BuildOptions) throws {
        try database.execute(
            sql: """
                PRAGMA application_id = \(RegisterSchema.application); PRAGMA user_version = \(RegisterSchema.version);
                \(RegisterSchema.tables)
                """
        )
        self.database = database
        self.codes = codes
        self.options = options
        insert = try database.makeStatement(sql: RegisterSchema.insert)
    }

    /// Reads a file of units to its end.
    mutating func add(_ file: RegisterFile, progress: (Double) -> Void) throws {
        let source = try file.source()
        var reader = RegisterRowReader(codes: codes)
        let position = reports.count + 1
        var (count, undated) = (0, 0)
        var latest: CalendarDate?
        if !isNamedSorted {
            named.sort()
            isNamedSorted = true
        }
        while let record = try source.next() {
            count += 1
            if count % 5_000 == 0 { progress(source.progress) }
            guard var row = reader.row(record) else { continue }
            if row.name != nil, !mayShowName(row) {
                row.name = nil
                reader.countNameLeftOut()
            }
            if row.kind == .enterprise, !row.hasPersonalForm { remember(row.number) }
            if let registered = row.registered { latest = max(latest ?? registered, registered) }
            if row.bankrupt == .undated { undated += 1 }
            guard reader.faults.isEmpty else { continue }
            try store(row, in: position)
        }
        guard reader.faults.isEmpty else { throw FileFormatError.faults(reader.faults) }
        progress(1)
        read += count
        let day = options.day ?? latest
        if undated > 0 { try date(position, on: day) }
        try report(file, reader, count, undated, day, digest: source.digest.hexadecimal)
    }

    /// Adds whom firms were merged into.
    mutating func add(_ list: MergerList) throws {
        let update = try database.makeStatement(
            sql: "UPDATE unit SET merged_into = ?, dissolved = coalesce(dissolved, ?) WHERE number = ?"
        )
        for merger in list.mergers {
            try update.execute(
                arguments: [
                    Int64(merger.into.digits), merger.day.map { Int64($0.daysSince1970) },
                    Int64(merger.number.digits),
                ]
            )
        }
        try keep(
            RegisterBuildReport.File(
                path: list.path,
                sha256: list.sha256,
                units: list.mergers.count,
                holdsEstablishments: false,
                classification: nil,
                exclusiveCodes: [:],
                day: nil,
                rules: []
            )
        )
    }

    /// Makes the look-up by firm; the index is then ready.
    func finish() throws -> RegisterBuildReport {
        try database.execute(sql: RegisterSchema.indices)
        let enterprises = try Int.fetchOne(database, sql: "SELECT count(*) FROM unit WHERE kind = 0") ?? 0
        let establishments = try Int.fetchOne(database, sql: "SELECT count(*) FROM unit WHERE kind = 1") ?? 0
        return RegisterBuildReport(
            files: reports,
            enterprises: enterprises,
            establishments: establishments,
            replaced: read - enterprises - establishments
        )
    }

    /// An establishment is called what its firm is called: after a person, where the firm is.
    private func mayShowName(_ row: RegisterRow) -> Bool {
        guard !row.hasPersonalForm else { return false }
        guard row.kind == .establishment else { return true }
        guard let parent = row.parent else { return false }
        return contains(parent.digits)
    }

    private mutating func remember(_ number: OrganisationNumber) {
        if isNamedSorted, let last = named.last, number.digits < last { isNamedSorted = false }
        named.append(number.digits)
    }

    private func contains(_ number: UInt32) -> Bool {
        guard isNamedSorted else { return named.contains(number) }
        var (low, high) = (0, named.count)
        while low < high {
            let middle = (low + high) / 2
            if named[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < named.count && named[low] == number
    }

    private func store(_ row: RegisterRow, in file: Int) throws {
        let bankrupt: Int64? =
            switch row.bankrupt {
            case .none: nil
            case .dated(let date): Int64(date.daysSince1970)
            case .undated: Int64(RegisterSchema.undated)
            }
        try insert.execute(
            arguments: [
                Int64(row.number.digits), file, row.kind == .enterprise ? 0 : 1, row.legalForm, row.name,
                row.industry,
                row.classification?.stored, row.municipality, row.country,
                row.parent.map { Int64($0.digits) },
                row.employees, row.registered.map { Int64($0.daysSince1970) },
                row.dissolved.map { Int64($0.daysSince1970) }, bankrupt,
            ]
        )
    }

    private func date(_ file: Int, on day: CalendarDate?) throws {
        try database.execute(
            sql: "UPDATE unit SET bankrupt = ? WHERE file = ? AND bankrupt = ?",
            arguments: [day.map { Int64($0.daysSince1970) }, file, RegisterSchema.undated]
        )
    }

    private mutating func report(
        _ file: RegisterFile,
        _ reader: RegisterRowReader,
        _ count: Int,
        _ undated: Int,
        _ day: CalendarDate?,
        digest: String
    ) throws {
        var rules = reader.rules
        rules.bankruptciesDated = undated
        try keep(
            RegisterBuildReport.File(
                path: file.path,
                sha256: digest,
                units: count,
                holdsEstablishments: file.holdsEstablishments,
                classification: options.classification ?? reader.classification,
                exclusiveCodes: reader.exclusive,
                day: day,
                rules: rules.applied
            )
        )
    }

    private mutating func keep(_ report: RegisterBuildReport.File) throws {
        reports.append(report)
        let name = report.path.split(separator: "/").last.map(String.init) ?? report.path
        try database.execute(
            sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?)",
            arguments: [
                reports.count, name, report.sha256, report.classification?.stored,
                report.day.map { Int64($0.daysSince1970) },
            ]
        )
    }
}
