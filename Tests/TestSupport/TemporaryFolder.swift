import FoundationEssentials
import Glibc

/// An empty folder for a test, removed with what is in it when the last reference to it goes.
///
/// All of them lie in one folder of the process, which goes when the tests end, so that what several tests share leaves
/// nothing behind either.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let path: String

    /// A new folder.
    public init() { path = Self.lasting() }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The names in the folder, sorted, hidden ones included.
    public var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// The path of `name` in the folder.
    public func file(_ name: String) -> String { path + "/" + name }

    /// The path of a new folder that stays until the tests end, for helpers that hand out paths.
    public static func lasting() -> String {
        let path = ofThisProcess + "/" + UUID().uuidString
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            preconditionFailure("no folder could be made at \(path): \(error)")
        }
        return path
    }

    private static let ofThisProcess: String = {
        atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.ofThisProcess) }
        return FileManager.default.temporaryDirectory.path + "/ringvirk-tests-" + UUID().uuidString
    }()
}
