import Accounts
import Ledgers

/// A bar cut in kept, changed and left out, in proportion to kroner.
///
/// Credit notes can make an outcome negative; its part is then as wide as its size, and the table has the sign. What is not
/// nothing is never too thin to see.
struct BalanceBar {
    private let total: BalanceTotal
    private let content: PageContent

    init(_ total: BalanceTotal, _ content: PageContent) {
        self.total = total
        self.content = content
    }

    private static let width = 1_000.0
    private static let thinnest = 5.0

    var markup: Markup {
        var x = 0.0
        var parts: [Markup] = []
        for (part, width) in zip(total.outcomes, widths) where width > 0 {
            let outcome = part.outcome.rawValue
            let name = BalanceSection.name(part.outcome, content.words)
            parts.append(
                """
                <rect class="\(outcome)" x="\(Self.text(x))" y="0" width="\(Self.text(width))" height="44">\
                <title>\(name): \(content.number.kroner(part.sum.amount))</title></rect>
                """
            )
            if width > 110 {
                parts.append(
                    """
                    <text class="on-\(outcome)" x="\(Self.text(x + width / 2))" y="29" text-anchor="middle">\(name)</text>
                    """
                )
            }
            x += width
        }
        return """
            <svg class="bar" viewBox="0 0 1000 44" role="img" \
            aria-label="\(content.trade(total.role))">
            \(parts.joined(separator: "\n"))
            </svg>
            """
    }

    private var widths: [Double] {
        let sizes = total.outcomes.map { Double($0.sum.amount.magnitude.oere) }
        let whole = sizes.reduce(0, +)
        guard whole > 0 else { return sizes.map { _ in 0 } }
        let seen = sizes.map { $0 == 0 ? 0 : max(Self.thinnest, $0 / whole * Self.width) }
        let scale = Self.width / seen.reduce(0, +)
        return seen.map { $0 * scale }
    }

    /// A coordinate, to a tenth.
    private static func text(_ value: Double) -> String {
        NumberFormat(.english).text(value, decimals: 1).replacing(",", with: "")
    }
}
