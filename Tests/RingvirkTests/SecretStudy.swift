import Accounts
import FileFormats
import Foundation
import TestSupport

@testable import Ringvirk

/// A copy of the embedded study, with its data, whose firms are not invented; removed when the test is over.
final class SecretStudy: Sendable {
    private let temporary = TemporaryFolder()
    /// The study's folder.
    var folder: String { temporary.file("study") }

    var file: String { folder + "/study.yaml" }

    /// A copy without some firms: their books are not read, and where they are `gone`, they are no actors either.
    init(illustrative: String = "no", without: Set<String> = [], gone: Bool = false) throws {
        try FileManager.default.copyItem(
            atPath: EmbeddedStudy.data + "/studies/trondelag-2019",
            toPath: folder
        )
        try editActors { actor, column, value in column == "illustrative" ? illustrative : value }
        for actor in without {
            try drop(actor)
            guard gone else { continue }
            for name in ["actors.csv", "recipes.csv"] {
                let lines = try InputFile.text(at: folder + "/" + name).components(separatedBy: "\n")
                let kept = lines.filter { !$0.hasPrefix(actor + ",") }
                try AtomicFile.write(kept.joined(separator: "\n"), to: folder + "/" + name)
            }
        }
    }

    /// The copy as it is, run once, and written to the folder `out`.
    struct Published: Sendable {
        let copy: SecretStudy
        let study: Study
        let result: StudyResult
        var folder: String { copy.folder + "/out" }
    }

    /// The study with all six firms, published; kept for all tests.
    static let published = Result {
        let copy = try SecretStudy()
        let study = try copy.study()
        let result = try study.run()
        try result.write(to: copy.folder + "/out", language: .english)
        return Published(copy: copy, study: study, result: result)
    }

    /// A copy whose firms are called invented, where the books of `laks` do not say whose they are.
    static func withNobodysBooks() throws -> SecretStudy {
        let copy = try SecretStudy(illustrative: "yes")
        try copy.edit("example-ledgers/saft/fiskeforedling.zip", "example-ledgers/csv/fiskeforedling.csv")
        try copy.edit("      annual_accounts: example-ledgers/annual-accounts/fiskeforedling-2019.yaml\n", "")
        return copy
    }

    /// Gives every field of actors.csv anew.
    func editActors(_ value: (_ actor: String, _ column: String, _ value: String) -> String) throws {
        let actors = try CSVTable(contentsOf: folder + "/actors.csv")
        var writer = CSVWriter()
        writer.write(row: actors.header)
        for row in actors.rows {
            writer.write(row: zip(actors.header, row.fields).map { value(row.fields[0], $0, $1) })
        }
        try AtomicFile.write(writer.text, to: folder + "/actors.csv")
    }

    /// Puts `replacement` where `text` stands in study.yaml.
    func edit(_ text: String, _ replacement: String) throws {
        let parts = try InputFile.text(at: file).components(separatedBy: text)
        guard parts.count == 2 else { throw StudyCopy.NotOnce(text: text, times: parts.count - 1) }
        try AtomicFile.write(parts.joined(separator: replacement), to: file)
    }

    /// Lines under `ledgers.disclosure`.
    func disclose(_ lines: [String]) throws {
        let text = lines.map { "    " + $0 + "\n" }.joined()
        try edit("  repairs: [trade_place]\n", "  repairs: [trade_place]\n  disclosure:\n" + text)
    }

    /// A line more under a firm of `ledgers`.
    func add(_ line: String, to actor: String) throws {
        try edit("    \(actor):\n      books", "    \(actor):\n      \(line)\n      books")
    }

    private func drop(_ actor: String) throws {
        var lines = try InputFile.text(at: file).components(separatedBy: "\n")
        guard let first = lines.firstIndex(of: "    \(actor):") else {
            throw StudyCopy.NotOnce(text: actor, times: 0)
        }
        let rest = lines[(first + 1)...]
        let last = rest.firstIndex { !$0.hasPrefix("      ") } ?? lines.endIndex
        lines.removeSubrange(first..<last)
        try AtomicFile.write(lines.joined(separator: "\n"), to: file)
    }

    /// The study, ready to run.
    func study() throws(StudyError) -> Study {
        var changes = StudyDefinition.Changes()
        changes.dataFolder = EmbeddedStudy.data
        return try Study(definedIn: file, changes: changes)
    }

    /// Runs the study.
    func run(isConfidential: Bool = false) throws(StudyError) -> StudyResult {
        try study().run(isConfidential: isConfidential)
    }

    /// Runs the study and writes it to a folder beside its files.
    @discardableResult
    func publish(to name: String) throws(StudyError) -> StudyResult {
        let result = try run()
        try result.write(to: folder + "/" + name, language: .english)
        return result
    }
}
