import Accounts
import Datasets
import FileFormats
import Testing

@Suite("Extension datasets")
struct ExtensionSeriesTests {
    @Test("Measures, years and amounts")
    func sound() throws {
        let series = try Dataset(at: fixture("extensions")).extensionSeries()
        #expect(series.measures.map(\.code) == ["ghg", "energy"])
        #expect(series.measures.map(\.unit) == [.tonnesCO2Equivalents, Unit("GWh")])
        #expect(series.years == [2019, 2020])
        #expect(try series.extensions(of: 2019).map(\.amounts.values) == [[50, 90.25, 12]])
        #expect(try series.extensions(of: 2020).map(\.amounts.values) == [[49, 88, -0.5], [1, 20, 0.1]])
        #expect(try series.extensions(of: 2020).map(\.year) == [2020, 2020])
        #expect(series.extensions.allSatisfy { $0.provenance.publisher == "Statistics X" })
    }

    @Test("All faults of the amounts come together")
    func faultyAmounts() throws {
        let copy = try DatasetCopy(of: "extensions")
        try copy.edit("extensions.csv", "ghg,2019,B,90.25", "ghg,2019,B,90,25")
        var found = faults { () throws(DatasetError) in _ = try Dataset(at: copy.path).extensionSeries() }
        #expect(
            found == [Fault(at: copy.place("extensions.csv", line: 3), .fieldCount(expected: 4, found: 5))]
        )
        try copy.edit("extensions.csv", "ghg,2019,B,90,25", "ghg,2019,B,..")
        try copy.edit("extensions.csv", "ghg,2019,C,12", "gas,2019,C,12")
        try copy.edit("extensions.csv", "ghg,2020,B,88", "ghg,2020,A,88")
        try copy.edit("extensions.csv", "energy,2020,C,0.1", "energy,20,D,0.1")
        found = faults { () throws(DatasetError) in _ = try Dataset(at: copy.path).extensionSeries() }
        func fault(_ line: Int?, _ column: String?, _ value: String, _ problem: Fault.Problem) -> Fault {
            Fault(at: copy.place("extensions.csv", line: line, column), value: value, problem)
        }
        #expect(
            found == [
                fault(3, "value", "..", .notANumber),
                fault(4, "extension", "gas", .notOneOf(["ghg", "energy"])),
                fault(6, "industry", "ghg, 2020, A", .duplicate(firstLine: 5)),
                fault(10, "industry", "D", .notOneOf(["A", "B", "C"])),
                fault(nil, nil, "ghg, 2019, C", .missing),
                fault(nil, nil, "ghg, 2020, B", .missing),
                fault(nil, nil, "energy, 2020, C", .missing),
            ]
        )
    }

    @Test("A measure without amounts, and one without a unit")
    func faultyMeasures() throws {
        let copy = try DatasetCopy(of: "extensions")
        try copy.append("measures.csv", "water,Water,Vann,m3\n")
        #expect(
            faults { () throws(DatasetError) in _ = try Dataset(at: copy.path).extensionSeries() } == [
                Fault(at: copy.place("extensions.csv", "extension"), value: "water", .missing)
            ]
        )
        try copy.edit("measures.csv", "Vann,m3", "Vann,")
        #expect(
            faults { () throws(DatasetError) in _ = try Dataset(at: copy.path).extensionSeries() } == [
                Fault(at: copy.place("measures.csv", line: 4, "unit"), value: "", .missing)
            ]
        )
    }
}
