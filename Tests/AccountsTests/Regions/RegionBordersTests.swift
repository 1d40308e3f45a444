import Accounts
import TestSupport
import Testing

@Suite("Counties by the borders of another year")
struct RegionBordersTests {
    /// Two counties that merge in 2018; in 2020 one municipality of another goes to them.
    private func history() throws -> RegionHistory {
        func region(_ level: HistoricRegion.Level, _ code: String, _ first: Int, _ last: Int?)
            -> HistoricRegion
        {
            HistoricRegion(
                level: level,
                region: Region(code: code, name: Name("n" + code)),
                first: first,
                last: last
            )
        }
        return try RegionHistory(
            regions: [
                region(.county, "15", 2000, nil), region(.county, "16", 2000, 2017),
                region(.county, "17", 2000, 2017), region(.county, "50", 2018, nil),
                region(.municipality, "1501", 2000, nil), region(.municipality, "1502", 2000, nil),
                region(.municipality, "1503", 2000, 2019), region(.municipality, "1601", 2000, 2017),
                region(.municipality, "1602", 2000, 2017), region(.municipality, "1701", 2000, 2017),
                region(.municipality, "5001", 2018, nil), region(.municipality, "5002", 2018, nil),
                region(.municipality, "5003", 2018, nil), region(.municipality, "5004", 2020, nil),
            ],
            changes: [
                .init(year: 2018, from: "1601", to: "5001"), .init(year: 2018, from: "1602", to: "5002"),
                .init(year: 2018, from: "1701", to: "5003"), .init(year: 2020, from: "1503", to: "5004"),
            ],
            provenance: SmallTable.provenance
        )
    }

    @Test("Counties that merged whole are put together, years apart too")
    func whole() throws {
        for year in [2008, 2017] {
            let merged = try history().counties(of: year, within: 2019)
            #expect(merged.map(\.county.code) == ["50"])
            #expect(merged.first?.parts.map(\.code) == ["16", "17"])
        }
        #expect(try history().counties(of: 2018, within: 2018).isEmpty)
        #expect(try history().counties(of: 2008, within: 2017).isEmpty)
    }

    @Test("A municipality that went elsewhere is named; so are those a merged county would be divided into")
    func divided() throws {
        #expect(
            throws: AccountsError.bordersDiffer(
                of: 2017,
                asked: 2020,
                moved: [MovedMunicipality(code: "1503", name: "n1503", from: "15", to: "50")]
            )
        ) { try history().counties(of: 2017, within: 2020) }
        #expect(
            throws: AccountsError.bordersDiffer(
                of: 2018,
                asked: 2017,
                moved: [MovedMunicipality(code: "1701", name: "n1701", from: "50", to: "17")]
            )
        ) { try history().counties(of: 2018, within: 2017) }
    }
}
