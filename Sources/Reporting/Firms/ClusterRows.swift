public import Disclosure
import FileFormats

/// The cluster's purchases and wages, and its firms' multipliers, as they may be published: `:` where one is withheld.
public struct ClusterRows: Sendable {
    private let control: DisclosureControl

    /// The rows of what was decided.
    public init(_ control: DisclosureControl) {
        self.control = control
    }

    /// The sums as CSV: MNOK, what they are rounded to, and whether one is withheld.
    public var purchases: String {
        rows("sum", header: ["place", "item", "mnok"], keys: 2)
    }

    /// The firms' multipliers as CSV: per MNOK of output, what they are rounded to, and whether one is withheld.
    public var multipliers: String {
        rows("multiplier", header: ["firm", "measure", "scope", "multiplier"], keys: 3)
    }

    private func rows(_ kind: String, header: [String], keys: Int) -> String {
        var writer = CSVWriter()
        writer.write(row: header + ["rounded_to", "withheld"])
        for decision in control.decisions where decision.item.name.hasPrefix(kind + ":") {
            let parts = decision.item.name.split(separator: ":", maxSplits: keys).map(String.init)
            let head = (1...keys).map { parts.indices.contains($0) ? parts[$0] : "" }
            switch decision.publication {
            case .published(let figure, let base, _):
                writer.write(row: head + [CSVNumber.text(Self.printed(figure)), CSVNumber.text(base), ""])
            // Not which of the rules: that one is broken would tell something too.
            case .sensitive, .secondary: writer.write(row: head + [":", "", "yes"])
            }
        }
        return writer.text
    }

    /// A multiple of a base without what binary fractions leave behind it.
    private static func printed(_ figure: Double) -> Double { (figure * 1_000_000).rounded() / 1_000_000 }
}
