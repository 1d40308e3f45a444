extension YAMLReader {
    /// The text at `node`, as it stands; also a number's.
    public mutating func text(of node: YAMLNode) -> String? {
        value(of: node, expecting: "text") { .value($0) }
    }

    /// The finite number at `node`, in the same strict form as in a CSV file, and not in quotes.
    public mutating func number(of node: YAMLNode) -> Double? {
        if isQuoted(node) { return refuse(node, .notANumber) }
        return value(of: node, expecting: "number", CSVNumber.finite)
    }

    /// The whole number at `node`, not in quotes.
    public mutating func integer(of node: YAMLNode) -> Int? {
        if isQuoted(node) { return refuse(node, .notAnInteger) }
        return value(of: node, expecting: "whole number", CSVNumber.whole)
    }

    /// `true` or `false`; no other words for them, and no quotes.
    public mutating func boolean(of node: YAMLNode) -> Bool? {
        let words = ["true", "false"]
        if isQuoted(node) { return refuse(node, .notOneOf(words)) }
        return choice(of: node, words).map { $0 == "true" }
    }

    /// The text at `node`, which must be one of `choices`.
    public mutating func choice(of node: YAMLNode, _ choices: [String]) -> String? {
        value(of: node, expecting: "text") {
            choices.contains($0) ? .value($0) : .problem(.notOneOf(choices))
        }
    }

    /// The values of the sequence at `node`.
    public mutating func sequence(of node: YAMLNode) -> [YAMLNode]? {
        node.elements ?? refuse(node, .expected("sequence"))
    }

    /// The keys and values of the mapping at `node`.
    public mutating func mapping(of node: YAMLNode) -> [YAMLNode.Entry]? {
        node.entries ?? refuse(node, .expected("mapping"))
    }

    private func isQuoted(_ node: YAMLNode) -> Bool {
        if case .scalar(_, quoted: true) = node.kind { true } else { false }
    }

    private mutating func refuse<Value>(_ node: YAMLNode, _ problem: Fault.Problem) -> Value? {
        fault(node, problem)
        return nil
    }

    private mutating func value<Value>(
        of node: YAMLNode,
        expecting kind: String,
        _ parse: (String) -> Parsed<Value>
    ) -> Value? {
        guard let text = node.scalar else { return refuse(node, node.isNull ? .missing : .expected(kind)) }
        switch parse(text) {
        case .value(let value): return value
        case .problem(let problem): return refuse(node, problem)
        }
    }
}
