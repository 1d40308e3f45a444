import Accounts
import Datasets
import FileFormats
import Foundation
import TestSupport

/// The path of a small dataset of the fictional country X.
func fixture(_ name: String) -> String {
    Repository.fixtures + "/datasets/" + name
}

/// The error `body` throws; `nil` when it throws none.
func thrown(_ body: () throws(DatasetError) -> Void) -> DatasetError? {
    do {
        try body()
        return nil
    } catch {
        return error
    }
}

/// The faults of the files `body` reads; none when it throws anything else.
func faults(_ body: () throws(DatasetError) -> Void) -> [Fault] {
    if case .file(_, .faults(let faults)) = thrown(body) { faults } else { [] }
}

/// A copy of a dataset to break, removed when the test is over; without digests unless they are kept.
final class DatasetCopy {
    private let temporary = TemporaryFolder()
    var path: String { temporary.path }

    private static let names =
        ["dataset.json"] + DatasetKind.allCases.flatMap { $0.requiredFiles + $0.optionalFiles }

    init(of name: String, keepingDigests: Bool = false) throws {
        for file in Set(DatasetCopy.names) {
            guard let text = try? InputFile.text(at: fixture(name) + "/" + file) else { continue }
            try AtomicFile.write(text, to: path + "/" + file)
        }
        if !keepingDigests { try forgetDigests() }
    }

    /// Takes the digests out of the description.
    func forgetDigests() throws {
        let description = try JSONDocument(contentsOf: file("dataset.json")).root
        let members = (description.members ?? []).filter { $0.key != "files" }
        try AtomicFile.write(JSONValue.object(members).prettyText, to: file("dataset.json"))
    }

    /// An empty folder.
    init() {}

    struct NotOnce: Error {
        let text: String
        let times: Int
    }

    func file(_ name: String) -> String { path + "/" + name }

    func text(_ name: String) throws -> String { try InputFile.text(at: file(name)) }

    /// Puts `replacement` where `text` stands, which must be once.
    func edit(_ name: String, _ text: String, _ replacement: String) throws {
        let parts = try self.text(name).split(separator: text, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw NotOnce(text: text, times: parts.count - 1) }
        try AtomicFile.write(parts.joined(separator: replacement), to: file(name))
    }

    func append(_ name: String, _ lines: String) throws {
        try AtomicFile.write(try text(name) + lines, to: file(name))
    }

    func remove(_ name: String) { unlink(file(name)) }

    var names: [String] { Set(DatasetCopy.names).filter { access(file($0), F_OK) == 0 }.sorted() }

    /// The line, counted from 1, that reads `line`.
    func line(_ line: String, in name: String) throws -> Int {
        let lines = try text(name).split(separator: "\n", omittingEmptySubsequences: false)
        guard let position = lines.firstIndex(where: { $0 == line }) else {
            throw NotOnce(text: line, times: 0)
        }
        return position + 1
    }

    func place(_ name: String, line: Int? = nil, _ column: String? = nil) -> Place {
        Place(file: file(name), line: line, column: column)
    }
}
