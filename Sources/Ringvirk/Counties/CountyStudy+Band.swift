import Accounts
import Leontief
import Regionalisation

extension CountyStudy {
    /// Where value added lands at the lowest and the highest over the exponents of distance, the table's own included.
    static func band(
        _ landing: MultiRegionalModel.Landing,
        _ parts: CountyInputs,
        _ options: CountyOptions,
        _ source: String
    ) throws(StudyError) -> (
        lower: LabelledMatrix<Region, Located<Industry>>, upper: LabelledMatrix<Region, Located<Industry>>
    ) {
        var (lower, upper) = (landing.values, landing.values)
        for decay in options.otherDecays {
            let build = try regionalising(source) { () throws(RegionalisationError) in
                try parts.build(decay: decay)
            }
            let other = try solving(source) { () throws(LeontiefError) in
                try MultiRegionalModel(build.table).landings(
                    of: [RegionalMeasure(.valueAdded, amounts: build.table.valueAdded, in: build.table)],
                    .type1
                )
            }
            for one in other {
                (lower, upper) = try fitting(source) { () throws(AccountsError) in
                    (try lower.combined(with: one.values, min), try upper.combined(with: one.values, max))
                }
            }
        }
        return (lower, upper)
    }
}
