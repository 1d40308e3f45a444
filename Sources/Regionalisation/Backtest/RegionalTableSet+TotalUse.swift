import Accounts

extension RegionalTableSet {
    /// The code of the final-demand category that holds sales to the nation's other regions.
    static let salesToOtherRegions = "exports_other_regions"

    /// Whether CHARM and pooling can be compared: two tables at least with purchases from abroad, and sales abroad that
    /// are told from sales to other regions.
    var hasTotalUse: Bool {
        tables.count {
            $0.fromAbroad != nil && $0.finalDemand.columns.codes.contains(Self.salesToOtherRegions)
        } > 1
    }

    /// The nation's total use as it can be known without `region`'s table.
    func totalUse(without region: Region) -> TotalUse { TotalUse(of: self, without: region) }

    /// What CHARM and pooling need of a nation and its regions' accounts do not have: use of all products, imported
    /// ones included, and exports.
    ///
    /// The nation's table is not in the set, so both come from the official tables of the *other* regions, per unit of
    /// output there:
    ///
    ///     m_ij = Σ_s Z^m_ij,s / Σ_s x_j,s      e_i = Σ_s (sales abroad)_i,s / Σ_s x_i,s      s ≠ r, with a table
    ///     home final demand_i = max(x_i − Σ_j a_ij x_j − e_i x_i, 0)
    ///
    /// What final users import is in none of the tables and is left out, so that use and cross-hauling are a little low.
    struct TotalUse {
        /// m_ij: purchases from abroad, by kind of product, per unit of the buyer's output.
        let foreign: LabelledMatrix<Industry, Industry>
        /// e_i: sales abroad per unit of output, from 0 to 1.
        let exportShare: LabelledVector<Industry>

        init(of set: RegionalTableSet, without region: Region) {
            let tables = set.tables.filter { $0.region != region }.compactMap { table in
                table.fromAbroad.map { (table, fromAbroad: $0, output: set.output.row(table.region)) }
            }
            let output = LabelledVector(set.industries) { industry in
                tables.reduce(0) { $0 + $1.output[industry] }
            }
            foreign = LabelledMatrix(rows: set.industries, columns: set.industries) { seller, buyer in
                output[buyer] > 0 ? tables.reduce(0) { $0 + $1.fromAbroad[seller, buyer] } / output[buyer] : 0
            }
            exportShare = LabelledVector(set.industries) { industry in
                let sold = tables.reduce(0) { sum, entry in
                    entry.0.finalDemand.columns.labels
                        .filter { $0.role == .exports && $0.code != RegionalTableSet.salesToOtherRegions }
                        .reduce(sum) { $0 + entry.0.finalDemand[industry, $1] }
                }
                return output[industry] > 0 ? min(max(sold / output[industry], 0), 1) : 0
            }
        }

        /// The region's coefficients: share · (a_ij + m_ij), at most the nation's domestic a_ij.
        ///
        /// - Throws: as ``CrossHauling/init(output:use:flows:propensity:formula:)``.
        func coefficients(
            of region: Region,
            in set: RegionalTableSet,
            by method: QuotientMethod,
            _ domestic: LabelledMatrix<Industry, Industry>
        ) throws(RegionalisationError) -> LabelledMatrix<Industry, Industry> {
            let trade = try trade(of: region, in: set, isPooling: method == .pooling)
            return domestic.map { seller, buyer, value in
                min(trade.suppliedShare[seller] * (value + foreign[seller, buyer]), value)
            }
        }

        private func trade(
            of region: Region,
            in set: RegionalTableSet,
            isPooling: Bool
        ) throws(RegionalisationError) -> CrossHauling<Industry> {
            let (nation, output) = (set.output.columnSums, set.output.row(region))
            let domestic = set.nationalCoefficients
            func bought(
                _ coefficients: LabelledMatrix<Industry, Industry>,
                _ output: LabelledVector<Industry>
            ) throws(RegionalisationError) -> LabelledVector<Industry> {
                try joined { () throws(AccountsError) in try coefficients.times(output) }
            }
            let (nationalDomestic, nationalForeign) = try (bought(domestic, nation), bought(foreign, nation))
            let (ownDomestic, ownForeign) = try (bought(domestic, output), bought(foreign, output))
            let exports = LabelledVector(set.industries) { exportShare[$0] * nation[$0] }
            let home = LabelledVector(set.industries) { industry in
                max(nation[industry] - nationalDomestic[industry] - exports[industry], 0)
            }
            let size = output.sum / nation.sum
            let use = LabelledVector(set.industries) { ownDomestic[$0] + ownForeign[$0] + home[$0] * size }
            let nationalUse = LabelledVector(set.industries) {
                nationalDomestic[$0] + nationalForeign[$0] + home[$0]
            }
            let propensity =
                isPooling
                ? nil
                : try CrossHauling.propensity(
                    output: nation,
                    use: nationalUse,
                    exports: exports,
                    imports: nationalForeign,
                    formula: .reformulated
                )
            return try CrossHauling(
                output: output,
                use: use,
                flows: .total,
                propensity: propensity,
                formula: .reformulated
            )
        }
    }
}
