/// A symmetric table made of supply and use: sector by sector, of products or of industries.
///
/// It says which model, valuation and import treatment it was made with. Basic prices. For sectors i, j and
/// categories k:
/// - row i: Σⱼ Z_ij + Σₖ Y_ik = x_i, with treatment `total` x_i + m_i;
/// - column j: Σᵢ Z_ij + Σ primary inputs_j = x_j, imports a primary input unless the treatment is `total`.
///
/// Both hold as far as they hold in the supply and use table itself: see ``tolerance``.
public struct SymmetricTable<Sector: Label>: Sendable {
    /// The model it was made with.
    public let model: SymmetricModel
    /// What became of imports.
    public let treatment: ImportTreatment
    /// The area the table covers.
    public let area: Region
    /// Unit, year, valuation and prices.
    public let basis: Basis
    /// Z: domestic flows; with treatment `total` domestic and imported together.
    public let flows: LabelledMatrix<Sector, Sector>
    /// Y: final demand for what Z holds.
    public let finalDemand: LabelledMatrix<Sector, FinalDemandCategory>
    /// Imported flows between sectors, with treatment `domestic`.
    public let importedFlows: LabelledMatrix<Sector, Sector>?
    /// Imported final demand, with treatment `domestic`.
    public let importedFinalDemand: LabelledMatrix<Sector, FinalDemandCategory>?
    /// m: imports of each sector's kind of product that stand beside output as supply; zeros unless the treatment is
    /// `total`.
    public let competingImports: LabelledVector<Sector>
    /// Imports (unless `total`), product taxes and the components of value added, by sector.
    public let primaryInputs: LabelledMatrix<PrimaryInput, Sector>
    /// Imports and product taxes in final demand.
    public let finalDemandInputs: LabelledMatrix<PrimaryInput, FinalDemandCategory>
    /// x: output.
    public let output: LabelledVector<Sector>
    /// The negative cells that the model made, in the order of the blocks, column by column; never changed.
    public let negatives: [NegativeCell]
    /// How far rows and columns are off because supply and use are, carried through the model.
    public let tolerance: BalanceTolerance
    /// Where the supply and use figures come from.
    public let provenance: Provenance
    /// The rules applied on the way here.
    public let rules: [AppliedRule]

    /// The sectors.
    public var sectors: Axis<Sector> { output.axis }

    /// Gross value added by sector: the sum of its components.
    public var valueAdded: LabelledVector<Sector> {
        primaryInputs.columnSums(of: \.role.isValueAdded)
    }
}

/// A negative cell of a symmetric table that its model made of a table that has no such negative.
public struct NegativeCell: Sendable, Hashable {
    /// Where in the table it stands.
    public let block: Block
    /// The row's code.
    public let row: String
    /// The column's code.
    public let column: String
    /// The amount, below zero, in the table's unit.
    public let value: Double
    /// The amount over the column's total: the sector's output, or all of the category in the block.
    public let share: Double

    /// The blocks of a symmetric table; raw values name them in results.
    public enum Block: String, Sendable, Hashable, CaseIterable {
        /// Z.
        case flows
        /// Y.
        case finalDemand = "final_demand"
        /// Imported flows between sectors.
        case importedFlows = "imported_flows"
        /// Imported final demand.
        case importedFinalDemand = "imported_final_demand"
        /// Primary inputs by sector.
        case primaryInputs = "primary_inputs"
    }
}

/// Why the supply table cannot be solved with, as models A, C and E do.
public enum SupplyObstacle: Sendable, Hashable {
    /// There are not as many products as industries.
    case rectangular(products: Int, industries: Int)
    /// Products nobody makes, industries that make nothing.
    case withoutOutput(products: [String], industries: [String])
    /// What the industry makes is a mix of what others make.
    case singular(industry: String)
    /// It can be solved, but the rounding of its figures could take the digits away.
    case illConditioned(reciprocalCondition: Double, least: Double)
}

extension SymmetricTable where Sector == Industry {
    /// The table as an input-output table, on which everything else works.
    ///
    /// - Throws: `.lacks` where the treatment is `total`, which tells no domestic flows; `.notBalanced`.
    public func inputOutputTable() throws(AccountsError) -> InputOutputTable {
        guard treatment != .total else { throw .lacks(role: "domestic flows") }
        var imported: InputOutputTable.ImportedFlows?
        if let importedFlows, let importedFinalDemand {
            imported = .init(intermediate: importedFlows, finalDemand: importedFinalDemand)
        }
        return try InputOutputTable(
            area: area,
            basis: basis,
            domestic: flows,
            finalDemand: finalDemand,
            imported: imported,
            primaryInputs: primaryInputs,
            finalDemandInputs: finalDemandInputs,
            output: output,
            tolerance: tolerance,
            provenance: provenance,
            rules: rules
        )
    }
}
