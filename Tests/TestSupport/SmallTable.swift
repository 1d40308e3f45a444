public import Accounts

/// A table of two primary-input rows' worth of typing: everything that a test does not care about is filled in.
public struct SmallTable {
    /// The industries.
    public var industries: Axis<Industry>
    /// Z.
    public var domestic: [[Double]]
    /// Y, one column a category.
    public var finalDemand: [[Double]]
    /// The categories.
    public var categories: [FinalDemandCategory]
    /// Imported intermediate and final flows, where there are any.
    public var imported: (intermediate: [[Double]], finalDemand: [[Double]])?
    /// The primary inputs.
    public var inputs: [PrimaryInput]
    /// One row a primary input, one column an industry.
    public var primaryInputs: [[Double]]
    /// One row a primary input, one column a category.
    public var finalDemandInputs: [[Double]]
    /// x.
    public var output: [Double]
    /// What the amounts are.
    public var basis = Self.basis
    /// How far rows and columns may be off.
    public var tolerance = BalanceTolerance(row: 1e-9, column: 1e-9, reason: "typed exactly")

    /// Million kroner of 2019, basic prices.
    public static let basis = Basis(unit: .millionKroner, year: 2019, valuation: .basic)

    /// The nation all small tables are of.
    public static let nation = Region(code: "0", name: Name(english: "The nation", norwegian: "Hele landet"))

    /// Names no publisher.
    public static let provenance = Provenance(
        publisher: "none",
        table: "typed",
        licence: "none",
        attribution: "none",
        vintage: nil,
        files: []
    )

    /// A table; final demand is household consumption unless categories are given.
    public init(
        industries: Axis<Industry>,
        domestic: [[Double]],
        finalDemand: [[Double]],
        categories: [FinalDemandCategory] = [.household],
        imported: (intermediate: [[Double]], finalDemand: [[Double]])? = nil,
        inputs: [PrimaryInput],
        primaryInputs: [[Double]],
        finalDemandInputs: [[Double]]? = nil,
        output: [Double]
    ) {
        self.industries = industries
        self.domestic = domestic
        self.finalDemand = finalDemand
        self.categories = categories
        self.imported = imported
        self.inputs = inputs
        self.primaryInputs = primaryInputs
        self.finalDemandInputs =
            finalDemandInputs ?? inputs.map { _ in categories.map { _ in 0 } }
        self.output = output
    }

    /// The table, if it balances.
    public func table() throws(AccountsError) -> InputOutputTable {
        let categoryAxis = try Axis(categories)
        let inputAxis = try Axis(inputs)
        return try InputOutputTable(
            area: Self.nation,
            basis: basis,
            domestic: LabelledMatrix(industries, domestic),
            finalDemand: LabelledMatrix(industries, categoryAxis, finalDemand),
            imported: imported.map {
                InputOutputTable.ImportedFlows(
                    intermediate: LabelledMatrix(industries, $0.intermediate),
                    finalDemand: LabelledMatrix(industries, categoryAxis, $0.finalDemand)
                )
            },
            primaryInputs: LabelledMatrix(inputAxis, industries, primaryInputs),
            finalDemandInputs: LabelledMatrix(inputAxis, categoryAxis, finalDemandInputs),
            output: LabelledVector(industries, output),
            tolerance: tolerance,
            provenance: Self.provenance,
            rules: []
        )
    }
}

extension FinalDemandCategory {
    /// Household consumption.
    public static let household = FinalDemandCategory(
        code: "households",
        name: Name("households"),
        role: .householdConsumption
    )
    /// Exports.
    public static let export = FinalDemandCategory(code: "exports", name: Name("exports"), role: .exports)
    /// Changes in inventories.
    public static let stocks = FinalDemandCategory(code: "stocks", name: Name("stocks"), role: .inventories)
}

extension PrimaryInput {
    /// An input whose code is its role's.
    public init(_ role: Role) {
        self.init(code: role.rawValue, name: Name(role.rawValue), role: role)
    }
}
