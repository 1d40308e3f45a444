import Foundation
import TestSupport
import Testing

/// Every input that is refused names file, place, value and remedy, ends with its exit code, and leaves nothing.
@Suite("Bad input, as a user meets it")
struct BadInputTests {
    private let fixtures = Repository.fixtures + "/ssb"
    private let table = Repository.fixtures + "/datasets/table"
    private let study = Repository.root + "/data/studies/trondelag-2019"

    private func importing(domestic: String, imports: String = "iot_1950_2030.xlsx") throws
        -> RingvirkProgram.Outcome
    {
        let target = RingvirkProgram.temporaryFolder() + "/dataset"
        let outcome = try RingvirkProgram.run(
            "import",
            "io-table",
            "--domestic",
            "\(fixtures)/\(domestic)",
            "--imports",
            "\(fixtures)/\(imports)",
            "--output",
            target
        )
        #expect(outcome.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: target))
        return outcome
    }

    @Test("a sound pair of workbooks is imported, so that the refusals below are refusals of their fault")
    func sound() throws {
        let target = RingvirkProgram.temporaryFolder() + "/dataset"
        let outcome = try RingvirkProgram.run(
            "import",
            "io-table",
            "--domestic",
            "\(fixtures)/iot_1850_2030.xlsx",
            "--imports",
            "\(fixtures)/iot_1950_2030.xlsx",
            "--output",
            target,
            "--quiet"
        )
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(try RingvirkProgram.run("check", target).status == 0)
    }

    @Test("supply and use: workbooks that do not match, of another year, cut off, of another questionnaire")
    func supplyUse() throws {
        func importing(supply: String = "iot_1500_2030.xlsx", use: String) throws -> RingvirkProgram.Outcome {
            let target = RingvirkProgram.temporaryFolder() + "/dataset"
            let outcome = try RingvirkProgram.run(
                "import",
                "supply-use",
                "--supply",
                "\(fixtures)/\(supply)",
                "--use",
                "\(fixtures)/\(use)",
                "--output",
                target
            )
            #expect(outcome.status == 65)
            #expect(outcome.output.isEmpty && outcome.errors.contains("→ "))
            #expect(!FileManager.default.fileExists(atPath: target))
            return outcome
        }
        let unbalanced = try importing(use: "iot_1600_off_balance.xlsx")
        #expect(unbalanced.errors.contains("product “R03”: supply is "))
        #expect(unbalanced.errors.contains("difference +2.4."))
        let year = try importing(use: "iot_1600_other_year.xlsx")
        #expect(year.errors.contains("iot_1600_other_year.xlsx, sheet “1600”, cell B3"))
        let cut = try importing(supply: "iot_1500_truncated.xlsx", use: "iot_1600_2030.xlsx")
        #expect(cut.errors.contains("iot_1500_truncated.xlsx"))
        let other = try importing(use: "iot_1850_2030.xlsx")
        #expect(other.errors.contains("1600") && other.errors.contains("1850"))
    }

