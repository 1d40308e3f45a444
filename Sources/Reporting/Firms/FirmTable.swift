public import Accounts
import Actors
public import Leontief

/// The lead of the firms: value added per krone of output from statistics alone and with the books, both with their 90 %
/// intervals, and the cells that explain most of the difference.
public struct FirmTable: Sendable {
    private let report: Report
    private let words: Wording
    private let number: NumberFormat

    /// The table of a report's firms.
    public init(_ report: Report, language: Language) {
        self.report = report
        words = Wording(language)
        number = NumberFormat(language)
    }

    /// Value added in `scope`, with so many of the cells that explain most; `nil` in a study without books.
    public func valueAdded(in scope: Scope, causes: Int = 3) -> TextTable? {
        guard let firms = report.firms else { return nil }
        var table = TextTable(
            header: [
                words("Firm", "Bedrift"), words("Statistics alone", "Statistikk alene"),
                words("90 %", "90 %"), words("With the books", "Med regnskapet"), words("90 %", "90 %"),
                words("Difference", "Forskjell"), words("Mostly because of", "Kommer mest av"),
            ],
            numeric: [false, true, true, true, true, true, false]
        )
        for row in firms.comparison.rows {
            guard let cell = row.cells[.init(.valueAdded, scope)] else { continue }
            table.add([
                row.actor.name.text(in: words.language), number.text(cell.statistics.value, decimals: 2),
                interval(cell.statistics), number.text(cell.books.value, decimals: 2),
                interval(cell.books), signed(cell.difference),
                cell.terms.prefix(causes).map { reason($0, of: row.actor) }.joined(separator: "; "),
            ])
        }
        return table
    }

    private func interval(_ estimate: FirmComparison.Estimate) -> String {
        number.text(estimate.lower, decimals: 2) + "–" + number.text(estimate.upper, decimals: 2)
    }

    private func signed(_ value: Double) -> String {
        (value >= 0 ? "+" : "") + number.text(value, decimals: 2)
    }

    /// What a cell is, and what it adds.
    private func reason(_ term: Decomposition.Term, of actor: Actor) -> String {
        let isOwn = if case .actor(let code, _) = term.column { code == actor.code } else { false }
        let what: String
        switch term.row {
        case .value:
            what =
                isOwn
                ? words("its own value added", "egen verdiskaping")
                : words("value added of ", "verdiskapingen i ") + name(term.column)
        case .seller(let seller):
            what =
                isOwn
                ? words("bought of ", "kjøp fra ") + name(seller)
                : words("bought of ", "kjøp fra ") + name(seller)
                    + words(" by ", " i ") + name(term.column)
        case .input(let input):
            what = input.name.text(in: words.language)
        }
        return what + " " + signed(term.contribution)
    }

    private func name(_ sector: Sector) -> String { sector.name.text(in: words.language) }
}
