/// The contributions and the items over them, checked, and in an order that does not depend on the caller's.
struct SecretTable {
    /// In order.
    let units: [String]
    /// In order; so are the contributions' positions below.
    let names: [ContributionName]
    let unitOf: [Int]
    let amounts: [Double]
    /// Public upper bounds, infinite where there are none.
    let bounds: [Double]
    /// By position: the other unit that knows the contribution, where there is one.
    let otherSides: [Int?]
    /// What everybody knows of sums of contributions.
    let limits: [Knowledge]
    /// In the order of their names.
    let items: [Item]

    /// Σ c_s x_s over positions.
    struct Form: Hashable {
        let columns: [Int]
        let coefficients: [Double]

        func value(at amounts: [Double]) -> Double {
            var sum = 0.0
            for (column, coefficient) in zip(columns, coefficients) { sum += coefficient * amounts[column] }
            return sum
        }

        func filtered(_ isIncluded: (Int) -> Bool) -> Form {
            let kept = columns.indices.filter { isIncluded(columns[$0]) }
            return Form(columns: kept.map { columns[$0] }, coefficients: kept.map { coefficients[$0] })
        }
    }

    /// A published or publishable figure.
    struct Item {
        let name: String
        let isAmount: Bool
        let form: Form
        let constant: Double
        let base: Double
        let importance: Double
        /// Its value without the constant.
        let value: Double

        /// The widest base that still says something: the last of its ladder that is not above the value. `nil` where
        /// the item's own base is above it.
        var widestBase: Double? {
            guard base <= abs(value) else { return nil }
            var widest = base
            while widest * RoundingBase.step <= abs(value) { widest *= RoundingBase.step }
            return widest
        }
    }

    init(
        _ contributions: [Contribution],
        items: [PublicationItem],
        limits: [PublicLimit] = []
    ) throws(DisclosureError) {
        let sorted = contributions.sorted { $0.name < $1.name }
        var positions: [ContributionName: Int] = [:]
        for (position, contribution) in sorted.enumerated() {
            guard positions.updateValue(position, forKey: contribution.name) == nil else {
                throw .repeatedContribution(contribution.name)
            }
            let bound = contribution.atMost ?? .infinity
            guard contribution.amount >= 0, contribution.amount.isFinite, contribution.amount <= bound else {
                throw .contributionOutside(contribution.name)
            }
        }
        let units = Set(sorted.map(\.name.unit)).sorted()
        let unitPositions = Dictionary(uniqueKeysWithValues: zip(units, units.indices))
        self.units = units
        names = sorted.map(\.name)
        unitOf = sorted.map { unitPositions[$0.name.unit] ?? 0 }
        amounts = sorted.map(\.amount)
        bounds = sorted.map { $0.atMost ?? .infinity }
        otherSides = sorted.map { one in
            one.otherSide.flatMap { $0 == one.name.unit ? nil : unitPositions[$0] }
        }
        self.limits = try limits.map { limit throws(DisclosureError) in
            let form = try Self.form(limit.terms, positions, item: limit.name)
            let knowledge = Knowledge(limit, form)
            guard limit.low.isFinite, limit.high.isFinite else { throw .wrongFigure(item: limit.name) }
            guard knowledge.fits(form.value(at: sorted.map(\.amount))) else {
                throw .contradictsLimit(name: limit.name)
            }
            return knowledge
        }.sorted { $0.precedes($1) }

        var checked: [Item] = []
        for item in items.sorted(by: { $0.name < $1.name }) {
            guard checked.last?.name != item.name else { throw .repeatedItem(item.name) }
            guard item.base > 0, item.base.isFinite, item.constant.isFinite, item.importance > 0,
                item.importance.isFinite
            else { throw .wrongFigure(item: item.name) }
            let isAmount = item.kind == .amount
            let form = try Self.form(item.terms, positions, item: item.name)
            if isAmount, let wrong = form.coefficients.firstIndex(where: { $0 < 0 }) {
                throw .wrongCoefficient(names[form.columns[wrong]], item: item.name)
            }
            checked.append(
                Item(
                    name: item.name,
                    isAmount: isAmount,
                    form: form,
                    constant: item.constant,
                    base: item.base,
                    importance: item.importance,
                    value: form.value(at: amounts)
                )
            )
        }
        self.items = checked
    }

    private init(_ table: SecretTable, items: [Item]) {
        units = table.units
        names = table.names
        unitOf = table.unitOf
        amounts = table.amounts
        bounds = table.bounds
        otherSides = table.otherSides
        limits = table.limits
        self.items = items
    }

    /// What an earlier item tells.
    func knowledge(of earlier: [EarlierItem]) throws(DisclosureError) -> [Knowledge] {
        let positions = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        var known: [Knowledge] = []
        for item in earlier {
            guard item.base > 0, item.base.isFinite, item.constant.isFinite, item.figure.isFinite else {
                throw .wrongFigure(item: item.name)
            }
            let form = try Self.form(item.terms, positions, item: item.name)
            let middle = item.figure - item.constant
            let knowledge = Knowledge(
                form: form,
                low: middle - item.base / 2,
                high: middle + item.base / 2,
                base: item.base,
                item: nil
            )
            guard knowledge.fits(form.value(at: amounts)) else {
                throw .contradictsEarlier(item: item.name)
            }
            known.append(knowledge)
        }
        // Read in another order, they tell the same, and are solved the same.
        return known.sorted { $0.precedes($1) }
    }

    /// The same contributions, with the items as a run of some units has them; at the same positions, some empty.
    func items(of isIncluded: (Int) -> Bool) -> SecretTable {
        SecretTable(
            self,
            items: items.map { item in
                let form = item.form.filtered { isIncluded(unitOf[$0]) }
                return Item(
                    name: item.name,
                    isAmount: item.isAmount,
                    form: form,
                    constant: item.constant,
                    base: item.base,
                    importance: item.importance,
                    value: form.value(at: amounts)
                )
            }
        )
    }

    /// Whether `unit` knows the contribution at a position: its own, or a trade that it is the other side of.
    func knows(_ unit: Int, _ position: Int) -> Bool {
        unitOf[position] == unit || otherSides[position] == unit
    }

    /// Each unit's part of a form, for those that have one.
    func parts(of form: Form) -> [(unit: Int, form: Form, value: Double)] {
        var columns: [Int: [Int]] = [:]
        for position in form.columns.indices {
            columns[unitOf[form.columns[position]], default: []].append(position)
        }
        return columns.keys.sorted().map { unit in
            let positions = columns[unit] ?? []
            let part = Form(
                columns: positions.map { form.columns[$0] },
                coefficients: positions.map { form.coefficients[$0] }
            )
            return (unit, part, part.value(at: amounts))
        }
    }

    private static func form(
        _ terms: [PublicationItem.Term],
        _ positions: [ContributionName: Int],
        item: String
    ) throws(DisclosureError) -> Form {
        var cells: [(Int, Double)] = []
        for term in terms {
            guard let position = positions[term.contribution] else {
                throw .unknownContribution(term.contribution, item: item)
            }
            guard term.coefficient.isFinite else {
                throw .wrongCoefficient(term.contribution, item: item)
            }
            if term.coefficient != 0 { cells.append((position, term.coefficient)) }
        }
        cells.sort { $0.0 < $1.0 }
        for (one, next) in zip(cells, cells.dropFirst()) where one.0 == next.0 {
            if let term = terms.first(where: { positions[$0.contribution] == one.0 }) {
                throw .wrongCoefficient(term.contribution, item: item)
            }
        }
        return Form(columns: cells.map(\.0), coefficients: cells.map(\.1))
    }
}
