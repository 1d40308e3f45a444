/// What one case measured, as one line of JSON.
struct Record: ExpressibleByDictionaryLiteral {
    enum Value {
        case number(Double)
        case integer(Int)
        case text(String)
    }

    private var fields: [(String, Value)]

    init(dictionaryLiteral elements: (String, Value)...) { fields = elements }

    subscript(name: String) -> Value? {
        get { fields.first { $0.0 == name }?.1 }
        set {
            fields.removeAll { $0.0 == name }
            if let newValue { fields.append((name, newValue)) }
        }
    }

    var json: String {
        let pairs = fields.map { name, value in
            let text =
                switch value {
                case .number(let number): number.isFinite ? "\(number)" : "null"
                case .integer(let number): "\(number)"
                case .text(let text): "\"\(text)\""
                }
            return "\"\(name)\": \(text)"
        }
        return "{" + pairs.joined(separator: ", ") + "}"
    }
}
