public import Accounts
import LinearAlgebra

extension LeontiefSystem {
    /// One sector's new coefficients.
    public struct Change: Sendable {
        /// The sector.
        public let sector: Sector
        /// Per unit of the buyer's output: what the sector buys of each other, or sells to each.
        public let coefficients: LabelledVector<Sector>

        /// New coefficients of `sector`.
        public init(of sector: Sector, _ coefficients: LabelledVector<Sector>) {
            self.sector = sector
            self.coefficients = coefficients
        }
    }

    /// The system with some sectors' purchases (columns) or sales (rows) replaced, without factoring again.
    ///
    /// O(n²) a changed column or row, by the Sherman–Morrison–Woodbury identity; the new economy is proven productive and
    /// its answers are bounded like any other's. Where a changed column and a changed row meet, the column's cell counts.
    ///
    /// - Throws: `.accounts` when a sector is unknown or a vector is on another axis, `.notProductive` and
    ///   `.linearAlgebra` when the changed economy is refused.
    public func changing(purchases: [Change], sales: [Change] = []) throws(LeontiefError) -> LeontiefSystem {
        for change in purchases + sales {
            _ = try joined { () throws(AccountsError) in try sectors.label(change.sector.code) }
            if let difference = sectors.firstDifference(from: change.coefficients.axis) {
                throw .accounts(.differ(difference))
            }
        }
        let columns = try positions(purchases)
        let rows = try positions(sales)
        switch coefficients.values {
        case .dense(var matrix):
            for (row, change) in zip(rows, sales) { matrix.replaceRow(row, change.coefficients.values) }
            for (column, change) in zip(columns, purchases) {
                matrix.replaceColumn(column, change.coefficients.values)
            }
            return try changed(to: .dense(matrix), columns, rows)
        case .sparse(let matrix):
            let changed: SparseMatrix
            do throws(LinearAlgebraError) {
                changed = try matrix.replacing(
                    columns: zip(columns, purchases).map { ($0, $1.coefficients.values) },
                    rows: zip(rows, sales).map { ($0, $1.coefficients.values) }
                )
            } catch {
                throw .linearAlgebra(error, sector: error.sector(on: sectors))
            }
            return try self.changed(to: .sparse(changed), columns, rows)
        }
    }

    private func changed(
        to values: CoefficientValues,
        _ columns: [Int],
        _ rows: [Int]
    ) throws(LeontiefError) -> LeontiefSystem {
        let new = try coefficients.replacing(values)
        do throws(EquationsError) {
            let changed =
                switch values {
                case .dense(let matrix): try equations.changed(to: matrix, columns: columns, rows: rows)
                case .sparse(let matrix): try equations.changed(to: matrix, columns: columns, rows: rows)
                }
            return LeontiefSystem(new, changed)
        } catch {
            throw LeontiefError(error, on: sectors, columnSums: new.survey.absoluteSums)
        }
    }

    private init(_ coefficients: TechnicalCoefficients<Sector>, _ equations: LeontiefEquations) {
        self.coefficients = coefficients
        self.equations = equations
    }

    /// Where the changed sectors stand, in the changes' order.
    private func positions(_ changes: [Change]) throws(LeontiefError) -> [Int] {
        try joined { () throws(AccountsError) in
            _ = try Axis(changes.map(\.sector))
            return changes.compactMap { sectors.position($0.sector.code) }
        }
    }

    /// L = (I − A)⁻¹ in full, for analyses that need all n² of it. O(n³).
    func inverse() throws(LeontiefError) -> Matrix {
        do throws(EquationsError) {
            return try equations.inverse()
        } catch {
            throw LeontiefError(error, on: sectors, columnSums: coefficients.survey.absoluteSums)
        }
    }
}
