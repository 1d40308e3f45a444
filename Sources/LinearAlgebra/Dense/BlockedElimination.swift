import COpenBLAS

/// Elimination without interchanges by matrix products and triangular solves of BLAS, for any processor.
///
/// Source: Golub & Van Loan (2013), Matrix Computations, 4th ed., §3.2.11.
enum BlockedElimination {
    /// Columns that are eliminated together, and the depth of BLAS's sums.
    private static let block = 256

    /// Most roundings between a term of an element of I − A = LU and the element, whatever the order of BLAS's sums: a
    /// block's, the blocks, and as many within the last of them.
    static func depth(of size: Int) -> Int { 2 * block + partCount(of: size, size: block) + 64 }

    /// The factors of I − A, and the first pivot that is not above zero, `nil` when all are.
    static func eliminated(identityMinus matrix: Matrix) -> (factors: Matrix, failed: Int?) {
        var factors = matrix.subtractedFromIdentity
        let failed = factors.storage.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { eliminate($0, size: matrix.rows) }
        }
        return (factors, failed)
    }

    /// Factors in place.
    private static func eliminate(_ cells: UnsafeMutablePointer<Double>, size: Int) -> Int? {
        let stride = size
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
}
