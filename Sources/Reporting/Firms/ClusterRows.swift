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
        rows(.amount, header: ["place", "item", "mnok"])
    }

    /// The firms' multipliers as CSV: per MNOK of output, what they are rounded to, and whether one is withheld.
    public var multipliers: String {
        rows(.derived, header: ["firm", "measure", "scope", "multiplier"])
    }

    private func rows(_ kind: PublicationItem.Kind, header: [String]) -> String {
        var writer = CSVWriter()
        writer.write(row: header + ["rounded_to", "withheld"])
        for decision in control.decisions where decision.item.kind == kind {
            let keys = decision.item.keys
            if case .published(_, let base, _) = decision.publication,
                let figure = decision.publication.printed
            {
                writer.write(row: keys + [CSVNumber.text(figure), CSVNumber.text(base), ""])
            } else {
                // Not which of the rules: that one is broken would tell something too.
                writer.write(row: keys + [":", "", "yes"])
            }
        }
        return writer.text
    }
}
