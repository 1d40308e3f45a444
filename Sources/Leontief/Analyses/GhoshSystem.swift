public import Accounts
import LinearAlgebra

/// The supply-side system: allocation coefficients B = x̂⁻¹ Z, and x' = va'(I − B)⁻¹.
///
/// It tells how dependent buyers are on a seller (forward linkage, exposure). It is not a causal quantity
/// model: output does not follow from having more of one input.
///
/// Source: Miller & Blair (2009), §12.1; Ghosh (1958).
public struct GhoshSystem<Sector: Label>: Sendable {
    /// b_ij = z_ij / x_i: the share of i's output that j buys.
    public let allocation: LabelledMatrix<Sector, Sector>
    private let factors: LUFactorization

    /// The system of flows and output.
    ///
    /// - Throws: `.accounts(.differ)` when the axes disagree, `.salesWithoutOutput` for a sector that sells
    ///   without producing, `.linearAlgebra` when I − B cannot be factored.
    public init(
        flows: LabelledMatrix<Sector, Sector>,
        output: LabelledVector<Sector>
    ) throws(LeontiefError) {
        for axis in [flows.rows, flows.columns] {
            if let difference = axis.firstDifference(from: output.axis) {
                throw .accounts(.differ(difference))
            }
        }
        // Absolute values, so that sales of opposite signs do not pass for none.
        let sales = flows.map { _, _, flow in abs(flow) }.rowSums
        for sector in output.axis.labels where output[sector] == 0 && sales[sector] != 0 {
            throw .salesWithoutOutput(sector: sector.code, sales: sales[sector])
        }
        let allocation = flows.map { row, _, flow in output[row] == 0 ? 0 : flow / output[row] }
        do {
            factors = try LUFactorization(allocation.values.subtractedFromIdentity)
        } catch {
            throw .linearAlgebra(error, sector: error.sector(on: output.axis))
        }
        self.allocation = allocation
    }

    /// x' = va'(I − B)⁻¹: output that primary inputs `va` flow into.
    ///
    /// - Throws: `.accounts(.differ)` when `primaryInputs` is on another axis, `.linearAlgebra` when not finite.
    public func output(from primaryInputs: LabelledVector<Sector>) throws(LeontiefError) -> LabelledVector<
        Sector
    > {
        if let difference = allocation.rows.firstDifference(from: primaryInputs.axis) {
            throw .accounts(.differ(difference))
        }
        do {
            let solution = try factors.solveTransposed(Matrix(column: primaryInputs.values))
            return LabelledVector(allocation.rows, solution.column(0))
        } catch {
            throw .linearAlgebra(error, sector: error.sector(on: allocation.rows))
        }
    }

    /// (I − B)⁻¹ i: forward linkages, the row sums of the Ghosh inverse.
    ///
    /// - Throws: `.linearAlgebra` when the solve fails.
    public func forwardLinkages() throws(LeontiefError) -> LabelledVector<Sector> {
        do {
            let ones = Matrix(rows: allocation.rows.count, columns: 1) { _, _ in 1 }
            return LabelledVector(allocation.rows, try factors.solve(ones).column(0))
        } catch {
            throw .linearAlgebra(error, sector: nil)
        }
    }
}
