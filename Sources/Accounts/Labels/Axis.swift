/// The labels of a table's rows or columns, in order, each once.
public struct Axis<Element: Label>: Sendable, Equatable {
    /// The labels, in the table's order.
    public let labels: [Element]
    private let positions: [String: Int]

    /// An axis of `labels`.
    ///
    /// - Throws: `.duplicateLabel` when a code stands twice.
    public init(_ labels: [Element]) throws(AccountsError) {
        var positions = [String: Int](minimumCapacity: labels.count)
        for (position, label) in labels.enumerated() {
            guard positions.updateValue(position, forKey: label.code) == nil else {
                throw .duplicateLabel(code: label.code)
            }
        }
        self.labels = labels
        self.positions = positions
    }

    /// Number of labels.
    public var count: Int { labels.count }

    /// The codes, in order.
    public var codes: [String] { labels.map(\.code) }

    /// Whether `label` is on the axis.
    public func contains(_ label: Element) -> Bool { positions[label.code] != nil }

    /// The label whose code is `code`.
    ///
    /// - Throws: `.unknownLabel` with the codes there are.
    public func label(_ code: String) throws(AccountsError) -> Element {
        guard let position = positions[code] else { throw .unknownLabel(code: code, known: codes) }
        return labels[position]
    }

    /// Where the label with `code` stands, counted from 0.
    package func position(_ code: String) -> Int? { positions[code] }

    /// Same codes in the same order.
    public static func == (one: Axis, other: Axis) -> Bool { one.labels == other.labels }

    /// The first place where the axes disagree; `nil` where they agree.
    public func firstDifference(from other: Axis) -> Difference? {
        // Copies of one axis share their memory, and need not be compared label by label.
        let isShared = labels.withUnsafeBufferPointer { mine in
            other.labels.withUnsafeBufferPointer {
                mine.baseAddress == $0.baseAddress && mine.count == $0.count
            }
        }
        if isShared { return nil }
        for position in 0..<max(count, other.count) {
            let mine = position < count ? labels[position].code : nil
            let theirs = position < other.count ? other.labels[position].code : nil
            if mine != theirs { return .label(position: position, mine, theirs) }
        }
        return nil
    }
}
