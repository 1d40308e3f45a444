import Accounts
import ArgumentParser
import Datasets
import FileFormats
import Reporting
import Ringvirk

struct DataCommutingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commuting",
        abstract: "Turn a fetched table of commuters into the file that “ringvirk counties” reads.",
        discussion: """
            Table 03321 has employed persons by the municipality they work in and the one they live in:

              ringvirk fetch ssb 03321 --select "ArbstedKomm=*" --select "Bokommuen=*" --select ContentsCode=Sysselsatte \
            --select Tid=2019 --output data/commuting-2019
              ringvirk data commuting data/commuting-2019 --output commuting-2019.csv
              ringvirk counties --commuting commuting-2019.csv
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The folder of the fetched table.", completion: .directory)
    var cube: String

    @Option(help: "The year, where the table has several.")
    var year: Int?

    @Option(help: "The file to write.", completion: .file(extensions: ["csv"]))
    var output: String

    @Option(
        help: ArgumentHelp("The dataset of counties and municipalities.", valueName: "folder"),
        completion: .directory
    )
    var regionHistory = "data/region-history"

    func run() throws {
        let terminal = Terminal(options: options)
        let history = try terminal.attempt { () throws(DatasetError) in
            try Dataset(at: regionHistory).regionHistory()
        }
        let table = try terminal.attempt { () throws(StudyError) in
            let table = try CommutingTable(in: cube, year: year, history: history)
            try table.write(to: output)
            return table
        }
        let language = options.language ?? .english
        let (words, number) = (Wording(language), NumberFormat(language))
        let counties = Set(table.persons.keys.map(\.workplace)).count
        let all = table.persons.values.reduce(0, +)
        let unplaced = table.unplaced.reduce(0) { $0 + $1.persons }
        switch options.format {
        case .csv: try terminal.print(table.csv)
        case .json:
            let value = JSONValue.object(pairs: [
                ("file", .string(output)), ("year", .integer(table.year)), ("persons", .number(all)),
                ("workplaces_in", .integer(counties)), ("unplaced", .number(unplaced)),
                ("without_figure", .integer(table.withoutFigure)),
            ])
            try terminal.print(value.prettyText)
        case .table:
            let persons = number.text(all, decimals: 0)
            try terminal.print(
                words(
                    "\(output): \(persons) persons of \(table.year), workplaces in \(counties) counties",
                    "\(output): \(persons) personer i \(table.year), arbeidssteder i \(counties) fylker"
                )
            )
        }
        if !table.unplaced.isEmpty {
            let codes = Words(language).list(table.unplaced.map(\.code))
            let persons = number.text(unplaced, decimals: 0)
            terminal.say(
                words(
                    "Left out: \(persons) persons under codes of no municipality of \(table.year): \(codes)",
                    "Utelatt: \(persons) personer på koder som ikke er kommuner i \(table.year): \(codes)"
                )
            )
        }
        if table.withoutFigure > 0 {
            terminal.say(
                words(
                    "\(table.withoutFigure) cells without a figure count as nobody.",
                    "\(table.withoutFigure) celler uten tall regnes som ingen."
                )
            )
        }
    }
}
