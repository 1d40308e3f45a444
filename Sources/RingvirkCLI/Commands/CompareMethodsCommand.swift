import Accounts
public import ArgumentParser
import FileFormats
public import Regionalisation
import Reporting
import Ringvirk

struct CompareMethodsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare-methods",
        abstract: "Print a region's multipliers by every method, with intervals.",
        discussion: """
            Type I multipliers per krone of final demand, in the region, by SLQ, FLQ at three δ, and purchase coefficients \
            learned from official regional tables. Only the last can say how far off they may be: their 90 % intervals \
            hold the parameters' error, the differences between regions and those in technology.

              ringvirk compare-methods data/studies/trondelag-2019
              ringvirk compare-methods --region 11 --measure value_added --format csv
            """
    )

    @OptionGroup var study: StudyOptions
    @OptionGroup var options: GlobalOptions

    @Option(help: "What is multiplied, in the table: output, value_added or compensation.")
    var measure: Backtest.Measure = .output

    @Option(
        help: ArgumentHelp(
            "The folder of the purchase coefficients, where the study names none.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var coefficients = "data/purchase-coefficients-finland-2014"

    @Option(help: "The study's classification in the coefficients' correspondence.csv.")
    var classification = "groups-30"

    func run() throws {
        let terminal = Terminal(options: options)
        let language = options.language ?? study.language ?? .english
        let words = Wording(language)
        let number = NumberFormat(language)
        let comparison = try terminal.attempt(in: study.language) { () throws(StudyError) in
            try MethodComparison(
                definedIn: study.file,
                changes: study.changesWithoutQuestions,
                purchases: .init(dataset: coefficients, classification: classification)
            )
        }
        let rows = MethodRows(
            comparison.rows.map {
                MethodRows.Row(
                    industry: $0.industry,
                    measure: $0.measure,
                    method: $0.method,
                    value: $0.value,
                    interval: $0.interval
                )
            },
            region: comparison.region,
            methods: comparison.methods
        )
        let error = number.percent(comparison.leftOutError)
        let note = words(
            """
            Static model of \(comparison.basis.year); the nation's technology; multipliers are not additive over \
            industries. The calibrated shares were learned from official tables of another country: there, regions left \
            out while learning were off by \(error) on average. Whether that holds here cannot be tested.
            """,
            """
            Statisk modell for \(comparison.basis.year); landets teknologi; multiplikatorer kan ikke summeres over \
            næringer. De kalibrerte andelene er lært av offisielle tabeller i et annet land: der var regioner som ble \
            holdt utenfor læringen, i gjennomsnitt \(error) feil. Om det gjelder her, kan ikke prøves.
            """
        )
        switch options.format {
        case .csv:
            try terminal.print(rows.csv)
            terminal.say(note)
        case .json:
            try terminal.print(
                JSONValue.object(pairs: [("assumptions", .array([.string(note)])), ("rows", rows.json)])
                    .prettyText
            )
        case .table:
            let heading = comparison.region.name.text(in: language) + " \(comparison.basis.year)"
            try terminal.print(heading + "\n\n" + rows.table(measure, language: language).plainText)
            try terminal.print(note)
            try terminal.print(
                comparison.sources.map(\.attribution).distinct.joined(separator: "\n")
            )
        }
    }
}

extension Backtest.Measure: ExpressibleByArgument {}
