/// The rows in `xl/worksheets/sheet1.xml` and its like, handed over one at a time.
final class SheetRowsPart: WorkbookHandler {
    /// Whether whoever takes the rows has enough.
    private(set) var hasEnough = false

    private let path: String
    private let sheet: String
    private let strings: [String]
    private let limit: Int
    private let body: (TableRow) -> Bool

    private var isInData = false
    private var row = 0
    private var column = 0
    private var cellCount = 0
    private var type = CellType.number
    private var value: [UInt8] = []
    private var hasValue = false
    private var isInValue = false
    private var inline: StringItem?

    /// The row so far: the bytes of its fields, two bounds for each, and what each was.
    private var bytes: [UInt8] = []
    private var bounds: [Int32] = []
    private var kinds: [TableRow.Kind] = []

    /// What the attribute `t` of a cell says.
    private enum CellType: String {
        case number = "n"
        case shared = "s"
        case formula = "str"
        case inline = "inlineStr"
        case date = "d"
        case error = "e"
        case boolean = "b"
    }

    init(path: String, sheet: String, strings: [String], limit: Int, _ body: @escaping (TableRow) -> Bool) {
        self.path = path
        self.sheet = sheet
        self.strings = strings
        self.limit = limit
        self.body = body
    }

    func start(_ element: WorkbookElement?, _ attributes: XMLTag) throws(FileFormatError) {
        guard isInData else {
            isInData = element == .sheetData
            return
        }
        switch element {
        case .row: try startRow(attributes["r"])
        case .cell: try startCell(attributes["r"], attributes["t"])
        case .value:
            isInValue = true
            hasValue = true
        case .inlineString: inline = StringItem()
        default: inline?.start(element)
        }
    }

    func end(_ element: WorkbookElement?) throws(FileFormatError) {
        switch element {
        case .sheetData: isInData = false
        case .value: isInValue = false
        case .cell: try endCell()
        case .row: endRow()
        default: inline?.end(element)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInValue {
            value.append(contentsOf: bytes)
        } else {
            inline?.append(bytes)
        }
    }

    /// A row without a number follows the one before.
    private func startRow(_ reference: String?) throws(FileFormatError) {
        guard let number = reference.map({ Int($0) }) ?? row + 1, (1...CellAddress.lastRow).contains(number)
        else { throw damaged("no such row: \(reference ?? "one after the last")") }
        guard number > row else { throw damaged("the row \(number) stands twice or out of order") }
        row = number
        column = 0
        bytes.removeAll(keepingCapacity: true)
        bounds.removeAll(keepingCapacity: true)
        kinds.removeAll(keepingCapacity: true)
    }

    /// A cell without an address follows the one before.
    private func startCell(_ reference: String?, _ type: String?) throws(FileFormatError) {
        guard let known = CellType(rawValue: type ?? "n") else {
            throw damaged("a cell in row \(row) is of the unknown type \"\(type?.prefix(40) ?? "")\"")
        }
        self.type = known
        value.removeAll(keepingCapacity: true)
        hasValue = false
        inline = nil
        var next = column + 1
        if let reference {
            guard let address = CellAddress(reference), address.row == row else {
                throw damaged("no such cell in row \(row): \(reference.prefix(40))")
            }
            next = address.column
        }
        guard next > column else { throw damaged("the cell \(reference ?? "") stands twice or out of order") }
        guard (1...CSVStream.Limits.fields).contains(next), row > 0 else {
            throw .tooMany(path: path, of: "columns", limit: CSVStream.Limits.fields)
        }
        column = next
    }

    private func endCell() throws(FileFormatError) {
        guard isInData, row > 0, column > 0 else { return }
        cellCount += 1
        guard cellCount <= limit else { throw .tooMany(path: path, of: "cells", limit: limit) }
        while kinds.count < column - 1 { append(.text) { _ in } }
        switch type {
        case .inline: append(.text) { $0.append(contentsOf: (inline?.text ?? "").utf8) }
        case .shared where hasValue:
            guard let index = Int(String(decoding: value, as: UTF8.self)), strings.indices.contains(index)
            else {
                throw badCell()
            }
            append(.text) { $0.append(contentsOf: strings[index].utf8) }
        case .number where hasValue && !value.isEmpty:
            guard SheetRowsPart.normalise(&value) else { throw badCell() }
            append(.number) { $0.append(contentsOf: value) }
        case .formula where hasValue:
            let text = StringItem.unescaped(String(decoding: value, as: UTF8.self))
            append(.text) { $0.append(contentsOf: text.utf8) }
        case .boolean where hasValue:
            append(.text) { $0.append(contentsOf: (value == [0x31] ? "TRUE" : "FALSE").utf8) }
        case .error: append(.error) { $0.append(contentsOf: value) }
        default: append(.text) { $0.append(contentsOf: value) }
        }
    }

    private func append(_ kind: TableRow.Kind, _ write: (inout [UInt8]) -> Void) {
        bounds.append(Int32(bytes.count))
        write(&bytes)
        bounds.append(Int32(bytes.count))
        kinds.append(kind)
    }

    private func endRow() {
        guard isInData, !hasEnough, !kinds.isEmpty else { return }
        bytes.append(0)
        let goesOn = bytes.withUnsafeBufferPointer { bytes in
            bounds.withUnsafeBufferPointer { bounds in
                kinds.withUnsafeBufferPointer { kinds in
                    guard let base = bytes.baseAddress, let edges = bounds.baseAddress else { return true }
                    return body(
                        TableRow(
                            line: row,
                            count: kinds.count,
                            base: base,
                            bounds: edges,
                            kinds: kinds.baseAddress
                        )
                    )
                }
            }
        }
        hasEnough = !goesOn
    }

    /// Rewrites a whole number written with a fraction or an exponent (`1.2E+3`, `1920.0`) as its digits; false for what is
    /// no number.
    private static func normalise(_ value: inout [UInt8]) -> Bool {
        if value.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        guard let number = CSVNumber.number(String(decoding: value, as: UTF8.self)), number.isFinite else {
            return false
        }
        if number == number.rounded(), abs(number) < 9e15 { value = Array(String(Int64(number)).utf8) }
        return true
    }

    private func badCell() -> FileFormatError {
        let text = String(decoding: value.prefix(40), as: UTF8.self)
        return damaged(
            "the cell \(CellAddress(column: column, row: row)) of type \"\(type.rawValue)\" holds \"\(text)\""
        )
    }

    private func damaged(_ reason: String) -> FileFormatError {
        .damaged(path: path, reason: "sheet \(sheet): \(reason)")
    }
}
