import COpenBLAS

/// I − A factored in single precision: half the memory traffic and twice the rate of double precision.
///
/// A solution has some six correct digits where the system is well conditioned; whoever uses it refines with residuals in
/// double precision. Each right-hand side is scaled to size one first, so that its numbers fit single precision's range.
///
/// Source: Langou et al. (2006), Exploiting the performance of 32 bit floating point arithmetic.
struct SinglePrecisionLU: Sendable {
    private let size: Int
    private let factors: [Float]
    private let pivots: [Int32]

    /// Factors I − A; `nil` where a number does not fit or elimination meets a zero pivot.
    init?(identityMinus matrix: Matrix) {
        size = matrix.rows
        var factors = [Float](unsafeUninitializedCapacity: matrix.storage.count) { buffer, count in
            let (cells, size) = (matrix.storage.span, matrix.rows)
            let written = DisjointlyWritten(buffer)
            // Every column belongs to one part.
            concurrently(partCount(of: size, size: 32)) { index in
                let cells = matrix.storage.span
                for column in part(index, of: size, size: 32) {
                    for cell in (column * size)..<((column + 1) * size) {
                        written.buffer.initializeElement(at: cell, to: Float(-cells[cell]))
                    }
                    let own = column * (size + 1)
                    written.buffer[own] = Float(1 - cells[own])
                }
            }
            count = cells.count
        }
        guard factors.allSatisfy(\.isFinite) else { return nil }
        var pivots = [Int32](repeating: 0, count: size)
        if size > 0 {
            let info = LAPACKE_sgetrf_work(
                LAPACK_COL_MAJOR,
                Int32(size),
                Int32(size),
                &factors,
                Int32(size),
                &pivots
            )
            guard info == 0 else { return nil }
        }
        self.factors = factors
        self.pivots = pivots
    }

    /// An approximate solution for each column.
    ///
    /// - Throws: `.refused` where LAPACK does not take the call.
    func solve(_ right: Matrix, transposed: Bool) throws(LinearAlgebraError) -> Matrix {
        guard size > 0, right.columns > 0 else { return right }
        let scales = (0..<right.columns).map { column in
            let largest = right.column(column).lazy.map(\.magnitude).max() ?? 0
            return largest == 0 ? 1 : largest
        }
        var solution = (0..<right.storage.count).map { Float(right.storage[$0] / scales[$0 / size]) }
        let info = LAPACKE_sgetrs_work(
            LAPACK_COL_MAJOR,
            CChar(UInt8(ascii: transposed ? "T" : "N")),
            Int32(size),
            Int32(right.columns),
            factors,
            Int32(size),
            pivots,
            &solution,
            Int32(size)
        )
        guard info == 0 else { throw .refused(routine: "sgetrs", argument: Int(-info)) }
        return Matrix(rows: size, columns: right.columns) { row, column in
            Double(solution[row + column * size]) * scales[column]
        }
    }
}
