public import Accounts

/// A region inside its nation, ready to answer what a krone of demand sets moving, and where.
///
/// Final demand f for the region's industries is met by output x_r = L_r f in the region and x_n = L_n f in
/// the nation; the rest of the country produces the difference, x_n − x_r, which is nowhere negative because
/// the region's coefficients nowhere exceed the nation's. Each measure then has its own coefficients in each
/// place (METHOD §4, §8). A model of a nation alone has no region, and everything lands in the nation.
public struct RippleModel: Sendable {
    /// The region the demand is directed at; the nation itself when the model has no region.
    public let region: Region
    /// The nation's system, closed for households; ``ClosedLeontiefSystem/open`` is Type I.
    public let nation: ClosedLeontiefSystem<Industry>
    /// The region's own system; `nil` in a model of the nation alone.
    public let regional: ClosedLeontiefSystem<Industry>?
    /// Unit, year, valuation and prices of the table, which demands must share.
    public let basis: Basis
    /// What is measured.
    public let measures: [MeasureCoefficients]
    /// Industries the region produces in; demand cannot be met by the others.
    public let producing: [Industry]

    /// A model of a region in a nation, or of the nation alone.
    ///
    /// - Throws: `.accounts(.differ)` when the parts are on other industries, `.accounts(.duplicateLabel)` when two
    ///   measures share a code, `.regionExceedsNation` for the first
    ///   coefficient that is larger in the region than in the nation by more than rounding.
    public init(
        region: Region,
        nation: ClosedLeontiefSystem<Industry>,
        regional: ClosedLeontiefSystem<Industry>?,
        basis: Basis,
        measures: [MeasureCoefficients],
        producing: [Industry]
    ) throws(LeontiefError) {
        let industries = nation.open.sectors
        _ = try joined { () throws(AccountsError) in try Axis(measures.map(\.measure)) }
        let axes =
            [regional?.open.sectors].compactMap(\.self)
            + measures.flatMap {
                [$0.inRegion.axis, $0.inRestOfCountry.axis] + ($0.abroad.map { [$0.perOutput.axis] } ?? [])
            }
        for axis in axes {
            if let difference = axis.firstDifference(from: industries) {
                throw .accounts(.differ(difference))
            }
        }
        if let regional {
            try Self.checkRegion(regional.open.coefficients.matrix, inside: nation.open.coefficients.matrix)
        }
        self.region = region
        self.nation = nation
        self.regional = regional
        self.basis = basis
        self.measures = measures
        self.producing = producing
    }

    private static func checkRegion(
        _ region: LabelledMatrix<Industry, Industry>,
        inside nation: LabelledMatrix<Industry, Industry>
    ) throws(LeontiefError) {
        for seller in region.rows.labels {
            for buyer in region.columns.labels {
                let (inside, whole) = (region[seller, buyer], nation[seller, buyer])
                // Both are quotients of the same flow, so that only rounding can put the part above the whole.
                guard abs(inside) <= abs(whole) * (1 + 1e-12), inside * whole >= 0 else {
                    throw .regionExceedsNation(
                        seller: seller.code,
                        buyer: buyer.code,
                        region: inside,
                        nation: whole
                    )
                }
            }
        }
    }

    /// The industries.
    public var industries: Axis<Industry> { nation.open.sectors }

    /// The places an effect can land in, in this model.
    public var scopes: [Scope] {
        regional == nil ? [.nation, .abroad] : [.region, .restOfCountry, .nation, .abroad]
    }
}
