import Accounts
import Glibc

/// The iteration of ``SupplyUseRAS`` on unlabelled blocks.
struct SupplyUseScaling<Product: Label, Producer: Label, User: Label, ImportRow: Label> {

    private let domestic: FreeCells
    private let imported: FreeCells
    private let supply: FreeCells
    private let baseImports: [Double]
    private let output: [Double]
    private let use: [Double]
    private let total: Double
    private(set) var factors: SupplyUseRAS<Product, Producer, User, ImportRow>.Factors
    private let productCodes: [String]
    private let importCodes: [String]

    init(
        _ base: SupplyUseRAS<Product, Producer, User, ImportRow>.Base,
        output: [Double],
        use: [Double],
        total: Double
    ) throws(RegionalisationError) {
        domestic = try FreeCells(base.domesticUse.values)
        imported = try FreeCells(base.importedUse.values)
        supply = try FreeCells(base.supply.values)
        baseImports = base.imports.values
        self.output = output
        self.use = use
        self.total = total
        productCodes = base.domesticUse.rows.codes
        importCodes = base.imports.axis.codes
        factors = .init(
            products: Self.ones(base.domesticUse.rows.count),
            imports: Self.ones(base.imports.axis.count),
            industries: Self.ones(output.count),
            users: Self.ones(use.count),
            allImports: 1
        )
    }

    private static func ones(_ count: Int) -> [Double] { [Double](repeating: 1, count: count) }

    /// Iterates; returns how often, and the product or import row that is furthest from balance.
    mutating func run(
        until end: BalancingEnd,
        largest: Double
    ) throws(RegionalisationError) -> (Int, BalancingReport.Deviation) {
        let (limit, share) =
            switch end {
            case .deviation(let share, let iterations): (max(iterations, 1), share)
            case .scalings(let count, _): (count, -1)
            }
        var worst = worstRow()
        for iteration in 0..<limit {
            try scaleProductsAndImports()
            try scaleIndustriesAndUsers()
            worst = worstRow()
            if worst.size <= share * largest { return (iteration + 1, worst) }
        }
        if share >= 0 {
            throw .marginsNotMet(iterations: limit, worst.line, found: worst.found, wanted: worst.wanted)
        }
        return (limit, worst)
    }

    /// r^d and r^m: a product's use to its supply, an import row's use to its imports.
    private mutating func scaleProductsAndImports() throws(RegionalisationError) {
        let (products, imports) = useParts()
        let supplied = supplyParts()
        var next = factors
        for row in products.positive.indices {
            let p = products.positive[row] + supplied.negative[row]
            let n = products.negative[row] + supplied.positive[row]
            if p == 0 && n == 0 { continue }
            guard p > 0, n > 0 else {
                throw .oneSidedProduct(
                    TableLine(.row, row, code: productCodes[row]),
                    supply: supplied.positive[row] - supplied.negative[row],
                    use: products.positive[row] - products.negative[row]
                )
            }
            next.products[row] = sqrt(n / p)
        }
        for row in imports.positive.indices {
            let n = imports.negative[row] + factors.allImports * baseImports[row]
            if imports.positive[row] == 0 && n == 0 { continue }
            guard imports.positive[row] > 0, n > 0 else {
                throw .oneSidedProduct(
                    TableLine(.row, row, code: importCodes[row]),
                    supply: baseImports[row],
                    use: imports.positive[row] - imports.negative[row]
                )
            }
            next.imports[row] = sqrt(n / imports.positive[row])
        }
        factors = next
    }

    /// r^v, s and r: industries to their output, users to their totals, imports to theirs.
    private mutating func scaleIndustriesAndUsers() throws(RegionalisationError) {
        var industries = Parts(count: output.count)
        supply.forEach { index, industry, product in
            industries.add(supply.values[index], times: 1 / factors.products[product], at: industry)
        }
        var users = Parts(count: use.count)
        domestic.forEach { index, product, user in
            users.add(domestic.values[index], times: factors.products[product], at: user)
        }
        imported.forEach { index, row, user in
            users.add(imported.values[index], times: factors.imports[row], at: user)
        }
        factors.industries = try Self.factors(industries, output, .row)
        factors.users = try Self.factors(users, use, .column)
        let imports = zip(baseImports, factors.imports).reduce(0) { $0 + ($1.0 == 0 ? 0 : $1.0 / $1.1) }
        guard imports > 0 || total == 0 else {
            throw .marginsDisagree(rows: total, columns: imports)
        }
        factors.allImports = imports > 0 ? total / imports : 1
    }

    private static func factors(
        _ parts: Parts,
        _ totals: [Double],
        _ side: TableLine.Side
    ) throws(RegionalisationError) -> [Double] {
        var factors: [Double] = []
        for (position, total) in totals.enumerated() {
            let (p, n) = (parts.positive[position], parts.negative[position])
            guard total == 0 || (total > 0 ? p > 0 : n > 0) else {
                throw .marginOutOfReach(
                    TableLine(side, position),
                    margin: total,
                    frozen: 0,
                    hasCells: p > 0 || n > 0
                )
            }
            factors.append(GRAS.factor(positive: p, negative: n, margin: total))
        }
        return factors
    }

    /// Use of products and of import rows by sign, users scaled.
    private func useParts() -> (products: Parts, imports: Parts) {
        var products = Parts(count: factors.products.count)
        domestic.forEach { index, product, user in
            products.add(domestic.values[index], times: factors.users[user], at: product)
        }
        var imports = Parts(count: factors.imports.count)
        imported.forEach { index, row, user in
            imports.add(imported.values[index], times: factors.users[user], at: row)
        }
        return (products, imports)
    }

    /// Supply of products by sign, industries scaled.
    private func supplyParts() -> Parts {
        var products = Parts(count: factors.products.count)
        supply.forEach { index, industry, product in
            products.add(supply.values[index], times: factors.industries[industry], at: product)
        }
        return products
    }

    /// The product or import row whose use (found) lies furthest from its supply (wanted).
    private func worstRow() -> BalancingReport.Deviation {
        let (use, importedUse) = useParts()
        let supplied = supplyParts()
        var worst = BalancingReport.Deviation(line: .row(0), found: 0, wanted: 0)
        for row in factors.products.indices {
            let factor = factors.products[row]
            let deviation = BalancingReport.Deviation(
                line: TableLine(.row, row, code: productCodes[row]),
                found: use.positive[row] * factor - use.negative[row] / factor,
                wanted: supplied.positive[row] / factor - supplied.negative[row] * factor
            )
            if !(deviation.size <= worst.size) { worst = deviation }
        }
        for row in factors.imports.indices {
            let factor = factors.imports[row]
            let deviation = BalancingReport.Deviation(
                line: TableLine(.row, row, code: importCodes[row]),
                found: importedUse.positive[row] * factor - importedUse.negative[row] / factor,
                wanted: factors.allImports * baseImports[row] / factor
            )
            if !(deviation.size <= worst.size) { worst = deviation }
        }
        return worst
    }

    /// Sums of positive and of negative cells, one a line: the ones multiplied by a factor, the others divided.
    private struct Parts {
        var positive: [Double]
        var negative: [Double]

        init(count: Int) {
            positive = [Double](repeating: 0, count: count)
            negative = positive
        }

        mutating func add(_ value: Double, times factor: Double, at position: Int) {
            if value > 0 {
                positive[position] += value * factor
            } else {
                negative[position] -= value / factor
            }
        }
    }
}
