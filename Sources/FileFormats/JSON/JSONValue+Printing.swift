extension JSONValue {
    /// The value as text, always the same for the same value: two spaces of indentation, keys in their order,
    /// numbers in their shortest exact form, a line feed at the end.
    ///
    /// JSON has no NaN and no infinity; they print as `null`.
    public var prettyText: String {
        var text = ""
        append(to: &text, indentation: 0)
        return text + "\n"
    }

    private func append(to text: inout String, indentation: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value.isFinite ? CSVNumber.text(value) : "null"
        case .string(let value): JSONValue.append(value, to: &text)
        case .array(let elements):
            JSONValue.append(elements, between: ("[", "]"), to: &text, indentation) { element, text in
                element.append(to: &text, indentation: indentation + 1)
            }
        case .object(let members):
            JSONValue.append(members, between: ("{", "}"), to: &text, indentation) { member, text in
                JSONValue.append(member.key, to: &text)
                text += ": "
                member.value.append(to: &text, indentation: indentation + 1)
            }
        }
    }

    private static func append<Item>(
        _ items: [Item],
        between brackets: (String, String),
        to text: inout String,
        _ indentation: Int,
        _ appendItem: (Item, inout String) -> Void
    ) {
        text += brackets.0
        for (index, item) in items.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += String(repeating: "  ", count: indentation + 1)
            appendItem(item, &text)
        }
        if !items.isEmpty { text += "\n" + String(repeating: "  ", count: indentation) }
        text += brackets.1
    }

    private static func append(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
