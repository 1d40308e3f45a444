import Accounts
import FileFormats

/// An extension of an input-output dataset, or of one year of a series, while it is being read.
struct ExtensionParts {
    let code: String
    let name: Name
    let unit: String
    var amounts: AmountsByIndustry
}

extension DatasetFiles {
    /// Reads the `extensions.csv` of an input-output table, where there is one: every extension has every
    /// industry once, and one name and unit.
    func tableExtensions(
        _ industries: [Industry],
        faults: inout GatheredFaults
    ) throws(FileFormatError) -> [ExtensionParts] {
        guard has("extensions.csv") else { return [] }
        let table = try faults.attempt { () throws(FileFormatError) in
            try self.table(
                "extensions.csv",
                columns: ["extension", "name_en", "name_nb", "unit", "industry", "value"]
            )
        }
        guard let table else { return [] }
        var file = TableExtensionsFile(table, industries)
        for row in table.rows { file.read(row) }
        try faults.take(from: file.reader)
        for part in file.parts {
            for position in part.amounts.missing {
                let cell = "\(part.code), \(industries[position].code)"
                faults.add(Fault(at: Place(file: table.file), value: cell, .missing))
            }
        }
        return file.parts
    }
}

private struct TableExtensionsFile {
    var reader: CSVReader
    var parts: [ExtensionParts] = []
    private var partPositions: [String: Int] = [:]
    private let codes: [String]
    private let positions: [String: Int]
    private let code, english, norwegian, unit, industry, value: CSVReader.Column

    init(_ table: CSVTable, _ industries: [Industry]) {
        reader = CSVReader(table)
        codes = industries.map(\.code)
        positions = Dictionary(zip(codes, 0...)) { first, _ in first }
        code = reader.column("extension")
        english = reader.column("name_en")
        norwegian = reader.column("name_nb")
        unit = reader.column("unit")
        industry = reader.column("industry")
        value = reader.column("value")
    }

    mutating func read(_ row: CSVTable.Row) {
        let number = reader.number(value, in: row)
        let industryCode = reader.text(industry, in: row)
        let position = industryCode.flatMap { positions[$0] }
        if industryCode != nil, position == nil { reader.fault(industry, in: row, .notOneOf(codes)) }
        guard let part = part(in: row), let position else { return }
        if let first = parts[part].amounts.meet(position, line: row.line) {
            reader.fault(industry, in: row, .duplicate(firstLine: first))
        }
        if let number { parts[part].amounts.set(position, to: number) }
    }

    /// Which extension `row` belongs to; its first line names it, and the others must say the same.
    private mutating func part(in row: CSVTable.Row) -> Int? {
        let unit = reader.text(self.unit, in: row)
        let names = (reader.optionalText(english, in: row), reader.optionalText(norwegian, in: row))
        let either = names.0 ?? names.1
        if either == nil { reader.fault(english, in: row, .missing) }
        guard let code = reader.text(self.code, in: row), let unit, let either else { return nil }
        let name = Name(english: names.0 ?? either, norwegian: names.1 ?? either)
        guard let position = partPositions[code] else {
            partPositions[code] = parts.count
            let amounts = AmountsByIndustry(count: codes.count)
            parts.append(ExtensionParts(code: code, name: name, unit: unit, amounts: amounts))
            return parts.count - 1
        }
        let known = parts[position]
        if unit != known.unit { reader.fault(self.unit, in: row, .expected(known.unit)) }
        if name.english != known.name.english {
            reader.fault(english, in: row, .expected(known.name.english))
        }
        if name.norwegian != known.name.norwegian {
            reader.fault(norwegian, in: row, .expected(known.name.norwegian))
        }
        return position
    }
}
