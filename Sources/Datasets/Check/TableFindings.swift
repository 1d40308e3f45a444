public import Accounts

/// What a check finds in an input-output table.
public struct TableFindings: Sendable {
    /// Number of industries.
    public let industries: Int
    /// Number of final demand categories.
    public let categories: Int
    /// Number of primary inputs.
    public let primaryInputs: Int
    /// The extensions' codes.
    public let extensions: [String]
    /// Whether imports stand by supplying industry.
    public let hasImportedFlows: Bool
    /// Every row, column and import column that is off at all, and how much is accepted.
    public let balance: BalanceReport
    /// Industries whose domestic inputs are at least their output.
    public let inputsReachingOutput: [InputsReachingOutput]
    /// Industries that produce nothing.
    public let withoutOutput: [Industry]
    /// Negative cells, block by block; they may be as they should, in inventories and production taxes.
    public let negatives: [Negatives]
    /// Value added over output, Σ v / Σ x; `nil` where nothing is produced.
    public let valueAddedShare: Double?

    /// Whether the table is balanced within its tolerance and every industry's inputs are below its output.
    public var isSound: Bool { balance.isBalanced && inputsReachingOutput.isEmpty }

    /// The negative cells of one block.
    public struct Negatives: Sendable, Hashable {
        /// The block.
        public let block: Block
        /// The cells, row by row.
        public let cells: [Cell]
    }

    /// A cell and the amount in it.
    public struct Cell: Sendable, Hashable {
        /// The row's code.
        public let row: String
        /// The column's code.
        public let column: String
        /// The amount, in the table's unit.
        public let amount: Double
    }

    /// The blocks of a table; raw values name them in results.
    public enum Block: String, Sendable, Hashable, CaseIterable {
        /// Domestic flows between industries.
        case domestic
        /// Final demand for domestic output.
        case finalDemand = "final_demand"
        /// Imported flows between industries.
        case imported
        /// Imported final demand.
        case importedFinalDemand = "imported_final_demand"
        /// Primary inputs by industry.
        case primaryInputs = "primary_inputs"
        /// Primary inputs in final demand.
        case finalDemandInputs = "final_demand_inputs"
    }

    init(_ dataset: Dataset) throws(DatasetError) {
        let parts = try dataset.tableParts()
        // Any imbalance is accepted here, so that an unbalanced table's other facts can be told too.
        let unlimited = BalanceTolerance(row: .infinity, column: .infinity, reason: parts.tolerance.reason)
        let table = try dataset.building { () throws(AccountsError) in try parts.table(tolerance: unlimited) }
        industries = table.industries.count
        categories = table.categories.count
        primaryInputs = table.primaryInputs.rows.count
        extensions = parts.extensionParts.map(\.code)
        hasImportedFlows = table.imported != nil
        inputsReachingOutput = parts.inputsReachingOutput
        withoutOutput = table.industriesWithoutOutput
        negatives = TableFindings.negatives(in: table)
        let output = table.output.sum
        valueAddedShare = output > 0 ? table.valueAdded.sum / output : nil
        balance = try dataset.building { () throws(AccountsError) in try parts.balance() }
    }

    private static func negatives(in table: InputOutputTable) -> [Negatives] {
        var blocks = [
            Negatives(block: .domestic, cells: cells(table.domestic)),
            Negatives(block: .finalDemand, cells: cells(table.finalDemand)),
        ]
        if let imported = table.imported {
            blocks.append(Negatives(block: .imported, cells: cells(imported.intermediate)))
            blocks.append(Negatives(block: .importedFinalDemand, cells: cells(imported.finalDemand)))
        }
        blocks.append(Negatives(block: .primaryInputs, cells: cells(table.primaryInputs)))
        blocks.append(Negatives(block: .finalDemandInputs, cells: cells(table.finalDemandInputs)))
        return blocks.filter { !$0.cells.isEmpty }
    }

    private static func cells<Row, Column>(_ block: LabelledMatrix<Row, Column>) -> [Cell] {
        block.rows.labels.flatMap { row in
            block.columns.labels.compactMap { column in
                let amount = block[row, column]
                return amount < 0 ? Cell(row: row.code, column: column.code, amount: amount) : nil
            }
        }
    }
}

extension TableParts {
    /// How far the table is from adding up, against the tolerance it states.
    fileprivate func balance() throws(AccountsError) -> BalanceReport {
        do {
            return try table(tolerance: tolerance).balanceReport
        } catch .notBalanced(let report) {
            return report
        } catch {
            throw error
        }
    }
}
