import Accounts
import ArgumentParser
import CompanyRegister
import FileFormats
import Ledgers
import Reporting

struct LedgerReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Purchases and sales per party from firms' books, with what was kept, changed and refused.",
        discussion: """
            Reads SAF-T Financial (.xml, .zip), CSV and Excel, several files and firms at once; takes out double \
            registrations and what names nobody, looks parties up in the business register, spreads head offices over their \
            establishments, adds up sole proprietors, and holds the books against the annual accounts and each other. Kept, \
            changed and refused add up to what there was, to the øre.

              ringvirk ledger review books.xml --register register.sqlite --output review
              ringvirk ledger review smelter.zip feed.csv --annual-accounts smelter.yaml --annual-accounts feed.yaml
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The books.", completion: .file(extensions: ["xml", "zip", "csv", "txt", "xlsx"]))
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "An index of the business register, made by “register build”.",
            valueName: "index"
        ),
        completion: .file(extensions: ["sqlite"])
    )
    var register: String?

    @Option(
        help: ArgumentHelp(
            "Annual accounts of a firm and year; may be given several times.",
            valueName: "file"
        ),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var annualAccounts: [String] = []

    @Option(
        help: ArgumentHelp(
            "What the columns of CSV files and workbooks mean; “ledger map” proposes one.",
            valueName: "file"
        ),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var mapping: String?

    @Option(
        help: ArgumentHelp(
            "An organisation number that belongs to the firms' group; may be given several times.",
            valueName: "number"
        )
    )
    var group: [String] = []

    @Option(
        help: ArgumentHelp(
            "Whose books a file without an organisation number is, as FILE=NUMBER; may be given several times.",
            discussion: "SAF-T says whose books they are; CSV and Excel do not.",
            valueName: "file=number"
        )
    )
    var owner: [String] = []

    @OptionGroup var names: ReviewNameOptions

    @Flag(help: "Leave an enterprise's trade with the enterprise, and not its establishments.")
    var withoutSpreading = false

    @Flag(help: "Estimate no industries.")
    var withoutEstimates = false

    @Option(
        name: .shortAndLong,
        help: "The folder to write the review's tables and page to.",
        completion: .directory
    )
    var output: String?

    func validate() throws {
        for number in group where OrganisationNumber(number) == nil {
            throw ValidationError("An organisation number has nine digits; \(number) has not.")
        }
        _ = try owners
    }

    /// The owners given, by file.
    private var owners: [String: OrganisationNumber] {
        get throws {
            var owners: [String: OrganisationNumber] = [:]
            for text in owner {
                guard let sign = text.lastIndex(of: "="),
                    let number = OrganisationNumber(text[text.index(after: sign)...])
                else {
                    throw ValidationError("--owner is written file=number, with nine digits; \(text) is not.")
                }
                let file = String(text[..<sign])
                guard files.contains(file) else {
                    throw ValidationError("--owner names \(file), which is not among the files.")
                }
                guard owners.updateValue(number, forKey: file) == nil else {
                    throw ValidationError("--owner says twice whose books \(file) is; give it once.")
                }
            }
            return owners
        }
    }

    func run() throws {
        let terminal = Terminal(options: options)
        let language = options.language ?? .english
        let words = Wording(language)
        let names = output == nil ? ReviewNames() : try names.read(terminal)
        let review = try self.review(terminal, words)
        let rows = ReviewRows(review)
        if let output {
            try terminal.attempt { () throws(FileFormatError) in
                var files = OutputSet(folder: output)
                try files.add("review-parties.csv", rows.parties)
                try files.add("review-changes.csv", rows.changes)
                try files.add("review-summary.csv", rows.summary)
                try files.add("review.json", rows.json.prettyText)
                try files.add("review.html", ReviewPage(review, names: names, language: language).html)
                try files.write()
            }
        }
        switch options.format {
        case .table: try terminal.print(LedgerReviewSummary(review, language: language).text)
        case .csv: try terminal.print(rows.summary)
        case .json: try terminal.print(rows.json.prettyText)
        }
        if let output {
            terminal.say(
                words(
                    "The review is written to \(output); read \(output)/review.html first.",
                    "Gjennomgangen er skrevet til \(output); les \(output)/review.html først."
                )
            )
        }
    }

    private func review(_ terminal: Terminal, _ words: Wording) throws -> LedgerReview {
        let line = ProgressLine(terminal)
        let accounts = try terminal.attempt { () throws(LedgersError) in
            var accounts: [AnnualAccounts] = []
            for file in annualAccounts { accounts.append(try AnnualAccounts(contentsOf: file)) }
            return accounts
        }
        let owners = try owners
        let ledgers = try terminal.attempt { () throws(LedgersError) in
            defer { line.clear() }
            let mapping: LedgerMapping? =
                if let file = self.mapping { try LedgerMapping(contentsOf: file) } else { nil }
            var ledgers: [Ledger] = []
            for file in files {
                ledgers.append(
                    try Ledger(readingFrom: file, mapping: mapping, owner: owners[file]) {
                        line.show(words("Reading \(file)", "Leser \(file)"), $0)
                    }
                )
            }
            return ledgers
        }
        let extract = try terminal.attempt { () throws(CompanyRegisterError) in
            guard let register else { return RegisterExtract.empty }
            let index = try RegisterIndex(at: register)
            return try RegisterExtract.extract(for: ledgers) { numbers throws(CompanyRegisterError) in
                try index.extract(for: numbers)
            }
        }
        var settings = ReviewSettings()
        settings.group = Set(group.compactMap { OrganisationNumber($0) })
        settings.spreadsHeadOffices = !withoutSpreading
        settings.estimatesIndustries = !withoutEstimates
        return LedgerReview(of: ledgers, register: extract, annualAccounts: accounts, settings: settings)
    }
}
