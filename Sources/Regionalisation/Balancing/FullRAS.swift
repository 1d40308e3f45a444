import LinearAlgebra

/// RAS of a table without zeros: the two sides' sums are products of the table with a vector.
///
/// Faster than cell by cell, because BLAS goes through a full table with several numbers and threads at a time.
struct FullRAS: Scaling {
    let table: Matrix
    let rows: [Double]
    let columns: [Double]
    private(set) var rowFactors: [Double]
    private(set) var columnFactors: [Double]
    private var mixing: AndersonMixing

    init(_ checks: BalancingChecks) {
        let cells = checks.cells
        table = Matrix(rows: cells.rows, columns: cells.columns, columnMajor: cells.values)
        rows = checks.rows
        columns = checks.columns
        rowFactors = [Double](repeating: 1, count: table.rows)
        columnFactors = [Double](repeating: 1, count: table.columns)
        mixing = AndersonMixing(margins: rows)
    }

    mutating func scaleColumns() -> [Double] {
        columnFactors = zip(columns, table.transposedTimes(rowFactors)).map(RAS.factor)
        return gatherRows()
    }

    func gatherRows() -> [Double] { table.times(columnFactors) }

    func found(_ sums: [Double]) -> [Double] { zip(rowFactors, sums).map { $0 * $1 } }

    mutating func scaleRows(_ sums: [Double]) { rowFactors = zip(rows, sums).map(RAS.factor) }

    mutating func scaleRowsAhead(_ sums: [Double]) {
        rowFactors = mixing.next(from: rowFactors, to: zip(rows, sums).map(RAS.factor))
    }

    func foundColumns() -> [Double] {
        zip(table.transposedTimes(rowFactors), columnFactors).map { $0 * $1 }
    }

    /// The cells, scaled, column after column.
    var scaledValues: [Double] {
        var values: [Double] = []
        values.reserveCapacity(table.rows * table.columns)
        for column in 0..<table.columns {
            let factor = columnFactors[column]
            values.append(contentsOf: zip(table.column(column), rowFactors).lazy.map { $0 * ($1 * factor) })
        }
        return values
    }
}
