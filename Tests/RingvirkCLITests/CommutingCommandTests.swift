import Accounts
import Datasets
import FileFormats
import TestSupport
import Testing

@Suite("Commuters, as a user has them")
struct CommutingCommandTests {
    /// Counties of 2019: nine in ten work at home, the rest in Oslo; 2311 is the shelf, 9999 not stated.
    private func cube(_ folder: String) throws {
        let counties = [
            "0101", "0219", "0301", "0402", "0501", "0602", "0701", "0805", "0904", "1001", "1101", "1201",
            "1420",
            "1502", "5001", "1804", "1902", "2003",
        ]
        func dimension(_ code: String, _ role: CubeDimension.Role, _ codes: [String]) -> CubeDimension {
            CubeDimension(
                code: code,
                name: Name(code),
                role: role,
                categories: codes.map { CubeCategory(code: $0, name: Name($0)) }
            )
        }
        var figures: [CubeFigure] = []
        for work in counties + ["2311", "9999"] {
            for home in counties {
                let number: Double =
                    switch work {
                    case home: home == "0301" ? 100 : 90
                    case "0301": 10
                    case "2311": 2
                    case "9999": 1
                    default: 0
                    }
                figures.append(CubeFigure(number))
            }
        }
        let cube = try StatisticsCube(
            dimensions: [
                dimension("ArbstedKomm", .region, counties + ["2311", "9999"]),
                dimension("Bokommuen", .region, counties),
                dimension("ContentsCode", .measure, ["Sysselsatte"]), dimension("Tid", .time, ["2019"]),
            ],
            figures: figures,
            provenance: SmallTable.provenance
        )
        try DatasetWriter(to: folder, title: Name("03321")).write(cube)
    }

    @Test("From the fetched table to Type II that spends wages where people live")
    func wayThrough() throws {
        let folder = RingvirkProgram.temporaryFolder()
        try cube(folder + "/cube")
        let file = folder + "/commuting.csv"
        let made = try RingvirkProgram.run(
            ["data", "commuting", folder + "/cube", "--output", file, "--language", "en"]
        )
        #expect(made.status == 0)
        #expect(
            made.output.hasSuffix("commuting.csv: 1,836 persons of 2019, workplaces in 19 counties\n"),
            "\(made.output)"
        )
        #expect(made.errors == "Left out: 18 persons under codes of no municipality of 2019: 9999\n")
        let quiet = try RingvirkProgram.run(
            ["data", "commuting", folder + "/cube", "--output", file, "--format", "csv", "--quiet"]
        )
        #expect(quiet.errors.isEmpty && quiet.output.hasPrefix("workplace,residence,persons\n01,01,90\n"))
        #expect(try InputFile.text(at: file) == quiet.output)
        let json = try RingvirkProgram.run(
            ["data", "commuting", folder + "/cube", "--output", file, "--format", "json", "--language", "nb"]
        )
        #expect(json.output.contains("\"unplaced\": 18") && json.errors.hasPrefix("Utelatt: 18 personer"))
        let counties = try RingvirkProgram.run(
            ["counties", "--other-decays", "", "--commuting", file, "--region", "03", "--language", "en"]
        )
        #expect(counties.status == 0 && !counties.output.contains("Commuting is not known"))
        #expect(counties.output.contains("1,836 persons, 11.2% of them in another county than they work in."))
    }

    @Test("Refused: no such cube, another year, a file with a county that has nobody")
    func refusals() throws {
        let folder = RingvirkProgram.temporaryFolder()
        try cube(folder + "/cube")
        let file = folder + "/commuting.csv"
        let year = try RingvirkProgram.run(
            ["data", "commuting", folder + "/cube", "--output", file, "--year", "2018", "--language", "en"]
        )
        #expect(year.status == 65 && year.errors.contains("2018") && year.errors.contains("2019"))
        #expect(try RingvirkProgram.run(["data", "commuting", "nowhere", "--output", file]).status == 66)
        try AtomicFile.write("workplace,residence,persons\n03,03,5\n50,50,-1\n30,03,1\n", to: file)
        let faulty = try RingvirkProgram.run(
            ["counties", "--other-decays", "", "--commuting", file, "--language", "en"]
        )
        #expect(faulty.status == 65)
        #expect(faulty.errors.contains("line 3") && faulty.errors.contains("negative"), "\(faulty.errors)")
        #expect(faulty.errors.contains("line 4") && faulty.errors.contains("30"), "\(faulty.errors)")
    }
}
