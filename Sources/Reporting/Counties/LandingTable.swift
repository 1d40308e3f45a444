public import Accounts
public import Leontief

/// Where a million kroner of demand for one industry of a region lands, for people: a line a region, then abroad and
/// taxes.
public struct LandingTable: Sendable {
    private let table: MultiRegionalTable
    private let landings: [MultiRegionalModel.Landing]
    private let band:
        (lower: LabelledMatrix<Region, Located<Industry>>, upper: LabelledMatrix<Region, Located<Industry>>)
    private let language: Language

    /// The table of a model's landings.
    ///
    /// - Parameter band: value added, Type I, at its lowest and highest over the exponents of distance.
    public init(
        _ landings: [MultiRegionalModel.Landing],
        in table: MultiRegionalTable,
        band: (
            lower: LabelledMatrix<Region, Located<Industry>>, upper: LabelledMatrix<Region, Located<Industry>>
        ),
        language: Language
    ) {
        self.landings = landings
        self.table = table
        self.band = band
        self.language = language
    }

    /// Demand for one industry: its own region first, then the others as they stand in the table.
    public func text(of sector: Located<Industry>) -> TextTable {
        let words = Wording(language)
        let number = NumberFormat(language)
        var text = TextTable(
            header: [
                words("Where it lands", "Hvor det lander"), words("Type I", "Type I"),
                words("by distance", "etter avstand"), words("Type II", "Type II"),
                words("Type I", "Type I"), words("Type II", "Type II"),
            ],
            numeric: [false, true, true, true, true, true],
            groups: [
                "", words("Value added", "Verdiskaping"), words("Value added", "Verdiskaping"),
                words("Value added", "Verdiskaping"), words("Persons", "Sysselsatte"),
                words("Persons", "Sysselsatte"),
            ]
        )
        func values(_ measure: Measure, _ closure: ClosureType) -> [Double]? {
            landings.first { $0.measure == measure && $0.closure == closure }.map { landing in
                table.regions.labels.map { landing.values[$0, sector] }
            }
        }
        let columns = [
            values(.valueAdded, .type1), values(.valueAdded, .type2), values(.employment, .type1),
            values(.employment, .type2),
        ]
        func cell(_ value: Double?) -> String { value.map { number.text($0, decimals: 3) } ?? "." }
        func line(_ name: String, _ values: [Double?], _ range: String) {
            text.add([name, cell(values[0]), range, cell(values[1]), cell(values[2]), cell(values[3])])
        }
        let own = table.regions.labels.firstIndex(of: sector.region) ?? 0
        for index in [own] + table.regions.labels.indices.filter({ $0 != own }) {
            let region = table.regions.labels[index]
            let range =
                cell(band.lower[region, sector]) + "–" + cell(band.upper[region, sector])
            line(region.code + " " + region.name.text(in: language), columns.map { $0?[index] }, range)
        }
        line(table.nation.name.text(in: language), columns.map { $0?.reduce(0, +) }, "")
        for (measure, name) in [
            (Measure.imports, words("Abroad (imports)", "Utlandet (import)")),
            (.productTaxes, words("Product taxes", "Produktskatter")),
        ] {
            let sums = [values(measure, .type1), values(measure, .type2)].map { $0?.reduce(0, +) }
            text.add([name, cell(sums[0]), "", cell(sums[1]), "", ""])
        }
        return text
    }
}
