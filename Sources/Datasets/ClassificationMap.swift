public import Accounts

/// How the industries of several classifications make up one set of groups.
///
/// Each classification is a scheme; within it every source code has one target.
public struct ClassificationMap: Sendable {
    /// The groups.
    public let target: Axis<Industry>
    /// The schemes, in the order they were given.
    public let schemes: [Scheme]
    /// Where the map comes from.
    public let provenance: Provenance
    /// The rules applied on the way here.
    public let rules: [AppliedRule]

    /// One classification's way to the groups.
    public struct Scheme: Sendable, Hashable {
        /// The scheme's name, such as `"ssb_io_65"`.
        public let name: String
        /// Source and target codes, each source once, in the order they were given.
        public let pairs: [Pair]

        /// The scheme `name`.
        ///
        /// - Throws: `.duplicateLabel` when a source stands twice: its amounts would be counted twice.
        public init(name: String, pairs: [Pair]) throws(AccountsError) {
            var met: Set<String> = []
            for pair in pairs where !met.insert(pair.source).inserted {
                throw .duplicateLabel(code: pair.source)
            }
            self.name = name
            self.pairs = pairs
        }
    }

    /// An industry of a classification and the group it goes to.
    public struct Pair: Sendable, Hashable {
        /// The industry's code in its classification.
        public let source: String
        /// The group's code.
        public let target: String

        /// The industry `source`, which goes to `target`.
        public init(source: String, target: String) {
            self.source = source
            self.target = target
        }
    }

    /// A map to the groups of `target`.
    ///
    /// - Throws: `.duplicateLabel` when a scheme stands twice, `.unknownLabel` for a target that is no group.
    public init(
        target: Axis<Industry>,
        schemes: [Scheme],
        provenance: Provenance,
        rules: [AppliedRule]
    ) throws(AccountsError) {
        let groups = Set(target.codes)
        var names: Set<String> = []
        for scheme in schemes {
            guard names.insert(scheme.name).inserted else { throw .duplicateLabel(code: scheme.name) }
            for pair in scheme.pairs where !groups.contains(pair.target) {
                throw .unknownLabel(code: pair.target, known: target.codes)
            }
        }
        self.target = target
        self.schemes = schemes
        self.provenance = provenance
        self.rules = rules
    }

    /// The concordance from the industries of `axis`, which `scheme` classifies, to the groups.
    ///
    /// - Throws: `.unknownLabel` for a scheme the map does not have, and for a source code that is not on the
    ///   axis; `.unmapped` for an industry the scheme leaves out; `.noSource` for a group nothing goes to.
    public func concordance(
        from axis: Axis<Industry>,
        scheme name: String
    ) throws(AccountsError) -> Concordance<Industry, Industry> {
        guard let scheme = schemes.first(where: { $0.name == name }) else {
            throw .unknownLabel(code: name, known: schemes.map(\.name))
        }
        return try Concordance(from: axis, to: target, pairs: scheme.pairs.map { ($0.source, $0.target) })
    }
}
