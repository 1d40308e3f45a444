import Accounts

extension Carving {
    /// The firms' cells that differ in `changed`.
    func changes(to changed: FirmCells) -> [AppliedRepair.Cell] {
        var cells: [AppliedRepair.Cell] = []
        let industries = layout.industries.labels
        for (firm, code) in firms.codes.enumerated() {
            let own = industries[firms.industries[firm]]
            func compare(_ cell: AreaCell, _ before: Figure, _ after: Figure) {
                guard before.amount != after.amount else { return }
                cells.append(
                    AppliedRepair.Cell(cell: cell, firm: code, before: before.amount, after: after.amount)
                )
            }
            for (industry, label) in industries.enumerated() {
                compare(
                    .flow(from: label, to: own),
                    firms.purchases[firm][industry],
                    changed.purchases[firm][industry]
                )
            }
            for (row, label) in layout.rows.enumerated() {
                compare(.input(label, of: own), firms.inputs[firm][row], changed.inputs[firm][row])
            }
            for (industry, label) in industries.enumerated() {
                compare(
                    .flow(from: own, to: label),
                    firms.sales[firm][industry],
                    changed.sales[firm][industry]
                )
            }
            compare(.finalDemand(of: own), firms.finalDemand[firm], changed.finalDemand[firm])
        }
        return cells
    }
}
