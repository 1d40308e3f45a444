import Accounts
import FileFormats

extension StudyDefinition {
    /// The shocks; a name is what tells their results apart, and stands once.
    static func shocks(in root: YAMLNode, _ reader: inout YAMLReader) -> [Shock] {
        var lines: [String: Int?] = [:]
        return (reader.optionalSequence("shocks", in: root) ?? []).compactMap { node in
            guard let shock = Self.shock(node, &reader) else { return nil }
            if let first = lines.updateValue(node.place.line, forKey: shock.name) {
                reader.fault(node["name"] ?? node, .duplicate(firstLine: first))
            }
            return shock
        }
    }

    private static func shock(_ node: YAMLNode, _ reader: inout YAMLReader) -> Shock? {
        reader.unknownKeys(in: node, allowed: ["name", "mnok", "price_basis", "prices_of"])
        let name = reader.text("name", in: node)
        let valuation = reader.choice("price_basis", in: node, of: PriceBasis.allCases.map(\.rawValue))
            .flatMap(PriceBasis.init(rawValue:))
        let pricesOf = reader.integer("prices_of", in: node)
        let amounts = (reader.mapping("mnok", in: node) ?? []).compactMap {
            entry -> (industry: String, amount: Double, place: Place)? in
            // In braces a comma ends an amount: {C10_12: 100,5} is 100, and a key called 5.
            if Int(entry.key) != nil, entry.value.isNull {
                reader.fault(entry.value, .malformed(rule: "an amount with a decimal point"))
                return nil
            }
            return reader.number(of: entry.value).map { (entry.key, $0, entry.place) }
        }
        guard let name, let valuation, let pricesOf else { return nil }
        return Shock(
            name: name,
            amounts: amounts,
            valuation: valuation,
            pricesOf: Year(pricesOf),
            place: node.place
        )
    }
}
