/// A many-to-one correspondence from a fine classification to a coarser one.
///
/// Complete by construction: every source label has exactly one target and every target has a source, so an
/// aggregation can neither lose nor double an amount.
public struct Concordance<Source: Label, Target: Label>: Sendable {
    /// The fine classification.
    public let source: Axis<Source>
    /// The coarse classification; its labels carry the names the results show.
    public let target: Axis<Target>
    /// Each source label's target, by position.
    let targets: [Int]

    /// The correspondence that sends each source code to `mapping[code]`.
    ///
    /// A dictionary holds a code once; where a file may have it twice, use ``init(from:to:pairs:)``.
    ///
    /// - Throws: `.unmapped` for a source code without a target, `.unknownLabel` for a code in the mapping
    ///   that is on neither axis, `.noSource` for a target that nothing maps to.
    public init(
        from source: Axis<Source>,
        to target: Axis<Target>,
        _ mapping: [String: String]
    ) throws(AccountsError) {
        for code in mapping.keys.sorted() where source.position(code) == nil {
            throw .unknownLabel(code: code, known: source.codes)
        }
        var targets: [Int] = []
        targets.reserveCapacity(source.count)
        var used = [Bool](repeating: false, count: target.count)
        for label in source.labels {
            guard let code = mapping[label.code] else { throw .unmapped(code: label.code) }
            guard let position = target.position(code) else {
                throw .unknownLabel(code: code, known: target.codes)
            }
            used[position] = true
            targets.append(position)
        }
        if let unused = used.firstIndex(of: false) { throw .noSource(target: target.labels[unused].code) }
        self.source = source
        self.target = target
        self.targets = targets
    }

    /// The correspondence that sends each pair's source code to its target code.
    ///
    /// - Throws: `.duplicateLabel` for a source code that stands in two pairs, whose amounts would be counted twice
    ///   or lost; otherwise as ``init(from:to:_:)``.
    public init(
        from source: Axis<Source>,
        to target: Axis<Target>,
        pairs: [(source: String, target: String)]
    ) throws(AccountsError) {
        var mapping: [String: String] = [:]
        for pair in pairs {
            guard mapping.updateValue(pair.target, forKey: pair.source) == nil else {
                throw .duplicateLabel(code: pair.source)
            }
        }
        try self.init(from: source, to: target, mapping)
    }

    /// The target of a source label. Precondition: the label is on the source axis.
    public func target(of label: Source) -> Target {
        guard let position = source.position(label.code) else {
            preconditionFailure("\(label.code) is not on the source axis")
        }
        return target.labels[targets[position]]
    }

    /// The source labels of a target, in the source's order.
    public func sources(of label: Target) -> [Source] {
        guard let position = target.position(label.code) else { return [] }
        return zip(source.labels, targets).filter { $0.1 == position }.map(\.0)
    }
}

extension Concordance where Source == Target {
    /// Every label to itself.
    public init(identityOn axis: Axis<Source>) {
        source = axis
        target = axis
        targets = Array(0..<axis.count)
    }
}
