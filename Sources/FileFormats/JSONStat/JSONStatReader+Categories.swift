extension JSONStatReader {
    /// The categories of a dimension in their order; none where a fault was noted.
    mutating func categories(of dimension: JSONValue, _ key: String) -> [JSONStatCube.Category] {
        guard let category = dimension["category"] else {
            note(key + ".category", .missing)
            return []
        }
        let labels = Dictionary(
            (category["label"]?.members ?? []).map { ($0.key, $0.value.text) }
        ) { first, _ in first }
        let units = Dictionary(
            (category["unit"]?.members ?? []).map { ($0.key, $0.value) }
        ) { first, _ in first }
        return codes(category, key + ".category").map { code in
            let unit = units[code]
            return JSONStatCube.Category(
                code: code,
                label: (labels[code] ?? nil) ?? code,
                // PxWeb calls the unit base; others label or unit.
                unit: unit?["base"]?.text ?? unit?["label"]?.text ?? unit?["unit"]?.text,
                decimals: unit?["decimals"]?.integer
            )
        }
    }

    /// The codes by position: an array, an object of positions, or, for a single category, the label's key.
    private mutating func codes(_ category: JSONValue, _ key: String) -> [String] {
        guard let index = category["index"] else {
            guard let labels = category["label"]?.members, labels.count == 1 else {
                note(key + ".index", .missing)
                return []
            }
            return [labels[0].key]
        }
        if let elements = index.elements {
            let codes = elements.compactMap(\.text)
            guard codes.count == elements.count, !codes.isEmpty else {
                note(key + ".index", .missing)
                return []
            }
            guard Set(codes).count == codes.count else {
                note(key + ".index", .duplicate(firstLine: nil))
                return []
            }
            return codes
        }
        guard let members = index.members, !members.isEmpty else {
            note(key + ".index", .missing)
            return []
        }
        var codes = [String?](repeating: nil, count: members.count)
        for member in members {
            guard let position = member.value.integer, codes.indices.contains(position) else {
                note(
                    key + ".index." + member.key,
                    value: member.value.integer.map(String.init),
                    .outside(lower: 0, upper: Double(members.count - 1))
                )
                continue
            }
            guard codes[position] == nil else {
                note(key + ".index." + member.key, value: "\(position)", .duplicate(firstLine: nil))
                continue
            }
            codes[position] = member.key
        }
        let found = codes.compactMap(\.self)
        return found.count == members.count ? found : []
    }
}
