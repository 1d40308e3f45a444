/// The cells of a sheet, gathered to be looked up by their address.
final class WorksheetPart: WorkbookHandler {
    private(set) var cells = CellStore()
    private var reading: SheetCells
    private let path: String
    private let strings: SharedStrings
    private let limits: XLSXLimits
    /// The shared strings that cells have, so that cells share them too.
    private var shared: [Int: String] = [:]
    private var textBytes = 0

    init(path: String, sheet: String, strings: SharedStrings, limits: XLSXLimits) {
        self.path = path
        self.strings = strings
        self.limits = limits
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
        guard cells.count < limits.cells else { throw .tooMany(path: path, of: "cells", limit: limits.cells) }
        cells.insert(content, at: reading.address)
    }

    /// Ends the sheet.
    ///
    /// - Throws: `.damaged` where a cell stands twice.
    func finish() throws(FileFormatError) {
        if let address = cells.finish() { throw reading.damaged("the cell \(address) stands twice") }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        reading.text(bytes)
    }

    private func content() throws(FileFormatError) -> CellValue {
        switch try reading.content() {
        case .empty: return .empty
        case .number(let number): return .number(number)
        case .boolean(let value): return .boolean(value)
        case .text: return .text(try text(reading.value))
        case .error: return .error(try text(reading.value))
        case .shared(let index):
            if let text = shared[index] { return .text(text) }
            guard let bytes = strings[index] else { throw reading.badCell() }
            let text = try text(bytes)
            shared[index] = text
            return .text(text)
        }
    }

    /// The text in `bytes`, counted.
    private func text(_ bytes: some Collection<UInt8>) throws(FileFormatError) -> String {
        textBytes += bytes.count
        guard textBytes <= limits.stringBytes else {
            throw .tooMany(path: path, of: "bytes of shared strings", limit: limits.stringBytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