    @Test("a workbook with a shifted header")
    func shiftedHeader() throws {
        let outcome = try importing(domestic: "iot_1850_shifted_header.xlsx")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("iot_1850_shifted_header.xlsx"))
        #expect(outcome.errors.contains("sheet"))
        #expect(outcome.errors.contains("→ "))
    }

    @Test("a truncated workbook")
    func truncated() throws {
        let outcome = try importing(domestic: "iot_1850_truncated.xlsx")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("iot_1850_truncated.xlsx"))
    }

    @Test("a text in a number cell, by sheet and cell")
    func textInNumberCell() throws {
        let outcome = try importing(domestic: "iot_1850_unreadable_cells.xlsx")
        #expect(outcome.status == 65)
        #expect(
            outcome.errors.contains(
                "iot_1850_unreadable_cells.xlsx, sheet “1850”, cell E29: “n.a.” is not a number."
            )
        )
        #expect(outcome.errors.contains("number"))
    }

    @Test("an unknown industry code, by line and column")
    func unknownIndustry() throws {
        let folder = try RingvirkProgram.copy(
            of: table,
            changing: "output.csv",
            "industry,value\n",
            to: "industry,value\nNOSUCH,1\n"
        )
        try dropDigests(folder)
        let outcome = try RingvirkProgram.run("check", folder)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("output.csv, line 2, column industry: “NOSUCH”"))
    }

    @Test("a negative output, by line, column and value")
    func negativeOutput() throws {
        let lines = try String(contentsOfFile: table + "/output.csv", encoding: .utf8).split(separator: "\n")
        let first = String(lines[1])
        let negative = first.replacing(",", with: ",-")
        let folder = try RingvirkProgram.copy(of: table, changing: "output.csv", first, to: negative)
        try dropDigests(folder)
        let outcome = try RingvirkProgram.run("check", folder)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("output.csv, line 2, column value: “-"))
        #expect(outcome.errors.contains("negative"))
    }

    @Test("a column that sums past one")
    func columnPastOne() throws {
        let lines = try String(contentsOfFile: table + "/flows.csv", encoding: .utf8).split(separator: "\n")
        let first = String(lines[1])
        let cell = first.split(separator: ",").dropLast().joined(separator: ",") + ",999999"
        let folder = try RingvirkProgram.copy(of: table, changing: "flows.csv", first, to: cell)
        try dropDigests(folder)
        let checked = try RingvirkProgram.run("check", folder)
        #expect(checked.status == 65)
        #expect(checked.output.contains("inputs reach or pass output"))
    }

    @Test("a study naming a missing file")
    func missingFile() throws {
        let folder = RingvirkProgram.temporaryFolder()
        let copy = try RingvirkProgram.copy(
            of: study,
            changing: "study.yaml",
            "actors: actors.csv",
            to: "actors: aktører.csv"
        )
        let outcome = try RingvirkProgram.run(
            "run",
            copy,
            "--data",
            Repository.root + "/data",
            "--output",
            folder + "/results"
        )
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("aktører.csv"))
        #expect(!FileManager.default.fileExists(atPath: folder + "/results"))
    }

    @Test("a year the county accounts don't have, with the years there are")
    func noSuchYear() throws {
        let outcome = try RingvirkProgram.run("multipliers", "--year", "2020", "--language", "en")
        #expect(outcome.status == 65)
        #expect(
            outcome.errors == """
                data/ssb-county-accounts: there are no figures for 2020; the years there are: 2008–2019.
                → Write one of these years with --year or under the key year in study.yaml, or bring a dataset that has the year.

                """
        )
    }

    @Test("a year without a folder, with the years there are", arguments: ["nb", "en"])
    func noFolderOfTheYear(language: String) throws {
        let outcome = try RingvirkProgram.run("multipliers", "--year", "2031", "--language", language)
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("data/ssb-io/2031/dataset.json"))
        #expect(
            outcome.errors.contains(language == "nb" ? "årene som finnes, 2008–2021" : "there are, 2008–2021")
        )
    }

    @Test("a decimal comma among a shock's amounts", arguments: ["nb", "en"])
    func commaInBraces(language: String) throws {
        let copy = try RingvirkProgram.copy(
            of: study,
            changing: "study.yaml",
            "C10_12: 100}",
            to: "C10_12: 100,5}"
        )
        let data = Repository.root + "/data"
        let outcome = try RingvirkProgram.run("run", copy, "--data", data, "--language", language)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("{C10_12: 100.5}"))
        #expect(outcome.errors.contains("study.yaml, \(language == "nb" ? "linje" : "line") "))
    }

    @Test(
        "a region that does not exist, an unknown key, a shock in purchasers' prices, an actor larger than its industry"
    )
    func studyFaults() throws {
        #expect(try RingvirkProgram.run("multipliers", "--region", "51").status == 65)
        let misspelt = try RingvirkProgram.copy(of: study, changing: "study.yaml", "saving:", to: "savings:")
        let outcome = try RingvirkProgram.run(
            "run",
            misspelt,
            "--data",
            Repository.root + "/data",
            "--language",
            "en"
        )
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("savings"))
        #expect(outcome.errors.contains("Did you mean “saving”?"))
        let prices = try RingvirkProgram.run(
            "impact",
            "--demand",
            "C10_12=1",
            "--price-basis",
            "purchasers",
            "--language",
            "en"
        )
        #expect(prices.status == 65)
        #expect(prices.errors.contains("basic prices"))
        let large = try RingvirkProgram.copy(
            of: study,
            changing: "actors.csv",
            "40000,yes",
            to: "4000000,yes"
        )
        let refused = try RingvirkProgram.run(
            "run",
            large,
            "--data",
            Repository.root + "/data",
            "--language",
            "en"
        )
        #expect(refused.status == 65)
        #expect(refused.errors.contains("industry “C10_12” in area “50” produces only 35,151.9 MNOK"))
    }

    @Test("a result that cannot be written, and a command line that is wrong")
    func otherExits() throws {
        #expect(try RingvirkProgram.run("run", "--output", "/dev/null/results").status == 73)
        #expect(try RingvirkProgram.run("impact", "--demand", "C10_12").status == 64)
        #expect(try RingvirkProgram.run("multipliers", "--measure", "jobs").status == 64)
        #expect(try RingvirkProgram.run("nosuch").status == 64)
    }

    /// Hand-made datasets need no digests; without them the changed file itself is judged.
    private func dropDigests(_ folder: String) throws {
        let path = folder + "/dataset.json"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard let start = text.range(of: ",\n  \"files\"") else { return }
        try (text[..<start.lowerBound] + "\n}\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
}
