import Accounts
import ArgumentParser
import FileFormats
import Leontief
import Regionalisation
import Reporting
import Ringvirk

struct CountiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "counties",
        abstract: "Print how much of a county's ripple effects lands in each of the others.",
        discussion: """
            Builds all counties of the study's year into one balanced table, which adds up to the nation's, and \
            solves it. With an industry: where a million kroner of demand for it lands, county by county, abroad and \
            in taxes. Without: every industry of the county, by its own table and in the table of all counties, with \
            what comes back from the others. The ranges are what other exponents of distance in trade give.

              ringvirk counties --industry C10_12
              ringvirk counties --region 11 --year 2018 --output results/counties-2018
              ringvirk counties data/studies/trondelag-2019 --region 0 --language nb
              ringvirk counties --firms

            With --firms: the firms whose books the study reads become rows and columns of the table, and where a krone \
            of each one's output lands is printed from statistics alone, with the books, and the difference.

            Writes, with --output: landings.csv, spillovers.csv, national_multipliers.csv, table.csv (the table itself), \
            trade.csv, balancing.csv and rules.csv; with firms also firm_landings.csv, augmented_counties.csv, \
            augmented_values.csv, firm_places.csv and firm_county_repairs.csv. All of them, or none.
            """
    )

    @OptionGroup var study: StudyOptions
    @OptionGroup var options: GlobalOptions

    @Option(help: "The industry demand is for, by the study's code.")
    var industry: String?

    @Flag(
        help: ArgumentHelp(
            "Put the firms whose books the study reads into the table.",
            discussion: "Only if the study says that all of them are invented, or with --confidential."
        )
    )
    var firms = false

    @Flag(
        help:
            "For the owner of the firms' books alone: show firms that are not invented, and mark every output."
    )
    var confidential = false

    @Option(help: "The exponent of distance in trade between counties, β.")
    var decay = 1.0

    @Option(
        name: .customLong("other-decays"),
        help: ArgumentHelp("Exponents for the ranges, separated by commas.", valueName: "list")
    )
    var otherDecays = "0.5,2"

    @Option(
        help: ArgumentHelp(
            "The folder of the counties' centres and inhabitants.",
            discussion: "Without it, county-centres in the folder of the datasets.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var places: String?

    @Option(
        help: ArgumentHelp(
            "Purchase coefficients to use in the place of the study's method, with distances.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var coefficients: String?

    @Option(
        help: ArgumentHelp(
            "Put the counties together to those of another year.",
            discussion: """
                Refused, with the municipalities that moved, where counties did not merge whole. Without it the study's own \
                mergers are made.
                """,
            valueName: "year"
        )
    )
    var borders: Int?

    @Option(
        help: ArgumentHelp(
            "Who works where and lives where: workplace,residence,persons.",
            discussion:
                "Wages are then spent where people live. “ringvirk data commuting” makes it of table 03321.",
            valueName: "file"
        ),
        completion: .file(extensions: ["csv"])
    )
    var commuting: String?

    @Option(
        help: ArgumentHelp(
            "The dataset of counties and municipalities, for --borders and --commuting.",
            discussion: "Without it, region-history in the folder of the datasets.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var regionHistory: String?

    @Option(
        help: ArgumentHelp(
            "The study's classification in the coefficients' correspondence.csv.",
            discussion: "Only with --coefficients; without it, groups-30.",
            valueName: "name"
        )
    )
    var classification: String?

    @Option(help: "The folder to write the files to.", completion: .directory)
    var output: String?

    func validate() throws {
        guard decay.isFinite, (0...5).contains(decay) else {
            throw ValidationError("--decay must be from 0 to 5")
        }
        _ = try decays()
        guard firms || !confidential else { throw ValidationError("--confidential goes with --firms") }
        guard coefficients != nil || classification == nil else {
            throw ValidationError("--classification goes with --coefficients")
        }
        guard !firms || (industry == nil && study.region == nil) else {
            throw ValidationError(
                "--firms goes without --industry and --region: firms stand in the study's region"
            )
        }
    }

    private func decays() throws -> [Double] {
        try otherDecays.split(separator: ",").map { text in
            guard let decay = Double(text), (0...5).contains(decay) else {
                throw ValidationError("--other-decays: \(text) is no number from 0 to 5")
            }
            return decay
        }
    }

    func run() throws {
        let terminal = Terminal(options: options)
        var changes = firms ? study.changes : study.changesWithoutQuestions
        let wanted = changes.region
        // All counties are built whatever the study's region is, and one that does not exist is refused with those that do.
        changes.region = nil
        var asked = CountyOptions(places: places, decay: decay, otherDecays: try decays())
        (asked.borders, asked.commuting, asked.regionHistory) = (borders, commuting, regionHistory)
        if let coefficients {
            asked.purchases = .init(dataset: coefficients, classification: classification ?? "groups-30")
        }
        if firms { asked.firms = confidential ? .confidential : .ifInvented }
        let (file, known) = (study.file, study.language)
        let counties = try terminal.attempt(in: known) { [changes, asked] () throws(StudyError) in
            try CountyStudy(definedIn: file, changes: changes, options: asked)
        }
        let language = options.language ?? counties.definition.language
        let code = wanted ?? counties.definition.region
        let isWhole = code == counties.build.table.nation.code && industry == nil
        let region = try terminal.attempt(in: language) { () throws(StudyError) in
            isWhole ? counties.build.table.nation : try counties.region(code)
        }
        let sector = try industry.map { industry in
            try terminal.attempt(in: language) { () throws(StudyError) in
                do throws(StudyError) {
                    return try counties.sector(industry, in: region)
                } catch .accounts(.unknownLabel(let code, let known), _) {
                    throw .missing(what: code, place: Place(file: "--industry"), known: known)
                } catch {
                    throw error
                }
            }
        }
        if let output {
            try terminal.attempt(in: language) { () throws(StudyError) in
                try counties.write(to: output, language: language)
            }
        }
        let shown = CountiesText(counties, language: language)
        switch options.format {
        case .csv:
            try terminal.print(shown.csv(region: region, sector: sector))
            terminal.say(shown.notes)
        case .json: try terminal.print(shown.json(region: region, sector: sector).prettyText)
        case .table:
            try terminal.print(shown.text(region: region, sector: sector))
            try terminal.print(shown.notes)
            try terminal.print(shown.attributions)
        }
        if let output {
            terminal.say(
                Wording(language)("Results written to \(output)", "Resultatene er skrevet til \(output)")
            )
        }
    }
}
