import Accounts
import Reporting

/// A symmetric table in a few lines: what it was made with, its totals, its negatives and the rules.
struct SymmetricSummary {
    private let language: Language
    private let words: Wording
    private let number: NumberFormat
    private let lines: [(what: String, value: String)]
    private let negatives: [NegativeCell]
    private let rules: [AppliedRule]

    /// The largest negatives shown; the rest is counted.
    private static let mostShown = 10

    init<Sector: Label>(_ table: SymmetricTable<Sector>, language: Language) {
        self.language = language
        let words = Wording(language)
        let number = NumberFormat(language)
        self.words = words
        self.number = number
        func amount(_ sum: Double) -> String { number.text(sum, decimals: 0) }
        let imports = table.primaryInputs.rows.labels.filter { $0.role == .imports }
        let taxes = table.primaryInputs.rows.labels.filter { $0.role == .productTaxes }
        func sum(_ rows: [PrimaryInput]) -> Double { rows.reduce(0) { $0 + table.primaryInputs.row($1).sum } }
        var lines = [
            (words("model", "modell"), Self.name(of: table.model, words)),
            (
                table.model.isProductByProduct
                    ? words("products", "produkter") : words("industries", "næringer"),
                "\(table.sectors.count)"
            ),
            (words("imports", "import"), Self.name(of: table.treatment, words)),
            (words("year", "år"), "\(table.basis.year)"),
            (words("output", "produksjon"), amount(table.output.sum)),
            (
                words("flows between sectors", "leveranser mellom sektorene"),
                amount(table.flows.columnSums.sum)
            ),
            (words("final demand", "sluttlevering"), amount(table.finalDemand.columnSums.sum)),
            (words("product taxes on inputs", "produktskatter på innsats"), amount(sum(taxes))),
            (words("value added", "bruttoprodukt"), amount(table.valueAdded.sum)),
        ]
        if !imports.isEmpty {
            lines.insert((words("imported inputs", "importert innsats"), amount(sum(imports))), at: 7)
        }
        self.lines = lines
        negatives = table.negatives
        rules = table.rules
    }

    var text: String {
        var table = TextTable(
            header: [words("What", "Hva"), words("Value", "Verdi")],
            numeric: [false, true]
        )
        for line in lines { table.add([line.what, line.value]) }
        return ([table.plainText] + negativeLines + ruleLines).joined(separator: "\n")
    }

    private var negativeLines: [String] {
        guard !negatives.isEmpty else {
            return [words("The model makes no negative cells.", "Modellen gir ingen negative celler."), ""]
        }
        var table = TextTable(
            header: [
                words("Negative cell", "Negativ celle"), words("Amount", "Beløp"),
                words("Share of column", "Andel av kolonnen"),
            ],
            numeric: [false, true, true]
        )
        for cell in negatives.sorted(by: { $0.value < $1.value }).prefix(Self.mostShown) {
            table.add([
                "\(cell.block.rawValue) \(cell.row) × \(cell.column)",
                number.text(cell.value, decimals: 1), number.percent(cell.share),
            ])
        }
        let count = words(
            "Negative cells: \(negatives.count); the largest are shown, none is changed.",
            "Negative celler: \(negatives.count); de største er vist, ingen er endret."
        )
        return [table.plainText, count, ""]
    }

    private var ruleLines: [String] {
        rules.map { "\($0.name): \(RuleWording.text($0.name, in: language))" }
    }

    private static func name(of model: SymmetricModel, _ words: Wording) -> String {
        switch model {
        case .productTechnology: words("A, product technology", "A, produktteknologi")
        case .industryTechnology: words("B, industry technology", "B, næringsteknologi")
        case .fixedIndustrySales: words("C, fixed industry sales", "C, fast salgsstruktur for næringen")
        case .fixedProductSales: words("D, fixed product sales", "D, fast salgsstruktur for produktet")
        case .hybridTechnology: words("E, hybrid technology", "E, hybrid teknologi")
        }
    }

    private static func name(of treatment: ImportTreatment, _ words: Wording) -> String {
        switch treatment {
        case .domestic: words("apart, by kind", "for seg, etter slag")
        case .primaryInput: words("a primary input", "en primær innsats")
        case .total: words("together with domestic flows", "sammen med norske leveranser")
        }
    }
}
