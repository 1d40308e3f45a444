public import LinearAlgebra

/// A matrix that knows what its rows and columns are. Industry × product times itself does not compile.
public struct LabelledMatrix<Row: Label, Column: Label>: Sendable, Equatable {
    /// What the rows are.
    public let rows: Axis<Row>
    /// What the columns are.
    public let columns: Axis<Column>
    /// The numbers.
    public let values: Matrix

    /// Numbers under labels. Precondition: the sizes agree.
    public init(rows: Axis<Row>, columns: Axis<Column>, values: Matrix) {
        precondition(
            rows.count == values.rows && columns.count == values.columns,
            "\(rows.count) × \(columns.count) labels, \(values.rows) × \(values.columns) numbers"
        )
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// The number of each cell is `value(row, column)`.
    public init(rows: Axis<Row>, columns: Axis<Column>, _ value: (Row, Column) -> Double) {
        self.init(
            rows: rows,
            columns: columns,
            values: Matrix(rows: rows.count, columns: columns.count) { row, column in
                value(rows.labels[row], columns.labels[column])
            }
        )
    }

    /// The number in the cell. Precondition: both labels are on their axes.
    public subscript(row: Row, column: Column) -> Double {
        guard let rowPosition = rows.position(row.code), let columnPosition = columns.position(column.code)
        else {
            preconditionFailure("\(row.code), \(column.code) is not a cell")
        }
        return values[rowPosition, columnPosition]
    }

    /// The numbers without their labels, to be changed in their own memory where nobody else holds them.
    package consuming func takingValues() -> Matrix { values }

    /// Row sums, one number a row.
    public var rowSums: LabelledVector<Row> { LabelledVector(rows, values.rowSums) }

    /// Column sums, one number a column.
    public var columnSums: LabelledVector<Column> { LabelledVector(columns, values.columnSums) }

    /// One column.
    public func column(_ column: Column) -> LabelledVector<Row> {
        LabelledVector(rows) { row in self[row, column] }
    }

    /// One row.
    public func row(_ row: Row) -> LabelledVector<Column> {
        LabelledVector(columns) { column in self[row, column] }
    }
}

extension LabelledMatrix {
    /// Each number changed by `change`, which is told the cell's labels.
    public func map(_ change: (Row, Column, Double) -> Double) -> LabelledMatrix {
        LabelledMatrix(
            rows: rows,
            columns: columns,
            values: Matrix(rows: rows.count, columns: columns.count) { row, column in
                change(rows.labels[row], columns.labels[column], values[row, column])
            }
        )
    }

    /// Cell by cell with another matrix on the same axes.
    ///
    /// - Throws: `.differ` with the first label that differs.
    public func combined(
        with other: LabelledMatrix,
        _ combine: (Double, Double) -> Double
    ) throws(AccountsError) -> LabelledMatrix {
        if let difference = rows.firstDifference(from: other.rows) { throw .differ(difference) }
        if let difference = columns.firstDifference(from: other.columns) { throw .differ(difference) }
        return LabelledMatrix(
            rows: rows,
            columns: columns,
            values: Matrix(rows: rows.count, columns: columns.count) { row, column in
                combine(values[row, column], other.values[row, column])
            }
        )
    }

    /// Mx: one number a row.
    ///
    /// - Throws: `.differ` when `vector` is on another axis than the columns.
    public func times(_ vector: LabelledVector<Column>) throws(AccountsError) -> LabelledVector<Row> {
        if let difference = columns.firstDifference(from: vector.axis) { throw .differ(difference) }
        return LabelledVector(rows, values.times(vector.values))
    }

    /// M'x: one number a column.
    ///
    /// - Throws: `.differ` when `vector` is on another axis than the rows.
    public func transposedTimes(_ vector: LabelledVector<Row>) throws(AccountsError) -> LabelledVector<Column>
    {
        if let difference = rows.firstDifference(from: vector.axis) { throw .differ(difference) }
        return LabelledVector(columns, values.transposedTimes(vector.values))
    }

    /// The matrix summed to coarser rows and columns: SMS', added up by position, not by matrix products.
    ///
    /// - Throws: `.differ` when a concordance starts from another axis.
    public func aggregated<NewRow, NewColumn>(
        rows rowConcordance: Concordance<Row, NewRow>,
        columns columnConcordance: Concordance<Column, NewColumn>
    ) throws(AccountsError) -> LabelledMatrix<NewRow, NewColumn> {
        if let difference = rows.firstDifference(from: rowConcordance.source) { throw .differ(difference) }
        if let difference = columns.firstDifference(from: columnConcordance.source) {
            throw .differ(difference)
        }
        let height = rowConcordance.target.count
        var sums = [Double](repeating: 0, count: height * columnConcordance.target.count)
        for column in 0..<columns.count {
            let offset = columnConcordance.targets[column] * height
            for row in 0..<rows.count { sums[offset + rowConcordance.targets[row]] += values[row, column] }
        }
        return LabelledMatrix<NewRow, NewColumn>(
            rows: rowConcordance.target,
            columns: columnConcordance.target,
            values: Matrix(rows: height, columns: columnConcordance.target.count, columnMajor: sums)
        )
    }
}
