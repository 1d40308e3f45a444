import Accounts
import Leontief
import Regionalisation

extension CountyInputs {
    /// What households consume without buying it for wages: their own dwellings' services.
    static func dwellings(_ inputs: StudyInputs) -> LabelledVector<Industry> {
        let households = inputs.table.categories.labels.filter { $0.role == .householdConsumption }
        return LabelledVector(inputs.table.industries) { industry in
            let all = households.reduce(0) { $0 + inputs.table.finalDemand[industry, $1] }
            let rest = all - inputs.consumption.domestic[industry]
            // What two sums of the same cells leave is rounding.
            return abs(rest) <= 1e-9 * abs(all) ? 0 : rest
        }
    }

    /// The households of Type II.
    func households(
        of build: MultiRegionalBuild,
        _ definition: StudyDefinition,
        residence: LabelledMatrix<Region, Region>? = nil
    ) throws(LeontiefError) -> RegionalHouseholds {
        try RegionalHouseholds(
            of: build.table,
            notFromWages: build.usedWhereMade,
            leakages: definition.households.leakages,
            residence: residence
        )
    }
}
