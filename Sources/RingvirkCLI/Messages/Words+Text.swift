import Accounts
import Reporting

extension Words {
    /// A text from a file, in quotes, on one line and not beyond reason long.
    func quoted(_ text: String) -> String {
        let printable = text.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control ? " " : String(scalar)
        }
        let line = printable.joined()
        let short = line.count > 80 ? line.prefix(80) + "…" : line[...]
        return self("“\(short)”", "«\(short)»")
    }

    /// A number with the decimals it needs, at most six; powers of ten below that.
    func number(_ number: Double) -> String {
        if number != 0, abs(number) < 0.000001, number.isFinite { return scientific(number) }
        let text = NumberFormat(language).text(number, decimals: 6)
        guard let mark = text.lastIndex(where: { $0 == self("." as Character, ",") }) else { return text }
        let significant = text.lastIndex { $0 != "0" } ?? mark
        return String(text[..<(significant == mark ? mark : text.index(after: significant))])
    }

    /// A number with a fixed number of decimals.
    func number(_ number: Double, decimals: Int) -> String {
        NumberFormat(language).text(number, decimals: decimals)
    }

    /// A share as a percentage.
    func percent(_ share: Double) -> String { NumberFormat(language).percent(share) }

    /// Bytes, in megabytes where they are many.
    func size(_ bytes: Int) -> String {
        bytes < 1_000_000
            ? self("\(number(Double(bytes))) bytes", "\(number(Double(bytes))) byte")
            : self(
                "\(number(Double(bytes) / 1e6, decimals: 1)) MB",
                "\(number(Double(bytes) / 1e6, decimals: 1)) MB"
            )
    }

    /// The first twelve of `items`, and how many more there are.
    func list(_ items: [String]) -> String {
        let listed = items.prefix(Self.mostListed).joined(separator: ", ")
        let more = items.count - Self.mostListed
        return more > 0 ? listed + self(" and \(more) more", " og \(more) til") : listed
    }

    /// An amount in millions of kroner, to a tenth.
    func mnok(_ amount: Double) -> String {
        self("\(number(amount, decimals: 1)) MNOK", "\(number(amount, decimals: 1)) mill. kr")
    }

    /// The one that was probably meant, and all there are; whole sentences.
    func known(_ codes: [String], insteadOf value: String?) -> String {
        guard !codes.isEmpty else { return self("There are none.", "Det finnes ingen.") }
        let listed = self("There are: \(list(codes)).", "Disse finnes: \(list(codes)).")
        guard let value, let meant = Spelling.closest(to: value, among: codes) else { return listed }
        return self("Did you mean \(quoted(meant))? ", "Mente du \(quoted(meant))? ") + listed
    }

    /// The years there are, runs of years written as one.
    func list(_ years: [Year]) -> String {
        var runs: [ClosedRange<Int>] = []
        for year in years.map(\.number).sorted() {
            if let last = runs.last, year <= last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...year
            } else {
                runs.append(year...year)
            }
        }
        return list(runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" })
    }

    private func scientific(_ number: Double) -> String {
        var mantissa = number
        var exponent = 0
        while abs(mantissa) < 0.95, exponent > -330 {
            mantissa *= 10
            exponent -= 1
        }
        let superscripts: [Character: Character] = [
            "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
            "8": "⁸",
            "9": "⁹",
        ]
        return self.number(mantissa, decimals: 1) + "·10"
            + String(String(exponent).map { superscripts[$0] ?? $0 })
    }

    private func callAsFunction(_ english: Character, _ norwegian: Character) -> Character {
        language == .norwegian ? norwegian : english
    }
}

extension String {
    /// The text with a capital first letter.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
