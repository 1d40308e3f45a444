public import Accounts
public import ArgumentParser
import CompanyRegister
import Datasets
import FileFormats
import Ringvirk
import Web

struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Index the business register (Enhetsregisteret) and look firms up in it.",
        discussion: """
            The register's bulk files, from data.brreg.no, become one index file: organisation number to industry, \
            municipality, owner, employees and dates. It holds no names of persons. docs/REGISTER.md says how to fetch the files.
            """,
        subcommands: [RegisterBuildCommand.self, RegisterShowCommand.self]
    )
}

/// Where the industry codes are found.
struct IndustryCodeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The dataset with the industry codes of SN2007 and SN2025.", valueName: "folder"),
        completion: .directory
    )
    var industryCodes = "data/industry-codes"

    /// The codes and the industries they lead to.
    func read(_ terminal: Terminal) throws -> ClassificationMap {
        try terminal.attempt { () throws(DatasetError) in
            try Dataset(at: industryCodes).classificationMap()
        }
    }
}

extension IndustryClassification: ExpressibleByArgument {}

struct RegisterBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Make an index from the register's bulk files.",
        discussion: """
            Takes enheter and underenheter as CSV or JSON, plain or packed (.gz), in any order, and lists of mergers (CSV \
            with number, merged_into, day). Of a unit in several files the last file's is kept.

              ringvirk register build enheter.csv.gz underenheter.csv.gz --output register.sqlite
            """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var codes: IndustryCodeOptions

    @Argument(help: "The bulk files.", completion: .file())
    var files: [String]

    @Option(help: "The index to write.", completion: .file(extensions: ["sqlite"]))
    var output: String

    @Option(
        help: ArgumentHelp(
            "How codes that both standards have are read: sn2007 or sn2025.",
            discussion: "Without it, as most of a file's other codes are."
        )
    )
    var classification: IndustryClassification?

    @Option(
        help: ArgumentHelp(
            "The day the files were made, like 2026-11-25.",
            discussion: "Without it, the latest registration a file knows of."
        )
    )
    var day: String?

    func validate() throws {
        if let day, CalendarDate(iso: day) == nil {
            throw ValidationError("--day is written like 2026-11-25; \(day) is no such day.")
        }
    }

    func run() throws {
        let terminal = Terminal(options: options)
        let known = try codes.read(terminal).industryCodes
        let line = ProgressLine(terminal)
        let made = RegisterIndex.BuildOptions(
            classification: classification,
            day: day.flatMap { CalendarDate(iso: $0) }
        )
        let report = try terminal.attempt { () throws(CompanyRegisterError) in
            defer { line.clear() }
            return try RegisterIndex.build(from: files, to: output, codes: known, options: made) {
                line.show($0, $1)
            }
        }
        let summary = RegisterBuildSummary(report, language: options.language ?? .english)
        switch options.format {
        case .table: try terminal.print(summary.text)
        case .csv: try terminal.print(summary.csv)
        case .json: try terminal.print(summary.json.prettyText)
        }
        terminal.say(summary.written(to: output))
    }
}

struct RegisterShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what the register says of firms, and of their establishments.",
        discussion: """
            Looks in an index or, with --online, asks the register's own server: for a handful of numbers.

              ringvirk register show 923609016 --index register.sqlite
              ringvirk register show 923609016 --online
            """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var codes: IndustryCodeOptions

    @Argument(help: "Organisation numbers, nine digits each.")
    var numbers: [String]

    @Option(help: "An index that “register build” made.", completion: .file(extensions: ["sqlite"]))
    var index: String?

    @Flag(help: "Ask the register's server.")
    var online = false

    @Option(help: ArgumentHelp("The server that --online asks.", valueName: "address"))
    var server = RegisterClient.officialAddress

    func validate() throws {
        guard (index == nil) == online else { throw ValidationError("Give either --index or --online.") }
        if online, numbers.count > 50 {
            throw ValidationError(
                "--online is for at most 50 numbers; make an index of the bulk files for more."
            )
        }
        for number in numbers where OrganisationNumber(number) == nil {
            throw ValidationError("An organisation number has nine digits; \(number) has not.")
        }
    }

    func run() throws {
        let terminal = Terminal(options: options)
        let map = try codes.read(terminal)
        let wanted = numbers.compactMap { OrganisationNumber($0) }
        let extract = try terminal.attempt { () throws(CompanyRegisterError) in
            if let index { return try RegisterIndex(at: index).extract(for: wanted) }
            return try asked(wanted, map.industryCodes)
        }
        let rows = RegisterUnitRows(wanted, in: extract, map, language: options.language ?? .english)
        for line in rows.warnings { terminal.say(line) }
        switch options.format {
        case .table: try terminal.print(rows.text)
        case .csv: try terminal.print(rows.csv)
        case .json: try terminal.print(rows.json.prettyText)
        }
    }

    private func asked(
        _ wanted: [OrganisationNumber],
        _ known: IndustryCodes
    ) throws(CompanyRegisterError) -> RegisterExtract {
        let web = WebClient(agent: "ringvirk/" + RunManifest.version)
        let client = RegisterClient(address: server, web: web, codes: known)
        var units: [OrganisationNumber: RegisteredUnit] = [:]
        var establishments: [OrganisationNumber: [RegisteredUnit]] = [:]
        for number in Set(wanted).sorted() {
            guard case .unit(let unit) = try client.look(up: number) else { continue }
            units[number] = unit
            guard unit.kind == .enterprise else { continue }
            let own = try client.establishments(of: number)
            if !own.isEmpty { establishments[number] = own }
        }
        return RegisterExtract(units: units, establishments: establishments, day: nil, provenance: nil)
    }
}
