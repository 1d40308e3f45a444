import COpenBLAS

/// A dense matrix of double-precision numbers.
///
/// Stored column by column, as LAPACK wants it, so that factorising needs no copy. Nothing outside this
/// target sees the storage order: other rooms hold a matrix inside labelled types.
public struct Matrix: Sendable, Equatable {
    /// Number of rows.
    public let rows: Int
    /// Number of columns.
    public let columns: Int
    /// The elements, column after column; `storage[row + column * rows]`.
    var storage: [Double]

    /// A matrix whose elements are `element(row, column)`, rows and columns counted from 0.
    public init(rows: Int, columns: Int, _ element: (_ row: Int, _ column: Int) -> Double) {
        self.rows = rows
        self.columns = columns
        storage = Array(unsafeUninitializedCapacity: rows * columns) { buffer, count in
            for column in 0..<columns {
                for row in 0..<rows {
                    buffer[row + column * rows] = element(row, column)
                }
            }
            count = rows * columns
        }
    }

    /// A `rows` × `columns` matrix over elements that already stand column after column.
    ///
    /// Precondition: `elements.count == rows * columns`; a caller that breaks it has a bug of its own.
    public init(rows: Int, columns: Int, columnMajor elements: [Double]) {
        precondition(
            elements.count == rows * columns,
            "a \(rows) × \(columns) matrix needs \(rows * columns) elements"
        )
        self.rows = rows
        self.columns = columns
        storage = elements
    }

    /// A matrix of one column.
    public init(column: [Double]) {
        self.init(rows: column.count, columns: 1, columnMajor: column)
    }

    /// The element in `row` and `column`, counted from 0.
    public subscript(row: Int, column: Int) -> Double {
        precondition(row >= 0 && row < rows && column >= 0 && column < columns, "no such element")
        return storage[row + column * rows]
    }

    /// One column's elements.
    public func column(_ index: Int) -> [Double] {
        Array(storage[(index * rows)..<((index + 1) * rows)])
    }

    /// All elements are finite where this is `nil`; otherwise the first, column by column, that is not.
    public var firstNonFinite: (row: Int, column: Int, value: Double)? {
        let span = storage.span
        for index in span.indices where !span[index].isFinite {
            return (index % rows, index / rows, span[index])
        }
        return nil
    }
}

extension Matrix {
    /// Column sums, i'M: one number a column, summed from the first row to the last.
    public var columnSums: [Double] {
        let span = storage.span
        return (0..<columns).map { column in
            var sum = 0.0
            for index in (column * rows)..<((column + 1) * rows) { sum += span[index] }
            return sum
        }
    }

    /// Row sums, Mi: one number a row, summed from the first column to the last.
    public var rowSums: [Double] {
        var sums = [Double](repeating: 0, count: rows)
        let span = storage.span
        for column in 0..<columns {
            for row in 0..<rows { sums[row] += span[row + column * rows] }
        }
        return sums
    }

    /// Mx, `rows` numbers, the same bits on any machine and any number of threads. Precondition:
    /// `vector.count == columns`.
    public func times(_ vector: [Double]) -> [Double] {
        product(with: Panel(elements: vector)).elements
    }

    /// M'x, `columns` numbers, without forming the transpose; the same bits anywhere. Precondition:
    /// `vector.count == rows`.
    public func transposedTimes(_ vector: [Double]) -> [Double] {
        transposedProduct(with: Panel(elements: vector)).elements
    }

    /// The matrix product MN by BLAS. Precondition: `columns == other.rows`.
    public func times(_ other: Matrix) -> Matrix {
        precondition(columns == other.rows, "inner sizes differ: \(columns) and \(other.rows)")
        return product(with: other, transposed: false)
    }

    /// The matrix product M'N by BLAS, without forming the transpose. Precondition: `rows == other.rows`.
    public func transposedTimes(_ other: Matrix) -> Matrix {
        precondition(rows == other.rows, "inner sizes differ: \(rows) and \(other.rows)")
        return product(with: other, transposed: true)
    }

    private func product(with other: Matrix, transposed: Bool) -> Matrix {
        let (height, inner) = transposed ? (columns, rows) : (rows, columns)
        var result = [Double](repeating: 0, count: height * other.columns)
        guard height > 0, inner > 0, other.columns > 0 else {
            return Matrix(rows: height, columns: other.columns, columnMajor: result)
        }
        cblas_dgemm(
            CblasColMajor,
            transposed ? CblasTrans : CblasNoTrans,
            CblasNoTrans,
            Int32(height),
            Int32(other.columns),
            Int32(inner),
            1,
            storage,
            Int32(rows),
            other.storage,
            Int32(other.rows),
            0,
            &result,
            Int32(height)
        )
        return Matrix(rows: height, columns: other.columns, columnMajor: result)
    }
}

extension Matrix {
    /// Whether every element passes `test`.
    public func allSatisfy(_ test: (Double) -> Bool) -> Bool { storage.allSatisfy(test) }

    /// Each element changed by `change`.
    public func map(_ change: (Double) -> Double) -> Matrix {
        Matrix(rows: rows, columns: columns, columnMajor: storage.map(change))
    }

    /// I − M. Precondition: the matrix is square.
    public var subtractedFromIdentity: Matrix {
        precondition(rows == columns, "only a square matrix has an identity of its size")
        let (size, numbers) = (rows, storage)
        var result = Matrix(
            rows: size,
            columns: size,
            columnMajor: Array(unsafeUninitializedCapacity: numbers.count) { buffer, count in
                buffer.expectLargePages()
                let written = DisjointlyWritten(buffer)
                // Every column belongs to one part.
                concurrently(partCount(of: size, size: 32)) { index in
                    let cells = numbers.span
                    for cell in part(index, of: size * size, size: 32 * size) {
                        written.buffer.initializeElement(at: cell, to: 0 - cells[cell])
                    }
                }
                count = numbers.count
            }
        )
        for own in 0..<size { result.storage[own * (size + 1)] = 1 - numbers[own * (size + 1)] }
        return result
    }
}
