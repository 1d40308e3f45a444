import Accounts
import Leontief
import LinearAlgebra
import TestSupport
import Testing

@Suite("Several regions in one system")
struct MultiRegionalModelTests {
    /// Miller & Blair (2009), Table 3.3: regions L with three industries and M with two; M's services produce nothing.
    private func millerBlair() throws -> MultiRegionalTable {
        let regions = try Axis(["L", "M"].map { Region(code: $0, name: Name($0)) })
        let axis = try industries(["natres", "manuf", "serv"])
        let categories = try Axis([FinalDemandCategory.household])
        let sectors = try Axis(axis, in: regions)
        let users = try Axis(categories, in: regions)
        let inputs = try Axis([PrimaryInput(.operatingSurplus)])
        let flows: [[Double]] = [
            [150, 500, 50, 25, 75, 0], [200, 100, 400, 200, 100, 0], [300, 500, 50, 60, 40, 0],
            [75, 100, 60, 200, 250, 0], [50, 25, 25, 150, 100, 0], [0, 0, 0, 0, 0, 0],
        ]
        return try MultiRegionalTable(
            nation: SmallTable.nation,
            basis: SmallTable.basis,
            regions: regions,
            industries: axis,
            categories: categories,
            flows: LabelledMatrix(sectors, flows),
            finalDemand: LabelledMatrix(
                sectors,
                users,
                [[180, 20], [800, 200], [40, 10], [65, 450], [150, 300], [0, 0]]
            ),
            primaryInputs: LabelledMatrix(inputs, sectors, [[225, 775, 415, 565, 235, 0]]),
            finalDemandInputs: LabelledMatrix(inputs, users, [[0, 0]]),
            output: LabelledVector(sectors, [1000, 2000, 1000, 1200, 800, 0]),
            tolerance: BalanceTolerance(row: 1e-9, column: 1e-9, reason: "typed exactly"),
            provenance: [SmallTable.provenance],
            rules: []
        )
    }

