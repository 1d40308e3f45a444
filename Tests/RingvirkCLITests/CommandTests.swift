import FileFormats
import Foundation
import TestSupport
import Testing

@Suite("ringvirk, as a user runs it")
struct CommandTests {
    @Test("run prints the lead table, writes every file, and does the same again byte for byte")
    func run() throws {
        let folder = RingvirkProgram.temporaryFolder()
        let first = try RingvirkProgram.run("run", "--output", folder + "/one")
        let second = try RingvirkProgram.run("run", "--output", folder + "/two")
        #expect(first.status == 0)
        #expect(first.output == second.output)
        #expect(first.output.contains("Silisiumsmelteverk"))
        #expect(first.output.contains("Kilde: Statistisk sentralbyrå"))
        #expect(first.errors == "Resultatene er skrevet til \(folder)/one\n")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/one").sorted()
        #expect(
            names == [
                "actor_table.csv", "actor_table.json", "augmented_nation.csv", "augmented_region.csv",
                "firm_accounts.csv", "firm_agreements.csv", "firm_cells.csv", "firm_differences.csv",
                "firm_quality.csv", "firm_repairs.csv", "firm_rules.csv", "firms.csv", "impacts.csv",
                "manifest.json", "multipliers.csv", "ratios.csv", "summary.md",
            ]
        )
        for name in names {
            #expect(
                FileManager.default.contents(atPath: "\(folder)/one/\(name)")
                    == FileManager.default.contents(atPath: "\(folder)/two/\(name)")
            )
        }
    }

    @Test("run speaks English when asked, says nothing when asked, and gives JSON and CSV that parse")
    func forms() throws {
        let folder = RingvirkProgram.temporaryFolder()
        let english = try RingvirkProgram.run("run", "--output", folder, "--language", "en", "--quiet")
        #expect(english.output.contains("Silicon smelter"))
        #expect(english.errors.isEmpty)
        let json = try RingvirkProgram.run("run", "--output", folder, "--format", "json")
        let value = try JSONValue(parsing: json.output, file: "output")
        #expect(value["region"]?.text == "50")
        #expect(value["actor_table"]?["actors"]?.elements?.count == 8)
        let csv = try RingvirkProgram.run("run", "--output", folder, "--format", "csv")
        #expect(try CSVTable(text: csv.output, file: "output").rows.count == 8)
        #expect(csv.output.hasPrefix("actor_id,actor,exists,multiplier_value_added_region,"))
    }

    @Test("multipliers and impact answer in csv and json, for another county and another year")
    func questions() throws {
        let multipliers = try RingvirkProgram.run(
            "multipliers",
            "--region",
            "11",
            "--year",
            "2018",
            "--measure",
            "employment",
            "--closure",
            "type_1",
            "--format",
            "csv"
        )
        let table = try CSVTable(text: multipliers.output, file: "output")
        #expect(table.header == ["region", "industry", "measure", "closure", "scope", "unit", "value"])
        #expect(Set(table.rows.map { $0.fields[0] }) == ["11", "0"])
        #expect(Set(table.rows.map { $0.fields[2] + $0.fields[3] }) == ["employmenttype_1"])
        // 30 industries: three scopes for the county, one for the nation.
        #expect(table.rows.count == 30 * 4)
        let impact = try RingvirkProgram.run("impact", "--demand", "C10_12=100", "--format", "json")
        let parsed = try JSONValue(parsing: impact.output, file: "output")
        #expect(parsed["rows"]?.elements?.isEmpty == false)
        #expect(parsed["assumptions"]?.elements?.isEmpty == false)
        let shown = try RingvirkProgram.run(
            "impact",
            "--demand",
            "C10_12=100",
            "--demand",
            "F41_43=25",
            "--language",
            "en"
        )
        #expect(shown.output.contains("C10_12=100, F41_43=25 MNOK of final demand met from Trøndelag"))
    }

    @Test("check tells a sound dataset from one that is not")
    func check() throws {
        let sound = try RingvirkProgram.run("check", "data/ssb-io/2019")
        #expect(sound.status == 0)
        #expect(sound.output.hasSuffix("The dataset is sound.\n"))
        let table = Repository.fixtures + "/datasets/table"
        let changed = try RingvirkProgram.copy(of: table, changing: "output.csv", "industry", to: "industry ")
        #expect(try RingvirkProgram.run("check", changed).status == 65)
    }

    @Test("symmetric makes a dataset by model d, prints product tables, and refuses what cannot be made")
    func symmetric() throws {
        let folder = RingvirkProgram.temporaryFolder() + "/made"
        let supplyUse = "data/ssb-supply-use/2019"
        let made = try RingvirkProgram.run(
            "symmetric",
            supplyUse,
            "--model",
            "d",
            "--territory",
            "RI",
            "--output",
            folder,
            "--language",
            "nb"
        )
        #expect(made.status == 0 && made.errors == "Datasettet er skrevet til \(folder)\n")
        #expect(made.output.contains("D, fast salgsstruktur for produktet"))
        // Output and value added of Norway in 2019, as questionnaires 1500, 1600 and 1850 all have them.
        #expect(made.output.contains("6\u{A0}046\u{A0}431") && made.output.contains("3\u{A0}164\u{A0}843"))
        let check = try RingvirkProgram.run("check", folder)
        #expect(check.status == 0 && check.output.hasSuffix("The dataset is sound.\n"))
        let csv = try RingvirkProgram.run(
            "symmetric",
            supplyUse,
            "--model",
            "b",
            "--format",
            "csv",
            "--quiet"
        )
        let rows = try CSVTable(text: csv.output, file: "output")
        #expect(rows.header == ["block", "row", "column", "value"] && csv.errors.isEmpty)
        #expect(Set(rows.rows.map { $0.fields[0] }).isSuperset(of: ["flows", "imported_flows", "output"]))
        let json = try RingvirkProgram.run(
            "symmetric",
            Repository.fixtures + "/datasets/supply-use",
            "--model",
            "d",
            "--imports",
            "total",
            "--format",
            "json"
        )
        let value = try JSONValue(parsing: json.output, file: "output")
        #expect(value["model"]?.text == "d" && value["imports"]?.text == "total")
        #expect(value["negatives"]?.elements?.isEmpty == true)
        let singular = try RingvirkProgram.run("symmetric", supplyUse, "--model", "c")
        #expect(
            singular.status == 65
                && singular.errors.contains("RU; industries that make nothing: R19, R20, RU.")
        )
        let other = try RingvirkProgram.run("symmetric", "data/ssb-io/2019", "--model", "d")
        #expect(other.status == 65 && other.errors.contains("ringvirk import supply-use"))
        #expect(
            try RingvirkProgram.run("symmetric", supplyUse, "--model", "a", "--output", folder).status == 64
        )
        #expect(try RingvirkProgram.run("symmetric", supplyUse, "--model", "e").status == 64)
    }

    @Test("symmetric by model e reads the by-products, and refuses what is no cell of the table")
    func hybrid() throws {
        let folder = RingvirkProgram.temporaryFolder()
        let target = folder + "/supply-use"
        try FileManager.default.copyItem(atPath: Repository.fixtures + "/datasets/supply-use", toPath: target)
        let file = folder + "/by-products.csv"
        try "product,industry\ngoods,shops\n".write(toFile: file, atomically: true, encoding: .utf8)
        let rectangular = try RingvirkProgram.run("symmetric", target, "--model", "e", "--by-products", file)
        #expect(rectangular.status == 65)
        #expect(rectangular.errors.contains("the supply table has 3 products and 2 industries"))
        try "product,industry\ngoods,shop\ngoods,shops\ngoods,shops\n"
            .write(toFile: file, atomically: true, encoding: .utf8)
        let faulty = try RingvirkProgram.run("symmetric", target, "--model", "e", "--by-products", file)
        #expect(faulty.status == 65)
        #expect(faulty.errors.contains("line 2, column industry: “shop”"))
        #expect(faulty.errors.contains("line 4, column industry"))
    }

    @Test("help teaches, the version is told, and shells are given completions")
    func help() throws {
        #expect(try RingvirkProgram.run("--help").output.contains("ringvirk impact --demand"))
        #expect(try RingvirkProgram.run("help", "run").output.contains("manifest.json"))
        #expect(try RingvirkProgram.run("--version").output == "0.1.0\n")
        for shell in ["bash", "zsh", "fish"] {
            #expect(
                try RingvirkProgram.run("--generate-completion-script", shell).output.contains("ringvirk")
            )
        }
    }
}
