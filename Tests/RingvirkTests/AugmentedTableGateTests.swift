import Accounts
import Actors
import Leontief
import Regionalisation
import TestSupport
import Testing

@testable import Ringvirk

@Suite("Firms carved out: every invariant, on drawn tables, Trøndelag's and the nation's")
struct AugmentedTableGateTests {
    /// What does not hold of a table, to 10⁻¹² of the parent's output; empty where all does.
    private func faults(_ table: AugmentedTable) throws -> [String] {
        var faults: [String] = []
        let parent = table.parent
        let sums = (table.aggregated, table.flows.columnSums, table.inputs.columnSums, table.flows.rowSums)
        for (position, sector) in table.sectors.labels.enumerated() {
            let home =
                position < parent.industries.count
                ? parent.industries.labels[position]
                : table.firms[position - parent.industries.count].industry
            let tolerance = 1e-12 * parent.output[home]
            let output = table.output.values[position]
            let column = sums.1.values[position] + sums.2.values[position]
            let row = sums.3.values[position] + table.finalDemand.values[position]
            if abs(column - output) > tolerance { faults.append("column \(sector.code): \(column - output)") }
            if abs(row - output) > tolerance { faults.append("row \(sector.code): \(row - output)") }
            if output < 0 { faults.append("output \(sector.code)") }
        }
        for industry in parent.industries.labels {
            let tolerance = 1e-12 * parent.output[industry]
            for other in parent.industries.labels {
                let whole = parent.flows[other, industry]
                if abs(sums.0.flows[other, industry] - whole) > tolerance {
                    faults.append("sum \(other.code)")
                }
                let rest = table.flows[.remainder(other), .remainder(industry)]
                if whole >= 0 ? rest < 0 : rest > 0 { faults.append("sign \(other.code) \(industry.code)") }
            }
            for row in parent.inputs.rows.labels
            where abs(sums.0.inputs[row, industry] - parent.inputs[row, industry]) > tolerance {
                faults.append("sum \(row.code) \(industry.code)")
            }
            if abs(sums.0.finalDemand[industry] - parent.finalDemand[industry]) > tolerance {
                faults.append("final \(industry.code)")
            }
        }
        // v'L + m'L + t'L + rest'L + rounding'L = 1 for every sector with output.
        let ones = try LeontiefSystem(table.coefficients()).multipliers(of: table.perOutput { _ in true })
        for (sector, one) in zip(table.sectors.labels, ones.values)
        where table.output[sector] > 0 && abs(one - 1) > 1e-12 {
            faults.append("identity \(sector.code): \(one - 1)")
        }
        return faults
    }

    private func same(_ one: AugmentedTable, _ other: AugmentedTable) -> Bool {
        one.flows == other.flows && one.inputs == other.inputs && one.finalDemand == other.finalDemand
            && one.output == other.output && one.flowSources == other.flowSources
            && one.inputSources == other.inputSources && one.disagreements == other.disagreements
    }

    /// Firms one by one, all together, in other orders; without books the inverse of the industries is the parent's.
    private func check(_ parent: AreaTable, _ firms: [FirmAccount], _ label: String) throws {
        for firm in firms {
            let faults = try faults(AugmentedTable(parent: parent, firms: [firm]))
            #expect(faults.isEmpty, "\(label) \(firm.code)")
        }
        let all = try AugmentedTable(parent: parent, firms: firms)
        let found = try faults(all)
        #expect(found.isEmpty, "\(label)")
        let reversed = try AugmentedTable(parent: parent, firms: firms.reversed())
        #expect(same(all, reversed), "\(label)")
        var grown = try AugmentedTable(parent: parent, firms: [])
        for firm in firms { grown = try grown.adding(firm) }
        #expect(same(all, grown), "\(label)")

        let alone = try AugmentedTable(parent: parent, firms: firms.map(\.withoutBooks))
        let system = try LeontiefSystem(alone.coefficients())
        let industries = try LeontiefSystem(
            TechnicalCoefficients(flows: parent.flows, output: parent.output)
        )
        let row = LabelledVector(parent.industries) { Double($0.code.utf8.reduce(0) { $0 + Int($1) } % 17) }
        let spread = LabelledVector(alone.sectors) { sector in
            if case .remainder(let industry) = sector { return row[industry] }
            return firms.first { "actor:" + $0.code == sector.code }.map { row[$0.industry] } ?? 0
        }
        let expected = try industries.multipliers(of: row)
        let multipliers = try system.multipliers(of: spread)
        for firm in firms {
            let own = multipliers[.actor(code: firm.code, name: firm.name)]
            let whole = expected[firm.industry]
            #expect(abs(own - whole) <= 1e-12 * max(1, whole), "\(label) \(firm.code)")
        }
        for firm in firms.prefix(2) {
            let parts = try Decomposition(
                of: firm.code,
                from: alone,
                to: all,
                valuing: RandomFirms.isValueAdded
            )
            let sum = parts.terms.reduce(0) { $0 + $1.contribution }
            #expect(abs(sum - parts.difference) <= 1e-12, "\(label) \(firm.code)")
        }
    }

