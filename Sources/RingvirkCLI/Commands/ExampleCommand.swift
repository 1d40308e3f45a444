import Accounts
import ArgumentParser
import ExampleLedgers
import FileFormats
import Reporting

struct ExampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "example",
        abstract: "Write invented data to try things on.",
        subcommands: [ExampleLedgersCommand.self]
    )
}

struct ExampleLedgersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledgers",
        abstract: "The books of an invented cluster, with faults planted and the truth beside them.",
        discussion: """
            Six firms of the kinds at Orkanger and everybody they trade with, in the formats firms deliver their books in: \
            SAF-T, CSV as six systems write it, workbooks; a register, annual accounts, and what is planted. Everything \
            is invented. The same options give the same books. docs/LEDGERS.md describes them.

              ringvirk example ledgers --output try
              ringvirk example ledgers --output large --lines 10000000 --books csv
            """
    )

    @OptionGroup var options: GlobalOptions

    @Option(help: "The folder to write.", completion: .directory)
    var output: String

    @Option(help: "Another seed gives another cluster.")
    var seed: UInt64 = 1

    @Option(help: "The first year of the books.")
    var year = ExampleOptions.usualYear

    @Option(help: "How many years the books cover: 1 or 2.")
    var years = 1

    @Option(help: "About how many journal lines the six books have together.")
    var lines = ExampleOptions.usualLines

    @Option(help: "The books' formats: saft, csv, xlsx or all.")
    var books: ExampleFormat = .all

    func validate() throws {
        if ExampleOptions.Years(rawValue: years) == nil {
            throw ValidationError("--years is 1 or 2")
        }
    }

    func run() throws {
        let terminal = Terminal(options: options)
        let words = Wording(options.language ?? .english)
        let summary = try terminal.attempt { () throws(ExampleLedgersError) in
            let wishes = try ExampleOptions(
                seed: seed,
                year: year,
                years: ExampleOptions.Years(rawValue: years) ?? .one,
                lines: lines,
                formats: books.formats
            )
            let line = ProgressLine(terminal)
            line.show(words("keeping the books", "fører bøkene"), 0)
            var written = 0.0
            return try ExampleLedgers(wishes).write(to: output) { file in
                // Six firms, a file in each format.
                line.show(
                    words("writing \(file)", "skriver \(file)"),
                    written / Double(6 * books.formats.count)
                )
                written += 1
            }
        }
        try show(summary, terminal, words)
        terminal.say(
            words(
                "Written: \(summary.files.count) files in \(output). Everything in them is invented.",
                "Skrevet: \(summary.files.count) filer i \(output). Alt i dem er oppdiktet."
            )
        )
    }

    private func show(_ summary: ExampleLedgers.Summary, _ terminal: Terminal, _ words: Wording) throws {
        switch options.format {
        case .table: try terminal.print(tables(summary, words))
        case .csv:
            var writer = CSVWriter()
            writer.write(row: ["what", "name", "vouchers", "lines", "times"])
            for firm in summary.firms {
                writer.write(row: ["firm", firm.name, String(firm.vouchers), String(firm.lines), ""])
            }
            for count in summary.planted {
                writer.write(row: ["planted", count.planted.rawValue, "", "", String(count.times)])
            }
            try terminal.print(writer.text)
        case .json:
            let firms = summary.firms.map { firm in
                JSONValue.object(pairs: [
                    ("name", .string(firm.name)), ("vouchers", .integer(firm.vouchers)),
                    ("lines", .integer(firm.lines)),
                ])
            }
            let planted = summary.planted.map { ($0.planted.rawValue, JSONValue.integer($0.times)) }
            let files = summary.files.map { JSONValue.string($0) }
            try terminal.print(
                JSONValue.object(pairs: [
                    ("invented", .bool(true)), ("firms", .array(firms)), ("planted", .object(pairs: planted)),
                    ("files", .array(files)),
                ]).prettyText
            )
        }
    }

    private func tables(_ summary: ExampleLedgers.Summary, _ words: Wording) -> String {
        let number = NumberFormat(options.language ?? .english)
        var firms = TextTable(
            header: [words("Firm", "Bedrift"), words("Vouchers", "Bilag"), words("Lines", "Linjer")],
            numeric: [false, true, true]
        )
        for firm in summary.firms {
            firms.add([
                firm.name, number.text(Double(firm.vouchers), decimals: 0),
                number.text(Double(firm.lines), decimals: 0),
            ])
        }
        var planted = TextTable(
            header: [words("Planted", "Lagt inn"), words("Times", "Ganger")],
            numeric: [false, true]
        )
        for count in summary.planted {
            planted.add([count.planted.rawValue, number.text(Double(count.times), decimals: 0)])
        }
        return firms.plainText + "\n" + planted.plainText
    }
}

/// The formats the books are wanted in.
enum ExampleFormat: String, ExpressibleByArgument, CaseIterable {
    case saft, csv, xlsx, all

    var formats: Set<ExampleOptions.Format> {
        ExampleOptions.Format(rawValue: rawValue).map { [$0] } ?? Set(ExampleOptions.Format.allCases)
    }
}
