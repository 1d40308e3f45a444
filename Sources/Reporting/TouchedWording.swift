public import Accounts

/// What a rule touched, for people: the words of ``Accounts/AppliedRule/touched`` in their language, with numbers as they are
/// written in it.
///
/// Datasets and rules.csv keep these texts in a fixed form in English. Forms that are not known here, codes and what a user's
/// dataset brought along, stand as they are.
public struct TouchedWording: Sendable {
    private let words: Wording
    private let number: NumberFormat

    /// The words of `language`.
    public init(_ language: Language) {
        words = Wording(language)
        number = NumberFormat(language)
    }

    /// One entry of ``Accounts/AppliedRule/touched``.
    public func text(_ touched: String) -> String {
        counted(touched) ?? compared(touched) ?? cell(touched) ?? touched
    }

    /// How many, and how far off the furthest is.
    private func counted(_ text: String) -> String? {
        if let match = text.wholeMatch(of: /(rows|products) off: (\d+)/) {
            let what = match.1 == "rows" ? words("rows off", "rader som ikke går opp") : nil
            return (what ?? words("products off", "produkter som ikke går opp")) + ": " + amount(match.2)
        }
        if let match = text.wholeMatch(of: /largest: (\S+), (-?[\d.]+) MNOK/) {
            let what = words("largest", "størst")
            return "\(what): \(match.1), \(amount(match.2)) \(words.name(of: .millionKroner))"
        }
        if let match = text.wholeMatch(of: /(.+): (\d+) rows/) {
            return
                "\(match.1): \(amount(match.2)) \(match.2 == "1" ? words("row", "rad") : words("rows", "rader"))"
        }
        if let match = text.wholeMatch(of: /([a-z_]+) largest deviation from a total: (\S+)/) {
            let what = words("largest deviation from a total", "største avvik fra en sum")
            return "\(measure(match.1)), \(what): \(amount(match.2))"
        }
        return nil
    }

    /// Two numbers, or one of a cell of a table.
    private func compared(_ text: String) -> String? {
        if let match = text.wholeMatch(of: /(.+): (-?[\d.e-]+) (of|→) (-?[\d.e-]+)/) {
            let between = match.3 == "of" ? words("of", "av") : "→"
            return
                "\(cell(String(match.1)) ?? String(match.1)): \(amount(match.2)) \(between) \(amount(match.4))"
        }
        let printed = /(\d{4} .+) (value_added|compensation|employment|investment): (-?[\d.]+)/
        if let match = text.wholeMatch(of: printed) {
            return "\(measure(match.2)) \(match.1): \(amount(match.3))"
        }
        if let match = text.wholeMatch(of: /(.+ × .+): (-?[\d.e-]+)/) {
            return "\(match.1): \(amount(match.2))"
        }
        return nil
    }

    /// A measure with where it is, and the bounds of an estimate; a year can stand in front.
    private func cell(_ text: String) -> String? {
        let form =
            /(\d{4} )?(value_added|compensation|employment|investment) ([^\[\]]+?)(?: \[(\S+), (\S+)\])?/
        guard let match = text.wholeMatch(of: form) else { return nil }
        let parts = match.3.split(separator: " ").map {
            $0 == "outside" ? words("outside", "utenfor") : String($0)
        }
        var cell = (match.1.map(String.init) ?? "") + measure(match.2) + " " + parts.joined(separator: " ")
        if let low = match.4, let high = match.5 { cell += " [\(amount(low)); \(amount(high))]" }
        return cell
    }

    private func measure(_ code: Substring) -> String {
        switch code {
        case "value_added": words("value added", "bruttoprodukt")
        case "compensation": words("compensation", "lønnskostnader")
        case "employment": words("employment", "sysselsatte")
        case "investment": words("investment", "investering")
        default: String(code)
        }
    }

    /// A number with the decimals it came with, three at most; what is no number stands as it is.
    private func amount(_ text: Substring) -> String {
        guard let value = Double(text) else { return String(text) }
        if value != 0, abs(value) < 0.0005 { return number.scientific(value) }
        let parts = value.description.split(separator: ".")
        let decimals = parts.count == 2 && parts[1] != "0" ? min(parts[1].count, 3) : 0
        return number.text(value, decimals: decimals)
    }
}
