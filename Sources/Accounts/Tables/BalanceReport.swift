/// How far a table's rows and columns are from adding up.
public struct BalanceReport: Sendable, Hashable {
    /// Every row, column and import column that is off at all, rows first, in the table's order.
    public let imbalances: [Imbalance]
    /// What is accepted.
    public let tolerance: BalanceTolerance

    /// Whether nothing is off by more than is accepted.
    public var isBalanced: Bool { imbalances.allSatisfy { !exceeds($0) } }

    /// Those off by more than is accepted.
    public var beyondTolerance: [Imbalance] { imbalances.filter(exceeds) }

    /// The largest deviation on a side of the table; 0 where nothing is off.
    public func largest(_ side: Imbalance.Side) -> Double {
        imbalances.lazy.filter { $0.side == side }.map { abs($0.difference) }.max() ?? 0
    }

    private func exceeds(_ imbalance: Imbalance) -> Bool {
        // Written so that NaN counts as off balance.
        !(abs(imbalance.difference) <= (imbalance.side == .row ? tolerance.row : tolerance.column))
    }

    /// One row or column that does not add up.
    public struct Imbalance: Sendable, Hashable {
        /// Which of the table's identities it breaks.
        public let side: Side
        /// The industry or category whose row or column it is.
        public let code: String
        /// What the table states.
        public let stated: Double
        /// What the cells add up to.
        public let found: Double

        /// Sum of the cells less what is stated, in the table's unit.
        public var difference: Double { found - stated }

        /// The table's identities.
        public enum Side: String, Sendable, Hashable {
            /// Sales add up to output.
            case row
            /// Purchases and value added add up to output.
            case column
            /// Imported flows add up to the import row.
            case imports
        }
    }
}

/// How far a table may be off balance, and why that much.
public struct BalanceTolerance: Sendable, Hashable {
    /// Largest deviation of a row, in the table's unit.
    public let row: Double
    /// Largest deviation of a column, in the table's unit.
    public let column: Double
    /// Why: the publisher's rounding, for instance.
    public let reason: String

    /// A tolerance and its reason.
    public init(row: Double, column: Double, reason: String) {
        self.row = row
        self.column = column
        self.reason = reason
    }
}

extension InputOutputTable {
    /// Every deviation from the table's identities, accepted or not.
    public var balanceReport: BalanceReport {
        var imbalances: [BalanceReport.Imbalance] = []
        func note(_ side: BalanceReport.Imbalance.Side, _ code: String, stated: Double, found: Double) {
            if found != stated {
                imbalances.append(.init(side: side, code: code, stated: stated, found: found))
            }
        }
        let sales = (domestic.rowSums, finalDemand.rowSums)
        for industry in industries.labels {
            note(.row, industry.code, stated: output[industry], found: sales.0[industry] + sales.1[industry])
        }
        let purchases = (domestic.columnSums, primaryInputs.columnSums)
        for industry in industries.labels {
            note(
                .column,
                industry.code,
                stated: output[industry],
                found: purchases.0[industry] + purchases.1[industry]
            )
        }
        if let imported {
            let byIndustry = imported.intermediate.columnSums
            let importRow = inputs(.imports)
            for industry in industries.labels {
                note(.imports, industry.code, stated: importRow[industry], found: byIndustry[industry])
            }
            let byCategory = imported.finalDemand.columnSums
            let rows = finalDemandInputs.rows.labels.filter { $0.role == .imports }
            for category in categories.labels {
                let stated = rows.reduce(0) { $0 + finalDemandInputs[$1, category] }
                note(.imports, category.code, stated: stated, found: byCategory[category])
            }
        }
        return BalanceReport(imbalances: imbalances, tolerance: tolerance)
    }
}
