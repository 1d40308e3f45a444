import Accounts
import FileFormats

/// Reads a file of labels: `code,name_en,name_nb` and columns of its own kind.
struct LabelFile {
    static let columns = ["code", "name_en", "name_nb"]

    let table: CSVTable
    var reader: CSVReader
    private let code: CSVReader.Column
    private let english: CSVReader.Column
    private let norwegian: CSVReader.Column
    private var lines: [String: Int] = [:]

    init(_ table: CSVTable) {
        self.table = table
        reader = CSVReader(table)
        code = reader.column("code")
        english = reader.column("name_en")
        norwegian = reader.column("name_nb")
    }

    /// The code and name in `row`; faults for an empty code, one met before, and a name in neither language.
    /// A name that stands in one language only serves for both.
    mutating func label(in row: CSVTable.Row) -> (code: String, name: Name)? {
        let code = reader.text(self.code, in: row)
        if let code {
            if let first = lines[code] {
                reader.fault(self.code, in: row, .duplicate(firstLine: first))
                return nil
            }
            lines[code] = row.line
        }
        let names = (reader.optionalText(english, in: row), reader.optionalText(norwegian, in: row))
        guard let either = names.0 ?? names.1 else {
            reader.fault(english, in: row, .missing)
            return nil
        }
        guard let code else { return nil }
        return (code, Name(english: names.0 ?? either, norwegian: names.1 ?? either))
    }

    /// Notes that the code in `row` is `first`'s already.
    mutating func refuseCode(in row: CSVTable.Row) {
        reader.fault(code, in: row, .duplicate(firstLine: nil))
    }
}

extension DatasetFiles {
    /// The industries in the file `name` with no columns beyond code and names.
    func industries(
        _ name: String = "industries.csv",
        faults: inout GatheredFaults
    ) throws(FileFormatError) -> [Industry] {
        let table = try faults.attempt { () throws(FileFormatError) in
            try self.table(name, columns: LabelFile.columns)
        }
        guard let table else { return [] }
        var file = LabelFile(table)
        var industries: [Industry] = []
        for row in table.rows {
            guard let (code, name) = file.label(in: row) else { continue }
            industries.append(Industry(code: code, name: name))
        }
        try faults.take(from: file.reader)
        return industries
    }
}
