import Accounts
import TestSupport
import Testing

@Suite("Extension")
struct ExtensionTests {
    private func employment(_ codes: [String], _ amounts: [Double], year: Year = 2019) throws -> Extension {
        Extension(
            code: "employment",
            name: Name("employment"),
            unit: .persons,
            year: year,
            amounts: LabelledVector(try industries(codes), amounts),
            provenance: SmallTable.provenance
        )
    }

    private func table() throws -> InputOutputTable {
        try SmallTable(
            industries: try industries(["a", "b"]),
            domestic: [[1, 2], [3, 4]],
            finalDemand: [[7], [13]],
            inputs: [PrimaryInput(.compensation)],
            primaryInputs: [[6, 14]],
            output: [10, 20]
        ).table()
    }

    @Test("joins a table of the same year and industries")
    func joins() throws {
        #expect(try employment(["a", "b"], [5, 6]).amounts(joining: table()).values == [5, 6])
    }

    @Test("is refused by a table of another year or other industries, and when a number is none")
    func refusals() throws {
        let table = try table()
        #expect(throws: AccountsError.differ(.year(2018, 2019))) {
            try employment(["a", "b"], [5, 6], year: 2018).amounts(joining: table)
        }
        #expect(throws: AccountsError.differ(.label(position: 0, "b", "a"))) {
            try employment(["b", "a"], [5, 6]).amounts(joining: table)
        }
        #expect(throws: AccountsError.notFinite(row: "employment", column: "b")) {
            try employment(["a", "b"], [5, .nan]).amounts(joining: table)
        }
    }

    @Test("aggregation keeps the sum, the unit and the year")
    func aggregation() throws {
        let fine = try employment(["a", "b"], [5, 6])
        let coarse = try fine.aggregated(
            by: Concordance(from: fine.amounts.axis, to: try industries(["all"]), ["a": "all", "b": "all"])
        )
        #expect(coarse.amounts.values == [11])
        #expect(coarse.unit == .persons)
        #expect(coarse.year == 2019)
        #expect(throws: AccountsError.differ(.label(position: 0, "a", "b"))) {
            try fine.aggregated(by: Concordance(identityOn: try industries(["b", "a"])))
        }
    }
}
