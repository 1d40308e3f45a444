import Accounts
import ArgumentParser
import FileFormats
import Ledgers
import Reporting

struct LedgerMapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Propose a mapping file for a ledger in CSV or Excel.",
        discussion: """
            Looks at the file's first rows and says what it makes of them: separator, header, what each column means, \
            what kind of ledger it is. The proposal is a small YAML file with an example of every column; correct it \
            where it is wrong and give it with --mapping when the ledger is read. Files in the forms of PowerOffice Go, \
            Visma Business, Tripletex and the like need none.

              ringvirk ledger map bilagsjournal.csv
              ringvirk ledger map reskontro.xlsx --output mapping.yaml
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: "The ledger: a CSV file or a workbook.",
        completion: .file(extensions: ["csv", "txt", "xlsx"])
    )
    var file: String

    @Option(
        help: "A mapping file that says part of it already.",
        completion: .file(extensions: ["yaml", "yml"])
    )
    var mapping: String?

    @Option(
        name: .shortAndLong,
        help: "The file to write the proposal to; standard output without it.",
        completion: .file(extensions: ["yaml"])
    )
    var output: String?

    func run() throws {
        let terminal = Terminal(options: options)
        let language = options.language ?? .english
        let words = Wording(language)
        let proposal = try terminal.attempt { () throws(LedgersError) in
            let given: LedgerMapping? = if let mapping { try LedgerMapping(contentsOf: mapping) } else { nil }
            return try MappingProposal(file: file, mapping: given)
        }
        let text = MappingText(proposal, language: language, savedAs: output)
        if let output {
            try terminal.attempt { () throws(FileFormatError) in
                try AtomicFile.write(text.yaml, to: output)
            }
        }
        switch options.format {
        // The proposal is in the file, where there is one.
        case .table: if output == nil { try terminal.print(text.yaml) }
        case .csv: try terminal.print(text.csv)
        case .json: try terminal.print(text.json.prettyText)
        }
        terminal.say(text.summary)
        if let output {
            terminal.say(words("Mapping written to \(output)", "Koblingen er skrevet til \(output)"))
        }
    }
}
