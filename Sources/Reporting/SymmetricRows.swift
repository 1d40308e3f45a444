public import Accounts
public import FileFormats

/// A symmetric table as tidy rows: `block,row,column,value`, one row a cell that is not zero, unrounded, in the
/// table's unit.
///
/// Blocks: `flows`, `final_demand`, `imported_flows`, `imported_final_demand`, `primary_inputs`, `final_demand_inputs`,
/// `output`, `competing_imports`; the last two have no column.
public struct SymmetricRows: Sendable {
    private let rows: TidyRows
    private let head: [JSONValue.Member]

    /// The columns.
    public static let header = ["block", "row", "column", "value"]

    /// The rows of `table`.
    public init<Sector: Label>(_ table: SymmetricTable<Sector>) {
        var rows = TidyRows(header: Self.header)
        func add<Row, Column>(_ block: LabelledMatrix<Row, Column>?, _ name: String) {
            guard let block else { return }
            for row in block.rows.labels {
                for column in block.columns.labels where block[row, column] != 0 {
                    rows.add([name, row.code, column.code], block[row, column])
                }
            }
        }
        func add(_ vector: LabelledVector<Sector>, _ name: String) {
            for label in vector.axis.labels where vector[label] != 0 {
                rows.add([name, label.code, ""], vector[label])
            }
        }
        add(table.flows, "flows")
        add(table.finalDemand, "final_demand")
        add(table.importedFlows, "imported_flows")
        add(table.importedFinalDemand, "imported_final_demand")
        add(table.primaryInputs, "primary_inputs")
        add(table.finalDemandInputs, "final_demand_inputs")
        add(table.output, "output")
        add(table.competingImports, "competing_imports")
        self.rows = rows
        head = [
            .init("model", .string(table.model.rawValue)),
            .init("sectors", .string(table.model.isProductByProduct ? "products" : "industries")),
            .init("imports", .string(table.treatment.rawValue)),
            .init("year", .integer(table.basis.year.number)),
            .init("unit", .string(table.basis.unit.symbol)),
            .init("price_basis", .string(table.basis.valuation.rawValue)),
            .init("negatives", NegativeRows(table.negatives).json),
            .init("rules", RuleRows(table.rules).json),
        ]
    }

    /// The rows as CSV.
    public var csv: String { rows.csv }

    /// What the table was made with, its negatives and rules, and the rows.
    public var json: JSONValue { .object(head + [.init("rows", rows.json)]) }
}

/// The negative cells a model made, as rows: `block,row,column,value,share`.
public struct NegativeRows: Sendable {
    private let cells: [NegativeCell]

    /// The rows of `cells`.
    public init(_ cells: [NegativeCell]) {
        self.cells = cells
    }

    /// The cells as a JSON array of objects.
    public var json: JSONValue {
        .array(
            cells.map {
                .object([
                    .init("block", .string($0.block.rawValue)), .init("row", .string($0.row)),
                    .init("column", .string($0.column)), .init("value", .number($0.value)),
                    .init("share", .number($0.share)),
                ])
            }
        )
    }
}
