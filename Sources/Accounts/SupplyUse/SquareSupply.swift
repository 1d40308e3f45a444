import LinearAlgebra

/// A supply table with as many products as industries, factored once: models A and C solve with it, no inverse is
/// formed.
struct SquareSupply {
    private let factors: LUFactorization
    private let model: SymmetricModel
    private let industries: Axis<Industry>

    /// Factors `supply` (products × industries).
    ///
    /// - Throws: `.supplyNotInvertible` with what stands in the way: a rectangular table, empty rows or columns,
    ///   columns that depend on each other, or nearly do.
    init(
        _ supply: LabelledMatrix<Product, Industry>,
        for model: SymmetricModel
    ) throws(AccountsError) {
        let (products, industries) = (supply.rows, supply.columns)
        guard products.count == industries.count else {
            throw .supplyNotInvertible(
                model: model,
                .rectangular(products: products.count, industries: industries.count)
            )
        }
        let size = products.count
        let entries = supply.values.columnMajor
        let emptyRows = (0..<size).filter { row in
            (0..<size).allSatisfy { entries[row + $0 * size] == 0 }
        }
        let emptyColumns = (0..<size).filter { column in
            entries[(column * size)..<((column + 1) * size)].allSatisfy { $0 == 0 }
        }
        guard emptyRows.isEmpty, emptyColumns.isEmpty else {
            throw .supplyNotInvertible(
                model: model,
                .withoutOutput(
                    products: emptyRows.map { products.labels[$0].code },
                    industries: emptyColumns.map { industries.labels[$0].code }
                )
            )
        }
        self.model = model
        self.industries = industries
        do {
            factors = try LUFactorization(supply.values)
        } catch {
            throw .supplyNotInvertible(model: model, SupplyObstacle(error, industries))
        }
    }

    /// V⁻¹ X: rows by product become rows by industry. O(n²) a column.
    func solving(_ block: Matrix) throws(AccountsError) -> Matrix {
        try solution { () throws(LinearAlgebraError) in try factors.solve(block) }
    }

    /// X V⁻¹: columns by industry become columns by product. O(n²) a row.
    func dividing(_ block: Matrix) throws(AccountsError) -> Matrix {
        try solution { () throws(LinearAlgebraError) in
            try factors.solveTransposed(block.transposed).transposed
        }
    }

    private func solution(
        _ solve: () throws(LinearAlgebraError) -> Matrix
    ) throws(AccountsError) -> Matrix {
        do {
            return try solve()
        } catch {
            throw .supplyNotInvertible(model: model, SupplyObstacle(error, industries))
        }
    }
}

extension SupplyObstacle {
    init(_ error: LinearAlgebraError, _ industries: Axis<Industry>) {
        switch error {
        case .singular(let pivot): self = .singular(industry: industries.labels[pivot].code)
        case .illConditioned(let reciprocal, let least):
            self = .illConditioned(reciprocalCondition: reciprocal, least: least)
        case .notSquare(let rows, let columns): self = .rectangular(products: rows, industries: columns)
        case .notFinite(_, let column, _): self = .singular(industry: industries.labels[column].code)
        // What a square, finite, dense matrix and right-hand sides of its size cannot give.
        default:
            self = .illConditioned(reciprocalCondition: 0, least: LUFactorization.leastReciprocalCondition)
        }
    }
}

extension Matrix {
    /// M'.
    var transposed: Matrix {
        let elements = columnMajor
        let (height, width) = (rows, columns)
        return Matrix(rows: width, columns: height) { row, column in elements[column + row * height] }
    }
}
