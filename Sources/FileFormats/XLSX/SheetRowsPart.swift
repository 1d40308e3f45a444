/// The rows of a sheet, handed over one at a time.
final class SheetRowsPart: WorkbookHandler {
    /// Whether whoever takes the rows has enough.
    private(set) var hasEnough = false

    private var reading: SheetCells
    private let path: String
    private let strings: SharedStrings
    private let limit: Int
    private let body: (TableRow) -> Bool
    private var cellCount = 0

    /// The row so far: the bytes of its fields, two bounds for each, and what each was.
    private var bytes: [UInt8] = []
    private var bounds: [Int32] = []
    private var kinds: [TableRow.Kind] = []

    init(
        path: String,
        sheet: String,
        strings: SharedStrings,
        limit: Int,
        _ body: @escaping (TableRow) -> Bool
    ) {
        self.path = path
        self.strings = strings
        self.limit = limit
        self.body = body
        reading = SheetCells(
            path: path,
            sheet: sheet,
            isOrdered: true,
            lastColumn: CSVStream.Limits.fields
        )
    }

    func start(_ element: WorkbookElement?, _ attributes: XMLTag) throws(FileFormatError) {
        guard try reading.start(element, attributes) else { return }
        bytes.removeAll(keepingCapacity: true)
        bounds.removeAll(keepingCapacity: true)
        kinds.removeAll(keepingCapacity: true)
    }

    func end(_ element: WorkbookElement?) throws(FileFormatError) {
        switch reading.end(element) {
        case .cell: try endCell()
        case .row: endRow()
        case .nothing: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        reading.text(bytes)
    }

    private func endCell() throws(FileFormatError) {
        cellCount += 1
        guard cellCount <= limit else { throw .tooMany(path: path, of: "cells", limit: limit) }
        while kinds.count < reading.column - 1 { end(.text, from: bytes.count) }
        let start = bytes.count
        switch try reading.content() {
        case .empty: end(.text, from: start)
        case .text:
            bytes += reading.value
            end(.text, from: start)
        case .error:
            bytes += reading.value
            end(.error, from: start)
        case .boolean(let value):
            bytes += (value ? "TRUE" : "FALSE").utf8
            end(.text, from: start)
        case .shared(let index):
            guard let text = strings[index] else { throw reading.badCell() }
            bytes += text
            end(.text, from: start)
        case .number(let number):
            // A whole number may be written with a fraction or an exponent (1.2E+3, 1920.0).
            let isPlain = reading.value.allSatisfy { (0x30...0x39).contains($0) }
            if !isPlain, number == number.rounded(), abs(number) < 9e15 {
                bytes += String(Int64(number)).utf8
            } else {
                bytes += reading.value
            }
            end(.number, from: start)
        }
    }

    private func end(_ kind: TableRow.Kind, from start: Int) {
        bounds.append(Int32(start))
        bounds.append(Int32(bytes.count))
        kinds.append(kind)
    }

    private func endRow() {
        guard !hasEnough, !kinds.isEmpty else { return }
        bytes.append(0)
        let goesOn = bytes.withUnsafeBufferPointer { bytes in
            bounds.withUnsafeBufferPointer { bounds in
                kinds.withUnsafeBufferPointer { kinds in
                    guard let base = bytes.baseAddress, let edges = bounds.baseAddress else { return true }
                    return body(
                        TableRow(
                            line: reading.row,
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
}
