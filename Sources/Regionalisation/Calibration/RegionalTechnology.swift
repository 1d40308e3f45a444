public import Accounts
import LinearAlgebra

/// Whose input coefficients a region's industries are given, before it is asked where they buy.
public enum RegionalTechnology: String, Sendable, CaseIterable {
    /// The nation's, as they are.
    case national
    /// The nation's, each column scaled so that all inputs together are what the region's own accounts leave for them:
    ///
    ///     a_ij^r = a_ij^n · (1 − v_j^r) / (1 − v_j^n),   v = value added / output
    ///
    /// This needs output by region, which Statistics Norway does not publish.
    case ownAccounts = "own"

    /// The coefficients of one region's industries; columns of industries without inputs stay as they are.
    ///
    /// - Throws: `.accounts(.differ)` where axes differ.
    public func coefficients(
        _ national: LabelledMatrix<Industry, Industry>,
        valueAddedShare region: LabelledVector<Industry>,
        nation: LabelledVector<Industry>
    ) throws(RegionalisationError) -> LabelledMatrix<Industry, Industry> {
        guard self == .ownAccounts else { return national }
        for vector in [region, nation] {
            if let difference = national.columns.firstDifference(from: vector.axis) {
                throw .accounts(.differ(difference))
            }
        }
        let scale = zip(region.values, nation.values).map { own, all in
            all < 1 ? max(0, 1 - own) / (1 - all) : 1
        }
        let values = LabelledVector(national.columns, scale)
        return national.map { _, buyer, coefficient in coefficient * values[buyer] }
    }
}
