import Accounts
import FileFormats

/// Turns the values of a JSON document into those expected and gathers the faults on the way.
struct JSONObjectReader {
    /// An object and the path of keys that leads to it.
    struct Object {
        let path: String
        let value: JSONValue

        func path(of key: String) -> String { path.isEmpty ? key : path + "." + key }
    }

    private let document: JSONDocument
    var faults = GatheredFaults()

    init(_ document: JSONDocument) {
        self.document = document
    }

    /// The whole document, which must be an object.
    mutating func root() -> Object? {
        object(document.root, path: "")
    }

    mutating func fault(_ path: String, value: String? = nil, _ problem: Fault.Problem) {
        faults.add(Fault(at: document.place(of: path), value: value, problem))
    }

    /// Notes every key that is not among `known`.
    mutating func refuseKeys(of object: Object, otherThan known: [String]) {
        for member in object.value.members ?? [] where !known.contains(member.key) {
            fault(object.path(of: member.key), value: member.key, .unknownKey(known: known))
        }
    }

    /// The value under `key`; a fault where there is none.
    mutating func value(_ key: String, in object: Object) -> JSONValue? {
        if let value = object.value[key] { return value }
        fault(object.path, .missingColumn(key))
        return nil
    }

    /// The text under `key`, which must not be empty.
    mutating func text(_ key: String, in object: Object) -> String? {
        guard let value = value(key, in: object) else { return nil }
        return text(value, path: object.path(of: key))
    }

    /// The text under `key`; `nil` without a fault where there is none or `null` stands.
    mutating func optionalText(_ key: String, in object: Object) -> String? {
        guard let value = object.value[key], !value.isNull else { return nil }
        return text(value, path: object.path(of: key))
    }

    mutating func text(_ value: JSONValue, path: String) -> String? {
        guard let text = value.text else {
            fault(path, value: JSONObjectReader.shown(value), .malformed(rule: "text in quotes is expected"))
            return nil
        }
        guard !text.isEmpty else {
            fault(path, value: text, .missing)
            return nil
        }
        return text
    }

    mutating func choice(_ key: String, in object: Object, of choices: [String]) -> String? {
        guard let text = text(key, in: object) else { return nil }
        guard choices.contains(text) else {
            fault(object.path(of: key), value: text, .notOneOf(choices))
            return nil
        }
        return text
    }

    mutating func integer(_ key: String, in object: Object) -> Int? {
        guard let value = value(key, in: object) else { return nil }
        if let integer = value.integer { return integer }
        fault(object.path(of: key), value: JSONObjectReader.shown(value), .notAnInteger)
        return nil
    }

    /// The number under `key`, which must not be negative.
    mutating func amount(_ key: String, in object: Object) -> Double? {
        guard let value = value(key, in: object) else { return nil }
        guard let number = value.number else {
            fault(object.path(of: key), value: JSONObjectReader.shown(value), .notANumber)
            return nil
        }
        guard number >= 0 else {
            fault(object.path(of: key), value: JSONObjectReader.shown(value), .negative)
            return nil
        }
        return number
    }

    /// The object under `key`, with no other keys than `known`.
    mutating func object(_ key: String, in object: Object, known: [String]) -> Object? {
        guard let value = value(key, in: object) else { return nil }
        guard let inner = self.object(value, path: object.path(of: key)) else { return nil }
        refuseKeys(of: inner, otherThan: known)
        return inner
    }

    mutating func object(_ value: JSONValue, path: String) -> Object? {
        guard value.members != nil else {
            fault(
                path,
                value: JSONObjectReader.shown(value),
                .malformed(rule: "an object in braces is expected")
            )
            return nil
        }
        return Object(path: path, value: value)
    }

    /// The values of the array under `key` and their paths; none, without a fault, where the key is not there.
    mutating func optionalArray(_ key: String, in object: Object) -> [(path: String, value: JSONValue)] {
        guard let value = object.value[key] else { return [] }
        let path = object.path(of: key)
        guard let elements = value.elements else {
            fault(
                path,
                value: JSONObjectReader.shown(value),
                .malformed(rule: "an array in brackets is expected")
            )
            return []
        }
        return elements.enumerated().map { ("\(path)[\($0.offset)]", $0.element) }
    }

    /// The name whose languages are the keys `en` and `nb` of `object`; one of them serves for both.
    mutating func name(in object: Object) -> Name? {
        let english = optionalText("en", in: object)
        let norwegian = optionalText("nb", in: object)
        guard let either = english ?? norwegian else {
            fault(object.path, .missingColumn("en"))
            return nil
        }
        return Name(english: english ?? either, norwegian: norwegian ?? either)
    }

    /// A digest in hexadecimal, as `sha256sum` prints it.
    mutating func digest(_ value: JSONValue, path: String) -> String? {
        guard let text = text(value, path: path) else { return nil }
        let digits = "0123456789abcdef"
        guard text.utf8.count == 64, text.allSatisfy({ digits.contains($0) }) else {
            fault(path, value: text, .malformed(rule: "64 lower-case hexadecimal digits are expected"))
            return nil
        }
        return text
    }

    private static func shown(_ value: JSONValue) -> String? {
        switch value {
        case .object, .array: nil
        case .string(let text): text
        case .number(let number): CSVNumber.text(number)
        case .integer(let integer): String(integer)
        case .bool(let truth): truth ? "true" : "false"
        case .null: "null"
        }
    }
}
