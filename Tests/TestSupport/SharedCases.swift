/// Paths tests read from, worked out from where the sources stand.
public enum Repository {
    /// The repository's root folder.
    public static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/")
    }()

    /// Small inputs in the real formats, faulty ones beside sound ones.
    public static let fixtures = root + "/Tests/Fixtures"

    /// Published tables and raw statistics that live beside the repository and are not part of it. Tests
    /// that read them are skipped, and say so, where the folder is absent.
    public static let shared =
        root.split(separator: "/", omittingEmptySubsequences: false)
        .dropLast().joined(separator: "/") + "/shared"
}
