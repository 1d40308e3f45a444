/// Numbers that know what each of them is.
public struct LabelledVector<Element: Label>: Sendable, Equatable {
    /// What the numbers are of.
    public let axis: Axis<Element>
    /// The numbers, in the axis's order.
    public let values: [Double]

    /// One number a label. Precondition: as many as there are labels.
    public init(_ axis: Axis<Element>, _ values: [Double]) {
        precondition(axis.count == values.count, "\(axis.count) labels, \(values.count) numbers")
        self.axis = axis
        self.values = values
    }

    /// The number of each label is `value(label)`.
    public init(_ axis: Axis<Element>, _ value: (Element) -> Double) {
        self.init(axis, axis.labels.map(value))
    }

    /// The number of `label`. Precondition: the label is on the axis.
    public subscript(label: Element) -> Double {
        guard let position = axis.position(label.code) else {
            preconditionFailure("\(label.code) is not on the axis")
        }
        return values[position]
    }

    /// The sum, from the first label to the last.
    public var sum: Double { values.reduce(0, +) }

    /// The same labels, each number changed by `change`.
    public func map(_ change: (Double) -> Double) -> LabelledVector {
        LabelledVector(axis, values.map(change))
    }

    /// Number by number with another vector on the same axis.
    ///
    /// - Throws: `.differ` with the first label that differs.
    public func combined(
        with other: LabelledVector,
        _ combine: (Double, Double) -> Double
    ) throws(AccountsError) -> LabelledVector {
        if let difference = axis.firstDifference(from: other.axis) { throw .differ(difference) }
        return LabelledVector(axis, zip(values, other.values).map(combine))
    }

    /// The inner product with another vector on the same axis.
    ///
    /// - Throws: `.differ` with the first label that differs.
    public func dot(_ other: LabelledVector) throws(AccountsError) -> Double {
        try combined(with: other, *).sum
    }

    /// The vector summed to a coarser axis.
    ///
    /// - Throws: `.differ` when the concordance starts from another axis.
    public func aggregated<Target>(
        by concordance: Concordance<Element, Target>
    ) throws(AccountsError) -> LabelledVector<Target> {
        if let difference = axis.firstDifference(from: concordance.source) { throw .differ(difference) }
        var sums = [Double](repeating: 0, count: concordance.target.count)
        for (position, value) in values.enumerated() { sums[concordance.targets[position]] += value }
        return LabelledVector<Target>(concordance.target, sums)
    }
}
