public import Accounts
public import Actors
import Leontief

/// Where a krone of each firm's output lands, for people: a line a county, then abroad, taxes and the other firms; a column
/// a firm.
public struct FirmLandingTable: Sendable {
    private let firms: MultiRegionalFirms
    private let landings: FirmLandings
    private let words: Wording
    private let number: NumberFormat

    /// What a table shows.
    public enum Figures: Sendable, CaseIterable {
        /// From statistics alone.
        case statistics
        /// With the books.
        case books
        /// What the books change.
        case difference
    }

    /// The tables of firms' landings.
    public init(_ firms: MultiRegionalFirms, _ landings: FirmLandings, language: Language) {
        self.firms = firms
        self.landings = landings
        words = Wording(language)
        number = NumberFormat(language)
    }

    /// Value added by county, so that with imports, product taxes and what is bought of the firms themselves the columns add
    /// up to one (to nothing, for differences).
    public func valueAdded(_ figures: Figures) -> TextTable {
        let codes = landings.ofFirms.map(\.firm.code)
        var table = TextTable(label: heading(figures), numbers: codes)
        func add(_ name: String, _ value: (FirmLandings.Row) -> Double, _ measure: Measure) {
            let cells = codes.map { code in
                landings.row(code, measure).map { text(value($0), figures) } ?? "."
            }
            table.add([name] + cells)
        }
        func chosen(_ statistics: Double, _ books: Double) -> Double {
            switch figures {
            case .statistics: statistics
            case .books: books
            case .difference: books - statistics
            }
        }
        for region in ordered {
            let name = region.code + " " + region.name.text(in: words.language)
            add(name, { chosen($0.statistics[region], $0.books[region]) }, .valueAdded)
        }
        let nation = firms.parent.nation.name.text(in: words.language)
        for (name, measure) in [
            (nation, Measure.valueAdded), (words("Abroad (imports)", "Utlandet (import)"), .imports),
            (words("Product taxes", "Produktskatter"), .productTaxes),
        ] {
            add(name, { chosen($0.statistics.sum, $0.books.sum) }, measure)
        }
        table.add(
            [words("Bought of the firms", "Kjøp fra bedriftene")]
                + landings.ofFirms.map { text(chosen($0.statistics, $0.books), figures) }
        )
        return table
    }

    /// Persons by county and firm per MNOK of output.
    public func employment(_ figures: Figures) -> TextTable? {
        let rows = landings.rows.filter { $0.measure == .employment }
        guard !rows.isEmpty else { return nil }
        var table = TextTable(label: heading(figures), numbers: rows.map(\.firm.code))
        func cell(_ statistics: Double, _ books: Double) -> String {
            switch figures {
            case .statistics: text(statistics, figures)
            case .books: text(books, figures)
            case .difference: text(books - statistics, figures)
            }
        }
        for region in ordered {
            table.add(
                [region.code + " " + region.name.text(in: words.language)]
                    + rows.map { cell($0.statistics[region], $0.books[region]) }
            )
        }
        table.add(
            [firms.parent.nation.name.text(in: words.language)]
                + rows.map { cell($0.statistics.sum, $0.books.sum) }
        )
        return table
    }

    /// The firms' own regions first.
    private var ordered: [Region] {
        let own = landings.regions.labels.filter { region in firms.firms.contains { $0.region == region } }
        return own + landings.regions.labels.filter { !own.contains($0) }
    }

    private func heading(_ figures: Figures) -> String {
        switch figures {
        case .statistics: words("Statistics alone", "Statistikk alene")
        case .books: words("With the books", "Med regnskapet")
        case .difference: words("Difference", "Forskjell")
        }
    }

    private func text(_ value: Double, _ figures: Figures) -> String {
        let sign = figures == .difference && value >= 0.0005 ? "+" : ""
        return sign + number.text(value, decimals: 3)
    }
}
