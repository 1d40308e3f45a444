extension JSONStatReader {
    /// The numbers of `count` cells, from an array with every cell or an object with some.
    mutating func values(count: Int) -> [Double?] {
        guard let value = dataset["value"] else {
            note("value", .missing)
            return []
        }
        if let elements = value.elements {
            guard elements.count == count else {
                note("value", .cellCount(expected: count, found: elements.count))
                return []
            }
            var values = [Double?](repeating: nil, count: count)
            for (position, element) in elements.enumerated() {
                values[position] = number(element, "value[\(position)]")
            }
            return values
        }
        var values = [Double?](repeating: nil, count: count)
        forEachMember(of: value, "value", count: count) { reader, position, key, element in
            values[position] = reader.number(element, key)
        }
        return values
    }

    /// The statuses of `count` cells: one for all of them, an array with every cell, or an object with some.
    mutating func statuses(count: Int) -> [Int: String] {
        guard let status = dataset["status"], !status.isNull else { return [:] }
        let elements = status.elements
        if let one = status.text ?? (elements?.count == 1 ? elements?[0].text : nil) {
            return one.isEmpty ? [:] : Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, one) })
        }
        var statuses: [Int: String] = [:]
        if let elements {
            guard elements.count == count else {
                note("status", .cellCount(expected: count, found: elements.count))
                return [:]
            }
            for (position, element) in elements.enumerated() {
                statuses[position] = symbol(element, "status[\(position)]")
            }
            return statuses
        }
        forEachMember(of: status, "status", count: count) { reader, position, key, element in
            statuses[position] = reader.symbol(element, key)
        }
        return statuses
    }

    /// The members of an object whose keys are positions; a fault for a key that is none, or lies outside the cube.
    private mutating func forEachMember(
        of value: JSONValue,
        _ key: String,
        count: Int,
        _ take: (inout JSONStatReader, Int, String, JSONValue) -> Void
    ) {
        guard let members = value.members else {
            note(key, .malformed(rule: "an array or an object is expected"))
            return
        }
        for member in members {
            let inner = key + "." + member.key
            guard let position = CSVNumber.integer(member.key), (0..<count).contains(position) else {
                note(inner, value: member.key, .outside(lower: 0, upper: Double(count - 1)))
                continue
            }
            take(&self, position, inner, member.value)
        }
    }

    private mutating func number(_ value: JSONValue, _ key: String) -> Double? {
        if value.isNull { return nil }
        guard let number = value.number else {
            note(key, value: value.text, .notANumber)
            return nil
        }
        return number
    }

    private mutating func symbol(_ value: JSONValue, _ key: String) -> String? {
        if value.isNull { return nil }
        guard let text = value.text else {
            note(key, .malformed(rule: "text in quotes is expected"))
            return nil
        }
        return text.isEmpty ? nil : text
    }
}
