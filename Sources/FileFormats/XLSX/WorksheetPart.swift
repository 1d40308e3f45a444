/// The cells in `xl/worksheets/sheet1.xml` and its like.
final class WorksheetPart: WorkbookHandler {
    private(set) var cells = CellStore()
    private let path: String
    private let sheet: String
    private let strings: [String]
    private let limit: Int

    private var isInData = false
    private var row = 0
    private var column = 0
    private var type = "n"
    private var value: [UInt8]?
    private var isInValue = false
    private var inline: StringItem?

    init(path: String, sheet: String, strings: [String], limit: Int) {
        self.path = path
        self.sheet = sheet
        self.strings = strings
        self.limit = limit
    }

    func start(_ element: WorkbookElement?, _ attributes: XMLTag) throws(FileFormatError) {
        guard isInData else {
            isInData = element == .sheetData
            return
        }
        switch element {
        case .row: try startRow(attributes["r"])
        case .cell: try startCell(attributes["r"], type: attributes["t"])
        case .value:
            isInValue = true
            value = []
        case .inlineString: inline = StringItem()
        default: inline?.start(element)
        }
    }

    func end(_ element: WorkbookElement?) throws(FileFormatError) {
        switch element {
        case .sheetData: isInData = false
        case .value: isInValue = false
        case .cell: try endCell()
        default: inline?.end(element)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInValue {
            value?.append(contentsOf: bytes)
        } else {
            inline?.append(bytes)
        }
    }

    /// A row without a number follows the one before.
    private func startRow(_ reference: String?) throws(FileFormatError) {
        guard let number = reference.map({ Int($0) }) ?? row + 1, (1...CellAddress.lastRow).contains(number)
        else { throw damaged("no such row: \(reference ?? "one after the last")") }
        row = number
        column = 0
    }

    /// A cell without an address follows the one before.
    private func startCell(_ reference: String?, type: String?) throws(FileFormatError) {
        self.type = type ?? "n"
        value = nil
        inline = nil
        if let reference {
            guard let address = CellAddress(reference) else { throw damaged("no such cell: \(reference)") }
            (column, row) = (address.column, address.row)
        } else {
            column += 1
        }
        guard (1...CellAddress.lastColumn).contains(column), row > 0 else {
            throw damaged("a cell lies outside the sheet")
        }
    }

    private func endCell() throws(FileFormatError) {
        guard isInData, row > 0, column > 0 else { return }
        let address = CellAddress(column: column, row: row)
        let text = value.map { String(decoding: $0, as: UTF8.self) }
        let content = try content(text, at: address)
        value = nil
        inline = nil
        guard content != .empty else { return }
        guard cells.count < limit else { throw .tooMany(path: path, of: "cells", limit: limit) }
        guard cells.insert(content, at: address) else { throw damaged("the cell \(address) stands twice") }
    }

    private func content(_ text: String?, at address: CellAddress) throws(FileFormatError) -> CellValue {
        if type == "inlineStr" { return inline.map { .text($0.text) } ?? .empty }
        guard let text else { return .empty }
        switch type {
        case "n":
            if text.isEmpty { return .empty }
            if case .value(let number) = CSVNumber.finite(text) { return .number(number) }
        case "s":
            if let index = Int(text), strings.indices.contains(index) { return .text(strings[index]) }
        case "str": return .text(StringItem.unescaped(text))
        case "d": return .text(text)
        case "e": return .error(text)
        case "b":
            if text == "1" || text == "true" { return .boolean(true) }
            if text == "0" || text == "false" { return .boolean(false) }
        default: break
        }
        throw damaged("the cell \(address) of type \"\(type)\" holds \"\(text.prefix(40))\"")
    }

    private func damaged(_ reason: String) -> FileFormatError {
        .damaged(path: path, reason: "sheet \(sheet): \(reason)")
    }
}
