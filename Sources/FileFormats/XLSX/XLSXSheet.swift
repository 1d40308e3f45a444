/// The cells of one sheet of a workbook.
public struct XLSXSheet: Sendable, Hashable {
    /// The workbook's path, as the user named it.
    public let file: String
    /// The sheet's name.
    public let name: String
    private let cells: CellStore

    init(file: String, name: String, cells: CellStore) {
        self.file = file
        self.name = name
        self.cells = cells
    }

    /// What stands in the cell; `.empty` where nothing does, also beyond the extents.
    ///
    /// - Complexity: O(log *n*) in the number of cells.
    public subscript(_ address: CellAddress) -> CellValue { cells[address] }

    /// What stands in the cell in `column` and `row`, both counted from 1 and within Excel's limits.
    public subscript(column column: Int, row row: Int) -> CellValue {
        cells[CellAddress(column: column, row: row)]
    }

    /// From the first row to the last that holds something; empty for an empty sheet.
    public var rows: Range<Int> { 1..<cells.lastRow + 1 }

    /// From the first column to the last that holds something; empty for an empty sheet.
    public var columns: Range<Int> { 1..<cells.lastColumn + 1 }

    /// How many cells hold something.
    public var cellCount: Int { cells.count }

    /// The place of a cell, for a fault found in it.
    public func place(of address: CellAddress) -> Place {
        Place(file: file, column: address.description, sheet: name)
    }
}
