import CKLU

/// I − A factored without its zeros, where the factors stay sparse enough.
///
/// Rows and columns are ordered to keep fill-in low (block triangular form, approximate minimum degree), the fill-in is
/// predicted from the pattern alone, and only then is anything computed. Networks of firms fill in: past some twenty
/// thousand of them iteration is the way.
///
/// Source: Davis & Palamadai Natarajan (2010), Algorithm 907: KLU, ACM Trans. Math. Softw. 37.
final class SparseLU: Sendable {
    /// Cells of both factors.
    let cellCount: Int
    /// KLU's estimate of 1 / (‖I − A‖₁ ‖(I − A)⁻¹‖₁).
    let reciprocalCondition: Double

    private let size: Int
    private nonisolated(unsafe) let symbolic: UnsafeMutablePointer<klu_symbolic>
    private nonisolated(unsafe) let numeric: UnsafeMutablePointer<klu_numeric>

    /// Cells that both factors may have together unless the caller says otherwise: two gigabytes.
    static let mostCells = 170_000_000

    /// Factors I − A.
    ///
    /// - Throws: `.fillIn` when the predicted factors have more than `most` cells, `.singular` for a zero pivot,
    ///   `.refused` when KLU does not take the call.
    init(identityMinus matrix: SparseMatrix, mostCells most: Int = mostCells) throws(LinearAlgebraError) {
        let system = try matrix.subtractedFromIdentity()
        size = system.rows
        var starts = system.columnStarts.map { Int32(clamping: $0) }
        var indices = system.rowIndices
        var values = system.values
        var common = Self.settings
        guard system.cellCount <= Int(Int32.max),
            let symbolic = klu_analyze(Int32(size), &starts, &indices, &common)
        else { throw .fillIn(predicted: system.cellCount, most: most) }
        // Counts with diagonal pivots; off-diagonal blocks come on top, unchanged. Above 2³¹ KLU's own numbers end.
        let predicted = symbolic.pointee.lnz + symbolic.pointee.unz + Double(symbolic.pointee.nzoff)
        guard predicted <= Double(min(most, Int(Int32.max))) else {
            Self.free(symbolic, nil)
            throw .fillIn(predicted: Int(predicted), most: most)
        }
        guard let numeric = klu_factor(&starts, &indices, &values, symbolic, &common) else {
            let (status, pivot) = (common.status, Int(common.singular_col))
            Self.free(symbolic, nil)
            if status == KLU_SINGULAR { throw .singular(pivot: pivot) }
            throw .refused(routine: "klu_factor", argument: Int(status))
        }
        klu_condest(&starts, &values, symbolic, numeric, &common)
        reciprocalCondition = common.condest > 0 ? 1 / common.condest : 0
        cellCount = Int(numeric.pointee.lnz) + Int(numeric.pointee.unz) + Int(symbolic.pointee.nzoff)
        self.symbolic = symbolic
        self.numeric = numeric
    }

    deinit { Self.free(symbolic, numeric) }

    /// (I − A)⁻¹B or (I − A')⁻¹B.
    ///
    /// - Throws: `.refused` when KLU does not take the call.
    func solve(_ right: Matrix, transposed: Bool) throws(LinearAlgebraError) -> Matrix {
        var solution = right
        var common = Self.settings
        guard size > 0, right.columns > 0 else { return solution }
        let (height, width) = (Int32(size), Int32(right.columns))
        let isSolved =
            transposed
            ? klu_tsolve(symbolic, numeric, height, width, &solution.storage, &common)
            : klu_solve(symbolic, numeric, height, width, &solution.storage, &common)
        guard isSolved == 1 else { throw .refused(routine: "klu_solve", argument: Int(common.status)) }
        return solution
    }

    /// The diagonal is kept as pivot as long as it is a tenth of its column's largest: I − A is diagonally dominant, up to
    /// scaling, and the predicted fill-in then holds.
    private static var settings: klu_common {
        var common = klu_common()
        klu_defaults(&common)
        common.tol = 0.1
        return common
    }

    private static func free(
        _ symbolic: UnsafeMutablePointer<klu_symbolic>,
        _ numeric: UnsafeMutablePointer<klu_numeric>?
    ) {
        var common = settings
        var (symbolic, numeric) = (Optional(symbolic), numeric)
        klu_free_numeric(&numeric, &common)
        klu_free_symbolic(&symbolic, &common)
    }
}

extension SparseMatrix {
    /// I − M. Precondition: the matrix is square.
    func subtractedFromIdentity() throws(LinearAlgebraError) -> SparseMatrix {
        precondition(rows == columns, "only a square matrix has an identity of its size")
        return try SparseMatrix(
            rows: rows,
            columns: columns,
            entries: entries.map { Entry(row: $0.row, column: $0.column, value: -$0.value) }
                + (0..<rows).map { Entry(row: $0, column: $0, value: 1) }
        )
    }
}
