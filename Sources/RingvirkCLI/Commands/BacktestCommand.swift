import Accounts
import ArgumentParser
import FileFormats
import Regionalisation
import Reporting
import Ringvirk

struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Compare all methods with official regional tables.",
        discussion: """
            For every region with an official table, each method makes the region's coefficients from what a user would \
            have (the accounts of all regions, the nation's domestic coefficients, where the regions lie), and its \
            Type I multipliers are compared with the official ones. Prints the errors and, with --output, writes \
            backtest.csv and backtest.svg.

              ringvirk backtest data/finland-regional-2014
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: "The folder of the official tables, as docs/DATA.md describes it.",
        completion: .directory
    )
    var dataset: String

    @Option(
        help: ArgumentHelp("The folder of the purchase coefficients.", valueName: "folder"),
        completion: .directory
    )
    var coefficients = "data/purchase-coefficients-finland-2014"

    @Option(help: "The folder to write backtest.csv and backtest.svg to.", completion: .directory)
    var output: String?

    func run() throws {
        let terminal = Terminal(options: options)
        let language = options.language ?? .english
        let words = Wording(language)
        let run = try terminal.attempt { () throws(StudyError) in
            try BacktestRun(of: dataset, parameters: coefficients) { region in
                terminal.say(words("Comparing \(region) …", "Sammenlikner \(region) …"))
            }
        }
        let rows = BacktestRows(run.backtest)
        if let output {
            let picture = BacktestPicture(run.backtest, title: run.title, language: language)
            try terminal.attempt { () throws(StudyError) in
                do throws(FileFormatError) {
                    var files = OutputSet(folder: output)
                    try files.add("backtest.csv", rows.csv)
                    try files.add("backtest.svg", picture.svg)
                    try files.write()
                } catch {
                    throw .file(error)
                }
            }
            terminal.say(
                words(
                    "Written: backtest.csv and backtest.svg in \(output).",
                    "Skrevet: backtest.csv og backtest.svg i \(output)."
                )
            )
        }
        switch options.format {
        case .csv: try terminal.print(rows.csv)
        case .json: try terminal.print(rows.json(title: run.title, sources: run.sources).prettyText)
        case .table: try print(run, language, terminal)
        }
    }

    private func print(_ run: BacktestRun, _ language: Language, _ terminal: Terminal) throws {
        let tables = BacktestTables(run.backtest, language: language)
        let words = Wording(language)
        var parts = [
            run.title.text(in: language), tables.methods.plainText,
            words("Output multipliers by region, error:", "Produksjonsmultiplikatorer etter region, avvik:")
                + "\n" + tables.regions.plainText,
        ]
        if let method = run.backtest.methods.last {
            parts.append("\(method.code):\n" + tables.details(method).plainText)
        }
        parts += [tables.explanation, tables.balances, tables.knowledge]
        parts.append(
            run.sources.map(\.attribution).distinct.joined(separator: "\n")
        )
        try terminal.print(
            parts.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }.joined(separator: "\n\n")
        )
    }
}
