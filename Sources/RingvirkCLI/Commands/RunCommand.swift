import Accounts
import ArgumentParser
import FileFormats
import Leontief
import Reporting
import Ringvirk

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a study: print its lead table and write all its results.",
        discussion: """
            Writes to the output folder: multipliers.csv and ratios.csv (region, industry, measure, closure, scope), \
            impacts.csv (the study's shocks), with actors actor_table.csv and .json, summary.md (a report to read), and \
            manifest.json (inputs with digests, parameters, rules, checks). All of them, or none.

            A study that reads firms' books also writes firms.csv, firm_differences.csv, firm_accounts.csv, \
            firm_cells.csv, firm_rules.csv, firm_repairs.csv, firm_agreements.csv, firm_quality.csv, \
            augmented_region.csv and augmented_nation.csv where the firms are invented or with --confidential, \
            otherwise cluster_purchases.csv and cluster_multipliers.csv. Files of these that an earlier run left in the \
            folder and this one does not have are removed.

            The same study gives the same bytes every time on the same machine; another processor or number of threads can change last digits.
            """
    )

    @OptionGroup var study: StudyOptions
    @OptionGroup var options: GlobalOptions

    @Option(
        help: ArgumentHelp(
            "The folder to write to.",
            discussion:
                "Without it, results/<study's name>, with the region and year the command line changes."
        ),
        completion: .directory
    )
    var output: String?

    @Flag(
        help: ArgumentHelp(
            "For the owner of the firms' books alone: withhold nothing, and mark every output.",
            discussion:
                "Without it, what the books of firms that are not invented would give away is withheld or rounded."
        )
    )
    var confidential = false

    func run() throws {
        let terminal = Terminal(options: options)
        let result = try terminal.attempt(in: study.language) { () throws(StudyError) in
            try Study(definedIn: study.file, changes: study.changes).run(isConfidential: confidential)
        }
        let language = options.language ?? result.definition.language
        let folder =
            output ?? "results/" + ([result.definition.name] + study.differences).joined(separator: "-")
        try terminal.attempt(in: language) { () throws(StudyError) in
            try result.write(to: folder, language: language)
        }
        switch options.format {
        case .table: try terminal.print(lead(of: result, language))
        case .csv:
            try terminal.print(
                file("actor_table.csv", of: result, language) ?? file("multipliers.csv", of: result, language)
                    ?? ""
            )
        case .json: try terminal.print(result.json(writtenTo: folder, language: language).prettyText)
        }
        terminal.say(
            Wording(language)("Results written to \(folder)", "Resultatene er skrevet til \(folder)")
        )
    }

    private func file(_ name: String, of result: StudyResult, _ language: Language) -> String? {
        result.files(language: language).first { $0.name == name }?.text
    }

    /// The study's lead: title, actors, impacts, and where the assumptions are told.
    private func lead(of result: StudyResult, _ language: Language) -> String {
        let report = result.report
        let table = LeadTable(report, language: language)
        let words = Wording(language)
        var blocks = [report.title.text(in: language)]
        if report.confidentiality.isConfidential { blocks.insert(ConfidentialMark(language).line, at: 0) }
        if let actors = table.actors {
            blocks.append(
                words(
                    "Per krone of the actor's own output (jobs and tonnes per million kroner):",
                    "Per krone av aktørens egen produksjon (sysselsatte og tonn per million kroner):"
                )
            )
            blocks.append(actors.plainText)
            if let firms = FirmTable(report, language: language)
                .valueAdded(in: report.regionalMultipliers == nil ? .nation : .region, causes: 1)
            {
                let place = words.name(of: report.regionalMultipliers == nil ? .nation : .region, in: report)
                blocks.append(
                    words(
                        "What the firms' own books change: value added in \(place) per krone of output, with 90 % intervals:",
                        "Hva bedriftenes egne regnskap endrer: verdiskaping i \(place) per krone produksjon, med 90 %-intervaller:"
                    )
                )
                blocks.append(firms.plainText)
            }
        } else {
            blocks.append(
                words(
                    "Multipliers per MNOK of final demand, Type I:",
                    "Multiplikatorer per mill. kr sluttlevering, type I:"
                )
            )
            blocks.append(table.multipliers(.type1).plainText)
        }
        for impact in report.impacts {
            let amount = NumberFormat(language).text(impact.demand.amounts.sum, decimals: 1)
            blocks.append("\(impact.demand.name) (\(amount) \(words.name(of: report.basis.unit))):")
            blocks.append(table.impact(impact).plainText)
        }
        blocks.append(words("Assumptions:", "Forutsetninger:"))
        blocks.append(report.assumptions.map { "- " + $0.text(in: language) }.joined(separator: "\n"))
        blocks.append(report.attributions.joined(separator: "\n"))
        return blocks.joined(separator: "\n\n").replacing("\n\n\n", with: "\n\n")
    }
}
