import Accounts
import LinearAlgebra
import Regionalisation

extension Carving {
    /// Balances what remains to the parent's totals; see ``CarvingRepair/rebalanced``.
    ///
    /// Rows: the remaining industries and the rows below. Columns: the remaining industries and final demand. Margins: the
    /// parent's totals less the firms'. Rounding is frozen. The last 10⁻¹² of a column is left to the closing row, of a
    /// row to final demand, so that both add up; and the parent becomes what remains and the firms together.
    /// - Throws: `.rebalancing`.
    mutating func rebalance() throws(ActorsError) -> AppliedRepair {
        guard !offences().isEmpty else {
            return AppliedRepair(repair: .rebalanced, cells: [], balancing: nil)
        }
        let rest = remainder()
        let industries = layout.industries.labels
        let count = industries.count
        let lines = try joined { () throws(AccountsError) in
            (
                rows: try Axis(industries.map { Line($0) } + layout.rows.map { Line($0) }),
                columns: try Axis(industries.map { Line($0) } + [Line.finalDemand])
            )
        }
        let start = LabelledMatrix(
            rows: lines.rows,
            columns: lines.columns,
            values: Matrix(rows: lines.rows.count, columns: count + 1) { row, column in
                leftover(rest, row, column)
            }
        )
        let rowTotals = (0..<lines.rows.count).map { row in
            guard row < count else { return rest.inputs[row - count].reduce(0, +) }
            return rest.flows[row].reduce(rest.finalDemand[row], +)
        }
        let columnTotals = (0...count).map { column in
            guard column < count else { return rest.finalDemand.reduce(0, +) }
            return rest.flows.reduce(0) { $0 + $1[column] } + rest.inputs.reduce(0) { $0 + $1[column] }
        }
        let rounding = layout.rounding.map { layout.rows[$0].code }
        let balanced: Balanced<LabelledMatrix<Line, Line>>
        do {
            balanced = try start.balanced(
                rows: LabelledVector(lines.rows, rowTotals),
                columns: LabelledVector(lines.columns, columnTotals),
                by: .gras,
                until: .deviation(share: 1e-12),
                freezing: { row, _ in row.code == rounding }
            )
        } catch {
            throw .rebalancing(error)
        }
        let before = parent
        take(balanced.table.values, rest, rowTotals, columnTotals)
        return AppliedRepair(repair: .rebalanced, cells: changes(from: before), balancing: balanced.report)
    }

    /// Where balancing starts: what remains, and nothing where less than nothing would.
    private func leftover(_ rest: AreaNumbers, _ row: Int, _ column: Int) -> Double {
        let count = layout.industries.count
        func left(_ amount: Double, of whole: Double) -> Double {
            whole >= 0 ? max(0, amount) : min(0, amount)
        }
        if row < count {
            return column < count
                ? left(rest.flows[row][column], of: parent.flows[row][column])
                : left(rest.finalDemand[row], of: parent.finalDemand[row])
        }
        guard column < count else { return 0 }
        let input = row - count
        return layout.mayChangeSign[input]
            ? rest.inputs[input][column] : left(rest.inputs[input][column], of: parent.inputs[input][column])
    }

    /// Makes the parent what is balanced and the firms' cells together.
    private mutating func take(
        _ balanced: Matrix,
        _ rest: AreaNumbers,
        _ rowTotals: [Double],
        _ columnTotals: [Double]
    ) {
        let count = layout.industries.count
        for column in 0..<count {
            var sum = 0.0
            for row in 0..<count {
                parent.flows[row][column] += balanced[row, column] - rest.flows[row][column]
                sum += balanced[row, column]
            }
            for row in layout.rows.indices where row != layout.closing {
                parent.inputs[row][column] += balanced[count + row, column] - rest.inputs[row][column]
                sum += balanced[count + row, column]
            }
            parent.inputs[layout.closing][column] +=
                columnTotals[column] - sum - rest.inputs[layout.closing][column]
        }
        for row in 0..<count {
            let sold = (0..<count).reduce(0) { $0 + balanced[row, $1] }
            parent.finalDemand[row] += rowTotals[row] - sold - rest.finalDemand[row]
        }
    }

    /// The parent's cells that differ from `before`.
    func changes(from before: AreaNumbers) -> [AppliedRepair.Cell] {
        var cells: [AppliedRepair.Cell] = []
        func compare(_ cell: AreaCell, _ old: Double, _ new: Double) {
            if old != new { cells.append(AppliedRepair.Cell(cell: cell, firm: nil, before: old, after: new)) }
        }
        let industries = layout.industries.labels
        for (row, seller) in industries.enumerated() {
            for (column, buyer) in industries.enumerated() {
                compare(.flow(from: seller, to: buyer), before.flows[row][column], parent.flows[row][column])
            }
            compare(.finalDemand(of: seller), before.finalDemand[row], parent.finalDemand[row])
        }
        for (row, input) in layout.rows.enumerated() {
            for (column, buyer) in industries.enumerated() {
                compare(.input(input, of: buyer), before.inputs[row][column], parent.inputs[row][column])
            }
        }
        return cells
    }
}

/// A row or column of the table that is balanced.
private struct Line: Label {
    let code: String
    let name: Name

    static let finalDemand = Line(code: "final_demand", name: Name("final demand"))

    init(_ label: some Label) {
        code = label.code
        name = label.name
    }

    private init(code: String, name: Name) {
        self.code = code
        self.name = name
    }
}
