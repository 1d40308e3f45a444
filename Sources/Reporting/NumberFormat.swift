public import Accounts

/// Numbers as people read them: Norwegian with decimal comma and no-break spaces, English with point and comma.
///
/// Rounding happens here and nowhere else (half away from zero, on the decimal expansion of the unrounded
/// number); data files carry unrounded numbers.
public struct NumberFormat: Sendable {
    /// The language numbers are written in.
    public let language: Language

    /// The number format of `language`.
    public init(_ language: Language) {
        self.language = language
    }

    /// `number` with a fixed number of decimals, thousands grouped.
    public func text(_ number: Double, decimals: Int) -> String {
        guard number.isFinite else { return ".." }
        let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
        let rounded = (abs(number) * scale).rounded()
        guard rounded < 1e15 else { return String(number) }
        let digits = String(Int(rounded))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = grouped(String(padded.dropLast(decimals)))
        let sign = number < 0 && rounded != 0 ? "-" : ""
        guard decimals > 0 else { return sign + whole }
        return sign + whole + (language == .norwegian ? "," : ".") + padded.suffix(decimals)
    }

    /// A share as a percentage.
    public func percent(_ share: Double, decimals: Int = 1) -> String {
        text(share * 100, decimals: decimals) + (language == .norwegian ? "\u{00A0}%" : "%")
    }

    /// Two digits and a power of ten, for sizes that matter only by their order.
    public func scientific(_ number: Double) -> String {
        guard number.isFinite else { return number.isNaN ? ".." : (number < 0 ? "-∞" : "∞") }
        var mantissa = abs(number)
        var exponent = 0
        while mantissa >= 9.95 {
            mantissa /= 10
            exponent += 1
        }
        while mantissa < 0.995, mantissa > 0 {
            mantissa *= 10
            exponent -= 1
        }
        return (number < 0 ? "-" : "") + text(mantissa, decimals: 1) + (exponent == 0 ? "" : "e\(exponent)")
    }

    private func grouped(_ digits: String) -> String {
        let separator: Character = language == .norwegian ? "\u{00A0}" : ","
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(separator) }
            text.append(digit)
        }
        return text
    }
}
