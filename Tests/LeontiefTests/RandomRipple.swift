import Accounts
import Leontief
import TestSupport

/// A region in a nation, drawn from a seed: the region buys at home between nothing and all of what its
/// industries buy in the nation, and its jobs by krone are its own.
struct RandomRipple {
    let table: InputOutputTable
    let nation: ClosedLeontiefSystem<Industry>
    let region: ClosedLeontiefSystem<Industry>
    let leakages: HouseholdLeakages
    /// Jobs by krone of output in the region, in the rest of the country, and tonnes by krone everywhere.
    let jobsInRegion: LabelledVector<Industry>
    let jobsElsewhere: LabelledVector<Industry>
    let emissions: LabelledVector<Industry>
    let demand: LabelledVector<Industry>

    init(size: Int, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 7919)
        func random(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }
        let table = try RandomEconomy(size: size, seed: seed).table
        let leakages = try HouseholdLeakages(
            wageShareOfCompensation: 0.8,
            incomeTax: 0.25,
            saving: 0.05,
            residentShare: 1
        )
        func closure(supplied: LabelledVector<Industry>) throws -> HouseholdClosure<Industry> {
            try HouseholdClosure(
                compensation: table.inputs(.compensation),
                output: table.output,
                consumption: table.finalDemand.column(.household),
                imports: 20,
                productTaxes: 7,
                supplied: supplied,
                leakages: leakages
            )
        }
        let ofNation = try TechnicalCoefficients(domesticIn: table)
        let ofRegion = try TechnicalCoefficients(ofNation.matrix.map { _, _, value in value * random(0...1) })
        nation = try ClosedLeontiefSystem(
            LeontiefSystem(ofNation),
            closedBy: closure(supplied: LabelledVector(table.industries) { _ in 1 })
        )
        region = try ClosedLeontiefSystem(
            LeontiefSystem(ofRegion),
            closedBy: closure(supplied: LabelledVector(table.industries) { _ in random(0...1) })
        )
        jobsInRegion = LabelledVector(table.industries) { _ in random(0...2) }
        jobsElsewhere = LabelledVector(table.industries) { _ in random(0...2) }
        emissions = LabelledVector(table.industries) { _ in random(0...50) }
        demand = LabelledVector(table.industries) { _ in random(0...100) }
        self.table = table
        self.leakages = leakages
    }

    /// The share of output that goes to primary inputs of a role.
    func share(_ role: PrimaryInput.Role) throws -> LabelledVector<Industry> {
        try MeasureCoefficients.ratio(of: table.inputs(role), to: table.output)
    }

    var measures: [MeasureCoefficients] {
        get throws {
            let ones = LabelledVector(table.industries) { _ in 1 }
            return [
                MeasureCoefficients(.output, everywhere: ones),
                MeasureCoefficients(.outputWithHouseholds, everywhere: ones, perWages: 1),
                MeasureCoefficients(
                    .valueAdded,
                    everywhere: try MeasureCoefficients.ratio(of: table.valueAdded, to: table.output)
                ),
                MeasureCoefficients(.employment, inRegion: jobsInRegion, inRestOfCountry: jobsElsewhere),
                MeasureCoefficients(
                    .imports,
                    everywhere: try share(.imports),
                    perWages: nation.closure.imports
                ),
                MeasureCoefficients(
                    .productTaxes,
                    everywhere: try share(.productTaxes),
                    perWages: nation.closure.productTaxes
                ),
                MeasureCoefficients(
                    Measure(code: "ghg", name: Name("ghg"), unit: .tonnesCO2Equivalents),
                    everywhere: emissions,
                    abroad: .init(perOutput: jobsElsewhere, perWages: 0.4)
                ),
            ]
        }
    }

    /// The region in the nation, or the nation alone.
    func model(withRegion: Bool = true) throws -> RippleModel {
        try RippleModel(
            region: withRegion ? Region(code: "50", name: Name("Trøndelag")) : SmallTable.nation,
            nation: nation,
            regional: withRegion ? region : nil,
            basis: SmallTable.basis,
            measures: try measures,
            producing: table.industries.labels
        )
    }
}
