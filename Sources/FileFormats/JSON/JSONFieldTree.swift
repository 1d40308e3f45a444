/// The wanted paths of an object, such as `naeringskode1.kode`, by the keys that lead to them.
struct JSONFieldTree: Sendable {
    /// A key, and what it leads to.
    struct Branch: Sendable {
        let key: [UInt8]
        /// The position of the path that ends here.
        var field: Int?
        /// The paths that lead on.
        var tree: JSONFieldTree
    }

    private(set) var branches: [Branch] = []

    /// No path at all: everything below is passed over.
    static let none = JSONFieldTree()

    private init() {}

    init(_ paths: [String]) {
        for (index, path) in paths.enumerated() {
            insert(path.split(separator: ".").map { Array($0.utf8) }[...], index)
        }
    }

    private mutating func insert(_ keys: ArraySlice<[UInt8]>, _ index: Int) {
        guard let key = keys.first else { return }
        let position = branches.firstIndex { $0.key == key } ?? branches.count
        if position == branches.count { branches.append(Branch(key: key, field: nil, tree: .none)) }
        if keys.count == 1 {
            branches[position].field = index
        } else {
            branches[position].tree.insert(keys.dropFirst(), index)
        }
    }
}
