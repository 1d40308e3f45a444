import Accounts
import Actors
import FileFormats
import Foundation
import Leontief
import Reporting
import Testing

@testable import Ringvirk

@Suite("Study result")
struct StudyResultTests {
    static let names = [
        "actor_table.csv", "actor_table.json", "impacts.csv", "manifest.json", "multipliers.csv",
        "ratios.csv",
        "summary.md",
    ]

    @Test("Two runs write the same bytes, wherever the data stand")
    func sameBytes() throws {
        let (one, other) = (try StudyCopy(), try StudyCopy())
        try one.runAndWrite()
        try other.runAndWrite()
        for name in Self.names {
            #expect(
                try InputFile.bytes(at: one.results + "/" + name)
                    == (try InputFile.bytes(at: other.results + "/" + name)),
                "\(name)"
            )
        }
    }

    @Test("The embedded study twice")
    func embeddedTwice() throws {
        let language = Language.norwegian
        let (one, other) = (
            try Study(definedIn: EmbeddedStudy.file).run(), try Study(definedIn: EmbeddedStudy.file).run()
        )
        let files = one.files(language: language)
        #expect(files.map(\.name) == other.files(language: language).map(\.name))
        #expect(files.map(\.text) == other.files(language: language).map(\.text))
        #expect(one.manifest.json(outputs: files) == other.manifest.json(outputs: files))
        let round = try #require(one.report.checks.first { $0.kind == .actorRoundTrip })
        #expect(round.deviation <= 1e-9)
        #expect(one.report.actorTable?.rows.first { !$0.actor.exists }?.shareOfIndustry == 0)
        #expect(one.report.checks.allSatisfy { $0.deviation.isFinite })
    }

    @Test("The files there are, and no others")
    func fileNames() throws {
        let copy = try StudyCopy()
        try copy.runAndWrite()
        #expect(try FileManager.default.contentsOfDirectory(atPath: copy.results).sorted() == Self.names)
        let result = try Study(definedIn: copy.study).run()
        #expect(
            result.json(writtenTo: "x", language: .english)["files"]?.elements?.compactMap(\.text).sorted()
                == Self.names
        )
    }

    @Test("The headers, to the letter")
    func headers() throws {
        let copy = try StudyCopy()
        try copy.runAndWrite()
        func header(_ name: String) throws -> String? {
            try InputFile.text(at: copy.results + "/" + name).components(separatedBy: "\n").first
        }
        #expect(try header("multipliers.csv") == "region,industry,measure,closure,scope,unit,value")
        #expect(try header("ratios.csv") == "region,industry,measure,closure,scope,unit,value")
        #expect(try header("impacts.csv") == "shock,region,industry,measure,effect,scope,unit,value")
        #expect(
            try header("actor_table.csv")
                == "actor_id,actor,exists,multiplier_value_added_region,multiplier_value_added_rest_of_country,"
                + "multiplier_value_added_nation,multiplier_employment_region,multiplier_employment_rest_of_country,"
                + "multiplier_employment_nation,footprint_region,footprint_rest_of_country,footprint_nation,"
                + "footprint_abroad,unit,value_added_per_unit_region,value_added_per_unit_rest_of_country,"
                + "value_added_per_unit_nation,employment_per_unit_region,employment_per_unit_rest_of_country,"
                + "employment_per_unit_nation,footprint_per_unit_region,footprint_per_unit_rest_of_country,"
                + "footprint_per_unit_nation,footprint_per_unit_abroad,product,price_nok_per_unit,price_year,"
                + "output_units,output_mnok,industry,technology,share_of_industry,organisation_number,illustrative,"
                + "description"
        )
    }

    @Test(
        "Every number is finite, every row stands once",
        arguments: [EmbeddedStudy.file, StudyCopy.original + "/study.yaml"]
    )
    func finite(file: String) throws {
        let result = try Study(definedIn: file).run()
        for (name, text) in result.files(language: .english) where name.hasSuffix(".csv") {
            let table = try CSVTable(text: text, file: name)
            #expect(!table.rows.isEmpty, "\(name)")
            if let value = table.header.firstIndex(of: "value") {
                for row in table.rows {
                    #expect(CSVNumber.number(row.fields[value])?.isFinite == true, "\(row)")
                }
                let keys = table.rows.map { $0.fields.dropLast().joined(separator: ",") }
                #expect(Set(keys).count == keys.count, "\(name)")
            }
            let words: Set<String> = ["nan", "inf", "-inf", "-0"]
            for row in table.rows {
                #expect(words.isDisjoint(with: row.fields.map { $0.lowercased() }), "\(row)")
            }
        }
    }

    @Test("Writing over a file in the folder's place fails and leaves it as it was")
    func cannotWrite() throws {
        let copy = try StudyCopy()
        try AtomicFile.write("mine", to: copy.results)
        guard case .file(.cannotWrite) = thrown({ () throws(StudyError) in try copy.runAndWrite() }) else {
            Issue.record("\(String(describing: thrown { () throws(StudyError) in try copy.runAndWrite() }))")
            return
        }
        #expect(try InputFile.text(at: copy.results) == "mine")
    }

    @Test("The rules of every dataset are among the result's, each once")
    func rulesOfDatasets() throws {
        let result = try Study(definedIn: StudyCopy.original + "/study.yaml").run()
        #expect(
            result.report.rules == [
                AppliedRule("final-demand-subtotals-dropped", touched: ["P3"]),
                AppliedRule("suppressed-cell-implied-by-totals", touched: ["compensation 1 C"]),
                AppliedRule("thousand-tonnes-to-tonnes", touched: ["ghg"]),
            ]
        )
        let embedded = try EmbeddedStudy.study().run().report.rules.map(\.name)
        for name in [
            "greenhouse-gases-weighted-by-ar5", "real-estate-emissions-printed-on-dwellings",
            "blank-is-suppressed",
            "suppressed-cell-implied-by-totals", "suppressed-cell-estimated-within-totals",
        ] { #expect(embedded.contains(name), "\(name)") }
    }

    @Test("What was filled in counties that later merged is told of the county they became")
    func rulesOfMergedRegions() throws {
        let rules = try EmbeddedStudy.study(year: 2017).run().report.rules
        #expect(rules.contains { $0.name == "regions-merged" })
        let filled = rules.filter { $0.name.hasPrefix("suppressed-cell-") }.flatMap(\.touched)
        // Nord-Trøndelag's mining, textiles and metals are withheld in 2017.
        #expect(filled.contains { $0.hasPrefix("value_added 17 ") })
        #expect(filled.allSatisfy { $0.contains(" 16 ") || $0.contains(" 17 ") || $0.contains(" largest ") })
    }

    @Test("In a study of the nation no county's filled cell is told")
    func rulesOfNation() throws {
        let rules = try EmbeddedStudy.study(region: "0").run().report.rules
        #expect(!rules.contains { $0.name.hasPrefix("suppressed-cell-") })
        #expect(rules.allSatisfy { !$0.touched.isEmpty })
    }

    @Test("Every source's attribution is there")
    func sources() throws {
        let report = try Study(definedIn: StudyCopy.original + "/study.yaml").run().report
        #expect(report.attributions == ["Source: Statistics X"])
        #expect(
            report.sources.map(\.table) == [
                "Table 12", "Table 13", "Each industry to itself", "Table 14",
            ]
        )
    }
}
