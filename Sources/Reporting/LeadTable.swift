public import Accounts
import Actors
public import Leontief

/// The tables a study leads with: the actors, the impacts, and the industries' multipliers.
public struct LeadTable: Sendable {
    private let report: Report
    private let words: Wording
    private let number: NumberFormat

    /// The lead tables of a report.
    public init(_ report: Report, language: Language) {
        self.report = report
        words = Wording(language)
        number = NumberFormat(language)
    }

    private var language: Language { words.language }
    private var money: String { words.name(of: report.basis.unit) }

    /// The scopes a table of this report has columns for.
    private var scopes: [Scope] {
        report.regionalMultipliers == nil ? [.nation, .abroad] : [.region, .restOfCountry, .nation, .abroad]
    }

    /// The actors: kroner of value added per krone of output, jobs and tonnes per million kroner of output.
    public var actors: TextTable? {
        guard let table = report.actorTable else { return nil }
        let home = scopes[0]
        let places: [Scope] = home == .nation ? [.nation] : [home, .nation]
        let columns =
            places.map { (Measure.valueAdded, $0) } + places.map { (.employment, $0) }
            + [(.greenhouseGases, .nation), (.greenhouseGases, .abroad)]
        let shown = columns.filter { column in
            table.columns.contains(.init(column.0, column.1))
        }
        let units: [Measure: String] = [
            .valueAdded: words("Value added, kr per kr", "Verdiskaping, kr per kr"),
            .employment: words("Jobs per MNOK", "Sysselsatte per mill. kr"),
            .greenhouseGases: words("t CO₂e per MNOK", "Tonn CO₂e per mill. kr"),
        ]
        let perUnit = words("Value added per unit, kr", "Verdiskaping per enhet, kr")
        var text = TextTable(
            header: [words("Actor", "Aktør"), words("Exists", "Finnes")]
                + shown.map { words.name(of: $0.1, in: report) }
                + places.map { words.name(of: $0, in: report) } + [words("unit", "enhet")],
            numeric: [false, false] + (shown + places.map { (.valueAdded, $0) }).map { _ in true } + [false],
            groups: ["", ""] + shown.map { units[$0.0] ?? "" } + places.map { _ in perUnit } + [""]
        )
        for row in table.rows {
            let cells = shown.map { withheld(row.perOutput[.init($0.0, $0.1)], decimals: 2) }
            let perUnit = places.map { place in
                withheld(row.perUnit[.init(.valueAdded, place)].map { $0 * 1_000_000 }, decimals: 0)
            }
            text.add(
                [
                    row.actor.name.text(in: language),
                    row.actor.exists ? words("yes", "ja") : words("no", "nei"),
                ] + cells + perUnit + ["per " + row.actor.unit.symbol]
            )
        }
        return text
    }

    /// One impact in the layout of Norwegian reports: direct, indirect, induced, total, by place.
    public func impact(_ impact: Impact) -> TextTable {
        let measures: [Measure] = [.valueAdded, .compensation, .employment, .greenhouseGases]
        let known = measures.filter { measure in impact.parts.contains { $0.measure == measure } }
        var text = TextTable(
            header: [words("Effect", "Virkning"), words("Where", "Hvor")]
                + known.map {
                    $0.unit == .persons ? "" : words.name(of: $0.unit(of: impact.demand.basis.unit))
                },
            numeric: [false, false] + known.map { _ in true },
            groups: ["", ""] + known.map { $0.name.text(in: language) }
        )
        let places = scopes.filter { $0 != .abroad }
        for effect in Effect.allCases {
            for scope in places {
                text.add(
                    [words.name(of: effect), words.name(of: scope, in: report)]
                        + known.map { cell(impact[$0, scope, effect], decimals: $0 == .employment ? 0 : 1) }
                )
            }
        }
        return text
    }

    /// The industries' multipliers per MNOK of final demand, closure by closure.
    public func multipliers(_ closure: ClosureType) -> TextTable {
        let table = report.regionalMultipliers ?? report.nationalMultipliers
        let columns: [(Measure, Scope)] =
            scopes.flatMap { scope -> [(Measure, Scope)] in
                scope == .abroad ? [(.imports, .abroad)] : [(.valueAdded, scope)]
            } + scopes.filter { $0 != .abroad }.map { (.employment, $0) } + [(.greenhouseGases, .nation)]
        let known = columns.filter { table[$0.0, closure, $0.1] != nil }
        var text = TextTable(
            header: [words("Industry", "Næring"), ""]
                + known.map { words.name(of: $0.1, in: report) },
            numeric: [false, false] + known.map { _ in true },
            groups: ["", ""]
                + known.map { measure, _ in
                    switch measure {
                    case .imports: words("Imports, \(money)", "Import, \(money)")
                    case .valueAdded: words("Value added, \(money)", "Verdiskaping, \(money)")
                    case .employment: words("Persons employed", "Sysselsatte personer")
                    default: words("t CO₂e", "Tonn CO₂e")
                    }
                }
        )
        for industry in table.producing {
            text.add(
                [industry.code, industry.name.text(in: language)]
                    + known.map {
                        cell(
                            table[$0.0, closure, $0.1]?[industry],
                            decimals: $0.0 == .greenhouseGases ? 1 : 3
                        )
                    }
            )
        }
        return text
    }

    /// A number, or the sign for what is withheld.
    private func withheld(_ value: Double?, decimals: Int) -> String {
        value.map { number.text($0, decimals: decimals) } ?? ":"
    }

    private func cell(_ value: Double?, decimals: Int) -> String {
        value.map { number.text($0, decimals: decimals) } ?? ".."
    }
}