    @Test("Miller & Blair's two regions: where output multipliers land, spill-over and feedback")
    func textbook() throws {
        let table = try millerBlair()
        let model = try MultiRegionalModel(table)
        let measures = try RegionalMeasure.measures(of: table, households: nil)
        let output = try model.landings(of: measures, .type1)[0]
        #expect(output.measure == .output)
        // Computed with numpy 2.4 beside the case (mb_interregional/multiplier_by_region_computed.csv).
        let inL = [
            2.696312441629878, 2.425761403870892, 2.297840945073207, 0.851031495336394, 1.0706729787805098,
        ]
        let inM = [
            0.4140057787841446, 0.2908417987252663, 0.28992451491608484, 1.5560747496731053,
            1.8010718304232243,
        ]
        #expect(
            deviation(of: Array(output.values.row(table.regions.labels[0]).values[..<5]), from: inL) <= 1e-12
        )
        #expect(
            deviation(of: Array(output.values.row(table.regions.labels[1]).values[..<5]), from: inM) <= 1e-12
        )
        let spillovers = try model.spillovers(of: measures[0], output)
        #expect(spillovers.map(\.sector.code) == ["L:natres", "L:manuf", "L:serv", "M:natres", "M:manuf"])
        let first = spillovers[0]
        // 100 of demand for L's natural resources: 41.40 spills over to M; alone L misses 8.681 % of its own output.
        #expect(abs(100 * first.elsewhere - 41.40) <= halfOfLastDigit(decimals: 2))
        #expect(abs(100 * first.feedback / first.inRegion - 8.681) <= halfOfLastDigit(decimals: 3))
        let alone = (136.5086115245588 + 52.73229853285139 + 56.984903253242614) / 100
        #expect(abs(first.alone - alone) <= 1e-12)
        let valueAdded = try model.landings(of: measures, .type1)[1]
        // Nothing is imported or taxed, so that every krone ends as value added.
        for sum in valueAdded.values.values.columnSums.prefix(5) { #expect(abs(sum - 1) <= 1e-12) }
    }

    /// A table of one region, or of two that are alike and trade `away` of all purchases.
    private func alike(_ nation: InputOutputTable, regions count: Int, away: Double) throws
        -> MultiRegionalTable
    {
        let regions = try Axis((0..<count).map { Region(code: "r\($0)", name: Name("r\($0)")) })
        let sectors = try Axis(nation.industries, in: regions)
        let users = try Axis(nation.categories, in: regions)
        let (height, width) = (nation.industries.count, nation.categories.count)
        let part = 1 / Double(count)
        func share(_ seller: Int, _ buyer: Int) -> Double {
            count == 1 ? 1 : (seller == buyer ? 1 - away : away) * part
        }
        return try MultiRegionalTable(
            nation: nation.area,
            basis: nation.basis,
            regions: regions,
            industries: nation.industries,
            categories: nation.categories,
            flows: LabelledMatrix(
                rows: sectors,
                columns: sectors,
                values: Matrix(rows: sectors.count, columns: sectors.count) {
                    nation.domestic.values[$0 % height, $1 % height] * share($0 / height, $1 / height)
                }
            ),
            finalDemand: LabelledMatrix(
                rows: sectors,
                columns: users,
                values: Matrix(rows: sectors.count, columns: users.count) {
                    nation.finalDemand.values[$0 % height, $1 % width] * share($0 / height, $1 / width)
                }
            ),
            primaryInputs: LabelledMatrix(
                rows: nation.primaryInputs.rows,
                columns: sectors,
                values: Matrix(rows: nation.primaryInputs.rows.count, columns: sectors.count) {
                    nation.primaryInputs.values[$0, $1 % height] * part
                }
            ),
            finalDemandInputs: LabelledMatrix(
                rows: nation.primaryInputs.rows,
                columns: users,
                values: Matrix(rows: nation.primaryInputs.rows.count, columns: users.count) {
                    nation.finalDemandInputs.values[$0, $1 % width] * part
                }
            ),
            output: LabelledVector(
                sectors,
                sectors.labels.indices.map { nation.output.values[$0 % height] * part }
            ),
            tolerance: BalanceTolerance(row: 1e-7, column: 1e-7, reason: "sums of rounded products"),
            provenance: [],
            rules: []
        )
    }

    private func leakages() throws -> HouseholdLeakages {
        try HouseholdLeakages(wageShareOfCompensation: 0.8, incomeTax: 0.25, saving: 0.1, residentShare: 1)
    }

    @Test("Type II of one region, or of two alike, is the nation's", arguments: [1, 2])
    func households(count: Int) throws {
        let nation = try RandomEconomy(size: 6, seed: 11).table
        let table = try alike(nation, regions: count, away: 0.3)
        let nothing = LabelledVector(table.sectors) { _ in 0.0 }
        let households = try RegionalHouseholds(of: table, notFromWages: nothing, leakages: leakages())
        let model = try MultiRegionalModel(table, households: households)
        let measures = try RegionalMeasure.measures(of: table, households: households)
        let landings = try model.landings(of: measures, .type2)
        let consumption = LabelledVector(nation.industries) { nation.finalDemand[$0, .household] }
        let closed = try ClosedLeontiefSystem(
            LeontiefSystem(TechnicalCoefficients(domesticIn: nation)),
            closedBy: HouseholdClosure(
                compensation: nation.inputs(.compensation),
                output: nation.output,
                consumption: consumption,
                imports: nation.finalDemandInputs[PrimaryInput(.imports), .household],
                productTaxes: nation.finalDemandInputs[PrimaryInput(.productTaxes), .household],
                supplied: LabelledVector(nation.industries) { _ in 1 },
                leakages: leakages()
            )
        )
        let rows: [(perOutput: LabelledVector<Industry>, perWages: Double)] = [
            (LabelledVector(nation.industries) { _ in 1 }, 0),
            (try MeasureCoefficients.ratio(of: nation.valueAdded, to: nation.output), 0),
            (try MeasureCoefficients.ratio(of: nation.inputs(.compensation), to: nation.output), 0),
            (
                try MeasureCoefficients.ratio(of: nation.inputs(.imports), to: nation.output),
                closed.closure.imports
            ),
            (
                try MeasureCoefficients.ratio(of: nation.inputs(.productTaxes), to: nation.output),
                closed.closure.productTaxes
            ),
        ]
        for (index, landing) in landings.enumerated() {
            let row = rows[index]
            let wanted = try closed.multipliers(of: row.perOutput, perWages: row.perWages).values
            let found = landing.values.values.columnSums
            for (sector, sum) in found.enumerated() { #expect(abs(sum - wanted[sector % 6]) <= 1e-9) }
        }
    }

    /// Two regions that sell each other nothing: half of every krone of output is wages, all of which is spent on the own
    /// region's product.
    ///
    /// Worked by hand. Without commuting x₁ = 1/(1 − ½) = 2 and x₂ = 0. If 40 % of those who work in 1 live in 2, x₁ =
    /// 1/(1 − 0.6·½) = 10/7, and 2 earns 0.4·½·10/7 = 2/7, which makes x₂ = 2/7 / (1 − ½) = 4/7: together 2 again.
    @Test("Type II with and without commuting, two regions worked by hand")
    func handWorked() throws {
        let regions = try Axis(["1", "2"].map { Region(code: $0, name: Name($0)) })
        let sectors = try Axis(try industries(["a"]), in: regions)
        let categories = try Axis([
            FinalDemandCategory.household,
            FinalDemandCategory(code: "EX", name: Name("EX"), role: .exports),
        ])
        let users = try Axis(categories, in: regions)
        let inputs = try Axis([PrimaryInput(.compensation), PrimaryInput(.operatingSurplus)])
        let table = try MultiRegionalTable(
            nation: SmallTable.nation,
            basis: SmallTable.basis,
            regions: regions,
            industries: try industries(["a"]),
            categories: categories,
            flows: LabelledMatrix(sectors, [[0, 0], [0, 0]]),
            finalDemand: LabelledMatrix(sectors, users, [[60, 40, 0, 0], [0, 0, 60, 40]]),
            primaryInputs: LabelledMatrix(inputs, sectors, [[50, 50], [50, 50]]),
            finalDemandInputs: LabelledMatrix(inputs, users, [[0, 0, 0, 0], [0, 0, 0, 0]]),
            output: LabelledVector(sectors, [100, 100]),
            tolerance: BalanceTolerance(row: 1e-9, column: 1e-9, reason: "typed exactly"),
            provenance: [],
            rules: []
        )
        func landed(_ residence: [[Double]]?) throws -> [Double] {
            let households = try RegionalHouseholds(
                of: table,
                notFromWages: LabelledVector(table.sectors, [0, 0]),
                leakages: HouseholdLeakages(
                    wageShareOfCompensation: 1,
                    incomeTax: 0,
                    saving: 0,
                    residentShare: 1
                ),
                residence: residence.map { LabelledMatrix(regions, regions, $0) }
            )
            let model = try MultiRegionalModel(table, households: households)
            let output = try RegionalMeasure.measures(of: table, households: households)[0]
            return try model.landings(of: [output], .type2)[0].values.column(table.sectors.labels[0]).values
        }
        #expect(deviation(of: try landed(nil), from: [2, 0]) <= 1e-14)
        #expect(deviation(of: try landed([[0.6, 0], [0.4, 1]]), from: [10.0 / 7, 4.0 / 7]) <= 1e-14)
    }

    @Test("Wages earned where nobody lives are spent elsewhere; a commuting table must add up")
    func commuting() throws {
        let table = try alike(RandomEconomy(size: 3, seed: 12).table, regions: 2, away: 0.2)
        let nothing = LabelledVector(table.sectors) { _ in 0.0 }
        let half = LabelledMatrix(rows: table.regions, columns: table.regions) { $0 == $1 ? 0.5 : 0.4 }
        #expect(throws: LeontiefError.shareOutside(name: "commuting from r0", value: 0.9)) {
            try RegionalHouseholds(
                of: table,
                notFromWages: nothing,
                leakages: leakages(),
                residence: half
            )
        }
        let commuters = LabelledMatrix(rows: table.regions, columns: table.regions) { $0 == $1 ? 0.6 : 0.4 }
        let households = try RegionalHouseholds(
            of: table,
            notFromWages: nothing,
            leakages: leakages(),
            residence: commuters
        )
        #expect(households.knowsCommuting)
        let model = try MultiRegionalModel(table, households: households)
        let measures = try RegionalMeasure.measures(of: table, households: households)
        let (open, closed) = (
            try model.landings(of: measures, .type1)[1], try model.landings(of: measures, .type2)[1]
        )
        let grows = zip(open.values.values.columnMajor, closed.values.values.columnMajor).allSatisfy {
            $0 < $1
        }
        #expect(grows)
    }

    @Test("A measure on other sectors and Type II without households are refused")
    func refusals() throws {
        let table = try millerBlair()
        let model = try MultiRegionalModel(table)
        let measures = try RegionalMeasure.measures(of: table, households: nil)
        #expect(throws: LeontiefError.accounts(.lacks(role: "HOUSEHOLDS"))) {
            try model.landings(of: measures, .type2)
        }
        #expect(throws: LeontiefError.amountWithoutOutput(sector: "M:serv", amount: 1)) {
            try RegionalMeasure(.employment, amounts: LabelledVector(table.sectors) { _ in 1 }, in: table)
        }
        let unknown = Region(code: "N", name: Name("N"))
        #expect(throws: AccountsError.unknownLabel(code: "N", known: ["L", "M"])) {
            try table.flows(from: unknown, to: unknown)
        }
    }

    @Test("A table that does not add up is refused with its rows and columns")
    func unbalanced() throws {
        let sound = try millerBlair()
        let wrong = LabelledVector(sound.sectors, sound.output.values.map { $0 == 800 ? 801 : $0 })
        let error = #expect(throws: AccountsError.self) {
            try MultiRegionalTable(
                nation: sound.nation,
                basis: sound.basis,
                regions: sound.regions,
                industries: sound.industries,
                categories: sound.categories,
                flows: sound.flows,
                finalDemand: sound.finalDemand,
                primaryInputs: sound.primaryInputs,
                finalDemandInputs: sound.finalDemandInputs,
                output: wrong,
                tolerance: sound.tolerance,
                provenance: [],
                rules: []
            )
        }
        guard case .notBalanced(let report) = error else {
            Issue.record("not refused for its balance")
            return
        }
        #expect(report.beyondTolerance.map(\.code) == ["M:manuf", "M:manuf"])
    }
}
