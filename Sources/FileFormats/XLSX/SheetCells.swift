/// Reads the cells in `xl/worksheets/sheet1.xml` and its like as they come: where each stands, and what is in it.
///
/// Of the sheet no more is held than one cell. What becomes of it is for the part to say that hands the XML over.
struct SheetCells {
    /// What ended.
    enum Event {
        case nothing, cell, row
    }

    /// What stands in a cell; the bytes of a text or an error value are `value`.
    enum Content {
        case empty, text, error
        /// A finite number, whose digits are `value`.
        case number(Double)
        /// The text with this number among the shared strings.
        case shared(Int)
        case boolean(Bool)
    }

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

    /// The row being read, counted from one; zero before the first.
    private(set) var row = 0
    /// The column of the latest cell, counted from one; zero before the first of a row.
    private(set) var column = 0
    /// The bytes of the latest cell's value.
    private(set) var value: [UInt8] = []

    private let path: String
    private let sheet: String
    /// Whether rows and cells must stand in order, as whoever holds one row at a time wants them.
    private let isOrdered: Bool
    private let lastColumn: Int
    private var isInData = false
    private var type = CellType.number
    private var hasValue = false
    private var isInValue = false
    private var inline: StringItem?

    init(path: String, sheet: String, isOrdered: Bool, lastColumn: Int) {
        self.path = path
        self.sheet = sheet
        self.isOrdered = isOrdered
        self.lastColumn = lastColumn
    }

    /// The cell's address.
    var address: CellAddress { CellAddress(column: column, row: row) }

    /// Takes a start tag; true where a row begins.
    mutating func start(_ element: WorkbookElement?, _ attributes: XMLTag) throws(FileFormatError) -> Bool {
        guard isInData else {
            isInData = element == .sheetData
            return false
        }
        switch element {
        case .row:
            try startRow(attributes.bytes(of: "r"))
            return true
        case .cell: try startCell(attributes.bytes(of: "r"), attributes.bytes(of: "t"))
        case .value:
            isInValue = true
            hasValue = true
            value.removeAll(keepingCapacity: true)
        case .inlineString: inline = StringItem()
        default: inline?.start(element)
        }
        return false
    }

    /// Takes an end tag.
    mutating func end(_ element: WorkbookElement?) -> Event {
        switch element {
        case .sheetData: isInData = false
        case .value: isInValue = false
        case .cell where isInData && row > 0 && column > 0: return .cell
        case .row where isInData: return .row
        default: inline?.end(element)
        }
        return .nothing
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInValue {
            value.append(contentsOf: bytes)
        } else {
            inline?.append(bytes)
        }
    }

    /// What stands in the cell that ended.
    ///
    /// - Throws: `.damaged` where its value is none of its type.
    mutating func content() throws(FileFormatError) -> Content {
        if type == .inline {
            guard let inline else { return .empty }
            value.removeAll(keepingCapacity: true)
            inline.write(to: &value)
            self.inline = nil
            return .text
        }
        guard hasValue else { return .empty }
        switch type {
        case .number:
            if value.isEmpty { return .empty }
            let number = value.withUnsafeBufferPointer { CSVNumber.number($0) }
            if let number, number.isFinite { return .number(number) }
        case .shared:
            if let index = SheetCells.whole(value) { return .shared(index) }
        case .formula:
            if value.contains(UInt8(ascii: "_")) {
                value = Array(StringItem.unescaped(String(decoding: value, as: UTF8.self)).utf8)
            }
            return .text
        case .inline, .date: return .text
        case .error: return .error
        case .boolean:
            let text = String(decoding: value, as: UTF8.self)
            if text == "1" || text == "true" { return .boolean(true) }
            if text == "0" || text == "false" { return .boolean(false) }
        }
        throw badCell()
    }

    /// The refusal of a cell whose value is none of its type.
    func badCell() -> FileFormatError {
        let text = String(decoding: value.prefix(40), as: UTF8.self)
        return damaged("the cell \(address) of type \"\(type.rawValue)\" holds \"\(text)\"")
    }

    func damaged(_ reason: String) -> FileFormatError {
        .damaged(path: path, reason: "sheet \(sheet): \(reason)")
    }

    /// A row without a number follows the one before.
    private mutating func startRow(_ reference: UnsafeBufferPointer<UInt8>?) throws(FileFormatError) {
        let number = reference.map(SheetCells.whole) ?? row + 1
        guard let number, (1...CellAddress.lastRow).contains(number) else {
            throw damaged("no such row: \(reference.map(SheetCells.shown) ?? "one after the last")")
        }
        guard !isOrdered || number > row else {
            throw damaged("the row \(number) stands twice or out of order")
        }
        row = number
        column = 0
    }

    /// A cell without an address follows the one before.
    private mutating func startCell(
        _ reference: UnsafeBufferPointer<UInt8>?,
        _ type: UnsafeBufferPointer<UInt8>?
    ) throws(FileFormatError) {
        hasValue = false
        inline = nil
        value.removeAll(keepingCapacity: true)
        var next = column + 1
        if let reference {
            guard let address = CellAddress(reference) else {
                throw damaged("no such cell: \(SheetCells.shown(reference))")
            }
            guard !isOrdered || address.row == row else {
                throw damaged("no such cell in row \(row): \(SheetCells.shown(reference))")
            }
            (next, row) = (address.column, address.row)
        }
        guard row > 0, next <= CellAddress.lastColumn else { throw damaged("a cell lies outside the sheet") }
        guard next <= lastColumn else { throw .tooMany(path: path, of: "columns", limit: lastColumn) }
        guard !isOrdered || next > column else {
            let place = CellAddress(column: next, row: row)
            throw damaged("the cell \(place) stands twice or out of order")
        }
        column = next
        self.type = try type.map { type throws(FileFormatError) in try known(type) } ?? .number
    }

    private func known(_ type: UnsafeBufferPointer<UInt8>) throws(FileFormatError) -> CellType {
        if type.count == 1, type[0] == UInt8(ascii: "s") { return .shared }
        guard let known = CellType(rawValue: String(decoding: type, as: UTF8.self)) else {
            throw damaged("the cell \(address) is of the unknown type \"\(SheetCells.shown(type))\"")
        }
        return known
    }

    /// The whole number that digits alone make, of eight at most.
    private static func whole(_ digits: some Collection<UInt8>) -> Int? {
        guard (1...8).contains(digits.count) else { return nil }
        var number = 0
        for byte in digits {
            let digit = byte &- 0x30
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    private static func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: bytes.prefix(40), as: UTF8.self)
    }
}
