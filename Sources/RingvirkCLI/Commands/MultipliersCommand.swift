import Accounts
public import ArgumentParser
import FileFormats
public import Leontief
import Reporting
import Ringvirk

struct MultipliersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "multipliers",
        abstract: "Print the multipliers of a region's industries.",
        discussion: """
            An effect is what a million kroner of final demand for an industry's products sets moving, its own \
            direct part included, in basic prices of the study's year. Type I counts suppliers, Type II also what \
            households buy for their wages. Multipliers are not additive over industries.

            The csv form has the columns of multipliers.csv: region, industry, measure, closure, scope, unit, value.
            """
    )

    @OptionGroup var study: StudyOptions
    @OptionGroup var options: GlobalOptions

    @Option(help: "Only this measure, such as value_added, employment or ghg (csv and json).")
    var measure: String?

    @Option(help: "Only this closure: type_1 or type_2.")
    var closure: ClosureType?

    func run() throws {
        let terminal = Terminal(options: options)
        let result = try terminal.attempt(in: study.language) { () throws(StudyError) in
            try Study(definedIn: study.file, changes: study.changesWithoutQuestions).run()
        }
        let language = options.language ?? result.definition.language
        let report = result.report
        let known = report.nationalMultipliers.effects.map(\.measure.code)
        if let measure, !known.contains(measure) {
            throw ValidationError(
                "no measure «\(measure)»; there are \(Array(Set(known)).sorted().joined(separator: ", "))"
            )
        }
        let tables = report.multipliers.map { table in
            table.filtered { effects in
                (measure == nil || effects.measure.code == measure)
                    && (closure == nil || effects.closure == closure)
            }
        }
        switch options.format {
        case .csv:
            try terminal.print(MultiplierRows(tables, money: report.basis.unit).effects)
            for assumption in report.assumptions { terminal.say(assumption.text(in: language)) }
        case .json:
            try terminal.print(
                report.json(MultiplierRows(tables, money: report.basis.unit).json, language).prettyText
            )
        case .table:
            let lead = LeadTable(report, language: language)
            let words = Wording(language)
            try terminal.print(
                report.region.name.text(in: language) + " \(report.basis.year), "
                    + words("per MNOK of final demand", "per mill. kr sluttlevering")
            )
            for shown in closure.map({ [$0] }) ?? ClosureType.allCases {
                try terminal.print("")
                try terminal.print(
                    shown == .type1
                        ? words("Type I (direct and indirect)", "Type I (direkte og indirekte)")
                        : words(
                            "Type II (consumption effects included)",
                            "Type II (konsumvirkninger medregnet)"
                        )
                )
                try terminal.print(lead.multipliers(shown).plainText)
            }
            try terminal.print(words("Assumptions:", "Forutsetninger:"))
            try terminal.print(
                report.assumptions.map { "- " + $0.text(in: language) }.joined(separator: "\n")
            )
        }
    }
}

extension ClosureType: ExpressibleByArgument {}
