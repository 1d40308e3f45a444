import Accounts
import Ledgers

/// What a firm pays besides products: product taxes, wages, other taxes, consumption of fixed capital, and what is left.
struct PrimarySide {
    /// Amounts and sources by the primary input's code, all but the closing one.
    private(set) var amounts: [(code: String, amount: Double, source: FigureSource)] = []
    private(set) var rules = RuleSums(nil)

    private let nation: InputOutputTable
    private let technology: Industry

    /// The inputs of a firm with `output` and `purchases` (unattributed ones included, imports too, taxes not).
    init(
        of firm: BookedFirm,
        _ year: FirmYear,
        in context: ClusterContext,
        output: Double,
        purchases: Double,
        taxes: Double
    ) throws(ActorsError) {
        nation = context.frame.nation
        technology = firm.actor.technology
        guard let closing = nation.primaryInputs.rows.labels.first(where: { $0.role == .operatingSurplus })
        else { throw .accounts(.lacks(role: PrimaryInput.Role.operatingSurplus.rawValue)) }
        let valueAdded = output - purchases - taxes
        add(.productTaxes, taxes, .estimated)
        let known = Self.wages(of: firm, year, in: context)
        if let known {
            add(.compensation, known.amount, known.source)
        } else {
            // A firm that adds no value pays wages all the same.
            let share = valueAdded > 0 ? perValueAdded(.compensation) : nil
            let wages = share.map { $0 * valueAdded } ?? perOutput(.compensation) * output
            add(.compensation, wages, .estimated)
            rules.note(.wagesAsIndustry, wages)
        }
        let taxesOnProduction = perOutput(.productionTaxes) * output
        add(.productionTaxes, taxesOnProduction, .estimated)
        rules.note(.productionTaxesAsIndustry, taxesOnProduction)
        let capital = perOutput(.capitalConsumption) * output
        add(.capitalConsumption, capital, .estimated)
        rules.note(.capitalConsumptionAsIndustry, capital)
        let surplus = output - purchases - amounts.reduce(0) { $0 + $1.amount }
        amounts.append((closing.code, surplus, .balanced))
        rules.note(.surplusCloses, surplus)
    }

    /// Wages with employers' contributions: from the annual accounts, or else from the accounts of the books.
    static func wages(
        of firm: BookedFirm,
        _ year: FirmYear,
        in context: ClusterContext
    ) -> (amount: Double, source: FigureSource)? {
        if let wages = firm.annualAccounts?.figures[.wages] {
            return (year.millions(wages), .annualAccounts)
        }
        let booked = year.files.reduce(Kroner.zero) { $0 + context.review.files[$1].wages }
        return booked > .zero ? (year.millions(booked), .ledger) : nil
    }

    /// The codes of the table's compensation rows with their shares of it in the industry.
    static func compensation(
        _ amount: Double,
        in nation: InputOutputTable,
        _ industry: Industry
    ) -> [(code: String, amount: Double)] {
        shared(amount, .compensation, nation, industry)
    }

    private mutating func add(_ role: PrimaryInput.Role, _ amount: Double, _ source: FigureSource) {
        amounts += Self.shared(amount, role, nation, technology).map { ($0.code, $0.amount, source) }
    }

    /// An amount over the rows that play a role, as in the industry; all of it on the first where it has none.
    private static func shared(
        _ amount: Double,
        _ role: PrimaryInput.Role,
        _ nation: InputOutputTable,
        _ industry: Industry
    ) -> [(code: String, amount: Double)] {
        let rows = nation.primaryInputs.rows.labels.filter { $0.role == role }
        let all = rows.reduce(0) { $0 + nation.primaryInputs[$1, industry] }
        return rows.enumerated().map { index, row in
            let share = all != 0 ? nation.primaryInputs[row, industry] / all : index == 0 ? 1 : 0
            return (row.code, amount * share)
        }
    }

    private func perOutput(_ role: PrimaryInput.Role) -> Double {
        let output = nation.output[technology]
        return output > 0 ? nation.inputs(role)[technology] / output : 0
    }

    private func perValueAdded(_ role: PrimaryInput.Role) -> Double? {
        let valueAdded = nation.valueAdded[technology]
        return valueAdded > 0 ? nation.inputs(role)[technology] / valueAdded : nil
    }
}
