import Accounts
import Datasets
import FileFormats
import Foundation
import Leontief
import LinearAlgebra
import Ringvirk
import TestSupport
import Testing

@Suite("Who works where and lives where")
struct CommutingTests {
    private let temporary = TemporaryFolder()
    private var folder: String { temporary.path }

    private func history() throws -> RegionHistory {
        try Dataset(at: Repository.root + "/data/region-history").regionHistory()
    }

    private func file(_ lines: [String], counties: [String] = ["03", "30"], year: Year = 2021) throws
        -> CommutingFile
    {
        try OutputSet.one("commuting.csv", ["workplace,residence,persons"] + lines, in: folder)
        return try CommutingFile(
            contentsOf: folder + "/commuting.csv",
            year: year,
            counties: counties,
            history: history()
        )
    }

    private func problems(_ lines: [String], counties: [String] = ["03", "30"]) throws -> [Fault.Problem] {
        do {
            _ = try file(lines, counties: counties)
            return []
        } catch StudyError.file(.faults(let faults)) {
            return faults.map(\.problem)
        }
    }

    @Test("Municipalities are added up to counties, and the shelf is outside them")
    func sums() throws {
        let read = try file(
            ["0301,0301,70", "0301,3024,20", "0301,3025,10", "3024,3025,40", "3024,0301,5", "outside,0301,3"]
        )
        #expect(
            read.persons == [
                .init(workplace: "03", residence: "03"): 70, .init(workplace: "03", residence: "30"): 30,
                .init(workplace: "30", residence: "30"): 40, .init(workplace: "30", residence: "03"): 5,
                .init(workplace: "outside", residence: "03"): 3,
            ]
        )
        #expect(read.count == 148 && read.commuters == 38)
    }

    @Test(
        "Refused: another year's code, both kinds, fewer than nobody, a pair twice, a county without work or people"
    )
    func refusals() throws {
        let sound = ["03,03,1", "30,30,1"]
        #expect(try problems(sound).isEmpty)
        let stranger = Fault.Problem.malformed(rule: "a county or municipality of the study's year")
        #expect(try problems(sound + ["02,30,1"]) == [stranger])
        #expect(try problems(sound + ["03,99,1"]) == [stranger])
        #expect(
            try problems(sound + ["0301,30,1"]) == [.malformed(rule: "counties or municipalities, not both")]
        )
        #expect(try problems(sound + ["03,30,-1"]) == [.negative])
        #expect(try problems(sound + ["03,30,many"]) == [.notANumber])
        #expect(try problems(sound + ["30,30,2"]) == [.duplicate(firstLine: 3)])
        #expect(try problems(["03,03,1", "03,30,1"]) == [.expected("30")])
        #expect(try problems(["03,03,1", "30,03,1", "30,30,0"]) == [.expected("30")])
        #expect(try problems(sound, counties: ["03", "30", "46"]) == [.expected("46"), .expected("46")])
    }

    /// A cube as `fetch ssb 03321` stores it, with the table's own dimensions.
    private func cube(years: [String] = ["2021"], workplaces: String = "ArbstedKomm") throws -> String {
        func dimension(_ code: String, _ role: CubeDimension.Role, _ codes: [String]) -> CubeDimension {
            CubeDimension(
                code: code,
                name: Name(code),
                role: role,
                categories: codes.map { CubeCategory(code: $0, name: Name($0)) }
            )
        }
        let places = ["0301", "3024", "0219", "2311", "9999"]
        // Rows are workplaces; 0219 was no municipality in 2021, 2311 is the shelf, 9999 not stated.
        let numbers: [[CubeFigure]] = [
            [70, 30, 0, 0, 1], [5, 40, 0, 0, 0], [0, 0, 0, 0, 0], [3, 4, 0, 0, 0], [0, 2, 0, 0, 0],
        ].map { $0.map { CubeFigure($0) } }
        var figures: [CubeFigure] = []
        for row in numbers {
            for figure in row { figures += years.map { _ in figure } }
        }
        // A withheld cell and one that cannot occur.
        figures[2 * years.count] = try #require(CubeFigure(nil, .cannotOccur))
        figures[3 * years.count] = try #require(CubeFigure(nil, .confidential))
        let cube = try StatisticsCube(
            dimensions: [
                dimension(workplaces, .region, places), dimension("Bokommuen", .region, places),
                dimension("ContentsCode", .measure, ["Sysselsatte"]), dimension("Tid", .time, years),
            ],
            figures: figures,
            provenance: SmallTable.provenance
        )
        let path = folder + "/cube-\(years.count)-\(workplaces)"
        try DatasetWriter(to: path, title: Name("03321")).write(cube)
        return path
    }

    @Test("The fetched table becomes the file: by county, the shelf outside, what has no place told")
    func table() throws {
        let table = try CommutingTable(in: cube(), history: history())
        #expect(table.year == 2021 && table.withoutFigure == 1)
        #expect(table.unplaced.map(\.code) == ["9999"] && table.unplaced.map(\.persons) == [3])
        #expect(
            table.csv == """
                workplace,residence,persons
                03,03,70
                03,30,30
                30,03,5
                30,30,40
                outside,03,3
                outside,30,4

                """
        )
        try table.write(to: folder + "/made.csv")
        let read = try CommutingFile(
            contentsOf: folder + "/made.csv",
            year: 2021,
            counties: ["03", "30"],
            history: history()
        )
        #expect(read.persons == table.persons)
    }

    @Test(
        "A table of several years needs one of them, and one with other dimensions is refused with those it has"
    )
    func otherTables() throws {
        let two = try cube(years: ["2020", "2021"])
        #expect(try CommutingTable(in: two, year: 2020, history: history()).year == 2020)
        #expect(
            throws: StudyError.severalCategories(
                dimension: "Tid",
                place: Place(file: two),
                known: ["2020", "2021"]
            )
        ) { try CommutingTable(in: two, history: history()) }
        #expect(throws: StudyError.self) { try CommutingTable(in: two, year: 2019, history: history()) }
        let other = try cube(workplaces: "Arbeidssted")
        do {
            _ = try CommutingTable(in: other, history: history())
            Issue.record("refused")
        } catch StudyError.missing(let what, _, let known) {
            #expect(what == "ArbstedKomm" && known.contains("Arbeidssted"))
        }
    }

    @Test("A study may name its file beside itself, and not elsewhere")
    func key() throws {
        let copy = try StudyCopy()
        #expect(try StudyDefinition(contentsOf: copy.study).households.commuting == nil)
        try copy.edit("study.yaml", "  resident_share:", "  commuting: commuting.csv\n  resident_share:")
        let path = try StudyDefinition(contentsOf: copy.study).households.commuting
        #expect(path?.hasSuffix("/commuting.csv") == true)
        try copy.edit("study.yaml", "commuting: commuting.csv", "commuting: ../../../commuting.csv")
        #expect(throws: StudyError.self) { try StudyDefinition(contentsOf: copy.study) }
    }

    @Test("Wages that go home by the file: every county's column adds up, merged counties together")
    func study() throws {
        let counties = [
            "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "14", "15", "16", "17",
            "18", "19", "20",
        ]
        // Everybody works at home, but a third of those in Oslo live in Akershus and a tenth of 17's in 16.
        let lines = counties.map { "\($0),\($0),\($0 == "03" ? 60 : 90)" } + ["03,02,30", "17,16,10"]
        try OutputSet.one("commuting.csv", ["workplace,residence,persons"] + lines, in: folder)
        var changes = StudyDefinition.Changes()
        changes.asksItsQuestions = false
        changes.year = 2015
        let study = try CountyStudy(
            definedIn: CountyStudyTests.study,
            changes: changes,
            options: CountyOptions(otherDecays: [], borders: 2018, commuting: folder + "/commuting.csv")
        )
        #expect(study.definition.mergedRegions.map(\.region.code) == ["50"])
        // The list of counties, once.
        let list = try history().provenance
        #expect(study.sources.filter { $0 == list }.count == 1)
        let residence = try #require(study.commuting?.residence)
        let (oslo, akershus, trøndelag) = (
            try study.region("03"), try study.region("02"), try study.region("50")
        )
        #expect(abs(residence[akershus, oslo] - 1.0 / 3) <= 1e-12 && residence[trøndelag, trøndelag] == 1)
        for sum in residence.values.columnSums { #expect(abs(sum - 1) <= 1e-12) }
        #expect(study.households.knowsCommuting)
        let compensation = try #require(study.landing(.compensation, .type2))
        let sector = try study.sector("G45_47", in: oslo)
        #expect(compensation.values[akershus, sector] > 0.02)
    }
}

extension OutputSet {
    /// A text file of these lines.
    fileprivate static func one(_ name: String, _ lines: [String], in folder: String) throws {
        var files = OutputSet(folder: folder)
        try files.add(name, lines.joined(separator: "\n") + "\n")
        try files.write()
    }
}
