import FileFormats
import Foundation
import TestSupport
import Testing

/// `calibrate` and `backtest` on the small tables of Tests/Fixtures/datasets/regional-tables, and `compare-methods`.
@Suite("calibrate, backtest and compare-methods, as a user runs them")
struct BacktestCommandTests {
    private static let tables = "Tests/Fixtures/datasets/regional-tables"
    private static let golden = Repository.fixtures + "/backtest"

    /// The coefficients learned from the small tables.
    private func coefficients() throws -> (folder: String, outcome: RingvirkProgram.Outcome) {
        let folder = RingvirkProgram.temporaryFolder() + "/coefficients"
        return (
            folder, try RingvirkProgram.run("calibrate", Self.tables, "--output", folder, "--language", "nb")
        )
    }

    @Test("calibrate writes a sound dataset, twice the same, and prints parameters with errors")
    func calibrate() throws {
        let (folder, outcome) = try coefficients()
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("Lærer, med avstander …"))
        #expect(outcome.output.contains("helling på tilbud"))
        let check = try RingvirkProgram.run("check", folder)
        #expect(check.status == 0 && check.output.contains("regions learned from"))
        let (again, _) = try coefficients()
        for name in ["dataset.json", "industries.csv", "parameters.csv"] {
            #expect(
                try InputFile.text(at: folder + "/" + name) == InputFile.text(at: again + "/" + name)
            )
        }
    }

    @Test("calibrate's parameters as rows: the same in CSV and JSON, as the dataset has them")
    func calibratedRows() throws {
        let folder = RingvirkProgram.temporaryFolder() + "/coefficients"
        func run(_ format: String) throws -> RingvirkProgram.Outcome {
            try RingvirkProgram.run(
                "calibrate",
                Self.tables,
                "--output",
                folder,
                "--format",
                format,
                "--quiet"
            )
        }
        let csv = try run("csv")
        #expect(csv.status == 0 && csv.errors.isEmpty)
        let rows = try CSVTable(text: csv.output, file: "output")
        try #require(rows.header == ["parameter", "distances", "value", "standard_error"])
        let names = ["intercept", "slope_on_supply", "slope_on_size", "spread_between_regions"]
        #expect(rows.rows.map { $0.fields[0] } == names + names)
        #expect(rows.rows.map { $0.fields[1] } == ["yes", "yes", "yes", "yes", "no", "no", "no", "no"])
        #expect(rows.rows.filter { $0.fields[3].isEmpty }.map { $0.fields[0] } == [names[3], names[3]])
        let json = try JSONValue(parsing: try run("json").output, file: "output")
        #expect(json["output"]?.text == folder)
        let elements = json["rows"]?.elements ?? []
        #expect(elements.map { $0["parameter"]?.text } == rows.rows.map { $0.fields[0] })
        #expect(elements.map { $0["value"]?.number } == rows.rows.map { Double($0.fields[2]) })
        #expect(elements.map { $0["standard_error"]?.number } == rows.rows.map { Double($0.fields[3]) })
    }

    @Test("backtest's whole output, in both languages, and its picture", arguments: ["nb", "en"])
    func backtest(language: String) throws {
        let (folder, _) = try coefficients()
        let output = RingvirkProgram.temporaryFolder() + "/backtest"
        let outcome = try RingvirkProgram.run(
            "backtest",
            Self.tables,
            "--coefficients",
            folder,
            "--output",
            output,
            "--language",
            language
        )
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains(language == "nb" ? "Sammenlikner r0 …" : "Comparing r0 …"))
        #expect(outcome.output == (try InputFile.text(at: Self.golden + "/\(language).txt")))
        let picture = try InputFile.text(at: output + "/backtest.svg")
        #expect(picture == (try InputFile.text(at: Self.golden + "/\(language).svg")))
        let rows = try CSVTable(contentsOf: output + "/backtest.csv")
        // Six regions, 27 methods, three measures.
        #expect(rows.rows.count == 6 * 27 * 3)
        let csv = try RingvirkProgram.run(
            "backtest",
            Self.tables,
            "--coefficients",
            folder,
            "--format",
            "csv",
            "--quiet"
        )
        #expect(csv.output == (try InputFile.text(at: output + "/backtest.csv")) && csv.errors.isEmpty)
    }

    @Test("backtest gives JSON that says what the coefficients knew")
    func json() throws {
        let (folder, _) = try coefficients()
        let outcome = try RingvirkProgram.run(
            "backtest",
            Self.tables,
            "--coefficients",
            folder,
            "--format",
            "json",
            "--quiet"
        )
        let value = try JSONValue(parsing: outcome.output, file: "output")
        #expect(value["calibration"]?.text == "left_out_anew")
        #expect(value["means"]?.elements?.count == 27)
    }

    @Test(
        "Industries the coefficients do not know, and a folder of another kind, are refused and nothing is written"
    )
    func refusals() throws {
        let output = RingvirkProgram.temporaryFolder() + "/backtest"
        let strangers = try RingvirkProgram.run("backtest", Self.tables, "--output", output)
        #expect(strangers.status == 65 && strangers.output.isEmpty)
        #expect(strangers.errors.contains("the data have no “A”"))
        let kind = try RingvirkProgram.run("backtest", "data/groups-30", "--output", output)
        #expect(kind.status == 65 && kind.errors.contains("official regional tables"))
        let none = try RingvirkProgram.run("calibrate", "data/nowhere", "--output", output)
        #expect(none.status == 66)
        #expect(!FileManager.default.fileExists(atPath: output))
    }

    @Test("An unbalanced table is refused by file, line and amount, in both languages")
    func unbalanced() throws {
        let copy = try RingvirkProgram.copy(
            of: Repository.root + "/" + Self.tables,
            changing: "flows.csv",
            "r0,own_region,A,A,0.5\n",
            to: "r0,own_region,A,A,1.5\n"
        )
        let text = try InputFile.text(at: copy + "/dataset.json")
        let members = try JSONValue(parsing: text, file: "dataset.json").members ?? []
        try AtomicFile.write(
            JSONValue.object(members.filter { $0.key != "files" }).prettyText,
            to: copy + "/dataset.json"
        )
        let english = try RingvirkProgram.run("backtest", copy)
        #expect(english.status == 65)
        #expect(
            english.errors.contains(
                """
                \(copy)/flows.csv, line 2, column supplier: “r0, A” does not add up: the cells make 101, but what they \
                should make is 100.
                """
            )
        )
        let norwegian = try RingvirkProgram.run("backtest", copy, "--language", "nb")
        #expect(norwegian.errors.contains("«r0, A» går ikke opp: cellene gir 101, men skal gi 100."))
    }

    @Test("compare-methods prints every method with intervals, and rows that parse")
    func compare() throws {
        let table = try RingvirkProgram.run("compare-methods", "--measure", "value_added")
        #expect(table.status == 0)
        #expect(table.output.contains("Trøndelag 2019") && table.output.contains("90 %-intervall"))
        #expect(table.output.contains("0,498       0,40–0,65"))
        let csv = try RingvirkProgram.run("compare-methods", "--format", "csv", "--quiet")
        let rows = try CSVTable(text: csv.output, file: "output")
        #expect(rows.rows.count == 30 * 3 * 5 && csv.errors.isEmpty)
        let json = try RingvirkProgram.run("compare-methods", "--format", "json", "--language", "en")
        let value = try JSONValue(parsing: json.output, file: "output")
        #expect(value["rows"]?.elements?.count == 450)
        let wrong = try RingvirkProgram.run("compare-methods", "--measure", "jobs")
        #expect(wrong.status == 64)
    }
}
