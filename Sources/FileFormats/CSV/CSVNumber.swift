/// Numbers as text: one strict form in, the shortest exact form out. JSON and YAML share it.
public enum CSVNumber {
    /// `value` in the shortest form that reads back as the same number.
    ///
    /// Whole numbers print without a fraction (`12`), zero without a sign. A NaN or an infinity prints as
    /// `nan` or `inf`, which every reader here refuses: a broken result is seen, not smoothed over.
    public static func text(_ value: Double) -> String {
        if value == 0 { return "0" }
        if abs(value) < 1e15, value == value.rounded(.towardZero) { return String(Int64(value)) }
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

    /// The number written in `text`, as `number(_:)` of a text has it.
    ///
    /// Up to 2⁵³ both the digits and the power of ten are exact, and one division rounds once (Clinger,
    /// "How to read floating point numbers accurately", 1990): the same number, without a text.
    public static func number(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        var index = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var digits: UInt64 = 0
        let first = index
        while index < text.count, case let digit = text[index] &- 0x30, digit < 10, index - first < 16 {
            digits = digits * 10 + UInt64(digit)
            index += 1
        }
        var decimals = 0
        let hasPoint = index > first && index < text.count && text[index] == UInt8(ascii: ".")
        if hasPoint {
            index += 1
            while index < text.count, case let digit = text[index] &- 0x30, digit < 10, index - first < 17 {
                digits = digits * 10 + UInt64(digit)
                index += 1
                decimals += 1
            }
        }
        guard index == text.count, index > first, !hasPoint || decimals > 0, digits <= 1 << 53 else {
            return number(String(decoding: text, as: UTF8.self))
        }
        let value = Double(digits) / powersOfTen[decimals]
        return isNegative ? -value : value
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    ]

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
