public import Disclosure
import FileFormats

/// The cluster's purchases and wages as they may be published: a row a sum, `:` where it is withheld.
public struct ClusterRows: Sendable {
    private let control: DisclosureControl

    /// The rows of what was decided.
    public init(_ control: DisclosureControl) {
        self.control = control
    }

    /// The sums as CSV: MNOK, what they are rounded to, and why one is withheld.
    public var csv: String {
        var writer = CSVWriter()
        writer.write(row: ["place", "item", "mnok", "rounded_to", "withheld"])
        for decision in control.decisions where decision.item.name.hasPrefix("sum:") {
            let parts = decision.item.name.split(separator: ":", maxSplits: 2).map(String.init)
            let head = [parts.count > 1 ? parts[1] : "", parts.count > 2 ? parts[2] : ""]
            switch decision.publication {
            case .published(let figure, let base, _):
                writer.write(row: head + [CSVNumber.text(Self.printed(figure)), CSVNumber.text(base), ""])
            case .sensitive: writer.write(row: head + [":", "", "primary"])
            case .secondary: writer.write(row: head + [":", "", "secondary"])
            }
        }
        return writer.text
    }

    /// A multiple of a base without what binary fractions leave behind it.
    private static func printed(_ figure: Double) -> Double { (figure * 1_000_000).rounded() / 1_000_000 }
}
