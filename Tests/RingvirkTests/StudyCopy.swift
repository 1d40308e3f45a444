import Datasets
import FileFormats
import Foundation
import TestSupport

@testable import Ringvirk

/// A copy of the small study and its datasets to change or break, removed when the test is over.
final class StudyCopy {
    private let temporary = TemporaryFolder()
    /// The data folder: the study and its datasets stand under `studies/small` in it.
    var data: String { temporary.path }

    static let original = Repository.fixtures + "/studies/small"

    init() throws {
        try FileManager.default.createDirectory(atPath: data + "/studies", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: Self.original, toPath: folder)
    }

    struct NotOnce: Error {
        let text: String
        let times: Int
    }

    var folder: String { data + "/studies/small" }
    var study: String { file("study.yaml") }
    /// Where results go; nothing stands there before a study is written.
    var results: String { data + "/results" }

    func file(_ name: String) -> String { folder + "/" + name }

    func text(_ name: String) throws -> String { try InputFile.text(at: file(name)) }

    func write(_ text: String, to name: String) throws { try AtomicFile.write(text, to: file(name)) }

    /// Puts `replacement` where `text` stands, which must be once. A dataset's digests are left out with it.
    func edit(_ name: String, _ text: String, _ replacement: String) throws {
        let parts = try self.text(name).components(separatedBy: text)
        guard parts.count == 2 else { throw NotOnce(text: text, times: parts.count - 1) }
        try write(parts.joined(separator: replacement), to: name)
        let folder = name.split(separator: "/").dropLast().joined(separator: "/")
        guard !folder.isEmpty, !name.hasSuffix("dataset.json") else { return }
        let description = folder + "/dataset.json"
        let members = try JSONDocument(contentsOf: file(description)).root.members ?? []
        try write(JSONValue.object(members.filter { $0.key != "files" }).prettyText, to: description)
    }

    /// Puts a whole file, new or in the place of another, into a dataset, whose digests are left out with it.
    func put(_ text: String, in folder: String, _ name: String) throws {
        try write(text, to: folder + "/" + name)
        let description = folder + "/dataset.json"
        let members = try JSONDocument(contentsOf: file(description)).root.members ?? []
        try write(JSONValue.object(members.filter { $0.key != "files" }).prettyText, to: description)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: file(name)) }

    /// Puts a link to `target` in the place of a file.
    func link(_ name: String, to target: String) throws {
        try remove(name)
        try FileManager.default.createSymbolicLink(atPath: file(name), withDestinationPath: target)
    }

    /// The line, counted from 1, in which `text` first stands.
    func line(of text: String, in name: String = "study.yaml") throws -> Int {
        let lines = try self.text(name).components(separatedBy: "\n")
        guard let position = lines.firstIndex(where: { $0.contains(text) }) else {
            throw NotOnce(text: text, times: 0)
        }
        return position + 1
    }

    func place(_ name: String = "study.yaml", line: Int? = nil, _ column: String? = nil) -> Place {
        Place(file: file(name), line: line, column: column)
    }

    /// Runs the study and writes it to ``results``.
    func runAndWrite() throws(StudyError) {
        let result = try Study(definedIn: study).run()
        try result.write(to: results, language: result.definition.language)
    }

    /// Whether anything was written.
    var wroteAnything: Bool { FileManager.default.fileExists(atPath: results) }
}

/// The error `body` throws; `nil` when it throws none.
func thrown(_ body: () throws(StudyError) -> Void) -> StudyError? {
    do {
        try body()
        return nil
    } catch {
        return error
    }
}

/// The faults of the file `body` reads; none when it throws anything else.
func faults(_ body: () throws(StudyError) -> Void) -> [Fault] {
    if case .file(.faults(let faults)) = thrown(body) { faults } else { [] }
}
