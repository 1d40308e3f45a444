import FileFormats
import Foundation
import Glibc
import TestSupport

/// The path of a small file in a real format.
func fixture(_ name: String) -> String {
    Repository.fixtures + "/files/" + name
}

/// Whether published data lie beside the repository.
func isShared(_ path: String) -> Bool {
    access(Repository.shared + "/" + path, R_OK) == 0
}

/// The error `body` throws; `nil` when it throws none.
func thrown(_ body: () throws(FileFormatError) -> Void) -> FileFormatError? {
    do {
        try body()
        return nil
    } catch {
        return error
    }
}

/// The faults `body` throws; none when it throws anything else.
func faults(_ body: () throws(FileFormatError) -> Void) -> [Fault] {
    if case .faults(let faults) = thrown(body) { faults } else { [] }
}

/// An empty folder that is removed, with what is in it, when the test is over.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array((NSTemporaryDirectory() + "fileformats-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw FolderFailure() }
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    deinit {
        TemporaryFolder.remove(path)
    }

    struct FolderFailure: Error {}

    /// The names in the folder, sorted, hidden ones included.
    var names: [String] { TemporaryFolder.names(in: path) }

    func file(_ name: String) -> String { path + "/" + name }

    private static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func remove(_ path: String) {
        for name in names(in: path) { remove(path + "/" + name) }
        if rmdir(path) != 0 { unlink(path) }
    }
}

/// A small generator, so that a failing test fails again (Steele, Lea & Flood 2014, SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
