public import Accounts
import FileFormats

/// A line of the regional accounts as printed: an industry, a total over industries, or an item "of which".
public struct PrintedLine: Sendable, Hashable {
    /// The line's code and name.
    public let industry: Industry
    /// What the line is.
    public let role: Role
    /// The codes of the industries a total or subtotal covers; empty for the other roles.
    public let covers: [String]

    /// A line.
    public init(industry: Industry, role: Role, covers: [String] = []) {
        self.industry = industry
        self.role = role
        self.covers = covers
    }

    /// What a printed line is; raw values are those of the `role` column.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// An industry: the lines that add up, each amount once.
        case industry
        /// The total over all industries, or over all that a publisher counts.
        case total
        /// A total over some industries.
        case subtotal
        /// Part of an industry, printed beneath it: kept, but never added.
        case detail

        /// Whether the line covers industries.
        public var isTotal: Bool { self == .total || self == .subtotal }
    }
}

extension DatasetFiles {
    /// Reads the `industries.csv` of regional accounts.
    func printedLines(faults: inout GatheredFaults) throws(FileFormatError) -> [PrintedLine] {
        let table = try faults.attempt { () throws(FileFormatError) in
            try self.table("industries.csv", columns: LabelFile.columns + ["role", "covers"])
        }
        guard let table else { return [] }
        var file = LabelFile(table)
        let role = file.reader.column("role")
        let covers = file.reader.column("covers")
        var read: [(line: PrintedLine, row: CSVTable.Row)] = []
        for row in table.rows {
            let label = file.label(in: row)
            let name = file.reader.choice(role, in: row, of: PrintedLine.Role.allCases.map(\.rawValue))
            let covered = (file.reader.optionalText(covers, in: row) ?? "").split(separator: " ").map(
                String.init
            )
            guard let label, let role = name.flatMap(PrintedLine.Role.init) else { continue }
            let industry = Industry(code: label.code, name: label.name)
            read.append((PrintedLine(industry: industry, role: role, covers: covered), row))
        }
        let codes = read.filter { $0.line.role == .industry }.map(\.line.industry.code)
        let known = Set(codes)
        for (line, row) in read {
            if line.role.isTotal, line.covers.isEmpty { file.reader.fault(covers, in: row, .missing) }
            if !line.role.isTotal, !line.covers.isEmpty { file.reader.fault(covers, in: row, .expected("")) }
            var met: Set<String> = []
            for code in line.covers where line.role.isTotal {
                let place = file.reader.place(covers, in: row)
                if !known.contains(code) { faults.add(Fault(at: place, value: code, .notOneOf(codes))) }
                if !met.insert(code).inserted {
                    faults.add(Fault(at: place, value: code, .duplicate(firstLine: row.line)))
                }
            }
        }
        try faults.take(from: file.reader)
        if codes.isEmpty, faults.isEmpty {
            faults.add(
                Fault(
                    at: Place(file: table.file, column: "role"),
                    .expected(PrintedLine.Role.industry.rawValue)
                )
            )
        }
        return read.map(\.line)
    }
}
