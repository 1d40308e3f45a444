import Accounts
import Disclosure
import FileFormats
import Foundation
import Reporting
import TestSupport
import Testing

@testable import Ringvirk

/// `ledgers.disclosure` in study.yaml: the rules and the earlier runs.
@Suite("Disclosure in a study's file")
struct DisclosureKeysTests {
    private func faults(_ copy: SecretStudy) -> [Fault] {
        do throws(StudyError) {
            _ = try copy.study()
        } catch {
            if case .file(.faults(let faults)) = error { return faults }
            Issue.record("\(error)")
        }
        return []
    }

    @Test("The rules as written are those in force, and stand in manifest and report")
    func rules() throws {
        let copy = try SecretStudy()
        try copy.disclose([
            "least_units: 4", "largest_share: 0.7", "margin: 0.15", "width: 0.3", "attackers: each_other",
            "foresight: none", "wider_rounding: no",
        ])
        var changes = StudyDefinition.Changes()
        changes.dataFolder = EmbeddedStudy.data
        let read = try StudyDefinition(contentsOf: copy.file, changes: changes).ledgers?.disclosure
        let rules = try DisclosureRules(
            leastUnits: 4,
            largestShare: 0.7,
            margin: 0.15,
            width: 0.3,
            attackers: .eachOther,
            foresight: .none,
            coarsens: false
        )
        #expect(read?.rules == rules && read?.earlierRuns.isEmpty == true)
    }

    @Test("Without the key the usual rules are in force; the manifest has them, the report says them")
    func usual() throws {
        let result = try SecretStudy.published.get().result
        #expect(result.report.confidentiality.control?.rules == .usual)
        let record = try #require(result.manifest.json(outputs: [])["disclosure"])
        #expect(record["form"] == .string("published") && record["firms"]?.elements?.count == 6)
        #expect(record["rules"]?["least_units"] == .integer(3) && record["rules"]?["width"] == .number(0.2))
        #expect(record["rules"]?["attackers"] == .string("all_others"))
        #expect(record["rules"]?["foresight"] == .string("one_unit_left_out"))
        #expect(record["earlier_runs"] == .array([]))
        for language in Language.allCases {
            let texts = result.report.assumptions.map { $0.text(in: language) }
            #expect(texts.contains { $0.contains("DISCLOSURE.md") && $0.contains("20") && $0.contains("80") })
        }
        #expect(try Study(definedIn: EmbeddedStudy.file).definition.ledgers?.disclosure.rules == .usual)
    }

    @Test("Every rule outside its range is told, with its line")
    func outside() throws {
        let copy = try SecretStudy()
        try copy.disclose([
            "least_units: 0", "largest_share: 1.5", "margin: -0.1", "width: 2", "attackers: everybody",
            "foresight: all", "wider_rounding: maybe", "earlier: [x]",
        ])
        let found = faults(copy)
        #expect(found.count == 8 && found.allSatisfy { $0.place.line != nil })
        #expect(found.contains { $0.value == "2" && $0.problem == .outside(lower: 0, upper: 1) })
        #expect(
            found.contains {
                $0.value == "everybody" && $0.problem == .notOneOf(["all_others", "each_other"])
            }
        )
    }

    @Test("Books without actors to name their firms by are refused, not left out")
    func withoutActors() throws {
        let copy = try SecretStudy()
        try copy.edit("\nactors: actors.csv\n", "\n")
        #expect(faults(copy).map(\.problem) == [.missingColumn("actors")])
    }

    @Test("An earlier run lies in the study's folder, once")
    func paths() throws {
        let copy = try SecretStudy()
        try copy.disclose(["earlier_runs: [../elsewhere, /tmp, told, told]"])
        let found = faults(copy)
        #expect(found.count == 3)
        #expect(found.filter { if case .malformed = $0.problem { true } else { false } }.count == 2)
        let missing = try SecretStudy()
        try missing.disclose(["earlier_runs: [nowhere]"])
        let error = #expect(throws: StudyError.self) { _ = try missing.study() }
        #expect(error == .file(.notFound(path: missing.folder + "/nowhere/manifest.json")))
    }
}
