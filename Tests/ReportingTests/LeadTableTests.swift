import Accounts
import Leontief
import Reporting
import Testing

@Suite("Lead tables")
struct LeadTableTests {
    @Test("An impact, in the layout of Norwegian reports")
    func impact() throws {
        let report = try SmallReport.report()
        let table = LeadTable(report, language: .norwegian).impact(report.impacts[0])
        #expect(table.header == ["Virkning", "Hvor", "mill. kr", "", "tonn CO₂-ekv."])
        #expect(
            table.rows.map { $0[0] + ", " + $0[1] } == [
                "Direkte, Nord", "Direkte, resten av landet", "Direkte, Landet X",
                "Indirekte (leverandører), Nord",
                "Indirekte (leverandører), resten av landet", "Indirekte (leverandører), Landet X",
                "Konsumvirkninger (induserte), Nord", "Konsumvirkninger (induserte), resten av landet",
                "Konsumvirkninger (induserte), Landet X", "Samlet, Nord", "Samlet, resten av landet",
                "Samlet, Landet X",
            ]
        )
        // Ten of food: half is value added, two persons and ten tonnes a million.
        #expect(Array(table.rows[0].dropFirst(2)) == ["5,0", "20", "100,0"])
        #expect(Array(table.rows[1].dropFirst(2)) == ["0,0", "0", "0,0"])
    }

    @Test("Multipliers have a row for every industry that produces, and a column for what is known")
    func multipliers() throws {
        let report = try SmallReport.report()
        let table = LeadTable(report, language: .english).multipliers(.type1)
        #expect(table.rows.map { $0[0] } == ["F", "P"])
        #expect(
            table.header.dropFirst(2) == [
                "North", "rest of the country", "Country X", "abroad", "North", "rest of the country",
                "Country X",
                "Country X",
            ]
        )
        // Food in the nation: 4/3 of food and 2/3 of power, half of each is value added.
        #expect(table.rows[0][4] == "1.000")
    }

    @Test("Actors: columns for the places there are, kroner per unit without decimals")
    func actors() throws {
        let table = try #require(LeadTable(try SmallReport.report(), language: .english).actors)
        #expect(table.header.first == "Actor" && table.header.last == "unit")
        #expect(table.rows[0][0] == "The mill, \"old\"" && table.rows[0].last == "per t")
        let alone = try #require(
            LeadTable(try SmallReport.report(regional: false), language: .english).actors
        )
        #expect(!alone.header.contains("North") && alone.header.contains("Country X"))
    }

    @Test("What lies outside the published range is to be asked about")
    func unusual() throws {
        let report = try SmallReport.report()
        // Food's total over direct employment is 4/3; power has no jobs, and therefore no ratio.
        #expect(report.unusualRatios.isEmpty)
    }
}
