import FileFormats

extension RowFields {
    /// The amount in the field, which must be there; `nil` after a fault.
    mutating func amount(_ row: TableRow, _ column: LedgerColumn) -> Kroner? {
        index(column).flatMap { amount(row, column, $0) }
    }

    /// The same, of a column whose place is known.
    mutating func amount(_ row: TableRow, _ column: LedgerColumn, _ index: Int) -> Kroner? {
        let bytes = row[index]
        let outcome: TableAmount.Outcome
        switch row.kind(of: index) {
        case .number: outcome = TableAmount.oere(inNumber: bytes)
        case .error:
            fault(row, column, .spreadsheetError)
            return nil
        case .text: outcome = decided(row, column, TableAmount.oere(in: bytes, sign: decimalSign))
        }
        switch outcome {
        case .oere(let oere):
            guard abs(oere) <= Kroner.most.oere else { break }
            absolute += abs(oere)
            if absolute > Kroner.mostInAFile.oere {
                fault(row, column, .malformed(rule: RowFields.tooMuch))
                absolute = 0
            }
            return Kroner(oere: oere)
        case .empty: fault(row, column, .missing)
        case .wrongSign: fault(row, column, .malformed(rule: RowFields.wrongSign))
        case .unclear:
            if stop == nil {
                let text = String(decoding: bytes.prefix(60), as: UTF8.self)
                stop = .decimalSignUnclear(
                    Fault(at: layout.place(row.line, column), value: text, .notANumber)
                )
            }
        case .notANumber: fault(row, column, .malformed(rule: RowFields.notAnAmount))
        case .tooFine: fault(row, column, .malformed(rule: RowFields.tooFine))
        case .tooLarge: break
        }
        if case .oere = outcome { return tooLarge(row, column) }
        return outcome == .tooLarge ? tooLarge(row, column) : nil
    }

    private mutating func tooLarge(_ row: TableRow, _ column: LedgerColumn) -> Kroner? {
        let most = Kroner.most.millions * 1_000_000
        fault(row, column, .outside(lower: -most, upper: most))
        return nil
    }

    /// The same outcome, once the decimal sign is known: from this amount, or else from the first in the file that shows it.
    private mutating func decided(
        _ row: TableRow,
        _ column: LedgerColumn,
        _ outcome: TableAmount.Outcome
    ) -> TableAmount.Outcome {
        guard decimalSign == nil, let index = index(column) else { return outcome }
        switch DecimalSign.evidence(in: row[index]) {
        case .none: return outcome
        case .sure(let sign): decimalSign = sign
        case .unclear:
            do throws(LedgersError) {
                decimalSign = try DecimalSignSearch(layout, table).sign
            } catch {
                stop = error
            }
        }
        return TableAmount.oere(in: row[index], sign: decimalSign)
    }
}
