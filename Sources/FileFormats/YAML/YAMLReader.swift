/// Turns the nodes of a YAML document into values and gathers the faults on the way.
///
/// Every value comes as an optional, `nil` where a fault was noted; `finish()` throws all faults together.
/// A reader is passed on as `inout` to the functions that read the parts of a document.
///
///     var reader = YAMLReader()
///     let name = reader.text("name", in: document.root)
///     for shock in reader.sequence("shocks", in: document.root) ?? [] {
///         reader.unknownKeys(in: shock, allowed: ["industry", "value"])
///         let value = reader.number("value", in: shock)
///     }
///     try reader.finish()
public struct YAMLReader: Sendable {
    private var faults = FaultCollector()

    /// A reader with no faults yet.
    public init() {}

    /// The value under `key`; a fault where the key is missing, nothing stands under it, or `node` is no
    /// mapping.
    public mutating func required(_ key: String, in node: YAMLNode) -> YAMLNode? {
        guard isMapping(node) else { return nil }
        guard let value = node[key] else {
            faults.add(Fault(at: node.place, .missingColumn(key)))
            return nil
        }
        if value.isNull {
            faults.add(Fault(at: value.place, .missing))
            return nil
        }
        return value
    }

    /// The value under `key`; `nil` without a fault where the key is missing or nothing stands under it.
    public mutating func optional(_ key: String, in node: YAMLNode) -> YAMLNode? {
        guard isMapping(node), let value = node[key], !value.isNull else { return nil }
        return value
    }

    /// Notes a fault for every key of `node` that is not in `allowed`.
    public mutating func unknownKeys(in node: YAMLNode, allowed: [String]) {
        guard isMapping(node) else { return }
        for entry in node.entries ?? [] where !allowed.contains(entry.key) {
            faults.add(Fault(at: entry.place, value: entry.key, .unknownKey(known: allowed)))
        }
    }

    /// Notes a fault of the reader's own at `node`, with its text as the value.
    public mutating func fault(_ node: YAMLNode, _ problem: Fault.Problem) {
        faults.add(Fault(at: node.place, value: node.scalar, problem))
    }

    /// Notes a fault that was found elsewhere.
    public mutating func add(_ fault: Fault) {
        faults.add(fault)
    }

    /// Ends the reading.
    ///
    /// - Throws: `.faults` with every fault noted, by line.
    public func finish() throws(FileFormatError) {
        try faults.finish()
    }

    private mutating func isMapping(_ node: YAMLNode) -> Bool {
        if node.entries != nil { return true }
        let fault = Fault(at: node.place, value: node.scalar, .expected("mapping"))
        // Several keys are asked of the same node; one fault says it.
        if !faults.faults.contains(fault) { faults.add(fault) }
        return false
    }
}
