import Accounts
import LinearAlgebra
import Regionalisation
import TestSupport
import Testing

@Suite("A table projected by industries' growth")
struct TableProjectionTests {
    private func growth(
        _ table: InputOutputTable,
        _ output: @escaping (Int) -> Double,
        valueAdded: ((Int) -> Double)? = nil,
        from: Year? = nil
    ) throws -> ProductionGrowth {
        func vector(_ factor: (Int) -> Double) -> LabelledVector<Industry> {
            LabelledVector(table.industries, table.industries.labels.indices.map(factor))
        }
        return try ProductionGrowth(
            from: from ?? table.basis.year,
            to: 2008,
            output: vector(output),
            valueAdded: vector(valueAdded ?? output),
            compensation: vector { output($0) * 0.9 },
            provenance: SmallTable.provenance,
            rules: []
        )
    }

    private func deviation(_ one: Matrix, _ other: Matrix, times factor: Double = 1) -> Double {
        zip(one.columnMajor, other.columnMajor).map { abs($0 - $1 * factor) / max(abs($1), 1) }.max() ?? 0
    }

    @Test("Growth by one factor multiplies every cell by it")
    func uniform() throws {
        let table = try RandomEconomy(size: 6, seed: 4).table
        let projected = try table.projected(by: growth(table) { _ in 0.8 })
        #expect(deviation(projected.domestic.values, table.domestic.values, times: 0.8) <= 1e-9)
        #expect(deviation(projected.finalDemand.values, table.finalDemand.values, times: 0.8) <= 1e-9)
        #expect(projected.basis.year == 2008 && projected.rules.last?.name == "table-projected")
        #expect(projected.provenance.attribution.contains("projected from"))
        #expect(projected.provenance.publisher != table.provenance.publisher)
    }

    @Test(
        "Output, value added and compensation grow exactly as asked, and the table balances",
        arguments: [1, 2, 3] as [UInt64]
    )
    func random(seed: UInt64) throws {
        let table = try RandomEconomy(size: 7, seed: seed).table
        var generator = SeededGenerator(seed: seed)
        let factors = table.industries.labels.map { _ in Double.random(in: 0.7...1.3, using: &generator) }
        let projected = try table.projected(
            by: growth(table, { factors[$0] }, valueAdded: { factors[$0] * 0.97 })
        )
        for (position, industry) in table.industries.labels.enumerated() {
            let factor = factors[position]
            #expect(projected.output[industry] == table.output[industry] * factor)
            #expect(
                abs(projected.valueAdded[industry] / (table.valueAdded[industry] * factor * 0.97) - 1)
                    <= 1e-12
            )
            let wages = table.inputs(.compensation)[industry]
            #expect(abs(projected.inputs(.compensation)[industry] - wages * factor * 0.9) <= 1e-9 * wages)
        }
        #expect(projected.balanceReport.largest(.row) <= 1e-6 * projected.output.sum)
        #expect(projected.balanceReport.largest(.column) <= 1e-6 * projected.output.sum)
    }

    @Test(
        "Wages grow as asked where there is no surplus too: the other row of value added takes what is left"
    )
    func noSurplus() throws {
        let table = try SmallTable(
            industries: Axis(["a", "b"].map { Industry(code: $0, name: Name($0)) }),
            domestic: [[10, 20], [30, 10]],
            finalDemand: [[70], [160]],
            inputs: [PrimaryInput(.productionTaxes), PrimaryInput(.compensation)],
            primaryInputs: [[10, 20], [50, 150]],
            output: [100, 200]
        ).table()
        let projected = try table.projected(by: growth(table, { _ in 0.5 }))
        // Compensation grows by 0.5 · 0.9, value added by 0.5: of 60 and 170.
        #expect(projected.inputs(.compensation).values == [22.5, 67.5])
        #expect(projected.inputs(.productionTaxes).values == [7.5, 17.5])
    }

    @Test("Refused: growth from another year, of other industries, value added that outgrows output")
    func refusals() throws {
        let table = try RandomEconomy(size: 4, seed: 4).table
        let other = try RandomEconomy(size: 5, seed: 4).table
        #expect(throws: RegionalisationError.self) { try table.projected(by: growth(other) { _ in 1 }) }
        #expect(throws: RegionalisationError.accounts(.differ(.year(1999, table.basis.year)))) {
            try table.projected(by: growth(table, { _ in 1 }, from: 1999))
        }
        #expect(throws: RegionalisationError.self) {
            try table.projected(by: growth(table, { _ in 1 }, valueAdded: { _ in 10 }))
        }
    }
}
