import Foundation
import TestSupport

/// The built program, run as a user runs it.
enum RingvirkProgram {
    /// What a run left behind.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The program stands beside the test bundle, wherever the build put that.
    static let path: String = {
        let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
        let bundle = maps.split(separator: "\n").lazy.compactMap { line in
            line.range(of: "/").map { String(line[$0.lowerBound...]) }
        }.first { $0.hasSuffix(".xctest") }
        return ((bundle ?? Repository.root + "/.build/debug/x") as NSString).deletingLastPathComponent
            + "/ringvirk"
    }()

    /// Runs `ringvirk` with `arguments` in `folder`, the repository's root unless another is named.
    static func run(_ arguments: String..., in folder: String = Repository.root) throws -> Outcome {
        try run(arguments, in: folder)
    }

    /// Runs `ringvirk` with a list of arguments.
    static func run(_ arguments: [String], in folder: String = Repository.root) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let output = Pipe()
        let temporary = TemporaryFolder()
        let errors = temporary.file("errors")
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        process.standardOutput = output
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: String(decoding: data, as: UTF8.self),
            errors: (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
        )
    }

    /// A new, empty folder, removed when the tests end.
    static func temporaryFolder() -> String { TemporaryFolder.lasting() }

    /// A copy of a folder, with some texts in one of its files replaced.
    static func copy(of folder: String, changing file: String, _ from: String, to: String) throws -> String {
        let copy = temporaryFolder() + "/copy"
        try FileManager.default.copyItem(atPath: folder, toPath: copy)
        let path = copy + "/" + file
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing(from, with: to).write(toFile: path, atomically: true, encoding: .utf8)
        return copy
    }
}