    /// A region of a drawn nation: three tenths of it, buying a drawn share of each flow itself.
    private func region(of nation: InputOutputTable, seed: UInt64) throws -> AreaTable {
        var generator = SeededGenerator(seed: seed)
        let whole = try AreaTable(of: nation)
        let shares = nation.domestic.map { _, _, _ in Double.random(in: 0.1...0.9, using: &generator) }
        let flows = whole.flows.map { 0.3 * $2 * shares[$0, $1] }
        let rows = try Axis(
            whole.industries.labels.map(AreaInput.restOfCountry) + whole.inputs.rows.labels
        )
        let output = whole.output.map { 0.3 * $0 }
        let sold = flows.rowSums
        return AreaTable(
            area: "50",
            scope: .region,
            basis: whole.basis,
            flows: flows,
            inputs: LabelledMatrix(rows: rows, columns: whole.industries) { row, industry in
                if case .restOfCountry(let seller) = row {
                    return 0.3 * whole.flows[seller, industry] - flows[seller, industry]
                }
                return 0.3 * whole.inputs[row, industry]
            },
            finalDemand: LabelledVector(whole.industries) { output[$0] - sold[$0] },
            output: output
        )
    }

    @Test("Drawn tables, one to six firms", arguments: 1...24 as ClosedRange<UInt64>)
    func drawn(seed: UInt64) throws {
        let nation = try RandomEconomy(size: 4 + Int(seed) % 9, seed: seed).table
        let region = try region(of: nation, seed: seed)
        let firms = RandomFirms(1 + Int(seed) % 6, in: region, seed: seed &* 77).accounts
        try check(region, firms, "region \(seed)")
        try check(AreaTable(of: nation), firms, "nation \(seed)")
    }

    @Test(
        "Firms of any size: refused with cells, or a table in which all holds, whatever the repairs",
        arguments: 1...60 as ClosedRange<UInt64>
    )
    func anySize(seed: UInt64) throws {
        let nation = try RandomEconomy(size: 3 + Int(seed) % 6, seed: seed).table
        let parent = seed % 2 == 0 ? try region(of: nation, seed: seed) : try AreaTable(of: nation)
        let drawn = RandomFirms(
            1 + Int(seed) % 4,
            in: try region(of: nation, seed: seed),
            seed: seed &* 31,
            shares: 0.05...0.7,
            mixture: 0.3...1.7
        )
        let orders: [[CarvingRepair]] = [
            [], [.tradePlace], [.capped], [.rebalanced], [.tradePlace, .capped], [.capped, .tradePlace],
            [.tradePlace, .rebalanced], [.capped, .rebalanced], [.rebalanced, .capped],
        ]
        for repairs in orders {
            do {
                let table = try AugmentedTable(parent: parent, firms: drawn.accounts, repairs: repairs)
                let found = try faults(table)
                #expect(found.isEmpty, "\(seed) \(repairs)")
                #expect(table.repairs.map(\.repair) == repairs)
            } catch ActorsError.firmsDoNotFit(let refusal) {
                #expect(!refusal.offences.isEmpty && refusal.repairs == repairs)
            } catch ActorsError.rebalancing {
                #expect(repairs.contains(.rebalanced))
            }
        }
    }

