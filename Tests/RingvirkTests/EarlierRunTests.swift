import Accounts
import Disclosure
import FileFormats
import Foundation
import Reporting
import TestSupport
import Testing

@testable import Ringvirk

/// Folders of earlier runs, sound and broken.
@Suite("Earlier runs")
struct EarlierRunTests {
    /// A study that is told of the run.
    private func later(_ change: (String) throws -> Void = { _ in }) throws -> SecretStudy {
        let copy = try SecretStudy()
        try FileManager.default.copyItem(
            atPath: try SecretStudy.published.get().folder,
            toPath: copy.folder + "/told"
        )
        try change(copy.folder + "/told/")
        try copy.disclose(["earlier_runs: [told]"])
        return copy
    }

    private func edit(_ path: String, _ text: String, _ replacement: String) throws {
        let old = try InputFile.text(at: path)
        try #require(old.contains(text))
        try AtomicFile.write(old.replacing(text, with: replacement), to: path)
    }

    private func fault(_ copy: SecretStudy) -> Fault? {
        let error = #expect(throws: StudyError.self) { _ = try copy.study() }
        guard case .file(.faults(let faults))? = error else {
            Issue.record("refused for another reason: \(String(describing: error))")
            return nil
        }
        return faults.first
    }

    @Test("The same study again tells no more than before; manifest and report name the run it came after")
    func again() throws {
        let copy = try later()
        let result = try copy.run()
        let record = try #require(result.manifest.json(outputs: [])["disclosure"]?["earlier_runs"]?[0])
        let bytes = try InputFile.bytes(at: copy.folder + "/told/manifest.json")
        #expect(record["folder"] == .string("told"))
        #expect(record["manifest_sha256"] == .string(SHA256Digest(of: bytes).hexadecimal))
        let texts = result.report.assumptions.map { $0.text(in: .english) }
        #expect(texts.contains { $0.contains("the one before it") })
        // A run that this one's earlier run came after must be told of too.
        try result.write(to: copy.folder + "/third", language: .english)
        try copy.edit("earlier_runs: [told]", "earlier_runs: [third]")
        let problem = try #require(fault(copy))
        #expect(problem.place.file == copy.file && problem.place.line != nil)
        try copy.edit("earlier_runs: [third]", "earlier_runs: [third, told]")
        #expect(try copy.study().earlierRuns.count == 2)
    }

    @Test("A file that was changed since, a run told in full, and one of other statistics are refused")
    func refused() throws {
        let changed = try later {
            try edit($0 + "cluster_purchases.csv", "purchases,total,", "purchases,total,1")
        }
        let open = try later { try edit($0 + "manifest.json", "\"published\"", "\"confidential\"") }
        let other = try later()
        try other.edit("delta: 0.10", "delta: 0.20")
        for (copy, value, rule) in [
            (changed, "told/cluster_purchases.csv", "the files of an earlier run are as it wrote them"),
            (open, "told", "an earlier run is one that withheld and rounded"),
            (other, "told", "an earlier run has the statistics, region, year and method of this one"),
        ] {
            let problem = try #require(fault(copy))
            #expect(problem.problem == .malformed(rule: rule) && problem.value == value)
            #expect(problem.place.file == copy.file && problem.place.line != nil)
        }
    }

    @Test("A run of a firm whose books are not here is refused by the firm's name")
    func unknownFirm() throws {
        let copy = try SecretStudy(without: ["flis"])
        try FileManager.default.copyItem(
            atPath: try SecretStudy.published.get().folder,
            toPath: copy.folder + "/told"
        )
        try copy.disclose(["earlier_runs: [told]"])
        let problem = try #require(fault(copy))
        #expect(problem.value == "flis" && problem.place.file == copy.file)
    }

    @Test("Files that are links out of the folder, huge, or no table are refused")
    func hostile() throws {
        let link = try later {
            try FileManager.default.removeItem(atPath: $0 + "cluster_multipliers.csv")
            try FileManager.default.createSymbolicLink(
                atPath: $0 + "cluster_multipliers.csv",
                withDestinationPath: EmbeddedStudy.file
            )
        }
        let outside = #expect(throws: StudyError.self) { _ = try link.study() }
        if case .file(.outsideFolder)? = outside {} else { Issue.record("\(String(describing: outside))") }
        let huge = try later {
            try AtomicFile.write(String(repeating: " ", count: 17 << 20), to: $0 + "manifest.json")
        }
        let tooLarge = #expect(throws: StudyError.self) { _ = try huge.study() }
        if case .file(.tooLarge)? = tooLarge {} else { Issue.record("\(String(describing: tooLarge))") }
    }
}
