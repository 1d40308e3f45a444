/// What a published figure tells: low ≤ Σ c_s x_s ≤ high.
struct Knowledge {
    let form: SecretTable.Form
    let low: Double
    let high: Double
    /// What the figure was rounded to.
    let base: Double
    /// Which of this run's items told it, if one did: those can still be changed.
    let item: Int?
    /// Whether it follows from the item's being published at all, however widely rounded.
    let isByRule: Bool

    init(
        form: SecretTable.Form,
        low: Double,
        high: Double,
        base: Double,
        item: Int?,
        isByRule: Bool = false
    ) {
        self.form = form
        self.low = low
        self.high = high
        self.base = base
        self.item = item
        self.isByRule = isByRule
    }

    /// What an item tells that is published rounded to `base`.
    init(_ item: SecretTable.Item, base: Double, position: Int?) {
        let interval = RoundingBase.interval(around: item.value + item.constant, base: base)
        self.init(
            form: item.form,
            low: interval.lowerBound - item.constant,
            high: interval.upperBound - item.constant,
            base: base,
            item: position
        )
    }

    /// What a public limit tells.
    init(_ limit: PublicLimit, _ form: SecretTable.Form) {
        self.init(form: form, low: limit.low, high: limit.high, base: limit.high - limit.low, item: nil)
    }

    /// Whether a value is one that this leaves possible, within a millionth of the base.
    func fits(_ value: Double) -> Bool {
        let slack = base / 1_000_000 + 1e-9 * abs(value)
        return value >= low - slack && value <= high + slack
    }

    /// An order that depends on what is told alone.
    func precedes(_ other: Knowledge) -> Bool {
        if form.columns != other.form.columns {
            return form.columns.lexicographicallyPrecedes(other.form.columns)
        }
        if form.coefficients != other.form.coefficients {
            return form.coefficients.lexicographicallyPrecedes(other.form.coefficients)
        }
        return (low, high, base) < (other.low, other.high, other.base)
    }
}

/// What a run publishes: each item's rounding base, or `nil` where it is suppressed.
struct Pattern: Hashable {
    var bases: [Double?]

    /// What the pattern tells of a table's items. Items without contributions tell nothing.
    func knowledge(of table: SecretTable, _ rules: DisclosureRules, adjustable: Bool) -> [Knowledge] {
        var known: [Knowledge] = []
        for (position, item) in table.items.enumerated() where !item.form.columns.isEmpty {
            guard let base = bases[position] else { continue }
            let told = Knowledge(item, base: base, position: adjustable ? position : nil)
            known.append(told)
            if item.isAmount { known += told.impliedByRules(table, rules) }
        }
        return known
    }

    /// The pattern before anything but the primary rules has been thought of.
    ///
    /// Sensitive amounts are suppressed. The others are rounded to at least `share` times the largest unit's part
    /// (nothing, without foresight), and every figure to at least 10⁻⁵ of its largest term: what is known more exactly
    /// than that could not be told from known exactly.
    init(primaryOf table: SecretTable, _ rules: DisclosureRules) {
        let share = rules.foresight == .oneUnitLeftOut ? rules.width : 0
        bases = table.items.map { item in
            var least = 0.0
            for (column, coefficient) in zip(item.form.columns, item.form.coefficients) {
                least = max(least, 1e-5 * abs(coefficient) * table.amounts[column])
            }
            if item.isAmount {
                let parts = table.parts(of: item.form).map(\.value)
                guard Sensitivity.rules(broken: parts, rules).isEmpty else { return nil }
                least = max(least, share * (parts.max() ?? 0))
            }
            return RoundingBase.ladder(from: item.base, least: least)
        }
    }
}
