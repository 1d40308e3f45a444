/// A cell's address in a sheet, such as `R52`: column 18, row 52.
public struct CellAddress: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Excel's last column, `XFD`.
    public static let lastColumn = 16_384
    /// Excel's last row.
    public static let lastRow = 1_048_576

    /// The column, counted from 1.
    public let column: Int
    /// The row, counted from 1.
    public let row: Int

    /// The cell in `column` and `row`, both counted from 1 and within Excel's limits.
    public init(column: Int, row: Int) {
        precondition((1...CellAddress.lastColumn).contains(column), "no such column")
        precondition((1...CellAddress.lastRow).contains(row), "no such row")
        self.column = column
        self.row = row
    }

    /// The cell that `text` names in capital letters and digits; `nil` for anything else, for signs of
    /// absolute reference (`$R$52`) and for cells beyond `XFD1048576`.
    public init?(_ text: String) {
        self.init(text.utf8)
    }

    /// The same, of bytes.
    init?(_ text: some Sequence<UInt8>) {
        var column = 0
        var row = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0") where row == 0:
                return nil
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default:
                return nil
            }
            if column > CellAddress.lastColumn || row > CellAddress.lastRow { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.column = column
        self.row = row
    }

    /// The address as a spreadsheet shows it.
    public var description: String { CellAddress.letters(ofColumn: column) + String(row) }

    /// The letters of a column: `A` for 1, `Z` for 26, `AA` for 27.
    public static func letters(ofColumn column: Int) -> String {
        var remaining = column
        var letters: [UInt8] = []
        while remaining > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((remaining - 1) % 26))
            remaining = (remaining - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// Reading order: by row, then by column.
    public static func < (left: CellAddress, right: CellAddress) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}
