import Accounts
import Datasets
import FileFormats
import TestSupport
import Testing

@Suite("Places of regions")
struct RegionPlacesTests {
    private func found(in copy: DatasetCopy) -> [Fault] {
        faults { () throws(DatasetError) in _ = try Dataset(at: copy.path).regionPlaces() }
    }

    @Test("Centres, and the inhabitants of the latest year that has all regions")
    func sound() throws {
        let places = try Dataset(at: fixture("places")).regionPlaces()
        #expect(places.regions.codes == ["1", "2"] && places.centres.map(\.name) == ["Upton", "Downham"])
        let wanted = try Axis([Region(code: "2", name: Name("South"))])
        #expect(try places.positions(of: wanted) == [GeographicPosition(latitude: 59, longitude: -5.5)])
        let both = try #require(places.population(of: places.regions, by: 2019))
        #expect(both.year == 2016 && both.persons.values == [1000, 2000])
        #expect(places.population(of: places.regions, by: 2015) == nil)
        let unknown = try Axis([Region(code: "3", name: Name("East"))])
        #expect(throws: AccountsError.unknownLabel(code: "3", known: ["1", "2"])) {
            try places.positions(of: unknown)
        }
    }

    @Test("Population may be left out; a check tells what is there")
    func withoutPopulation() throws {
        let copy = try DatasetCopy(of: "places")
        copy.remove("population.csv")
        #expect(try Dataset(at: copy.path).regionPlaces().population.isEmpty)
        guard case .regionPlaces(let regions, let years) = try DatasetCheck(of: fixture("places")).findings
        else {
            Issue.record("another kind")
            return
        }
        #expect(regions == 2 && years == [2016, 2018])
    }

    @Test(
        "Refused: a position off the globe, a region that stands twice, people of nowhere or fewer than none"
    )
    func refusals() throws {
        let copy = try DatasetCopy(of: "places")
        try copy.edit("regions.csv", "63.5", "93.5")
        #expect(found(in: copy).map(\.problem) == [.outside(lower: -90, upper: 90)])
        try copy.edit("regions.csv", "93.5", "63.5")
        try copy.append("population.csv", "2018,1,1200\n2018,3,5\n2017,2,-1\n")
        #expect(
            found(in: copy).map(\.problem) == [.duplicate(firstLine: nil), .notOneOf(["1", "2"]), .negative]
        )
        #expect(
            throws: DatasetError.anotherKind(
                path: fixture("groups"),
                wanted: .regionPlaces,
                found: .concordance
            )
        ) { try Dataset(at: fixture("groups")).regionPlaces() }
    }
}
