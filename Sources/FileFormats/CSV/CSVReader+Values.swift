extension CSVReader {
    /// The finite number in the field; a fault where there is none, or an empty field.
    public mutating func number(_ column: Column, in row: CSVTable.Row) -> Double? {
        value(column, in: row, CSVNumber.finite)
    }

    /// The finite number in the field; an empty field is `nil` without a fault.
    public mutating func optionalNumber(_ column: Column, in row: CSVTable.Row) -> Double? {
        field(column, in: row) == "" ? nil : number(column, in: row)
    }

    /// The whole number in the field; a fault where there is none, or an empty field.
    public mutating func integer(_ column: Column, in row: CSVTable.Row) -> Int? {
        value(column, in: row, CSVNumber.whole)
    }

    /// The whole number in the field; an empty field is `nil` without a fault.
    public mutating func optionalInteger(_ column: Column, in row: CSVTable.Row) -> Int? {
        field(column, in: row) == "" ? nil : integer(column, in: row)
    }

    /// The text in the field, exactly as it stands; a fault where the field is empty.
    public mutating func text(_ column: Column, in row: CSVTable.Row) -> String? {
        value(column, in: row) { $0.isEmpty ? .problem(.missing) : .value($0) }
    }

    /// The text in the field; an empty field is `nil` without a fault.
    public func optionalText(_ column: Column, in row: CSVTable.Row) -> String? {
        guard let text = field(column, in: row), !text.isEmpty else { return nil }
        return text
    }

    /// The text in the field, which must be one of `choices`.
    public mutating func choice(_ column: Column, in row: CSVTable.Row, of choices: [String]) -> String? {
        value(column, in: row) { text in
            if text.isEmpty { return .problem(.missing) }
            return choices.contains(text) ? .value(text) : .problem(.notOneOf(choices))
        }
    }

    private mutating func value<Value>(
        _ column: Column,
        in row: CSVTable.Row,
        _ parse: (String) -> Parsed<Value>
    ) -> Value? {
        guard let text = field(column, in: row) else { return nil }
        switch parse(text) {
        case .value(let value): return value
        case .problem(let problem):
            fault(column, in: row, problem)
            return nil
        }
    }
}
