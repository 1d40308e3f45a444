public import Accounts
public import ArgumentParser
import FileFormats
import Leontief
import Reporting
import Ringvirk

struct ImpactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact",
        abstract: "What a change in final demand sets moving: direct, indirect and induced.",
        discussion: """
            Amounts are million kroner in basic prices of the study's year: without VAT and other product taxes, and \
            with trade and transport margins moved to the industries that earn them (G45_47, H49_52).

              ringvirk impact --demand C10_12=100 --demand F41_43=25
            """
    )

    @OptionGroup var options: StudyOptions
    @OptionGroup var global: GlobalOptions

    @Option(
        help: ArgumentHelp("Demand, as INDUSTRY=MNOK; may be given again.", valueName: "industry=mnok"),
        transform: DemandArgument.init(parsing:)
    )
    var demand: [DemandArgument]

    @Option(help: "What prices the amounts are in: basic or purchasers. Purchasers' prices are refused.")
    var priceBasis: PriceBasis = .basic

    @Option(help: "The year whose prices the amounts are in; without it, the study's year.")
    var pricesOf: Int?

    func validate() throws {
        var met: Set<String> = []
        for one in demand where !met.insert(one.industry).inserted {
            throw ValidationError("\(one.industry) is given twice; add the amounts and give it once")
        }
    }

    func run() throws {
        let terminal = Terminal(options: global)
        let study = try terminal.attempt(in: options.language) { () throws(StudyError) in
            try Study(definedIn: options.file, changes: options.changesWithoutQuestions)
        }
        let language = global.language ?? study.definition.language
        let words = Wording(language)
        let shock = StudyDefinition.Shock(
            name: demand.map(\.text).joined(separator: ", "),
            amounts: demand.map {
                (industry: $0.industry, amount: $0.amount, place: Place(file: "--demand"))
            },
            valuation: priceBasis,
            pricesOf: pricesOf.map { Year($0) } ?? study.definition.year,
            place: Place(file: "--demand")
        )
        let (impact, report) = try terminal.attempt(in: language) { () throws(StudyError) in
            (try study.impact(of: study.demand(shock)), try study.run().report)
        }
        switch global.format {
        case .csv:
            try terminal.print(ImpactRows([impact]).csv)
            for assumption in report.assumptions { terminal.say(assumption.text(in: language)) }
        case .json: try terminal.print(report.json(ImpactRows([impact]).json, language).prettyText)
        case .table:
            let place = impact.region.name.text(in: language)
            try terminal.print(
                words(
                    "\(impact.demand.name) MNOK of final demand met from \(place), basic prices of \(impact.demand.basis.year)",
                    "\(impact.demand.name) mill. kr sluttlevering fra \(place), basispriser i \(impact.demand.basis.year)"
                )
            )
            try terminal.print(LeadTable(report, language: language).impact(impact).plainText)
            try terminal.print(words("Assumptions:", "Forutsetninger:"))
            try terminal.print(
                report.assumptions.map { "- " + $0.text(in: language) }.joined(separator: "\n")
            )
        }
    }
}

/// `C10_12=100`.
struct DemandArgument {
    let text: String
    let industry: String
    let amount: Double

    init(parsing argument: String) throws {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let amount = CSVNumber.number(String(parts[1])),
            amount.isFinite
        else {
            throw ValidationError(
                "write an industry, =, and an amount with a decimal point, such as C10_12=1.5"
            )
        }
        text = argument
        industry = String(parts[0])
        self.amount = amount
    }
}

extension PriceBasis: ExpressibleByArgument {}
