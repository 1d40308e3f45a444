import Accounts
import ArgumentParser
import Datasets
import FileFormats
import Reporting
import Ringvirk
import StatisticsNorway

struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: "Say where a study's figures are from, what became of municipalities, and who commutes.",
        subcommands: [DataStatusCommand.self, DataRegionCommand.self, DataCommutingCommand.self]
    )
}

struct DataStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract:
            "Say of each dataset of a study which table it is, when it was fetched, and whether there is a newer one.",
        discussion: """
            Goes by what the cache of “ringvirk fetch” knows of the tables; with --online, Statistics Norway is \
            asked for the description of each.
            """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var study: StudyOptions
    @OptionGroup var bank: BankOptions

    @Flag(help: "Ask Statistics Norway when the tables were updated.")
    var online = false

    func validate() throws {
        guard !(online && bank.offline) else { throw ValidationError("Give either --online or --offline.") }
        guard bank.api == .version2 else {
            throw ValidationError("Only v2 of the interface says when a table was updated.")
        }
    }

    func run() throws {
        let terminal = Terminal(options: options)
        let language = options.language ?? study.language ?? .english
        let client = bank.client(isOffline: !online)
        let data = try terminal.attempt(in: language) { () throws(StudyError) in
            try StudyData(of: StudyDefinition(contentsOf: study.file, changes: study.changes)) {
                (table) throws(StatisticsNorwayError) -> String? in
                online ? try client.table(table).updated : try client.knownUpdate(of: table)
            }
        }
        let rows = StudyDataRows(data, language: language)
        switch options.format {
        case .table: try terminal.print(rows.text)
        case .csv: try terminal.print(rows.csv)
        case .json: try terminal.print(rows.json.prettyText)
        }
        if !online, data.datasets.contains(where: { $0.state == .unknown }) { terminal.say(rows.advice) }
    }
}

struct DataRegionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region",
        abstract: "Say what a county or municipality is called, and what a municipality became.",
        discussion: """
            A code that did not exist in the year is refused with what it became, and so is a municipality that \
            went to another county.

              ringvirk data region 1638 --from 2017 --to 2020
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The code: two digits for a county, four for a municipality.")
    var code: String

    @Option(help: "The year the code is of.")
    var from: Int

    @Option(help: "Follow a municipality to this year.")
    var to: Int?

    @Option(
        help: ArgumentHelp("The dataset of counties and municipalities.", valueName: "folder"),
        completion: .directory
    )
    var regionHistory = "data/region-history"

    func validate() throws {
        if let to, to < from { throw ValidationError("--to is a year after --from.") }
    }

    func run() throws {
        let terminal = Terminal(options: options)
        let history = try terminal.attempt { () throws(DatasetError) in
            try Dataset(at: regionHistory).regionHistory()
        }
        let regions = try terminal.attempt { () throws(AccountsError) in
            let start = try history.region(code, in: from)
            guard let to, start.level == .municipality else { return [start] }
            var regions: [HistoricRegion] = []
            for code in try history.following(code, from: from, to: to) {
                regions.append(try history.region(code, in: to))
            }
            return regions
        }
        let language = options.language ?? .english
        var table = CSVWriter()
        table.write(row: ["level", "code", "name", "first_year", "last_year"])
        var lines: [String] = []
        for region in regions {
            let name = region.region.name.text(in: language)
            lines.append(
                "\(region.region.code) \(name) \(region.first)–\(region.last.map(String.init) ?? "")"
            )
            table.write(
                row: [
                    region.level.rawValue, region.region.code, name, "\(region.first)",
                    region.last.map(String.init) ?? "",
                ]
            )
        }
        switch options.format {
        case .table: try terminal.print(lines.joined(separator: "\n"))
        case .csv: try terminal.print(table.text)
        case .json:
            let values = regions.map { region in
                JSONValue.object(pairs: [
                    ("level", .string(region.level.rawValue)), ("code", .string(region.region.code)),
                    ("name", .string(region.region.name.text(in: language))),
                    ("first_year", .integer(region.first)),
                    ("last_year", region.last.map(JSONValue.integer) ?? .null),
                ])
            }
            try terminal.print(JSONValue.array(values).prettyText)
        }
    }
}
