import Accounts
public import ArgumentParser
import Datasets
import FileFormats
import Glibc
import Reporting
import Ringvirk
import StatisticsNorway
import Web

struct FetchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetch tables from a statistics office.",
        subcommands: [FetchStatisticsNorwayCommand.self]
    )
}

extension StatisticsBankClient.Interface: ExpressibleByArgument {}

/// How the statistics bank is asked.
struct BankOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder that keeps the answers.", valueName: "folder"),
        completion: .directory
    )
    var cache = "cache/ssb"

    @Flag(help: "Ask nobody: read what the cache has, and say of which day it is.")
    var offline = false

    @Option(help: "The interface: v2 (PxWebApi 2) or v1.")
    var api = StatisticsBankClient.Interface.version2

    @Option(
        help: ArgumentHelp(
            "Where the interface answers.",
            discussion: "Without it, at Statistics Norway's own address.",
            valueName: "address"
        )
    )
    var server: String?

    /// A client with these options.
    func client(isOffline: Bool? = nil) -> StatisticsBankClient {
        StatisticsBankClient(
            api,
            address: server,
            web: WebClient(agent: "ringvirk/" + RunManifest.version, limits: StatisticsBankClient.limits),
            cache: cache,
            isOffline: isOffline ?? offline
        )
    }
}

struct FetchStatisticsNorwayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ssb",
        abstract: "Fetch a table of Statistics Norway's statistics bank as a dataset.",
        discussion: """
            Writes a dataset of the kind cube: figures.csv with a line for every cell, the dimensions, and \
            dataset.json with source, licence, dates and digests. Selections are codes, masks (* and ?), top(n), \
            bottom(n), from(a), to(a) and range(a,b); a variable that is not selected is left out where the table \
            allows it.

              ringvirk fetch ssb 09391 --variables
              ringvirk fetch ssb 09391 --select Region=50 --select "ContentsCode=*" --select "Tid=top(3)" \
            --output data/county-product
            """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var bank: BankOptions

    @Argument(help: "The table's number, five digits.")
    var table: String

    @Option(help: ArgumentHelp("What to fetch of a variable; once for each.", valueName: "variable=codes"))
    var select: [String] = []

    @Option(help: ArgumentHelp("The list that a variable's codes are of.", valueName: "variable=list"))
    var codelist: [String] = []

    @Flag(help: "Show the table's variables, codes and lists, and fetch no figures.")
    var variables = false

    @Option(
        help: ArgumentHelp(
            "The dataset of counties and municipalities that codes are held against, where it is there.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var regionHistory = "data/region-history"

    @Option(help: "The folder to write.", completion: .directory)
    var output: String?

    func validate() throws {
        guard BankTable.isNumber(table) else {
            throw ValidationError("A table's number has five digits; \(table) has not.")
        }
        guard variables || output != nil else { throw ValidationError("Give --output, or --variables.") }
        for text in codelist where !text.dropFirst().contains("=") || text.hasSuffix("=") {
            throw ValidationError("--codelist is written Variable=list; \(text) is not.")
        }
        var listed: Set<Substring> = []
        for text in codelist {
            let variable = text.prefix { $0 != "=" }
            guard listed.insert(variable).inserted else {
                throw ValidationError("--codelist names \(variable) twice; give it once.")
            }
        }
    }

    func run() throws {
        let terminal = Terminal(options: options)
        let language = options.language ?? .english
        let client = bank.client()
        guard let output, !variables else {
            let described = try terminal.attempt { () throws(StatisticsNorwayError) in try client.table(table)
            }
            return try print(BankTableRows(described, language: language), terminal)
        }
        let selections = try terminal.attempt { () throws(StatisticsNorwayError) in try asked() }
        let history = try regions(terminal)
        let line = ProgressLine(terminal)
        let fetched = try terminal.attempt { () throws(StudyError) in
            defer { line.clear() }
            return try StatisticsFetch.cube(
                of: table,
                selections,
                from: client,
                regions: history,
                to: output,
                progress: { line.show(table, Double($0) / Double(max(1, $1))) }
            )
        }
        let summary = FetchSummary(fetched, folder: output, history: history, language: language)
        switch options.format {
        case .table: try terminal.print(summary.text)
        case .csv: try terminal.print(summary.csv)
        case .json: try terminal.print(summary.json.prettyText)
        }
        for note in summary.notes { terminal.say(note) }
        terminal.say(summary.written)
    }

    private func print(_ rows: BankTableRows, _ terminal: Terminal) throws {
        switch options.format {
        case .table: try terminal.print(rows.text)
        case .csv: try terminal.print(rows.csv)
        case .json: try terminal.print(rows.json.prettyText)
        }
    }

    private func asked() throws(StatisticsNorwayError) -> [CubeSelection] {
        var lists: [String: String] = [:]
        for text in codelist {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { lists[parts[0]] = parts[1] }
        }
        var selections: [CubeSelection] = []
        for text in select {
            let selection = try CubeSelection(parsing: text)
            selections.append(
                CubeSelection(
                    selection.variable,
                    selection.codes,
                    codeList: lists.removeValue(forKey: selection.variable)
                )
            )
        }
        // A list without a selection is taken whole.
        for (variable, list) in lists.sorted(by: { $0.key < $1.key })
        where !selections.contains(where: { $0.variable == variable }) {
            selections.append(CubeSelection(variable, ["*"], codeList: list))
        }
        return selections
    }

    /// The history of regions, where there is one at the place it is expected.
    private func regions(_ terminal: Terminal) throws -> RegionHistory? {
        guard access(regionHistory + "/" + DatasetDescription.fileName, F_OK) == 0 else { return nil }
        return try terminal.attempt { () throws(DatasetError) in
            try Dataset(at: regionHistory).regionHistory()
        }
    }
}
