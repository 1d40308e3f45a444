import Accounts
import ArgumentParser
import FileFormats
import Reporting
import Ringvirk

struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Learn purchase coefficients from official regional tables.",
        discussion: """
            Reads a dataset of the kind regional_tables and writes one of the kind purchase_coefficients: how much of \
            what a region buys domestically it buys from its own industries, with the error of that. The same tables give \
            the same bytes. docs/METHOD.md has the model, docs/DATA.md the formats.

              ringvirk calibrate data/finland-regional-2014 --output data/purchase-coefficients-finland-2014
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The folder of the official tables.", completion: .directory)
    var dataset: String

    @Option(help: "The folder to write.", completion: .directory)
    var output: String

    @Option(
        help: ArgumentHelp(
            "A CSV file that says which industries the codes of other classifications correspond to.",
            discussion: "Without it, the correspondence.csv that stands in the folder to write is kept.",
            valueName: "file"
        ),
        completion: .file(extensions: ["csv"])
    )
    var correspondence: String?

    func run() throws {
        let terminal = Terminal(options: options)
        let words = Wording(options.language ?? .english)
        let calibration = try terminal.attempt { () throws(StudyError) in
            try Calibration(of: dataset, to: output, correspondence: correspondence) { step in
                switch step {
                case .fitting(let distances):
                    terminal.say(
                        distances
                            ? words("Learning, with distances …", "Lærer, med avstander …")
                            : words("Learning, without distances …", "Lærer, uten avstander …")
                    )
                case .writing(let folder):
                    terminal.say(words("Writing \(folder) …", "Skriver \(folder) …"))
                }
            }
        }
        let rows = CalibrationRows(calibration.fits, writtenTo: calibration.folder)
        switch options.format {
        case .table: try terminal.print(rows.table(options.language ?? .english).plainText)
        case .csv: try terminal.print(rows.csv)
        case .json: try terminal.print(rows.json.prettyText)
        }
    }
}
