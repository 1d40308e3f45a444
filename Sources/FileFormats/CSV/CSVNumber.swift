/// Numbers as text: one strict form in, the shortest exact form out. JSON and YAML share it.
public enum CSVNumber {
    /// `value` in the shortest form that reads back as the same number.
    ///
    /// Whole numbers print without a fraction (`12`), zero without a sign. A NaN or an infinity prints as
    /// `nan` or `inf`, which every reader here refuses: a broken result is seen, not smoothed over.
    public static func text(_ value: Double) -> String {
        if value == 0 { return "0" }
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// The number written in `text`, correctly rounded; infinite where it is too large to hold, and `nil`
    /// where `text` is not of the form
    ///
    ///     [+-] digits [. digits] [(e|E) [+-] digits]
    ///
    /// No spaces, thousands separators, decimal commas, hexadecimals or words for NaN and infinity.
    public static func number(_ text: String) -> Double? {
        hasNumberForm(text) ? Double(text) : nil
    }

    /// The whole number written in `text` as digits with an optional sign; `nil` for anything else, also for
    /// one too large for 64 bits.
    public static func integer(_ text: String) -> Int? {
        Int(text)
    }

    /// The finite number in `text`, or what is wrong with it.
    static func finite(_ text: String) -> Parsed<Double> {
        guard let value = number(text) else { return .problem(text.isEmpty ? .missing : .notANumber) }
        return value.isFinite ? .value(value) : .problem(.notFinite)
    }

    /// The whole number in `text`, or what is wrong with it.
    static func whole(_ text: String) -> Parsed<Int> {
        guard let value = integer(text) else { return .problem(text.isEmpty ? .missing : .notAnInteger) }
        return .value(value)
    }

    private static func hasNumberForm(_ text: String) -> Bool {
        var bytes = text.utf8[...]
        func skipDigits() -> Bool {
            let digits = bytes.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            bytes = bytes[digits.endIndex...]
            return !digits.isEmpty
        }
        func skip(oneOf characters: String) -> Bool {
            guard let first = bytes.first, characters.utf8.contains(first) else { return false }
            bytes = bytes.dropFirst()
            return true
        }
        _ = skip(oneOf: "+-")
        guard skipDigits() else { return false }
        if skip(oneOf: "."), !skipDigits() { return false }
        if skip(oneOf: "eE") {
            _ = skip(oneOf: "+-")
            guard skipDigits() else { return false }
        }
        return bytes.isEmpty
    }
}

/// A value read from text, or what is wrong with the text.
enum Parsed<Value> {
    case value(Value)
    case problem(Fault.Problem)
}
