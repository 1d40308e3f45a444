extension Matrix {
    /// The elements column after column, as ``init(rows:columns:columnMajor:)`` takes them; shared, not copied.
    ///
    /// For sums over many elements, which a checked subscript would make several times as slow: take a `span` of it.
    public var columnMajor: [Double] { storage }
}