    @Test("Trøndelag 2019 and the nation in thirty groups")
    func thirtyGroups() throws {
        let (definition, inputs) = try EmbeddedStudy.inputs(2019)
        let builder = try ModelBuilder(definition, inputs)
        let region = try AreaTable(of: try #require(builder.regionalTable))
        let nation = try AreaTable(of: inputs.table)
        for seed in 1...3 as ClosedRange<UInt64> {
            let firms = RandomFirms(6, in: region, seed: seed).accounts
            try check(region, firms, "Trøndelag \(seed)")
            try check(nation, firms, "nation \(seed)")
        }
    }

    @Test("The nation in 65 industries", arguments: [1, 2] as [UInt64])
    func sixtyFive(seed: UInt64) throws {
        let nation = try AreaTable(of: EmbeddedStudy.table(2019))
        // Drawn as if the nation were a region: what is not there is not drawn.
        let rows = try Axis(nation.industries.labels.map(AreaInput.restOfCountry) + nation.inputs.rows.labels)
        let asRegion = AreaTable(
            area: nation.area,
            scope: .region,
            basis: nation.basis,
            flows: nation.flows,
            inputs: LabelledMatrix(rows: rows, columns: nation.industries) { row, industry in
                if case .restOfCountry = row { 0 } else { nation.inputs[row, industry] }
            },
            finalDemand: nation.finalDemand,
            output: nation.output
        )
        try check(nation, RandomFirms(6, in: asRegion, seed: seed).accounts, "65 industries \(seed)")
    }

    @Test("A firm that buys more of one seller than its industry does in Trøndelag, and the three repairs")
    func repairs() throws {
        let (definition, inputs) = try EmbeddedStudy.inputs(2019)
        let region = try AreaTable(of: try #require(try ModelBuilder(definition, inputs).regionalTable))
        let firm = try #require(
            RandomFirms(1, in: region, seed: 5).accounts.first
        )
        let seller = try #require(
            region.industries.labels.max {
                region.inputs[.restOfCountry($0), firm.industry]
                    < region.inputs[.restOfCountry($1), firm.industry]
            }
        )
        let cell = region.flows[seller, firm.industry]
        let more = cell + 0.1 * region.inputs[.restOfCountry(seller), firm.industry]
        // Half of all the industry buys, and of one seller all in the region and a tenth of what comes from outside it.
        var half: [FirmPurchase] = []
        func buy(_ seller: Industry, _ place: TradePlace, _ amount: Double) {
            half.append(FirmPurchase(seller: seller, from: place, figure: Figure(amount, from: .ledger)))
        }
        for other in region.industries.labels where other != seller {
            buy(other, .region, 0.45 * region.flows[other, firm.industry])
            buy(other, .restOfCountry, 0.5 * region.inputs[.restOfCountry(other), firm.industry])
        }
        buy(seller, .region, more)
        for row in region.inputs.rows.labels where RandomFirms.isImport(row) {
            buy(seller, .abroad, 0.5 * region.inputs[row, firm.industry])
        }
        let account = FirmAccount(
            code: "large",
            name: Name("large"),
            industry: firm.industry,
            output: Figure(0.5 * region.output[firm.industry], from: .annualAccounts),
            purchases: half,
            unattributedPurchases: Figure(0, from: .annualAccounts),
            sales: nil,
            unattributedSales: Figure(0, from: .annualAccounts),
            primaryInputs: [:],
            extensions: [:]
        )
        #expect(throws: ActorsError.self) { try AugmentedTable(parent: region, firms: [account]) }
        for repair in CarvingRepair.allCases {
            let table = try AugmentedTable(parent: region, firms: [account], repairs: [repair])
            let faults = try faults(table)
            #expect(faults.isEmpty, "\(repair)")
            #expect(table.repairs[0].touched > 0)
        }
    }
}
