import Accounts

extension Carving {
    /// Moves purchases between region and rest of the country where one of the two is too small for the firms and the
    /// other has enough; see ``CarvingRepair/tradePlace``.
    mutating func moveTradePlaces() -> AppliedRepair {
        guard layout.regionCount == 1 else { return moveBetweenRegions() }
        let rest = remainder()
        var cells: [AppliedRepair.Cell] = []
        for seller in parent.flows.indices {
            guard let row = layout.restOfCountry[seller] else { continue }
            let before = parent.finalDemand[seller]
            for buyer in parent.flows.indices {
                let (inside, outside) = (rest.flows[seller][buyer], rest.inputs[row][buyer])
                let tolerance = tolerance(buyer)
                guard parent.flows[seller][buyer] >= 0, parent.inputs[row][buyer] >= 0,
                    inside < -tolerance || outside < -tolerance, inside + outside >= -tolerance
                else { continue }
                // Exactly what is lacking moves; the place that lacked is left with nothing.
                let moved = inside < 0 ? -inside : outside
                let (flow, other) = (parent.flows[seller][buyer], parent.inputs[row][buyer])
                parent.flows[seller][buyer] += moved
                parent.inputs[row][buyer] -= moved
                parent.finalDemand[seller] -= moved
                let industries = layout.industries.labels
                cells.append(
                    AppliedRepair.Cell(
                        cell: .flow(from: industries[seller], to: industries[buyer]),
                        firm: nil,
                        before: flow,
                        after: parent.flows[seller][buyer]
                    )
                )
                cells.append(
                    AppliedRepair.Cell(
                        cell: .input(layout.rows[row], of: industries[buyer]),
                        firm: nil,
                        before: other,
                        after: parent.inputs[row][buyer]
                    )
                )
            }
            if parent.finalDemand[seller] != before {
                cells.append(
                    AppliedRepair.Cell(
                        cell: .finalDemand(of: layout.industries.labels[seller]),
                        firm: nil,
                        before: before,
                        after: parent.finalDemand[seller]
                    )
                )
            }
        }
        return AppliedRepair(repair: .tradePlace, cells: cells, balancing: nil)
    }
}
