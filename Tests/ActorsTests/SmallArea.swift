import Accounts
import Actors
import TestSupport

/// Small tables and accounts, typed as in the worked examples of docs/FIRMS.md.
enum SmallArea {
    /// The table of the case `firm_insertion_2_to_3` (Miller & Blair 2009, §2.3): value added is all that is not bought.
    static func two() throws -> AreaTable {
        try nation(["sec1", "sec2"], [[150, 500], [200, 100]], [350, 1700])
    }

    /// A nation's table with one primary input, operating surplus.
    static func nation(_ codes: [String], _ flows: [[Double]], _ finalDemand: [Double]) throws -> AreaTable {
        let axis = try industries(codes)
        let flows = LabelledMatrix(axis, flows)
        let output = LabelledVector(axis) { industry in
            flows.row(industry).sum + finalDemand[axis.labels.firstIndex(of: industry) ?? 0]
        }
        return AreaTable(
            area: "0",
            scope: .nation,
            basis: SmallTable.basis,
            flows: flows,
            inputs: LabelledMatrix(
                rows: try Axis([.primary(PrimaryInput(.operatingSurplus)), .rounding]),
                columns: axis
            ) { row, industry in row == .rounding ? 0 : output[industry] - flows.column(industry).sum },
            finalDemand: LabelledVector(axis, finalDemand),
            output: output
        )
    }

    /// Rows below a region's flows, in ``region``'s order.
    static func inputs(_ axis: Axis<Industry>) throws -> Axis<AreaInput> {
        try Axis(
            axis.labels.map(AreaInput.restOfCountry) + [
                .primary(PrimaryInput(.imports)), .primary(PrimaryInput(.productTaxes)),
                .primary(PrimaryInput(.compensation)), .primary(PrimaryInput(.operatingSurplus)), .rounding,
            ]
        )
    }

    /// A region of three industries; each buys in the region, the rest of the country and abroad.
    ///
    ///             a    b    c    f     x
    ///     a      20   60   20  100   200
    ///     b      30   40   50  280   400
    ///     c      10   30   60  200   300
    ///     rest a 10   20   10
    ///     rest b 10   30   20
    ///     rest c  5   10    5
    ///     import 15   60   25
    ///     taxes   2    8    4
    ///     wages  60   90   70
    ///     surplus 38  52   36
    static func region() throws -> AreaTable {
        let axis = try industries(["a", "b", "c"])
        return AreaTable(
            area: "50",
            scope: .region,
            basis: SmallTable.basis,
            flows: LabelledMatrix(axis, [[20, 60, 20], [30, 40, 50], [10, 30, 60]]),
            inputs: LabelledMatrix(
                try inputs(axis),
                axis,
                [
                    [10, 20, 10], [10, 30, 20], [5, 10, 5], [15, 60, 25], [2, 8, 4], [60, 90, 70],
                    [38, 52, 36], [0, 0, 0],
                ]
            ),
            finalDemand: LabelledVector(axis, [100, 280, 200]),
            output: LabelledVector(axis, [200, 400, 300])
        )
    }

    /// An account; what is not given is not told.
    static func account(
        _ code: String,
        in industry: String,
        output: Double,
        purchases: [FirmPurchase]? = nil,
        unattributedPurchases: Double = 0,
        sales: [FirmSale]? = nil,
        unattributedSales: Double = 0,
        inputs: [String: Double] = [:]
    ) -> FirmAccount {
        FirmAccount(
            code: code,
            name: Name(code),
            industry: industry.industry,
            output: Figure(output, from: .annualAccounts),
            purchases: purchases,
            unattributedPurchases: Figure(unattributedPurchases, from: .annualAccounts, spread: 0.3),
            sales: sales,
            unattributedSales: Figure(unattributedSales, from: .annualAccounts, spread: 0.2),
            primaryInputs: inputs.mapValues { Figure($0, from: .annualAccounts, spread: 0.01) },
            extensions: [:]
        )
    }

    /// The firm of the case `firm_insertion_2_to_3`.
    static func insertedFirm() -> FirmAccount {
        account(
            "firm",
            in: "sec1",
            output: 200,
            purchases: [.of("sec1", 15), .of("sec2", 90)],
            sales: [.to("sec1", 60), .to("sec2", 80), .to(nil, 60)]
        )
    }
}

extension String {
    var industry: Industry { Industry(code: self, name: Name(self)) }
    var remainder: Sector { .remainder(industry) }
    var firm: Sector { .actor(code: self, name: Name(self)) }
}

extension FirmPurchase {
    static func of(
        _ seller: String,
        _ amount: Double,
        from place: TradePlace = .region,
        firm: String? = nil
    ) -> FirmPurchase {
        FirmPurchase(
            seller: seller.industry,
            from: place,
            firm: firm,
            figure: Figure(amount, from: .ledger, spread: 0.05)
        )
    }
}

extension FirmSale {
    static func to(
        _ buyer: String?,
        _ amount: Double,
        in place: TradePlace = .region,
        firm: String? = nil
    ) -> FirmSale {
        FirmSale(
            buyer: buyer?.industry,
            to: place,
            firm: firm,
            figure: Figure(amount, from: .ledger, spread: 0.05)
        )
    }
}

extension AugmentedTable {
    /// The table's faults: columns, rows and the parent, each to 10⁻¹² of its column or row; empty where all holds.
    func faults() -> [String] {
        var faults: [String] = []
        for (position, sector) in sectors.labels.enumerated() {
            let column = flows.columnSums.values[position] + inputs.columnSums.values[position]
            let row = flows.rowSums.values[position] + finalDemand.values[position]
            let output = output.values[position]
            let whole = parent.output.values.max() ?? 0
            if abs(column - output) > 1e-12 * whole {
                faults.append("column \(sector.code): \(column) \(output)")
            }
            if abs(row - output) > 1e-12 * whole { faults.append("row \(sector.code): \(row) \(output)") }
        }
        let sum = aggregated
        for industry in parent.industries.labels {
            let tolerance = 1e-12 * parent.output[industry]
            for other in parent.industries.labels
            where abs(sum.flows[other, industry] - parent.flows[other, industry]) > tolerance {
                faults.append("flow \(other.code) \(industry.code)")
            }
            for row in inputs.rows.labels
            where abs(sum.inputs[row, industry] - parent.inputs[row, industry]) > tolerance {
                faults.append("input \(row.code) \(industry.code)")
            }
            if abs(sum.finalDemand[industry] - parent.finalDemand[industry]) > tolerance {
                faults.append("final")
            }
            if abs(sum.output[industry] - parent.output[industry]) > tolerance { faults.append("output") }
        }
        return faults
    }
}
