extension Sequence where Element: Equatable {
    /// Each value once, in the order first met.
    ///
    /// - Complexity: O(n·k) for n values of which k are distinct: for short lists, such as sources and engines.
    public var distinct: [Element] {
        reduce(into: []) { values, value in
            if !values.contains(value) { values.append(value) }
        }
    }
}
