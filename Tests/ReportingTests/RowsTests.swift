import Accounts
import FileFormats
import Leontief
import Reporting
import Testing

@Suite("Rows")
struct RowsTests {
    private func table(_ csv: String) throws -> CSVTable { try CSVTable(text: csv, file: "x") }

    @Test("Multipliers: one row an observation, unrounded, the unit per MNOK")
    func multipliers() throws {
        let report = try SmallReport.report()
        let rows = MultiplierRows(report.multipliers, money: report.basis.unit)
        let table = try table(rows.effects)
        #expect(table.header == ["region", "industry", "measure", "closure", "scope", "unit", "value"])
        // Region: 2 industries × (4 measures × 2 closures × 3 scopes + 2 × 2 abroad); nation: 2 × (4 × 2 + 2 × 2).
        #expect(table.rows.count == 2 * (24 + 4) + 2 * (8 + 4))
        let food = try #require(
            table.rows.first { $0.fields.prefix(5) == ["0", "F", "value_added", "type_1", "nation"] }
        )
        // .5 of 1.3333 of food and .6667 of power.
        #expect(food.fields[5] == "MNOK/MNOK" && abs((Double(food.fields[6]) ?? 0) - 1) <= 1e-15)
        #expect(rows.json.elements?.count == table.rows.count)
        #expect(rows.json[0]?.members?.map(\.key) == table.header)
    }

    @Test("Ratios: no row where the direct effect is nothing")
    func ratios() throws {
        let table = try table(
            MultiplierRows([try SmallReport.report().nationalMultipliers], money: .millionKroner).ratios
        )
        #expect(!table.rows.contains { $0.fields[1] == "P" && $0.fields[2] == "employment" })
        #expect(table.rows.contains { $0.fields[1] == "F" && $0.fields[2] == "employment" })
        #expect(table.rows.allSatisfy { $0.fields[5] == "ratio" })
    }

    @Test("Impacts: zeros are left out, totals never, households apart")
    func impacts() throws {
        let report = try SmallReport.report()
        let table = try table(ImpactRows(report.impacts).csv)
        #expect(
            table.header == ["shock", "region", "industry", "measure", "effect", "scope", "unit", "value"]
        )
        let parts = report.impacts[0].parts
        #expect(table.rows.filter { $0.fields[2] == "total" }.count == parts.count)
        #expect(table.rows.filter { $0.fields[2] != "total" }.allSatisfy { Double($0.fields[7]) != 0 })
        #expect(table.rows.filter { $0.fields[2] == "households" }.allSatisfy { $0.fields[3] == "imports" })
        for part in parts {
            let rows = table.rows.filter {
                $0.fields[3...5] == [part.measure.code, part.effect.rawValue, part.scope.rawValue]
            }
            let sum = rows.filter { $0.fields[2] != "total" }.reduce(0) {
                $0 + (Double($1.fields[7]) ?? .nan)
            }
            let total = try #require(rows.first { $0.fields[2] == "total" }.flatMap { Double($0.fields[7]) })
            #expect(abs(sum - total) <= 1e-12 && total == part.total, "\(part.measure.code)")
        }
    }

    @Test("The actor table: quotes, units and the JSON's fields")
    func actorTable() throws {
        let report = try SmallReport.report()
        let actors = try #require(report.actorTable)
        let rows = ActorTableRows(actors, language: .english)
        let table = try table(rows.csv)
        #expect(table.rows.count == 1)
        func field(_ name: String) throws -> String {
            table.rows[0].fields[try #require(table.header.firstIndex(of: name))]
        }
        #expect(try field("actor") == "The mill, \"old\"")
        #expect(try field("organisation_number") == "123456789")
        #expect(try field("output_mnok") == "10" && (try field("share_of_industry")) == "0.1")
        // Value added is in kroner per tonne: per krone times 10 000 kroner.
        let perKrone = try #require(Double(try field("multiplier_value_added_nation")))
        let perTonne = try #require(Double(try field("value_added_per_unit_nation")))
        #expect(abs(perTonne - perKrone * 10_000) <= 1e-8)
        let perMillion = try #require(Double(try field("multiplier_employment_nation")))
        let jobsPerTonne = try #require(Double(try field("employment_per_unit_nation")))
        #expect(abs(jobsPerTonne - perMillion * 0.01) <= 1e-14)
        let json = rows.json(basis: report.basis, region: report.region, assumptions: [])
        #expect(json["actors"]?[0]?.members?.map(\.key) == table.header)
        #expect(json["basis"]?["region"]?.text == "1" && json["basis"]?["year"]?.integer == 2019)
        #expect(
            try CSVTable(text: ActorTableRows(actors, language: .norwegian).csv, file: "x").rows[0].fields[1]
                == "Møllen"
        )
    }

    @Test("Rules: a row for each place touched")
    func rules() throws {
        let rows = RuleRows(SmallReport.rules)
        let table = try table(rows.csv)
        #expect(table.header == ["rule", "touched"])
        #expect(
            table.rows.map { $0.fields[0] } == ["regions-merged"] + Array(repeating: "ours-alone", count: 6)
        )
        #expect(rows.json.elements?.count == 3)
    }
}
