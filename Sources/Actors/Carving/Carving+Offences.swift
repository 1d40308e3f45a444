import Accounts

extension Carving {
    /// The cells that cannot hold the firms: some part of the cell, a firm's or what remains, has not the sign of the
    /// whole. Parts of one sign that add up to the whole are none of them larger than it.
    ///
    /// Rows that may be of either sign by nature (taxes less subsidies, surplus, rounding) are not looked at one by one;
    /// but gross value added is: its components' sum must be shared like any other cell. Where nothing remains of
    /// output, nothing may remain of inputs and sales.
    func offences() -> [CarvingOffence] {
        let rest = remainder()
        let members = members
        let industries = layout.industries.labels
        var offences: [CarvingOffence] = []
        func look(
            _ cell: AreaCell,
            _ whole: Double,
            _ parts: [(firm: Int, amount: Double)],
            _ remainder: Double,
            _ tolerance: Double,
            mustBeGone leftover: Double = 0
        ) {
            let sign = whole >= 0 ? 1.0 : -1.0
            let fits =
                parts.allSatisfy { sign * $0.amount >= -tolerance } && sign * remainder >= -tolerance
                && abs(leftover) <= tolerance
            if !fits { offences.append(offence(cell, whole, parts)) }
        }
        for buyer in industries.indices {
            let isGone = abs(rest.output[buyer]) <= tolerance(buyer)
            let tolerance = tolerance(buyer)
            let own = members[buyer]
            look(
                .output(of: industries[buyer]),
                parent.output[buyer],
                own.map { ($0, firms.output[$0]) },
                rest.output[buyer],
                tolerance
            )
            for seller in industries.indices {
                let parts = parts(from: seller, to: buyer, members)
                guard !parts.isEmpty else { continue }
                let soldByFirms = members[seller].reduce(0) { $0 + firms.sales[$1][buyer].amount }
                look(
                    .flow(from: industries[seller], to: industries[buyer]),
                    parent.flows[seller][buyer],
                    parts,
                    rest.flows[seller][buyer],
                    tolerance,
                    mustBeGone: isGone && !own.isEmpty ? rest.flows[seller][buyer] + soldByFirms : 0
                )
            }
            guard !own.isEmpty else { continue }
            for row in layout.rows.indices where !layout.mayChangeSign[row] {
                look(
                    .input(layout.rows[row], of: industries[buyer]),
                    parent.inputs[row][buyer],
                    own.map { ($0, firms.inputs[$0][row].amount) },
                    rest.inputs[row][buyer],
                    tolerance,
                    mustBeGone: isGone ? rest.inputs[row][buyer] : 0
                )
            }
            let components = layout.valueAdded
            if !components.isEmpty {
                let parts = own.map { firm in
                    (firm, components.reduce(0) { $0 + firms.inputs[firm][$1].amount })
                }
                let whole = components.reduce(0) { $0 + parent.inputs[$1][buyer] }
                // A firm may lose money in an industry that does not.
                let rest = components.reduce(0) { $0 + rest.inputs[$1][buyer] }
                if whole >= 0 ? rest < -tolerance : false {
                    offences.append(offence(.valueAdded(of: industries[buyer]), whole, parts))
                }
            }
            look(
                .finalDemand(of: industries[buyer]),
                parent.finalDemand[buyer],
                own.map { ($0, firms.finalDemand[$0].amount) },
                rest.finalDemand[buyer],
                tolerance,
                mustBeGone: isGone ? rest.finalDemand[buyer] : 0
            )
        }
        return offences
    }

    private func offence(
        _ cell: AreaCell,
        _ whole: Double,
        _ parts: [(firm: Int, amount: Double)]
    ) -> CarvingOffence {
        var amounts: [Int: Double] = [:]
        for part in parts where part.amount != 0 { amounts[part.firm, default: 0] += part.amount }
        return CarvingOffence(
            cell: cell,
            parent: whole,
            firms: parts.reduce(0) { $0 + $1.amount },
            parts: amounts.keys.sorted().map {
                CarvingOffence.Part(firm: firms.codes[$0], amount: amounts[$0] ?? 0)
            }
        )
    }
}

extension CarvingRefusal {
    /// Firms whose industries produce nothing in the area.
    init(_ table: AreaTable, noOutputFor firms: [PlacedAccount], _ parent: AreaNumbers, _ layout: TableLayout)
    {
        let industries = Set(firms.map(\.industry)).sorted()
        let offences = industries.map { industry in
            let own = firms.filter { $0.industry == industry }
            return CarvingOffence(
                cell: .output(of: layout.industries.labels[industry]),
                parent: parent.output[industry],
                firms: own.reduce(0) { $0 + $1.output.amount },
                parts: own.map { CarvingOffence.Part(firm: $0.code, amount: $0.output.amount) }
            )
        }
        self.init(
            area: table.area,
            scope: table.scope,
            offences: offences,
            causes: offences.map { .emptyCell($0.cell) },
            repairs: []
        )
    }
}
