extension Knowledge {
    /// What everybody who knows the rules can tell from an amount's being published: that it breaks none of them.
    ///
    /// For any two units a and b of an amount X, published rounded to a base:
    ///
    ///     a ≤ k·X        X − a − b ≥ p·a        and with foresight a ≤ base / w
    ///
    /// The first two hold whatever the base, so that a figure they tell too much of can only be suppressed.
    func impliedByRules(_ table: SecretTable, _ rules: DisclosureRules) -> [Knowledge] {
        let parts = table.parts(of: form)
        let value = form.value(at: table.amounts)
        guard parts.count > 1, value > 0 else { return [] }
        // Nothing that fits the figure itself lies further down.
        let most = max(high, value)
        var implied: [Knowledge] = []
        func add(_ weights: [Int: Double], others: Double, low: Double, high: Double) {
            var (columns, coefficients): ([Int], [Double]) = ([], [])
            for position in form.columns.indices {
                let weight = weights[table.unitOf[form.columns[position]]] ?? others
                guard weight != 0 else { continue }
                columns.append(form.columns[position])
                coefficients.append(form.coefficients[position] * weight)
            }
            let weighted = SecretTable.Form(columns: columns, coefficients: coefficients)
            let known = Knowledge(
                form: weighted,
                low: low,
                high: high,
                base: base,
                item: item,
                isByRule: true
            )
            // What was published by other rules need not keep these.
            if known.fits(weighted.value(at: table.amounts)) { implied.append(known) }
        }
        let (share, margin) = (rules.largestShare, rules.margin)
        for (unit, _, _) in parts {
            if share < 1 { add([unit: 1 - share], others: -share, low: -share * most, high: 0) }
            if rules.foresight == .oneUnitLeftOut, rules.width > 0 {
                add([unit: 1], others: 0, low: 0, high: base / rules.width)
            }
            guard margin > 0 else { continue }
            for (other, _, _) in parts where other != unit {
                add([unit: margin, other: 0], others: -1, low: -most, high: 0)
            }
        }
        return implied
    }
}
