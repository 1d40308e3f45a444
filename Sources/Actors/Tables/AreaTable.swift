public import Accounts
public import Regionalisation

/// One area's table as firms are carved out of it: what its industries buy inside, what they buy and pay outside, what
/// they deliver to final use, and output.
///
///     column j: Σ_i flows_ij + Σ_r inputs_rj = x_j
///     row i:    Σ_j flows_ij + final demand_i = x_i
///
/// The statistics' own rounding, where columns do not add up, is a row of its own, so that both hold exactly.
public struct AreaTable: Sendable {
    /// The area's code.
    public let area: String
    /// Whether it is a region of a nation or the nation.
    public let scope: AreaScope
    /// Unit, year, valuation and prices.
    public let basis: Basis
    /// Z: flows inside the area.
    public let flows: LabelledMatrix<Industry, Industry>
    /// What comes from outside the industries: from the rest of the country by seller, and primary inputs.
    public let inputs: LabelledMatrix<AreaInput, Industry>
    /// f: final use of the area's output, in the area and outside it; deliveries to the rest of the country are here.
    public let finalDemand: LabelledVector<Industry>
    /// x: output.
    public let output: LabelledVector<Industry>
    /// The regions whose industries follow each other on the axis, each with the same; `nil` where the industries are the
    /// area's as a whole.
    public let regions: Axis<Region>?

    /// An area's table. Precondition: the parts are on the same industries, those of every region in turn.
    public init(
        area: String,
        scope: AreaScope,
        basis: Basis,
        flows: LabelledMatrix<Industry, Industry>,
        inputs: LabelledMatrix<AreaInput, Industry>,
        finalDemand: LabelledVector<Industry>,
        output: LabelledVector<Industry>,
        regions: Axis<Region>? = nil
    ) {
        self.area = area
        self.scope = scope
        self.basis = basis
        self.flows = flows
        self.inputs = inputs
        self.finalDemand = finalDemand
        self.output = output
        self.regions = regions
    }

    /// The industries.
    public var industries: Axis<Industry> { output.axis }
}

/// Whether an area's table is a region's or the nation's.
public enum AreaScope: String, Sendable, Hashable {
    /// A region: purchases from the rest of the country come from outside.
    case region
    /// The nation: they are flows.
    case nation
}

/// A row below an area's flows.
public enum AreaInput: Label {
    /// Bought of an industry in the rest of the country.
    case restOfCountry(Industry)
    /// Imports, product taxes or a component of value added.
    case primary(PrimaryInput)
    /// What the statistics' rounding leaves.
    case rounding

    /// The industry's code with a prefix that no classification uses, the primary input's, or `rounding`.
    public var code: String {
        switch self {
        case .restOfCountry(let industry): "rest:" + industry.code
        case .primary(let input): input.code
        case .rounding: "rounding"
        }
    }

    /// The name.
    public var name: Name {
        switch self {
        case .restOfCountry(let industry): industry.name
        case .primary(let input): input.name
        case .rounding: Name(english: "Rounding in the statistics", norwegian: "Avrunding i statistikken")
        }
    }
}

extension AreaTable {
    /// The nation's table.
    ///
    /// - Throws: `.accounts(.duplicateLabel)` when a primary input is called `rounding`.
    public init(of nation: InputOutputTable) throws(ActorsError) {
        try self.init(
            area: nation.area.code,
            scope: .nation,
            basis: nation.basis,
            flows: nation.domestic,
            outside: nation.primaryInputs.rows.labels.map(AreaInput.primary),
            output: nation.output
        ) { input, industry in
            if case .primary(let row) = input { nation.primaryInputs[row, industry] } else { 0 }
        }
    }

    /// A region's table.
    ///
    /// - Throws: as ``init(of:)-(InputOutputTable)``.
    public init(of region: RegionalTable) throws(ActorsError) {
        try self.init(
            area: region.region.code,
            scope: .region,
            basis: region.basis,
            flows: region.intraregional,
            outside: region.industries.labels.map(AreaInput.restOfCountry)
                + region.primaryInputs.rows.labels.map(AreaInput.primary),
            output: region.output
        ) { input, industry in
            switch input {
            case .restOfCountry(let seller): region.fromRestOfCountry[seller, industry]
            case .primary(let row): region.primaryInputs[row, industry]
            case .rounding: 0
            }
        }
    }

    /// The table with what columns lack as rounding, and what rows lack as final demand.
    init(
        area: String,
        scope: AreaScope,
        basis: Basis,
        flows: LabelledMatrix<Industry, Industry>,
        outside: [AreaInput],
        output: LabelledVector<Industry>,
        regions: Axis<Region>? = nil,
        amount: (AreaInput, Industry) -> Double
    ) throws(ActorsError) {
        let rows = try joined { () throws(AccountsError) in try Axis(outside + [.rounding]) }
        let inside = flows.columnSums
        let inputs = LabelledMatrix(rows: rows, columns: output.axis) { row, industry in
            guard case .rounding = row else { return amount(row, industry) }
            return output[industry] - outside.reduce(inside[industry]) { $0 + amount($1, industry) }
        }
        let uses = flows.rowSums
        self.init(
            area: area,
            scope: scope,
            basis: basis,
            flows: flows,
            inputs: inputs,
            finalDemand: LabelledVector(output.axis) { output[$0] - uses[$0] },
            output: output,
            regions: regions
        )
    }
}
