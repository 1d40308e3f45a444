public import Accounts
public import ArgumentParser
import FileFormats
import Reporting
import Ringvirk

struct SymmetricCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "symmetric",
        abstract: "Make a symmetric table of a supply and use dataset.",
        discussion: """
            Models a (product technology), b (industry technology) and e (hybrid) make a product × product table, c \
            (fixed industry sales) and d (fixed product sales, Statistics Norway's own) an industry × industry table, \
            which --output writes as a dataset that studies can use. Use at purchasers' prices is taken to basic \
            prices first; what that assumes is named in the rules. Negative cells are listed, never changed.

              ringvirk symmetric data/ssb-supply-use/2019 --model d --territory RI --output data/made/2019
              ringvirk symmetric data/ssb-supply-use/2019 --model b --format csv
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The folder of the supply and use dataset.", completion: .directory)
    var dataset: String

    @Option(help: "The model: a, b, c, d or e.")
    var model: SymmetricModel

    @Option(help: "What becomes of imports: domestic, primary_input or total.")
    var imports: ImportTreatment = .domestic

    @Option(help: "Which uses pay product taxes: all_uses or all_but_exports.")
    var productTaxes: BasicPriceAssumptions.Reach = .allButExports

    @Option(help: "Which uses take imports: all_uses or all_but_exports.")
    var importedUse: BasicPriceAssumptions.Reach = .allButExports

    @Option(
        help: ArgumentHelp(
            "The product that residents' purchases abroad and non-residents' here are placed on.",
            discussion:
                "Without it, they are spread as households consume. Statistics Norway places them on RI.",
            valueName: "product"
        )
    )
    var territory: String?

    @Option(
        help: ArgumentHelp(
            "Model e: a CSV (product,industry) of the by-products made by industry technology.",
            valueName: "file"
        ),
        completion: .file(extensions: ["csv"])
    )
    var byProducts: String?

    @Option(
        help: "The folder to write an industry × industry table to, as a dataset.",
        completion: .directory
    )
    var output: String?

    func validate() throws {
        if (model == .hybridTechnology) != (byProducts != nil) {
            throw ValidationError("--by-products and --model e go together")
        }
        guard output != nil else { return }
        if model.isProductByProduct {
            throw ValidationError(
                "model \(model.rawValue) makes a product × product table, which no study can use; print it with --format csv"
            )
        }
        if imports == .total {
            throw ValidationError(
                "--imports total tells no domestic flows, which a dataset needs; print it with --format csv"
            )
        }
    }

    func run() throws {
        let terminal = Terminal(options: options)
        let assumptions = BasicPriceAssumptions(
            productTaxes: productTaxes,
            imports: importedUse,
            territory: territory.map { .onProduct($0) } ?? .asHouseholdConsumption
        )
        let conversion = try terminal.attempt { () throws(StudyError) in
            try SymmetricConversion(of: dataset, assuming: assumptions)
        }
        switch model {
        case .productTechnology: try show(terminal, try product(terminal, conversion, .productTechnology))
        case .industryTechnology: try show(terminal, try product(terminal, conversion, .industryTechnology))
        case .hybridTechnology:
            let technology = try terminal.attempt { () throws(StudyError) in
                try conversion.hybrid(byProducts: byProducts ?? "")
            }
            try show(terminal, try product(terminal, conversion, .hybrid(technology)))
        case .fixedIndustrySales: try industries(terminal, conversion, .fixedIndustrySales)
        case .fixedProductSales: try industries(terminal, conversion, .fixedProductSales)
        }
    }

    private func product(
        _ terminal: Terminal,
        _ conversion: SymmetricConversion,
        _ model: ProductModel
    ) throws -> SymmetricTable<Product> {
        try terminal.attempt { () throws(StudyError) in
            try conversion.productByProduct(model, imports: imports)
        }
    }

    private func industries(
        _ terminal: Terminal,
        _ conversion: SymmetricConversion,
        _ model: IndustryModel
    ) throws {
        let table = try terminal.attempt { () throws(StudyError) in
            let table = try conversion.industryByIndustry(model, imports: imports)
            if let output { try conversion.write(table, to: output) }
            return table
        }
        try show(terminal, table)
        if let output {
            let words = Wording(options.language ?? .english)
            terminal.say(words("Dataset written to \(output)", "Datasettet er skrevet til \(output)"))
        }
    }

    private func show<Sector: Label>(_ terminal: Terminal, _ table: SymmetricTable<Sector>) throws {
        switch options.format {
        case .table:
            try terminal.print(SymmetricSummary(table, language: options.language ?? .english).text)
        case .csv: try terminal.print(SymmetricRows(table).csv)
        case .json: try terminal.print(SymmetricRows(table).json.prettyText)
        }
    }
}

extension SymmetricModel: ExpressibleByArgument {}
extension ImportTreatment: ExpressibleByArgument {}
extension BasicPriceAssumptions.Reach: ExpressibleByArgument {}
