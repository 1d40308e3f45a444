import Accounts
import FileFormats

/// Takes the fields of a table's rows as what they mean, and notes what is wrong with them.
struct RowFields {
    let layout: TableLayout
    private let epoch: TableDate.Epoch
    var decimalSign: DecimalSign?
    private var collector = FaultCollector()
    /// The amounts so far, without their signs.
    var absolute: Int64 = 0
    var stop: LedgersError?

    /// Rows of totals, and the first lines they stand on.
    var totals = (count: 0, lines: [Int]())
    let table: TableFile

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
