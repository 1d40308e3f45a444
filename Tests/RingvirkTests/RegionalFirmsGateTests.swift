import Accounts
import Leontief
import LinearAlgebra
import TestSupport
import Testing

@testable import Actors

@Suite("Firms in the table of all regions: every invariant on drawn tables")
struct RegionalFirmsGateTests {
    /// Firms drawn into one region's industries, and one in another region.
    private func firms(_ regions: RandomRegions, seed: UInt64) throws -> [LocatedFirm] {
        let labels = regions.table.regions.labels
        let own = RandomFirms(
            1 + Int(seed) % 4,
            in: try AreaTable(of: regions.table, alone: 0),
            seed: seed &* 13
        ).accounts
        let other = RandomFirms(1, in: try AreaTable(of: regions.table, alone: 1), seed: seed &* 17).accounts
        return own.map { LocatedFirm($0, in: labels[0]) }
            + other.map { firm in
                // Under a code that no other firm trades with by name.
                LocatedFirm(
                    firm.with(
                        code: "other",
                        name: Name("other"),
                        purchases: firm.purchases,
                        sales: firm.sales
                    ),
                    in: labels[1]
                )
            }
    }

    @Test(
        "One by one, all together, in three orders, with the same bits",
        arguments: 1...16 as ClosedRange<UInt64>
    )
    func orders(seed: UInt64) throws {
        let regions = try RandomRegions(size: 3 + Int(seed) % 5, regions: 2 + Int(seed) % 3, seed: seed)
        let firms = try firms(regions, seed: seed)
        for firm in firms {
            let table = try MultiRegionalFirms(of: [firm], in: regions.table).table
            #expect(AugmentedFaults(table).all.isEmpty, "\(seed) \(firm.account.code)")
        }
        let all = try MultiRegionalFirms(of: firms, in: regions.table)
        #expect(AugmentedFaults(all.table).all.isEmpty, "\(seed)")
        for order in [firms.reversed(), Array(firms.dropFirst() + firms.prefix(1))] {
            let again = try MultiRegionalFirms(of: order, in: regions.table)
            #expect(again.table.flows == all.table.flows && again.table.inputs == all.table.inputs)
            #expect(again.table.flowSources == all.table.flowSources && again.places == all.places)
        }
        let columns = try all.table.columnDeviation()
        #expect(columns <= 1e-12 && all.table.addedBackDeviation <= 1e-12)
    }

    @Test(
        "Any size: refused with cells, or a table in which all holds",
        arguments: 1...30 as ClosedRange<UInt64>
    )
    func anySize(seed: UInt64) throws {
        let regions = try RandomRegions(size: 3 + Int(seed) % 4, regions: 3, seed: seed)
        let drawn = RandomFirms(
            1 + Int(seed) % 3,
            in: try AreaTable(of: regions.table, alone: 2),
            seed: seed &* 31,
            shares: 0.05...0.7,
            mixture: 0.3...1.7
        ).accounts
        let firms = drawn.map { LocatedFirm($0, in: regions.table.regions.labels[2]) }
        for repairs in [[], [.tradePlace], [.capped], [.tradePlace, .capped]] as [[CarvingRepair]] {
            let result = Result { () throws(ActorsError) in
                try MultiRegionalFirms(of: firms, in: regions.table, repairs: repairs).table
            }
            switch result {
            case .success(let table):
                #expect(AugmentedFaults(table).all.isEmpty, "\(seed) \(repairs)")
                if repairs == [.tradePlace] { checkPlaces(table, regions: 3) }
            case .failure(.firmsDoNotFit(let refusal)):
                #expect(!refusal.offences.isEmpty && refusal.repairs == repairs)
            case .failure(let error): Issue.record("\(seed) \(repairs): \(error)")
            }
        }
    }

    /// Moving purchases between regions leaves what each buyer buys of each product, and all that each seller sells.
    private func checkPlaces(_ table: AugmentedTable, regions: Int) {
        let (after, before) = (table.parent, table.unrepaired)
        let sectors = before.industries.count
        let size = sectors / regions
        for buyer in 0..<sectors {
            for product in 0..<size {
                let sums = [after, before].map { table in
                    (0..<regions).reduce(0) { $0 + table.flows.values[$1 * size + product, buyer] }
                }
                #expect(abs(sums[0] - sums[1]) <= 1e-12 * before.output.values[buyer])
            }
        }
        let (sold, wanted) = (after.flows.rowSums.values, before.flows.rowSums.values)
        for seller in 0..<sectors {
            let difference =
                sold[seller] + after.finalDemand.values[seller] - wanted[seller]
                - before.finalDemand.values[seller]
            #expect(abs(difference) <= 1e-12 * before.output.values[seller])
        }
    }

