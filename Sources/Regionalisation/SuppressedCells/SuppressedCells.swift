public import Accounts

/// Fills withheld cells of regional accounts from printed totals, and says how each was found and between what bounds.
///
/// What the regions and the nation print leaves sums over the withheld cells: a region's industries add up to its
/// totals, an industry's regions and the territory outside all regions (the continental shelf, embassies, Svalbard) add
/// up to the nation's figure. Four named rules use them:
/// - `suppressed-cell-implied-by-totals`: a sum with one unknown left gives it, over and over. Only of a measure whose
///   printed sums hold exactly; where figures are rounded each for itself, such a sum gives bounds.
/// - `suppressed-cell-estimated-from-other-years`: the region's share of the nation's figure in the nearest years that
///   print it, times this year's figure.
/// - `suppressed-cell-estimated-within-totals`: what those leave of the sums, spread from equal weights (the flattest
///   table the sums allow).
/// - `suppressed-cell-estimated-from-another-measure`: where that is less than half a printed unit, the cell's share of
///   the nation's compensation, or value added: few persons are not none.
///
/// All estimates are then fitted together, by iterative proportional fitting, so that every sum holds: exactly, or
/// within the rounding of its printed parts. Bounds are what the sums allow if no figure is negative.
///
/// A cell that no sum reaches stays withheld. A figure that cannot occur counts as nothing and is not filled.
public struct SuppressedCells {
    let accounts: RegionalAccounts
    let measure: RegionalAccounts.Measure
    let otherYears: [RegionalAccounts]
    var cells: [Place: Double] = [:]
    /// What was published; outside the regions, what the nation's figure leaves of published ones.
    var printed: [Place: Double] = [:]
    var unknown: Set<Place> = []
    var sums: [Sum] = []

    /// A region's row (its position; the one past the last is the territory outside all regions) and an
    /// industry's column.
    struct Place: Hashable {
        let region: Int
        let industry: Int
    }

    /// Cells that must add up to a printed amount.
    struct Sum {
        var places: [Place]
        var amount: Double
    }

    /// A withheld cell with the value it was given.
    public struct Estimate: Sendable, Hashable {
        /// The measure.
        public let measure: RegionalAccounts.Measure
        /// The cell.
        public let cell: RegionalAccounts.Cell
        /// The value, in the measure's unit.
        public let value: Double
        /// What the printed totals allow, their rounding included, if no figure is negative. One number where implied.
        public let bounds: ClosedRange<Double>
        /// The rule that gave it.
        public let rule: Rule
    }

    /// The named rules, from firmest to weakest.
    public enum Rule: String, Sendable, CaseIterable {
        /// A printed total leaves only this value.
        case impliedByTotals = "suppressed-cell-implied-by-totals"
        /// The region's share in the nearest years that print it.
        case fromOtherYears = "suppressed-cell-estimated-from-other-years"
        /// What the totals leave, spread evenly.
        case withinTotals = "suppressed-cell-estimated-within-totals"
        /// The region's share in a related measure, where rounding hides the figure.
        case fromAnotherMeasure = "suppressed-cell-estimated-from-another-measure"
    }

    /// The accounts with the withheld cells of `measure` filled as far as totals reach.
    ///
    /// - Parameters:
    ///   - accounts: a year's accounts. Measures filled before, compensation and value added, are used for employment.
    ///   - measure: what to fill.
    ///   - otherYears: accounts of other years as published, in the same industries; none is allowed.
    public static func filled(
        _ accounts: RegionalAccounts,
        _ measure: RegionalAccounts.Measure,
        otherYears: [RegionalAccounts] = []
    ) -> RegionalAccounts {
        fill(accounts, measure, otherYears: otherYears).accounts
    }

    /// As ``filled(_:_:otherYears:)``, with every estimate and its bounds.
    public static func fill(
        _ accounts: RegionalAccounts,
        _ measure: RegionalAccounts.Measure,
        otherYears: [RegionalAccounts] = []
    ) -> (accounts: RegionalAccounts, estimates: [Estimate]) {
        var work = SuppressedCells(accounts, measure, otherYears)
        let half = work.halfPrintedUnit()
        let implied = half == 0 ? work.solveSumsWithOneUnknown() : []
        let (found, deviation) = work.estimateTheRest(half: half)
        let all = implied.map { ($0, Rule.impliedByTotals, nil as ClosedRange<Double>?) } + found
        var filled: [RegionalAccounts.Cell: Observation] = [:]
        var estimates: [Estimate] = []
        for (place, rule, bounds) in all where place.region < accounts.regions.count {
            guard let value = work.cells[place] else { continue }
            filled[work.cell(place)] = .value(value, rule == .impliedByTotals ? .implied : .estimated)
            estimates.append(
                Estimate(
                    measure: measure,
                    cell: work.cell(place),
                    value: value,
                    bounds: bounds ?? value...value,
                    rule: rule
                )
            )
        }
        let rules = Rule.allCases.map { rule in
            let touched = all.filter { $0.1 == rule }.map { work.name($0.0, $0.2) }
            let deviations =
                rule == .withinTotals && deviation > 0
                ? ["\(measure.rawValue) \(Self.deviation): \(deviation)"] : []
            return AppliedRule(rule.rawValue, touched: touched + deviations)
        }
        return (
            accounts.filling(measure, with: filled, rules: rules.filter { !$0.touched.isEmpty }), estimates
        )
    }

    /// Whether an entry of a rule's `touched` tells how far totals are from holding, and not of a cell.
    public static func isDeviation(_ touched: String) -> Bool { touched.contains(" \(deviation): ") }

    private static let deviation = "largest deviation from a total"

    private init(
        _ accounts: RegionalAccounts,
        _ measure: RegionalAccounts.Measure,
        _ otherYears: [RegionalAccounts]
    ) {
        self.accounts = accounts
        self.measure = measure
        self.otherYears = otherYears
        readCells()
        printed = cells
        addRegionSums()
        addIndustrySums()
    }

    private mutating func solveSumsWithOneUnknown() -> [Place] {
        var solved: [Place] = []
        var progress = true
        while progress {
            progress = false
            for sum in sums {
                let open = sum.places.filter(unknown.contains)
                guard open.count == 1, let place = open.first else { continue }
                cells[place] = sum.amount - sum.places.reduce(0) { $0 + (cells[$1] ?? 0) }
                unknown.remove(place)
                solved.append(place)
                progress = true
            }
        }
        return solved
    }

    private func cell(_ place: Place) -> RegionalAccounts.Cell {
        RegionalAccounts.Cell(
            region: accounts.regions.labels[place.region].code,
            industry: accounts.industries.labels[place.industry].code
        )
    }

    /// A place in the words of a rule: measure, region, industry, and the bounds of an estimate.
    private func name(_ place: Place, _ bounds: ClosedRange<Double>?) -> String {
        let region =
            place.region < accounts.regions.count ? accounts.regions.labels[place.region].code : "outside"
        let cell = "\(measure.rawValue) \(region) \(accounts.industries.labels[place.industry].code)"
        guard let bounds else { return cell }
        func text(_ bound: Double) -> String {
            bound == bound.rounded() && abs(bound) < 1e15 ? "\(Int(bound))" : "\(bound)"
        }
        return cell + " [\(text(bounds.lowerBound)), \(text(bounds.upperBound))]"
    }
}
