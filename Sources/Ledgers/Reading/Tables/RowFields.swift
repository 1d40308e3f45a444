import Accounts
import FileFormats

/// Takes the fields of a table's rows as what they mean, and notes what is wrong with them.
struct RowFields {
    let layout: TableLayout
    private let epoch: TableDate.Epoch
    private var decimalSign: DecimalSign?
    private var collector = FaultCollector()
    private var absolute: Int64 = 0
    private(set) var stop: LedgersError?

    /// Rows of totals, and the first lines they stand on.
    private(set) var totals = (count: 0, lines: [Int]())
    private let table: TableFile

    init(_ layout: TableLayout, in table: TableFile) {
        self.layout = layout
        self.table = table
        decimalSign = layout.decimalSign
        if case .sheet(_, countsFrom1904: true) = layout.container {
            epoch = .year1904
        } else {
            epoch = .year1900
        }
    }

    /// What the rows ask to be said.
    var notices: [TableNotice] {
        totals.count == 0 ? [] : [.totalsLeftOut(count: totals.count, lines: totals.lines)]
    }

    /// Whether nothing is wrong so far.
    var isSound: Bool { collector.faults.isEmpty && stop == nil }

    func index(_ column: LedgerColumn) -> Int? { layout.columns[column] }

    mutating func fault(_ row: TableRow, _ column: LedgerColumn, _ problem: Fault.Problem) {
        var value: String?
        if let index = index(column) {
            let text = TableSurvey.trimmed(String(decoding: row[index].prefix(200), as: UTF8.self))
            value = text.isEmpty ? nil : text
        }
        collector.add(Fault(at: layout.place(row.line, column), value: value, problem))
    }

    mutating func fault(_ line: Int, _ value: String?, _ problem: Fault.Problem) {
        collector.add(Fault(at: layout.place(line), value: value, problem))
    }

    /// Ends the reading early with an error that no further row can change.
    mutating func stop(_ error: LedgersError) {
        stop = stop ?? error
    }

    /// Ends the reading.
    func finish() throws(LedgersError) {
        if let stop { throw stop }
        do throws(FileFormatError) {
            try collector.finish()
        } catch {
            throw .file(error)
        }
    }

    /// Whether the row has something beyond the header's last column; that is a fault.
    mutating func hasTooManyFields(_ row: TableRow) -> Bool {
        guard row.count > layout.headers.count, case .text = layout.container else { return false }
        for field in layout.headers.count..<row.count where !RowFields.trimmed(row[field]).isEmpty {
            fault(row.line, nil, .fieldCount(expected: layout.headers.count, found: row.count))
            return true
        }
        return false
    }

    /// Whether the row is a total and not a posting: the first text is a word for sum, alone or with what is summed, and the
    /// row names nothing else that a posting would. Counted.
    mutating func isTotal(_ row: TableRow) -> Bool {
        guard let first = (0..<row.count).first(where: { !RowFields.trimmed(row[$0]).isEmpty }),
            RowFields.saysTotal(RowFields.trimmed(row[first]))
        else { return false }
        for column in RowFields.naming {
            guard let index = index(column), index != first else { continue }
            if !RowFields.trimmed(row[index]).isEmpty { return false }
        }
        totals.count += 1
        if totals.lines.count < 20 { totals.lines.append(row.line) }
        return true
    }

    /// What a posting names and a total does not: a firm may well be called Total.
    private static let naming: [LedgerColumn] = [
        .voucher, .date, .account, .customer, .customerName, .supplier, .supplierName, .party, .partyName,
        .organisationNumber, .invoice,
    ]

    private static func saysTotal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, [0x53, 0x73, 0x54, 0x74, 0x44, 0x64].contains(first), bytes.count <= 40
        else {
            return false
        }
        let words = String(decoding: bytes, as: UTF8.self).lowercased().split { !$0.isLetter }
        let sums = ["sum", "total", "totalt", "totalsum", "totaler", "totals", "delsum", "subtotal"]
        return words.count <= 2 && words.first.map { sums.contains(String($0)) } == true && words.last != "as"
    }

    /// The date in the field; a fault where there is none.
    mutating func date(_ row: TableRow) -> CalendarDate? {
        guard let index = index(.date) else { return nil }
        switch TableDate.date(in: row[index], epoch: epoch) {
        case .date(let date): return date
        case .empty: fault(row, .date, .missing)
        case .notADate: fault(row, .date, .malformed(rule: RowFields.notADate))
        case .outside: fault(row, .date, .malformed(rule: RowFields.dateOutside))
        }
        return nil
    }

    static let notADate = "a date is written 31.12.2024 or 2024-12-31"
    static let dateOutside = "a ledger's dates lie between 1950 and 2098"
    static let wrongSign = "the decimal sign is not the one of the rest of the table"
    static let notAnAmount =
        "an amount is written 12500,00 or 12 500,00, with the decimal sign of the rest of the table"
    static let tooFine = "an amount has at most two decimals"
    static let tooMuch = "the amounts of the file add up to more than 10 000 billion kroner"
    static let textTooLong = "a field holds at most 4096 bytes"

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

    /// Without spaces, no-break ones included, at either end.
    static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = bytes.count
        while start < end {
            if bytes[start] <= 0x20 {
                start += 1
            } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while end > start {
            if bytes[end - 1] <= 0x20 {
                end -= 1
            } else if bytes[end - 1] == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
                end -= 2
            } else {
                break
            }
        }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }
}

/// Goes through a whole table for the first amount that shows its decimal sign.
struct DecimalSignSearch {
    /// The sign; `nil` where no amount shows it.
    let sign: DecimalSign?

    init(_ layout: TableLayout, _ table: TableFile) throws(LedgersError) {
        let columns = LedgerColumn.amounts.compactMap { layout.columns[$0] }
        var found: DecimalSign?
        try table.forEachRow { row in
            guard row.line > layout.headerLine else { return true }
            for column in columns where row.kind(of: column) == .text {
                if case .sure(let sign) = DecimalSign.evidence(in: row[column]) {
                    found = sign
                    return false
                }
            }
            return true
        }
        sign = found
    }
}
