import FileFormats

/// Observations one a row, as CSV and as JSON with the same columns: text first, the value last.
struct TidyRows {
    let header: [String]
    private(set) var rows: [(texts: [String], value: Double)] = []

    init(header: [String]) {
        self.header = header
    }

    mutating func add(_ texts: [String], _ value: Double) {
        rows.append((texts, value))
    }

    var csv: String {
        var writer = CSVWriter()
        writer.write(row: header)
        for row in rows { writer.write(row: row.texts + [CSVNumber.text(row.value)]) }
        return writer.text
    }

    var json: JSONValue {
        .array(
            rows.map { row in
                let texts = zip(header, row.texts).map { JSONValue.Member($0, .string($1)) }
                return .object(texts + [.init(header[header.count - 1], .number(row.value))])
            }
        )
    }
}