    @Test(
        "Summed over regions the nation's table with the firms; the other regions together, the rest of the country",
        arguments: 1...16 as ClosedRange<UInt64>
    )
    func sums(seed: UInt64) throws {
        let regions = try RandomRegions(size: 3 + Int(seed) % 5, regions: 2 + Int(seed) % 3, seed: seed)
        let located = try firms(regions, seed: seed).filter { $0.region.code == "r0" }
        let accounts = located.map(\.account)
        let all = try MultiRegionalFirms(of: located, in: regions.table).table
        let nation = try AugmentedTable(parent: AreaTable(of: regions.nation), firms: accounts)
        let alone = try AugmentedTable(parent: AreaTable(of: regions.table, alone: 0), firms: accounts)
        let size = regions.nation.industries.count
        for (position, account) in accounts.sorted(by: { $0.code < $1.code }).enumerated() {
            let tolerance = 1e-12 * account.output.amount
            let sector = all.firmSectors[position]
            #expect(
                all.output[sector] == account.output.amount && nation.output[sector] == all.output[sector]
            )
            for product in 0..<size {
                let inOwn = all.bought(of: [product], by: position, perRegion: size)
                let elsewhere = (1..<regions.table.regions.count).reduce(0) {
                    $0 + all.flows.values[$1 * size + product, all.parent.industries.count + position]
                }
                let inNation = nation.bought(of: [product], by: position, perRegion: size)
                #expect(abs(inOwn + elsewhere - inNation) <= tolerance, "\(seed) \(account.code)")
                #expect(abs(inOwn - alone.bought(of: [product], by: position, perRegion: size)) <= tolerance)
                let rest = alone.inputs[.restOfCountry(regions.nation.industries.labels[product]), sector]
                #expect(abs(elsewhere - rest) <= tolerance, "\(seed) \(account.code)")
            }
            for row in all.inputs.rows.labels where RandomFirms.isImport(row) {
                #expect(abs(all.inputs[row, sector] - nation.inputs[row, sector]) <= tolerance)
                #expect(abs(all.inputs[row, sector] - alone.inputs[row, sector]) <= tolerance)
            }
        }
    }
}

extension AugmentedTable {
    /// What the firm at `position` buys of industries, given by position, in the first region, and of the firms of them.
    fileprivate func bought(of industries: [Int], by position: Int, perRegion: Int) -> Double {
        let column = parent.industries.count + position
        let ofFirms = firms.enumerated().filter { _, firm in
            parent.industries.labels.firstIndex(of: firm.industry).map { industries.contains($0) } ?? false
        }
        return ofFirms.reduce(industries.reduce(0) { $0 + flows.values[$1, column] }) {
            $0 + flows.values[parent.industries.count + $1.offset, column]
        }
    }
}

extension AreaTable {
    /// One region of a table of several by itself: the others are the rest of the country.
    init(of table: MultiRegionalTable, alone region: Int) throws {
        let (axis, size) = (table.industries, table.industries.count)
        let first = region * size
        let rows = try Axis(
            axis.labels.map(AreaInput.restOfCountry) + table.primaryInputs.rows.labels.map(AreaInput.primary)
                + [.rounding]
        )
        let all = table.flows.values
        let flows = Matrix(rows: size, columns: size) { all[first + $0, first + $1] }
        let output = (0..<size).map { table.output.values[first + $0] }
        let inputs = Matrix(rows: rows.count, columns: size) { row, column in
            if row < size {
                return (0..<table.regions.count).reduce(0) {
                    $1 == region ? $0 : $0 + all[$1 * size + row, first + column]
                }
            }
            return row < rows.count - 1 ? table.primaryInputs.values[row - size, first + column] : 0
        }
        let uses = flows.rowSums
        self.init(
            area: table.regions.labels[region].code,
            scope: .region,
            basis: table.basis,
            flows: LabelledMatrix(rows: axis, columns: axis, values: flows),
            inputs: LabelledMatrix(rows: rows, columns: axis, values: inputs),
            finalDemand: LabelledVector(axis, zip(output, uses).map { $0 - $1 }),
            output: LabelledVector(axis, output)
        )
    }
}

/// What does not hold of a table with firms in it, to 10⁻¹² of the parent's output.
struct AugmentedFaults {
    /// Empty where all holds.
    let all: [String]

    init(_ table: AugmentedTable) {
        let parent = table.parent
        let (back, count) = (table.aggregated, parent.industries.count)
        var faults: [String] = []
        let (columns, inputs, rows) = (table.flows.columnSums, table.inputs.columnSums, table.flows.rowSums)
        for (position, sector) in table.sectors.labels.enumerated() {
            let home =
                position < count
                ? position
                : parent.industries.labels.firstIndex(of: table.firms[position - count].industry) ?? 0
            let tolerance = 1e-12 * parent.output.values[home]
            let output = table.output.values[position]
            if abs(columns.values[position] + inputs.values[position] - output) > tolerance {
                faults.append("column \(sector.code)")
            }
            if abs(rows.values[position] + table.finalDemand.values[position] - output) > tolerance {
                faults.append("row \(sector.code)")
            }
        }
        for column in 0..<count {
            let tolerance = 1e-12 * parent.output.values[column]
            for row in 0..<count {
                let whole = parent.flows.values[row, column]
                if abs(back.flows.values[row, column] - whole) > tolerance {
                    faults.append("sum \(row) \(column)")
                }
                let rest = table.flows.values[row, column]
                if whole >= 0 ? rest < 0 : rest > 0 { faults.append("sign \(row) \(column)") }
            }
            for row in 0..<parent.inputs.rows.count
            where abs(back.inputs.values[row, column] - parent.inputs.values[row, column]) > tolerance {
                faults.append("input \(row) \(column)")
            }
            if abs(back.finalDemand.values[column] - parent.finalDemand.values[column]) > tolerance {
                faults.append("final \(column)")
            }
        }
        all = faults
    }
}
