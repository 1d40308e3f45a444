import Accounts
import ArgumentParser
import Datasets
import FileFormats
import Reporting
import Ringvirk

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say whether a dataset is sound.",
        discussion: """
            Prints what the dataset holds and everything off balance, with its size: rows and columns of a table, \
            regions that do not add up to the nation, withheld cells, negative cells. Ends with 0 when it is sound and \
            65 when it is not.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The dataset's folder.", completion: .directory)
    var dataset: String

    func run() throws {
        let terminal = Terminal(options: options)
        let check = try terminal.attempt { () throws(StudyError) in
            try DatasetCheck(folder: dataset)
        }
        let findings = CheckFindings(check, language: options.language ?? .english)
        switch options.format {
        case .table: try terminal.print(findings.text)
        case .csv: try terminal.print(findings.csv)
        case .json: try terminal.print(findings.json.prettyText)
        }
        guard check.isSound else { throw ExitCode(ExitStatus.badData.rawValue) }
    }
}
