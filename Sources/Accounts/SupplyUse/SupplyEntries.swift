import LinearAlgebra

/// The cells of the supply table that are not empty: a supply table is nearly diagonal, so that models B and D cost
/// a pass over these cells and not a product of full matrices.
struct SupplyEntries {
    private let products: Int
    private let industries: Int
    /// Industry by industry, within one product by product.
    private let entries: [Entry]

    struct Entry {
        let product: Int
        let industry: Int
        let amount: Double
    }

    /// The cells of `supply` (products × industries) for which `isWanted` holds, by position column after column.
    init(_ supply: Matrix, where isWanted: (Int) -> Bool = { _ in true }) {
        products = supply.rows
        industries = supply.columns
        let amounts = supply.columnMajor
        entries = amounts.indices.compactMap { index in
            guard amounts[index] != 0, isWanted(index) else { return nil }
            return Entry(
                product: index % supply.rows,
                industry: index / supply.rows,
                amount: amounts[index]
            )
        }
    }

    /// D X = V' q̂⁻¹ X: rows by product become rows by industry. Products with q = 0 are left out.
    ///
    /// O(entries × columns of X).
    func marketShares(of block: Matrix, output: [Double]) -> Matrix {
        let shares = entries.filter { output[$0.product] != 0 }.map { entry in
            Entry(
                product: entry.product,
                industry: entry.industry,
                amount: entry.amount / output[entry.product]
            )
        }
        var sums = [Double](repeating: 0, count: industries * block.columns)
        let from = block.columnMajor
        let source = from.span
        var target = sums.mutableSpan
        for column in 0..<block.columns {
            let (read, write) = (column * products, column * industries)
            for share in shares {
                target[write + share.industry] += share.amount * source[read + share.product]
            }
        }
        return Matrix(rows: industries, columns: block.columns, columnMajor: sums)
    }

    /// X C' = X ĝ⁻¹ V': columns by industry become columns by product. Industries with g = 0 are left out.
    ///
    /// O(entries × rows of X).
    func productMix(of block: Matrix, output: [Double]) -> Matrix {
        var sums = [Double](repeating: 0, count: block.rows * products)
        let from = block.columnMajor
        let source = from.span
        var target = sums.mutableSpan
        for entry in entries where output[entry.industry] != 0 {
            let share = entry.amount / output[entry.industry]
            let (read, write) = (entry.industry * block.rows, entry.product * block.rows)
            for row in 0..<block.rows { target[write + row] += share * source[read + row] }
        }
        return Matrix(rows: block.rows, columns: products, columnMajor: sums)
    }
}
