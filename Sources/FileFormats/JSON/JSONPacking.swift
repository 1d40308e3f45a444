/// Which parts of a JSON text are long arrays or objects of scalars, to be read without a value for each.
///
/// A part is named by its key, and is one where that stands in the outermost object or in an object right inside it.
public struct JSONPacking: Sendable, Hashable {
    /// The keys.
    public let keys: Set<String>
    /// The most values a part may have.
    public let limit: Int

    /// Parts under `keys`, of at most `limit` values each.
    public init(_ keys: Set<String>, limit: Int) {
        self.keys = keys
        self.limit = limit
    }

    /// No such parts.
    public static let none = JSONPacking([], limit: 0)
}
