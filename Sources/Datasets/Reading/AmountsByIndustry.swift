import Accounts
import FileFormats

/// One number an industry being read, each industry once.
struct AmountsByIndustry {
    private(set) var values: [Double]
    private(set) var lines: [Int]

    init(count: Int) {
        values = Array(repeating: 0, count: count)
        lines = Array(repeating: 0, count: count)
    }

    /// Notes that the industry at `position` stands on `line`; the line where it stood before, if it did.
    mutating func meet(_ position: Int, line: Int) -> Int? {
        guard lines[position] == 0 else { return lines[position] }
        lines[position] = line
        return nil
    }

    mutating func set(_ position: Int, to value: Double) {
        values[position] = value
    }

    /// The positions that have not been met.
    var missing: [Int] { lines.indices.filter { lines[$0] == 0 } }
}

extension DatasetFiles {
    /// Reads `output.csv`: every industry once, none of them negative.
    func output(
        _ industries: [Industry],
        faults: inout GatheredFaults
    ) throws(FileFormatError) -> AmountsByIndustry {
        var amounts = AmountsByIndustry(count: industries.count)
        let table = try faults.attempt { () throws(FileFormatError) in
            try self.table("output.csv", columns: ["industry", "value"])
        }
        guard let table else { return amounts }
        let codes = industries.map(\.code)
        let positions = Dictionary(zip(codes, 0...)) { first, _ in first }
        var reader = CSVReader(table)
        let industry = reader.column("industry")
        let value = reader.column("value")
        for row in table.rows {
            let number = reader.number(value, in: row)
            if let number, number < 0 { reader.fault(value, in: row, .negative) }
            guard let code = reader.text(industry, in: row) else { continue }
            guard let position = positions[code] else {
                reader.fault(industry, in: row, .notOneOf(codes))
                continue
            }
            if let first = amounts.meet(position, line: row.line) {
                reader.fault(industry, in: row, .duplicate(firstLine: first))
            }
            if let number { amounts.set(position, to: number) }
        }
        try faults.take(from: reader)
        for position in amounts.missing {
            faults.add(Fault(at: Place(file: table.file), value: codes[position], .missing))
        }
        return amounts
    }
}
