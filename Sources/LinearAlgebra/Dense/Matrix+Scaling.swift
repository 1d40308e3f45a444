extension Matrix {
    /// M ŝ: each column times its factor. Precondition: one factor a column.
    package func scalingColumns(by factors: [Double]) -> Matrix {
        var result = self
        for column in 0..<columns {
            for index in (column * rows)..<((column + 1) * rows) { result.storage[index] *= factors[column] }
        }
        return result
    }

    /// ŝ M: each row times its factor. Precondition: one factor a row.
    package func scalingRows(by factors: [Double]) -> Matrix {
        var result = self
        for column in 0..<columns {
            for row in 0..<rows { result.storage[row + column * rows] *= factors[row] }
        }
        return result
    }
}
