import Accounts
import FileFormats
import Foundation
import Reporting
import TestSupport
import Testing

@testable import RingvirkCLI

@Suite("counties, as a user runs it")
struct CountiesCommandTests {
    /// Runs without the range, which builds the table twice more.
    private func run(_ arguments: String...) throws -> RingvirkProgram.Outcome {
        try RingvirkProgram.run(["counties", "--other-decays", ""] + arguments)
    }

    @Test("One industry: county by county, abroad and taxes, and files that add up")
    func industry() throws {
        let folder = RingvirkProgram.temporaryFolder() + "/counties"
        let outcome = try run("--industry", "C10_12", "--output", folder, "--language", "en")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "Results written to \(folder)\n")
        #expect(
            outcome.output.hasPrefix(
                "Food, beverages and tobacco, Trøndelag 2019, per MNOK of final demand\n"
            )
        )
        for name in [
            "03 Oslo", "20 Finnmark", "outside Outside the counties", "Abroad (imports)", "Product taxes",
        ] {
            #expect(outcome.output.contains("\n" + name), "\(name)")
        }
        let rows = try CSVTable(contentsOf: folder + "/landings.csv")
        #expect(
            rows.header == ["demand_region", "industry", "measure", "closure", "region", "unit", "value"]
        )
        let parts = rows.rows.filter {
            $0.fields[0] == "11" && $0.fields[1] == "F41_43" && $0.fields[3] == "type_1"
                && ["value_added", "imports", "product_taxes"].contains($0.fields[2])
        }
        let sum = parts.reduce(0) { $0 + (Double($1.fields[6]) ?? .nan) }
        #expect(parts.count == 3 * 19 && abs(sum - 1) <= 1e-9)
        let nation = try CSVTable(contentsOf: folder + "/national_multipliers.csv")
        #expect(nation.rows.count == 6 * 30 && nation.header.suffix(1) == ["reason"])
        let refining = nation.rows.first { $0.fields.prefix(2) == ["compensation", "C19_21"] }
        #expect(refining?.fields.last == "rates")
        for name in ["spillovers.csv", "table.csv", "trade.csv", "balancing.csv"] {
            #expect(try CSVTable(contentsOf: folder + "/" + name).rows.count > 100, "\(name)")
        }
    }

    @Test("A whole county in CSV without talk, and the nation by county in JSON")
    func formats() throws {
        let csv = try run("--region", "18", "--year", "2018", "--format", "csv", "--quiet")
        #expect(csv.status == 0 && csv.errors.isEmpty)
        #expect(
            csv.output.hasPrefix(
                "demand_region,industry,measure,closure,region,unit,value\n18,A01_02,output,"
            )
        )
        let json = try run("--region", "0", "--format", "json", "--quiet", "--language", "nb")
        #expect(json.status == 0 && json.errors.isEmpty)
        #expect(json.output.contains("\"region\": \"0\"") && json.output.contains("Pendling er ikke kjent"))
        // What was compared is counted: 18 counties, two measures, all industries and manufacturing.
        #expect(json.output.contains("\"compared\": 72"))
    }

    @Test("A projected table is told as one, whatever the command and the format")
    func projected() throws {
        for arguments in [
            ["counties", "--other-decays", "", "--region", "50"],
            ["counties", "--other-decays", "", "--format", "json"],
            ["multipliers"], ["multipliers", "--format", "json"],
        ] {
            let outcome = try RingvirkProgram.run(arguments + ["--year", "2010", "--language", "en"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("table is projected (2012 → 2010)"), "\(arguments)")
        }
    }

    @Test(
        "The borders of another year where they are exact; refused with the municipalities that moved where not"
    )
    func borders() throws {
        let apart = try run("--region", "16", "--year", "2017", "--borders", "2017", "--language", "en")
        #expect(apart.status == 0)
        #expect(
            apart.output.hasPrefix("Sør-Trøndelag 2017")
                && apart.output.contains("borders of 2017: as they were.")
        )
        let moved = try run("--year", "2018", "--borders", "2019", "--language", "en")
        #expect(moved.status == 65 && moved.errors.contains("1567 Rindal (15 → 50)"))
        let later = try run("--borders", "2020", "--language", "nb")
        #expect(later.status == 65)
        for name in ["Jevnaker", "Lunner", "Svelvik", "Hornindal", "Tjeldsund"] {
            #expect(later.errors.contains(name), "\(name)")
        }
        #expect(try run("--borders", "1700").status == 65)
        #expect(try run("--commuting", "nowhere.csv", "--language", "en").status == 66)
    }

    @Test("Refused: a county that the year does not have, an industry, an exponent, a place")
    func refusals() throws {
        let county = try run("--region", "30", "--language", "en")
        #expect(county.status == 65)
        #expect(county.errors.contains("30") && county.errors.contains("2019"))
        let old = try run("--region", "16", "--year", "2018", "--language", "nb")
        #expect(old.status == 65 && old.errors.contains("16"))
        let industry = try run("--industry", "X99", "--language", "en")
        #expect(industry.status == 65 && industry.errors.contains("X99"))
        #expect(try run("--decay", "9").status == 64)
        #expect(try RingvirkProgram.run("counties", "--other-decays", "a,b").status == 64)
        #expect(try run("--places", "nowhere", "--language", "en").status == 66)
        #expect(try run("--places", "data/groups-30", "--language", "en").status == 65)
    }

    /// A copy of the embedded study whose actors file says that the firms are not invented.
    private func secretStudy() throws -> String {
        let folder = RingvirkProgram.temporaryFolder() + "/study"
        let original = Repository.root + "/data/studies/trondelag-2019"
        try FileManager.default.copyItem(atPath: original, toPath: folder)
        let actors = try CSVTable(contentsOf: original + "/actors.csv")
        var writer = CSVWriter()
        writer.write(row: actors.header)
        let place = try #require(actors.header.firstIndex(of: "illustrative"))
        for row in actors.rows {
            var fields = row.fields
            fields[place] = "no"
            writer.write(row: fields)
        }
        try AtomicFile.write(writer.text, to: folder + "/actors.csv")
        return folder
    }

    @Test("Firms: county by county from statistics alone, with the books, the difference, and their files")
    func firms() throws {
        let folder = RingvirkProgram.temporaryFolder() + "/counties"
        let outcome = try run("--firms", "--output", folder, "--language", "en")
        #expect(outcome.status == 0 && outcome.errors == "Results written to \(folder)\n")
        #expect(
            outcome.output.hasPrefix(
                "Firms in Trøndelag 2019: value added per krone of output, by where it lands, Type I\n"
            )
        )
        for text in [
            "Statistics alone", "With the books", "Difference", "silisium", "Abroad (imports)",
            "Bought of the firms",
            "Persons employed per MNOK of output", "The firms are invented types, not actual firms.",
        ] {
            #expect(outcome.output.contains(text), "\(text)")
        }
        #expect(!outcome.output.contains("CONFIDENTIAL"))
        let rows = try CSVTable(contentsOf: folder + "/firm_landings.csv")
        #expect(
            rows.header == ["firm", "measure", "unit", "region", "statistics", "books", "difference"]
        )
        let parts = rows.rows.filter {
            $0.fields[0] == "silisium"
                && ["value_added", "imports", "product_taxes", "bought_of_firms"].contains($0.fields[1])
        }
        for column in [4, 5] {
            let sum = parts.reduce(0) { $0 + (Double($1.fields[column]) ?? .nan) }
            #expect(parts.count == 3 * 19 + 1 && abs(sum - 1) <= 1e-9)
        }
        let cells = try CSVTable(contentsOf: folder + "/augmented_counties.csv")
        #expect(cells.header == ["row", "column", "mnok", "source"])
        #expect(cells.rows.contains { $0.fields[1] == "actor:silisium" && $0.fields[3] == "ledger" })
    }

    @Test("Firms that are not invented are shown to their owner alone, and marked")
    func secretFirms() throws {
        let study = try secretStudy()
        let refused = try run(study, "--data", "data", "--firms", "--language", "en")
        #expect(refused.status == 64 && refused.output.isEmpty)
        #expect(refused.errors.contains("silisium") && refused.errors.contains("--confidential"))
        let csv = try run(study, "--data", "data", "--firms", "--confidential", "--format", "csv", "--quiet")
        #expect(csv.status == 0 && csv.errors.isEmpty)
        let lines = csv.output.split(separator: "\n")
        #expect(lines.first?.hasSuffix(",difference,confidential") == true)
        #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",yes") })
        let json = try run(
            study,
            "--data",
            "data",
            "--firms",
            "--confidential",
            "--format",
            "json",
            "--quiet"
        )
        #expect(json.output.hasPrefix("{\n  \"confidential\": true,"))
        // Without --firms nothing of them is read or told.
        let plain = try run(study, "--data", "data", "--format", "json", "--quiet")
        #expect(plain.status == 0 && !plain.output.contains("silisium"))
    }

    @Test("One firm is told of as one", arguments: [Language.english, .norwegian])
    func oneFirm(language: Language) {
        let words = Wording(language)
        let one = CountiesText.rowsOfTheirOwn(1, words)
        #expect(
            one.hasPrefix(
                words("1 firm has a row and a column of its own,", "1 bedrift har egen rad og kolonne ")
            )
        )
        #expect(!one.contains(words(" them", " dem")))
        let six = CountiesText.rowsOfTheirOwn(6, words)
        #expect(six.hasPrefix(words("6 firms have rows", "6 bedrifter har egne rader")))
    }

    @Test("Options that do not go together")
    func togetherness() throws {
        #expect(try run("--confidential").status == 64)
        let classification = try run("--classification", "groups-30")
        #expect(classification.status == 64 && classification.errors.contains("--coefficients"))
        #expect(try run("--firms", "--industry", "C10_12").status == 64)
        #expect(try run("--firms", "--region", "11").status == 64)
    }
}
