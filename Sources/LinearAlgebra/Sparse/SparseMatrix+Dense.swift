import CKernels

extension SparseMatrix {
    /// The cells of a dense matrix that are not zero, on several cores. O(rows × columns).
    ///
    /// One pass marks and counts the cells, so that another writes each where it belongs.
    ///
    /// - Throws: `.notFinite` for the first cell, column by column, that is not a finite number; `.tooManyRows` past
    ///   2³¹ − 1.
    public init(_ matrix: Matrix) throws(LinearAlgebraError) {
        guard matrix.rows <= Int(Int32.max) else { throw .tooManyRows(matrix.rows) }
        let marked = MarkedCells(of: matrix)
        let (indices, values, isFinite) = marked.collected(from: matrix)
        guard isFinite else {
            // Only a matrix with such a cell is not finite.
            guard let first = matrix.firstNonFinite else { throw .malformed(column: 0) }
            throw .notFinite(row: first.row, column: first.column, value: first.value)
        }
        self.init(
            checkedRows: matrix.rows,
            columns: matrix.columns,
            columnStarts: marked.starts,
            rowIndices: indices,
            values: values
        )
    }
}

/// Which cells of a dense matrix are not zero.
private struct MarkedCells {
    /// Where each column's cells begin among all that are kept, and where the last one's end.
    let starts: [Int]
    /// A bit a cell; every column begins a word of its own.
    private let marks: [UInt64]
    private let wordsInAColumn: Int
    private let columnsInAPart: Int

    init(of matrix: Matrix) {
        let (rows, columns) = (matrix.rows, matrix.columns)
        let (words, size) = (partCount(of: rows, size: 64), max(1, 131_072 / max(rows, 1)))
        var counts = [Int](repeating: 0, count: columns)
        marks = [UInt64](unsafeUninitializedCapacity: words * columns) { buffer, count in
            let written = DisjointlyWritten(buffer)
            counts.withUnsafeMutableBufferPointer { counts in
                let counted = DisjointlyWritten(counts)
                // Every column has a count and words of its own, and belongs to one part.
                concurrently(partCount(of: columns, size: size)) { index in
                    matrix.storage.withUnsafeBufferPointer { cells in
                        guard let cells = cells.baseAddress, let words = written.buffer.baseAddress else {
                            return
                        }
                        for column in part(index, of: columns, size: size) {
                            counted.buffer[column] = ringvirk_mark(
                                cells + column * rows,
                                rows,
                                words + column * partCount(of: rows, size: 64)
                            )
                        }
                    }
                }
            }
            count = words * columns
        }
        var starts = [0]
        starts.reserveCapacity(columns + 1)
        var sum = 0
        for count in counts {
            sum += count
            starts.append(sum)
        }
        self.starts = starts
        wordsInAColumn = words
        columnsInAPart = size
    }

    /// The marked cells' rows and numbers, and whether all of these are finite.
    func collected(from matrix: Matrix) -> (indices: [Int32], values: [Double], isFinite: Bool) {
        let total = starts[starts.count - 1]
        var areFinite = [Bool](repeating: true, count: matrix.columns)
        var values: [Double] = []
        let indices = [Int32](unsafeUninitializedCapacity: total) { indices, count in
            let places = DisjointlyWritten(indices)
            values = [Double](unsafeUninitializedCapacity: total) { values, count in
                let numbers = DisjointlyWritten(values)
                areFinite.withUnsafeMutableBufferPointer { areFinite in
                    collect(matrix, places, numbers, DisjointlyWritten(areFinite))
                }
                count = total
            }
            count = total
        }
        return (indices, values, areFinite.allSatisfy { $0 })
    }

    private func collect(
        _ matrix: Matrix,
        _ places: DisjointlyWritten<Int32>,
        _ numbers: DisjointlyWritten<Double>,
        _ areFinite: DisjointlyWritten<Bool>
    ) {
        // Every cell belongs to one column, and every column to one part.
        concurrently(partCount(of: matrix.columns, size: columnsInAPart)) { index in
            matrix.storage.withUnsafeBufferPointer { cells in
                marks.withUnsafeBufferPointer { marks in
                    guard let cells = cells.baseAddress, let marks = marks.baseAddress,
                        let places = places.buffer.baseAddress, let numbers = numbers.buffer.baseAddress
                    else { return }
                    for column in part(index, of: matrix.columns, size: columnsInAPart) {
                        areFinite.buffer[column] =
                            ringvirk_collect(
                                cells + column * matrix.rows,
                                matrix.rows,
                                marks + column * wordsInAColumn,
                                places + starts[column],
                                numbers + starts[column]
                            ) != 0
                    }
                }
            }
        }
    }
}
