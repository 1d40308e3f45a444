/// A square matrix A known by what it does to vectors; the stage on which x = Ax + f is solved.
enum SquareMatrix: Sendable {
    /// All cells kept.
    case dense(Matrix)
    /// Only cells that are not zero kept: by columns and, turned when Ax is first asked for, by rows.
    case sparse(SparseMatrix, turned: Deferred<SparseMatrix>)

    /// A matrix of which only the cells that are not zero are kept.
    init(_ matrix: SparseMatrix) { self = .sparse(matrix, turned: Deferred()) }

    /// Number of rows and columns.
    var size: Int {
        switch self {
        case .dense(let matrix): matrix.rows
        case .sparse(let matrix, _): matrix.rows
        }
    }

    /// AX, or A'X where `transposed`.
    func product<L: Lanes>(with panel: Panel<L>, transposed: Bool) -> Panel<L> {
        switch self {
        case .dense(let matrix):
            transposed ? matrix.transposedProduct(with: panel) : matrix.product(with: panel)
        case .sparse(let matrix, let turned):
            Self.cells(matrix, turned, transposed: transposed).transposedProduct(with: panel)
        }
    }

    /// The cells by columns, so that each column gives an element of A'x where `transposed`, of Ax otherwise; `nil` for a
    /// dense matrix.
    func sparseCells(transposed: Bool) -> SparseMatrix? {
        guard case .sparse(let matrix, let turned) = self else { return nil }
        return Self.cells(matrix, turned, transposed: transposed)
    }

    private static func cells(
        _ matrix: SparseMatrix,
        _ turned: Deferred<SparseMatrix>,
        transposed: Bool
    ) -> SparseMatrix {
        transposed ? matrix : turned.value(matrix.transposed)
    }

    /// f − (high + low) + A(high + low), or with A', every product's and sum's rounding carried along.
    func compensatedResidual<L: Lanes>(
        right: Panel<L>,
        solution: Approximation<L>,
        transposed: Bool
    ) -> Panel<L> {
        switch self {
        case .dense(let matrix):
            transposed
                ? matrix.transposedResidual(right: right, solution: solution)
                : matrix.residual(right: right, solution: solution)
        case .sparse(let matrix, let turned):
            Self.cells(matrix, turned, transposed: transposed).transposedResidual(
                right: right,
                solution: solution
            )
        }
    }

    /// |A|, cell by cell.
    var absolute: SquareMatrix {
        switch self {
        case .dense(let matrix): .dense(matrix.map(abs))
        case .sparse(let matrix, _): SquareMatrix(matrix.mapCells { abs($2) })
        }
    }

    /// What one pass over the cells tells.
    var survey: ColumnSurvey {
        switch self {
        case .dense(let matrix): matrix.survey
        case .sparse(let matrix, _): matrix.survey
        }
    }

    /// The most roundings between a term of Ax or A'x and the sum.
    var summationDepth: Int { Summation.depth(of: size) }
}
