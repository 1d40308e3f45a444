public import Accounts

/// Numbers as people read them: Norwegian with decimal comma and no-break spaces, English with point and comma.
///
/// Rounding happens here and nowhere else (half away from zero, on the shortest decimals that read back as the
/// unrounded number: 1.005 becomes 1.01); data files carry unrounded numbers.
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
        let digits = Self.rounded(abs(number), decimals: decimals)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = grouped(String(padded.dropLast(decimals)))
        let sign = number < 0 && !digits.isEmpty ? "-" : ""
        guard decimals > 0 else { return sign + whole }
        return sign + whole + (language == .norwegian ? "," : ".") + padded.suffix(decimals)
    }

    /// The digits of |number| · 10ᵈ, rounded half up from the number's shortest decimals; none for zero.
    private static func rounded(_ number: Double, decimals: Int) -> String {
        let parts = number.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let digits = mantissa.joined().compactMap(\.wholeNumberValue)
        // How many of the digits stand before the place where the number is cut.
        let kept = mantissa[0].count + exponent + decimals
        guard kept >= 0 else { return "" }
        var whole = (0..<kept).map { $0 < digits.count ? digits[$0] : 0 }
        if kept < digits.count, digits[kept] >= 5 {
            // The last digit that can grow grows; the nines behind it turn.
            if let position = whole.lastIndex(where: { $0 < 9 }) {
                whole[position] += 1
                for later in whole.indices where later > position { whole[later] = 0 }
            } else {
                whole = [1] + whole.map { _ in 0 }
            }
        }
        return whole.drop { $0 == 0 }.map(String.init).joined()
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

    /// Digits with thousands apart.
    func grouped(_ digits: String) -> String {
        let separator: Character = language == .norwegian ? "\u{00A0}" : ","
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(separator) }
            text.append(digit)
        }
        return text
    }
}
