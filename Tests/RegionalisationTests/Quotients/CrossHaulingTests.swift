import Accounts
import LinearAlgebra
import TestSupport
import Testing

@testable import Regionalisation

@Suite("CHARM and pooling")
struct CrossHaulingTests {
    /// Three products of a region with the nation's h; no published table, so figures worked out from the formula with
    /// numpy.
    private func example() throws -> (
        output: LabelledVector<Industry>, use: LabelledVector<Industry>, h: [Double]
    ) {
        let axis = try industries(["goods", "services", "not traded"])
        return (LabelledVector(axis, [800, 120, 60]), LabelledVector(axis, [500, 200, 60]), [0.3, 0.15, 0])
    }

    private func trade(
        _ h: [Double]?,
        _ formula: CrossHauling<Industry>.Formula,
        flows: FlowBasis = .total
    ) throws -> CrossHauling<Industry> {
        let (output, use, _) = try example()
        return try CrossHauling(
            output: output,
            use: use,
            flows: flows,
            propensity: h.map { LabelledVector(output.axis, $0) },
            formula: formula
        )
    }

    @Test("Kronenberg's formula: balance, cross-hauling, volume, exports and imports, and h back from them")
    func original() throws {
        let (output, use, h) = try example()
        let found = try trade(h, .original)
        let half = 1e-12
        #expect(deviation(of: found.balance.values, from: [300, -80, 0]) <= half)
        #expect(deviation(of: found.crossHauling.values, from: [390, 48, 0]) <= half)
        #expect(deviation(of: found.volume.values, from: [690, 128, 0]) <= half)
        #expect(deviation(of: found.exports.values, from: [495, 24, 0]) <= half)
        #expect(deviation(of: found.imports.values, from: [195, 104, 0]) <= half)
        for position in 0..<3 {
            #expect(
                abs(
                    found.exports.values[position] - found.imports.values[position]
                        - found.balance.values[position]
                )
                    <= half
            )
        }
        let back = try CrossHauling.propensity(
            output: output,
            use: use,
            exports: found.exports,
            imports: found.imports,
            formula: .original
        )
        #expect(deviation(of: back.values, from: h) <= half)
        // (800 − 495) / 500, (120 − 24) / 200, 60 / 60.
        #expect(deviation(of: found.suppliedShare.values, from: [0.61, 0.48, 1]) <= half)
    }

    @Test("The reformulation: exports within output, share (1 − h) min(x / u, 1), and h back")
    func reformulated() throws {
        let (output, use, h) = try example()
        let found = try trade(h, .reformulated)
        // q = 2 h min(x, u): 300, 36, 0.
        #expect(deviation(of: found.crossHauling.values, from: [300, 36, 0]) <= 1e-12)
        #expect(deviation(of: found.exports.values, from: [450, 18, 0]) <= 1e-12)
        #expect(deviation(of: found.suppliedShare.values, from: [0.7, 0.85 * 0.6, 1]) <= 1e-12)
        let back = try CrossHauling.propensity(
            output: output,
            use: use,
            exports: found.exports,
            imports: found.imports,
            formula: .reformulated
        )
        #expect(deviation(of: back.values, from: h) <= 1e-12)
    }

    @Test("h = 0 is supply–demand pooling: what there is goes to the region first")
    func pooling() throws {
        for formula in CrossHauling<Industry>.Formula.allCases {
            let found = try trade(nil, formula)
            #expect(found == (try trade([0, 0, 0], formula)))
            #expect(found.exports.values == [300, 0, 0] && found.imports.values == [0, 80, 0])
            #expect(found.suppliedShare.values == [1, 0.6, 1])
        }
    }

    @Test("A product nobody uses, and one nobody makes")
    func empty() throws {
        let axis = try industries(["a", "b", "c"])
        let found = try CrossHauling(
            output: LabelledVector(axis, [10, 0, 0]),
            use: LabelledVector(axis, [0, 10, 0]),
            flows: .total,
            propensity: LabelledVector(axis, [0.2, 0.2, 0.2]),
            formula: .reformulated
        )
        #expect(found.suppliedShare.values == [0.8, 0, 0])
        #expect(found.exports.values == [10, 0, 0] && found.imports.values == [0, 10, 0])
    }

    @Test(
        "Domestic flows, a propensity outside 0 to 1, amounts below zero, other products, exports above output"
    )
    func refusals() throws {
        let (output, use, h) = try example()
        #expect(throws: RegionalisationError.wantsTotalFlows(method: "charm")) {
            try trade(h, .original, flows: .domestic)
        }
        #expect(throws: RegionalisationError.wantsTotalFlows(method: "pooling")) {
            try trade(nil, .original, flows: .domestic)
        }
        #expect(throws: RegionalisationError.propensityOutside(product: "services", value: 1.01)) {
            try trade([0.3, 1.01, 0], .reformulated)
        }
        #expect(throws: RegionalisationError.negativeAmount(what: "use", product: "services", value: -1)) {
            try CrossHauling(
                output: output,
                use: LabelledVector(output.axis, [500, -1, 60]),
                flows: .total,
                propensity: nil,
                formula: .reformulated
            )
        }
        #expect(throws: RegionalisationError.accounts(.differ(.label(position: 0, "goods", "other")))) {
            try CrossHauling(
                output: output,
                use: LabelledVector(try industries(["other", "services", "not traded"]), use.values),
                flows: .total,
                propensity: nil,
                formula: .reformulated
            )
        }
        // Small use, large h: v = 700 + 0.9 · 900, e = (1 510 + 700) / 2 = 1 105 of 800 made. The reformulation cannot do that.
        #expect(throws: RegionalisationError.exportsAboveOutput(product: "goods", exports: 1105, output: 800))
        {
            try CrossHauling(
                output: output,
                use: LabelledVector(output.axis, [100, 200, 60]),
                flows: .total,
                propensity: LabelledVector(output.axis, [0.9, 0, 0]),
                formula: .original
            )
        }
        // More is sold abroad, and more bought there, than is made and used.
        #expect(throws: RegionalisationError.propensityOutside(product: "goods", value: 1.2)) {
            try CrossHauling.propensity(
                output: output,
                use: LabelledVector(output.axis, [500, 200, 60]),
                exports: LabelledVector(output.axis, [900, 0, 0]),
                imports: LabelledVector(output.axis, [600, 0, 0]),
                formula: .reformulated
            )
        }
    }

    @Test(
        "The region's table: rows by one share each, columns add up, nothing above the nation's coefficients"
    )
    func regionalTable() throws {
        for seed in 1...8 as ClosedRange<UInt64> {
            let nation = try RandomEconomy(size: 9, seed: seed).table
            let half = nation.valueAdded.map { $0 * 0.4 }
            var small = SmallAccounts(.valueAdded, industries: nation.industries, rows: [])
            small.rows = [
                .valueAdded: [
                    ("0", nation.valueAdded), ("1", half), ("2", nation.valueAdded.map { $0 * 0.6 }),
                ].map {
                    ($0.0, $0.1.values.map { .value($0, .published) })
                }
            ]
            small.year = nation.basis.year
            let accounts = try small.accounts()
            for method in [QuotientMethod.charm, .pooling] {
                func table(_ basis: FlowBasis) throws -> RegionalTable {
                    try RegionalTable(
                        of: nation,
                        region: accounts.region("1"),
                        accounts: accounts,
                        method: method,
                        sizeMeasure: .valueAdded,
                        flowBasis: basis
                    )
                }
                let found = try table(.total)
                let trade = try #require(found.trade)
                // Two fifths of everything: as much is made as is used, so pooling buys nothing that the nation does not.
                for (position, industry) in nation.industries.labels.enumerated() {
                    let balance = trade.exports.values[position] - trade.imports.values[position]
                    #expect(abs(balance - trade.balance.values[position]) <= 1e-9)
                    for buyer in nation.industries.labels {
                        let national = nation.domestic[industry, buyer] / nation.output[buyer]
                        let here = found.intraregional[industry, buyer] / found.output[buyer]
                        #expect(here >= 0 && here <= national + 1e-12)
                    }
                }
                let sum = try found.intraregional.columnSums
                    .combined(with: found.fromRestOfCountry.columnSums, +)
                    .combined(with: found.primaryInputs.columnSums, +)
                #expect(deviation(of: sum.values, from: found.output.values) <= 1e-8)
                #expect(found.suppliedToHouseholds.values.allSatisfy { $0 >= 0 && $0 <= 1 })
                #expect(throws: RegionalisationError.wantsTotalFlows(method: method.code)) {
                    try table(.domestic)
                }
                #expect(throws: RegionalisationError.notFromSizes(method: method.code)) {
                    try LocationQuotients(
                        method,
                        region: half,
                        nation: nation.valueAdded,
                        measure: .valueAdded
                    )
                }
            }
        }
    }

    @Test("CHARM never supplies more than pooling")
    func lessThanPooling() throws {
        var generator = SeededGenerator(seed: 3)
        let axis = try industries(20)
        let output = LabelledVector(axis) { _ in Double.random(in: 0...100, using: &generator) }
        let use = LabelledVector(axis) { _ in Double.random(in: 0...100, using: &generator) }
        let h = LabelledVector(axis) { _ in Double.random(in: 0...1, using: &generator) }
        func share(_ h: LabelledVector<Industry>?) throws -> [Double] {
            try CrossHauling(output: output, use: use, flows: .total, propensity: h, formula: .reformulated)
                .suppliedShare.values
        }
        #expect(zip(try share(h), try share(nil)).allSatisfy { $0 <= $1 + 1e-12 })
    }
}
