/// What one attacker does not know, and what published figures and its own contributions leave of it.
///
/// Unknowns are z_s = x_s / scale_s, so that the truth is 1, or nothing; rows are divided by their largest element.
struct AttackProblem {
    /// Positions of the unknown contributions in the table.
    let columns: [Int]
    let scale: [Double]
    let truth: [Double]
    /// Bounds on z; a hundred times the truth where nothing public bounds it closer.
    let upper: [Double]
    let rows: [Row]
    private let places: [Int]

    /// low ≤ Σ a_s z_s ≤ high, within a tolerance: a millionth of the rounding base, or what the solver can tell apart.
    struct Row {
        let columns: [Int]
        let elements: [Double]
        var low: Double
        var high: Double
        var tolerance: Double
        /// The figure's unit per the row's unit.
        let size: Double
        /// What a unit of the row weighs against other rows', in contributions of the largest coefficient.
        let weight: Double
        let item: Int?
        /// Whether it follows from the item's being published at all.
        let isByRule: Bool

        /// Takes another row's limits too, so that what either forbids with its tolerance stays forbidden.
        mutating func narrow(to otherLow: Double, _ otherHigh: Double, tolerance other: Double) {
            let least = max(low - tolerance, otherLow - other)
            let most = min(high + tolerance, otherHigh + other)
            tolerance = min(tolerance, other)
            low = least + tolerance
            high = most - tolerance
        }

        func value(at point: [Double]) -> Double {
            var sum = 0.0
            for position in columns.indices { sum += elements[position] * point[columns[position]] }
            return sum
        }
    }

    /// A protected quantity in the problem's unknowns, without what is known of it.
    struct Target {
        let columns: [Int]
        let elements: [Double]
        /// What the attacker knows of it.
        let known: Double
        let asked: Double

        func value(at point: [Double]) -> Double {
            var sum = known
            for position in columns.indices { sum += elements[position] * point[columns[position]] }
            return sum
        }
    }

    /// - Parameters:
    ///   - isKnown: whether the attacker knows the contribution at a position.
    ///   - joined: whether rows over the same unknowns become one. They keep no item then.
    init(
        _ table: SecretTable,
        knowing isKnown: (Int) -> Bool,
        _ knowledge: [Knowledge],
        joined: Bool
    ) {
        let columns = table.names.indices.filter { !isKnown($0) }
        let positive = columns.filter { table.amounts[$0] > 0 }
        let mean = positive.reduce(0) { $0 + table.amounts[$1] } / Double(max(positive.count, 1))
        let typical = mean > 0 ? mean : 1
        let scale = columns.map { table.amounts[$0] > 0 ? table.amounts[$0] : typical }
        var places = [Int](repeating: -1, count: table.names.count)
        for (place, column) in columns.enumerated() { places[column] = place }
        self.columns = columns
        self.scale = scale
        self.places = places
        truth = columns.map { table.amounts[$0] > 0 ? 1 : 0 }
        upper = zip(columns, scale).map { min(table.bounds[$0] / $1, 100) }

        var rows: [Row] = []
        var found: [SecretTable.Form: Int] = [:]
        for known in knowledge {
            var taken = 0.0
            var local: [Int] = []
            var coefficients: [Double] = []
            for (column, coefficient) in zip(known.form.columns, known.form.coefficients) {
                if places[column] >= 0 {
                    local.append(places[column])
                    coefficients.append(coefficient)
                } else {
                    taken += coefficient * table.amounts[column]
                }
            }
            guard let largest = coefficients.map(abs).max(), let first = coefficients.first else { continue }
            let elements = zip(local, coefficients).map { $1 * scale[$0] }
            // Rows that are multiples of each other, of either sign, become the same.
            let size = (elements.map(abs).max() ?? 1) * (joined && first < 0 ? -1 : 1)
            let ends = ((known.low - taken) / size, (known.high - taken) / size)
            let (low, high) = (min(ends.0, ends.1), max(ends.0, ends.1))
            let tolerance = max(known.base / abs(size) / 1_000_000, 8 * LinearProgram.tolerance)
            if joined {
                let form = SecretTable.Form(columns: local, coefficients: coefficients.map { $0 / first })
                if let row = found[form] {
                    rows[row].narrow(to: low, high, tolerance: tolerance)
                    continue
                }
                found[form] = rows.count
            }
            rows.append(
                Row(
                    columns: local,
                    elements: elements.map { $0 / size },
                    low: low,
                    high: high,
                    tolerance: tolerance,
                    size: abs(size),
                    weight: abs(size) / largest,
                    item: joined ? nil : known.item,
                    isByRule: known.isByRule
                )
            )
        }
        self.rows = rows
    }

    func target(_ quantity: ProtectedQuantity, _ table: SecretTable) -> Target {
        var (local, elements, known): ([Int], [Double], Double) = ([], [], 0)
        for (column, coefficient) in zip(quantity.form.columns, quantity.form.coefficients) {
            if places[column] >= 0 {
                local.append(places[column])
                elements.append(coefficient * scale[places[column]])
            } else {
                known += coefficient * table.amounts[column]
            }
        }
        return Target(columns: local, elements: elements, known: known, asked: quantity.asked)
    }

    /// A point that meets every row within its tolerance: `point`, or as far from the truth towards it as that goes.
    func admitted(_ point: [Double]) -> [Double] {
        let bounded = point.indices.map { min(max(point[$0], 0), upper[$0]) }
        var share = 1.0
        for row in rows {
            let (value, actual) = (row.value(at: bounded), row.value(at: truth))
            let (low, high) = (row.low - row.tolerance, row.high + row.tolerance)
            if value > high { share = min(share, max(high - actual, 0) / (value - actual)) }
            if value < low { share = min(share, max(actual - low, 0) / (actual - value)) }
        }
        return truth.indices.map { truth[$0] + share * (bounded[$0] - truth[$0]) }
    }
}
