import Accounts
import ArgumentParser
import Datasets
import FileFormats
import Glibc
import Reporting
import Ringvirk

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turn Statistics Norway's own files into datasets.",
        discussion: """
            Each dataset is a folder with dataset.json (source, licence, year, unit, rules applied, digests) and tidy \
            CSV files; docs/DATA.md describes it. A file that is not sound is refused with every fault, and nothing is \
            written.
            """,
        subcommands: [
            ImportTableCommand.self, ImportProjectedTableCommand.self, ImportSupplyUseCommand.self,
            ImportCountyCommand.self,
            ImportEmissionsCommand.self, ImportRegionHistoryCommand.self,
        ]
    )
}

struct ImportTableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "io-table",
        abstract: "An input-output table from ESA questionnaires 1850 (domestic) and 1950 (imports)."
    )

    @OptionGroup var options: GlobalOptions

    @Option(help: "The workbook of questionnaire 1850.", completion: .file(extensions: ["xlsx"]))
    var domestic: String

    @Option(help: "The workbook of questionnaire 1950, same year.", completion: .file(extensions: ["xlsx"]))
    var imports: String

    @Option(help: "The folder to write.", completion: .directory)
    var output: String

    func run() throws {
        try Terminal(options: options).reportImport { () throws(StudyError) in
            try StatisticsImport.inputOutputTable(domestic: domestic, imports: imports, to: output)
        }
    }
}

struct ImportProjectedTableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "projected-table",
        abstract: "An input-output table of a year without one, projected by industries' growth.",
        discussion: """
            Output, value added and compensation grow as table 09170 says; what is bought of whom is the other year's, moved \
            as little as they allow. The result is marked as projected wherever it is used. docs/COUNTIES.md says how far \
            such tables are from Statistics Norway's own.

              ringvirk import projected-table --from data/ssb-io/2012 --accounts 09170.csv --year 2008 --output data/ssb-io/2008
            """
    )

    @OptionGroup var options: GlobalOptions

    @Option(help: "The dataset of the table to project.", completion: .directory)
    var from: String

    @Option(help: "Table 09170 (A88) as CSV, both years in it.", completion: .file(extensions: ["csv"]))
    var accounts: String

    @Option(help: "The year to project to.")
    var year: Int

    @Option(help: "The folder to write.", completion: .directory)
    var output: String

    func run() throws {
        try Terminal(options: options).reportImport { () throws(StudyError) in
            try StatisticsImport.projectedTable(from: from, to: Year(year), growthIn: accounts, to: output)
        }
    }
}

struct ImportSupplyUseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supply-use",
        abstract: "A supply and use table from ESA questionnaires 1500 (supply) and 1600 (use)."
    )

    @OptionGroup var options: GlobalOptions

    @Option(help: "The workbook of questionnaire 1500.", completion: .file(extensions: ["xlsx"]))
    var supply: String

    @Option(help: "The workbook of questionnaire 1600, same year.", completion: .file(extensions: ["xlsx"]))
    var use: String

    @Option(help: "The folder to write.", completion: .directory)
    var output: String

    func run() throws {
        try Terminal(options: options).reportImport { () throws(StudyError) in
            try StatisticsImport.supplyUseTable(supply: supply, use: use, to: output)
        }
    }
}

struct ImportCountyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "county-accounts",
        abstract: "The county accounts by industry, table 11713, all counties and years."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(
        help:
            "The table as CSV, a workbook (name its sheet), or the folder that “ringvirk fetch ssb 11713” wrote.",
        completion: .file()
    )
    var file: String

    @Option(help: "The sheet, when the file is a workbook.")
    var sheet: String?

    @Option(help: "The folder to write.", completion: .directory)
    var output: String

    func run() throws {
        try Terminal(options: options).reportImport { () throws(StudyError) in
            let isDataset = access(file + "/" + DatasetDescription.fileName, F_OK) == 0
            return isDataset
                ? try StatisticsImport.countyAccounts(cube: file, to: output)
                : try StatisticsImport.countyAccounts(file, sheet: sheet, to: output)
        }
    }
}

struct ImportEmissionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "air-emissions",
        abstract: "The air emission accounts, merged the way the input-output tables are."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The questionnaire's rows as CSV: gas, code, label, year, value.", completion: .file())
    var file: String

    @Option(help: "The folder to write.", completion: .directory)
    var output: String

    func run() throws {
        try Terminal(options: options).reportImport { () throws(StudyError) in
            try StatisticsImport.airEmissions(file, to: output)
        }
    }
}

struct ImportRegionHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region-history",
        abstract:
            "The counties and municipalities there have been, from lists of municipalities and their changes."
    )

    @OptionGroup var options: GlobalOptions

    @Option(help: "Municipalities as CSV: id, code, name, variant, validFrom, validTo.", completion: .file())
    var municipalities: String

    @Option(help: "Changes as CSV: date, oldCode, oldName, newCode, newName.", completion: .file())
    var changes: String

    @Option(help: "The folder to write.", completion: .directory)
    var output: String

    func run() throws {
        try Terminal(options: options).reportImport { () throws(StudyError) in
            try StatisticsImport.regionHistory(municipalities: municipalities, changes: changes, to: output)
        }
    }
}

extension Terminal {
    /// Imports, and says what was written and which rules were applied.
    fileprivate func reportImport(_ work: () throws(StudyError) -> StatisticsImport.Outcome) throws {
        let outcome = try attempt(work)
        let language = options.language ?? .english
        let words = Wording(language)
        switch options.format {
        case .table:
            for rule in outcome.rules {
                try print("\(rule.name): \(RuleWording.text(rule.name, in: language))")
                for touched in rule.touched.prefix(5) {
                    try print("  " + TouchedWording(language).text(touched))
                }
                if rule.touched.count > 5 {
                    try print(
                        "  " + words("and \(rule.touched.count - 5) more", "og \(rule.touched.count - 5) til")
                    )
                }
            }
        case .csv: try print(RuleRows(outcome.rules).csv)
        case .json: try print(RuleRows(outcome.rules).json.prettyText)
        }
        say(words("Dataset written to \(outcome.folder)", "Datasettet er skrevet til \(outcome.folder)"))
    }
}
