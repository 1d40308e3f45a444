/// The cells of a sheet, gathered to be looked up by their address.
final class WorksheetPart: WorkbookHandler {
    private(set) var cells = CellStore()
    private var reading: SheetCells
    private let path: String
    private let strings: SharedStrings
    private let limit: Int

    init(path: String, sheet: String, strings: SharedStrings, limit: Int) {
        self.path = path
        self.strings = strings
        self.limit = limit
        reading = SheetCells(
            path: path,
            sheet: sheet,
            isOrdered: false,
            lastColumn: CellAddress.lastColumn
        )
    }

    func start(_ element: WorkbookElement?, _ attributes: XMLTag) throws(FileFormatError) {
        _ = try reading.start(element, attributes)
    }

    func end(_ element: WorkbookElement?) throws(FileFormatError) {
        guard reading.end(element) == .cell else { return }
        let content = try content()
        guard content != .empty else { return }
        guard cells.count < limit else { throw .tooMany(path: path, of: "cells", limit: limit) }
        guard cells.insert(content, at: reading.address) else {
            throw reading.damaged("the cell \(reading.address) stands twice")
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        reading.text(bytes)
    }

    private func content() throws(FileFormatError) -> CellValue {
        switch try reading.content() {
        case .empty: return .empty
        case .number(let number): return .number(number)
        case .boolean(let value): return .boolean(value)
        case .text: return .text(String(decoding: reading.value, as: UTF8.self))
        case .error: return .error(String(decoding: reading.value, as: UTF8.self))
        case .shared(let index):
            guard let text = strings[index] else { throw reading.badCell() }
            return .text(String(decoding: text, as: UTF8.self))
        }
    }
}
