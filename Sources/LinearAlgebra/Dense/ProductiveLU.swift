import CKernels
import COpenBLAS

/// I − A = LU without interchanges, for a nonnegative A: every pivot is above zero if and only if A is productive.
///
/// That is the Hawkins–Simon condition, decided by the elimination itself. For such matrices no interchanges are needed:
/// nothing grows when they are eliminated in any order. Blocks of columns are eliminated at a time, so that nearly all work
/// is matrix products by BLAS, in the matrix's own memory.
///
/// Sources: Hawkins & Simon (1949), Econometrica 17; Funderlic, Neumann & Plemmons (1982), Numer. Math. 40; Golub & Van
/// Loan (2013), §3.2.
struct ProductiveLU: Sendable {
    private var factors: Matrix

    /// Columns that are eliminated together, and the depth of BLAS's sums.
    private static let block = 256
    /// Columns that a triangular solve takes together.
    private static let stripe = Summation.block

    /// Eliminates in the memory of `system`, which is I − A. O(n³).
    ///
    /// - Throws: `.singular` at the first pivot that is not above zero, to the elimination's rounding.
    init(_ system: consuming Matrix) throws(LinearAlgebraError) {
        var matrix = system
        let size = matrix.rows
        let failed = matrix.storage.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { Self.eliminate($0, size, stride: size) }
        }
        if let failed { throw .singular(pivot: failed) }
        factors = matrix
    }

    /// Number of rows and columns.
    var size: Int { factors.rows }

    /// The first pivot that is not above zero, `nil` when the matrix is factored.
    private static func eliminate(_ cells: UnsafeMutablePointer<Double>, _ size: Int, stride: Int) -> Int? {
        for first in Swift.stride(from: 0, to: size, by: block) {
            let width = min(block, size - first)
            let corner = cells + first * (stride + 1)
            if let failed = halve(corner, width, stride: stride) { return first + failed }
            let rest = size - first - width
            if rest > 0 { spread(corner, width, rest, stride: stride) }
        }
        return nil
    }

    /// A square block, by halves; small ones column by column.
    private static func halve(_ cells: UnsafeMutablePointer<Double>, _ size: Int, stride: Int) -> Int? {
        if size <= 16 { return eliminateColumns(cells, size, stride: stride) }
        let half = size / 2
        if let failed = halve(cells, half, stride: stride) { return failed }
        spread(cells, half, size - half, stride: stride)
        return halve(cells + half * (stride + 1), size - half, stride: stride).map { half + $0 }
    }

    private static func eliminateColumns(
        _ cells: UnsafeMutablePointer<Double>,
        _ size: Int,
        stride: Int
    ) -> Int? {
        for pivot in 0..<size {
            let column = cells + pivot * stride
            // Written so that NaN fails too.
            guard column[pivot] > 0 else { return pivot }
            for row in (pivot + 1)..<max(size, pivot + 1) { column[row] /= column[pivot] }
            for other in (pivot + 1)..<max(size, pivot + 1) {
                let target = cells + other * stride
                for row in (pivot + 1)..<size { target[row] -= column[row] * target[pivot] }
            }
        }
        return nil
    }

    /// What a factored corner of `width` means for the `rest` right of it, below it and beyond.
    private static func spread(
        _ corner: UnsafeMutablePointer<Double>,
        _ width: Int,
        _ rest: Int,
        stride: Int
    ) {
        let (right, below) = (corner + width * stride, corner + width)
        let (width, rest, lead) = (Int32(width), Int32(rest), Int32(stride))
        let (left, lower) = (CblasLeft, CblasLower)
        cblas_dtrsm(
            CblasColMajor,
            left,
            lower,
            CblasNoTrans,
            CblasUnit,
            width,
            rest,
            1,
            corner,
            lead,
            right,
            lead
        )
        cblas_dtrsm(
            CblasColMajor,
            CblasRight,
            CblasUpper,
            CblasNoTrans,
            CblasNonUnit,
            rest,
            width,
            1,
            corner,
            lead,
            below,
            lead
        )
        cblas_dgemm(
            CblasColMajor,
            CblasNoTrans,
            CblasNoTrans,
            rest,
            rest,
            width,
            -1,
            below,
            lead,
            right,
            lead,
            1,
            right + Int(width),
            lead
        )
    }

    /// (I − A)⁻¹B or (I − A')⁻¹B for a few right-hand sides at once: the factors are read once.
    func solve<L: Lanes>(_ right: Panel<L>, transposed: Bool) -> Panel<L> {
        var solution = right.elements
        let stripes = Swift.stride(from: 0, to: size, by: Self.stripe).map {
            $0..<min(size, $0 + Self.stripe)
        }
        if transposed {
            // U'y = b from the first column on, then L'x = y from the last one back.
            for stripe in stripes {
                subtractDots(of: stripe, with: 0..<stripe.lowerBound, from: &solution)
                for column in stripe {
                    subtractOwn(column, with: stripe.lowerBound..<column, from: &solution)
                    solution[column] = (1 / factors[column, column]) * solution[column]
                }
            }
            for stripe in stripes.reversed() {
                subtractDots(of: stripe, with: stripe.upperBound..<size, from: &solution)
                for column in stripe.reversed() {
                    subtractOwn(column, with: (column + 1)..<stripe.upperBound, from: &solution)
                }
            }
        } else {
            // Ly = b from the first column on, then Ux = y from the last one back.
            for stripe in stripes {
                for column in stripe {
                    spreadOwn(column, over: (column + 1)..<stripe.upperBound, of: &solution)
                }
                subtractCombination(of: stripe, over: stripe.upperBound..<size, from: &solution)
            }
            for stripe in stripes.reversed() {
                for column in stripe.reversed() {
                    solution[column] = (1 / factors[column, column]) * solution[column]
                    spreadOwn(column, over: stripe.lowerBound..<column, of: &solution)
                }
                subtractCombination(of: stripe, over: 0..<stripe.lowerBound, from: &solution)
            }
        }
        return Panel(elements: solution)
    }

    /// x_j −= Σ_i m_ij x_i over `rows`, for one column within its stripe.
    private func subtractOwn<L: Lanes>(_ column: Int, with rows: Range<Int>, from solution: inout [L]) {
        var sum = L.zero
        for row in rows { sum += factors.storage[row + column * size] * solution[row] }
        solution[column] = solution[column] - sum
    }

    /// x_i −= m_ij x_j over `rows`, for one column within its stripe.
    private func spreadOwn<L: Lanes>(_ column: Int, over rows: Range<Int>, of solution: inout [L]) {
        let known = solution[column]
        for row in rows { solution[row] = solution[row] - factors.storage[row + column * size] * known }
    }

    /// x_j −= Σ_i m_ij x_i over `rows`, for a stripe's columns, shared out among the cores.
    private func subtractDots<L: Lanes>(
        of stripe: Range<Int>,
        with rows: Range<Int>,
        from solution: inout [L]
    ) {
        guard !rows.isEmpty else { return }
        let known = solution
        solution.withUnsafeMutableBufferPointer { buffer in
            let written = DisjointlyWritten(buffer)
            // Every column of the stripe belongs to one part.
            concurrently(partCount(of: stripe.count, size: 16)) { index in
                let columns = part(index, of: stripe.count, size: 16)
                let own = (stripe.lowerBound + columns.lowerBound)..<(stripe.lowerBound + columns.upperBound)
                let sums = factors.pairwiseSums(rows, own, known)
                for column in own {
                    written.buffer[column] = written.buffer[column] - sums[column - own.lowerBound]
                }
            }
        }
    }

    /// x_i −= Σ_j m_ij x_j over `rows`, j through a stripe's columns, in bands shared out among the cores.
    private func subtractCombination<L: Lanes>(
        of stripe: Range<Int>,
        over rows: Range<Int>,
        from solution: inout [L]
    ) {
        let known = solution
        solution.withUnsafeMutableBufferPointer { buffer in
            let written = DisjointlyWritten(buffer)
            // Every row belongs to one band.
            concurrently(partCount(of: rows.count, size: 512)) { index in
                let part = part(index, of: rows.count, size: 512)
                let band = (rows.lowerBound + part.lowerBound)..<(rows.lowerBound + part.upperBound)
                let sums = factors.pairwiseBand(band, stripe, known)
                for row in band { written.buffer[row] = written.buffer[row] - sums[row - band.lowerBound] }
            }
        }
    }
}
