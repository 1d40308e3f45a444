public import Accounts
public import Leontief
import LinearAlgebra

/// Why a firm's multiplier differs between two tables over the same sectors, cell by cell and without a rest.
///
/// With all firms K taken out (METHOD §8), a_k what firm k buys of the others R per krone of output, v a row of values
/// per krone of output, w' = v_R'(I − A_RR)⁻¹ and y = (I − A_RR)⁻¹ a_k,
///
///     μ_k = v_k + w' a_k
///     μ_k¹ − μ_k⁰ = Δv_k + Σ_i w_i¹ Δa_ik + Σ_ij w_i¹ Δa_ij y_j⁰ + Σ_j Δv_j y_j⁰        i, j in R
///
/// because L₁ − L₀ = L₁ (A₁ − A₀) L₀. One term a cell: what the firm itself pays, what it buys, and what is changed in the
/// industries that it was carved out of.
public struct Decomposition: Sendable {
    /// The firm's sector.
    public let firm: Sector
    /// μ⁰.
    public let base: Double
    /// μ¹.
    public let value: Double
    /// The terms that are not zero, row by row.
    public let terms: [Term]

    /// μ¹ − μ⁰, the sum of the terms to rounding.
    public var difference: Double { value - base }

    /// One cell's part of the difference.
    public struct Term: Sendable {
        /// The cell's row.
        public let row: Row
        /// The cell's column.
        public let column: Sector
        /// The cell per krone of its column's output, in the base and in the other table.
        public let coefficients: (base: Double, value: Double)
        /// What the cell adds to the multiplier, in its unit.
        public let contribution: Double
        /// What the cell is known from in the other table; `nil` for a row of values given by the caller.
        public let source: FigureSource?
        /// Where the cell stands.
        let place: Place
    }

    /// A cell by position: a seller's row or, after all sellers, one of values; the firm's column, or one after it.
    struct Place: Hashable {
        let row: Int
        let column: Int
    }

    /// A row of the table.
    public enum Row: Sendable, Hashable {
        /// A sector that sells.
        case seller(Sector)
        /// A row below the flows that is part of the value.
        case input(AreaInput)
        /// The value itself, where it is no part of the table: jobs, emissions.
        case value
    }

    /// The `count` terms of largest size, largest first; equal ones in the table's order.
    public func largest(_ count: Int = 3) -> [Term] {
        let ordered = terms.enumerated().sorted { one, other in
            let (a, b) = (abs(one.element.contribution), abs(other.element.contribution))
            return a != b ? a > b : one.offset < other.offset
        }
        return ordered.prefix(count).map(\.element)
    }
}

extension Decomposition {
    /// The difference of a multiplier of chosen rows of the table itself: value added, imports, taxes.
    ///
    /// - Parameters:
    ///   - code: the firm's code.
    ///   - base: mostly the table in which no firm has a ledger.
    ///   - isChosen: the rows whose sum is the value.
    /// - Throws: `.accounts(.differ)` when the tables have other sectors or inputs, `.accounts(.unknownLabel)` for a firm
    ///   that is not there, and `.leontief`.
    public init(
        of code: String,
        from base: AugmentedTable,
        to table: AugmentedTable,
        valuing isChosen: (AreaInput) -> Bool
    ) throws(ActorsError) {
        if let difference = base.inputs.rows.firstDifference(from: table.inputs.rows) {
            throw .accounts(.differ(difference))
        }
        let rows = table.inputs.rows.labels.indices.filter { isChosen(table.inputs.rows.labels[$0]) }
        try self.init(
            of: code,
            from: base,
            to: table,
            values: (base.perOutput(isChosen), table.perOutput(isChosen))
        ) { column in
            rows.map { row in
                func coefficient(_ table: AugmentedTable) -> Double {
                    let output = table.output.values[column]
                    return output == 0 ? 0 : table.inputs.values[row, column] / output
                }
                return (
                    .input(table.inputs.rows.labels[row]), coefficient(base), coefficient(table),
                    table.inputSources[row][column].source
                )
            }
        }
    }

    /// The difference of a multiplier of values that are no part of the table, per krone of output in each of the two.
    ///
    /// - Throws: as ``init(of:from:to:valuing:)``.
    public init(
        of code: String,
        from base: AugmentedTable,
        to table: AugmentedTable,
        values: (base: LabelledVector<Sector>, value: LabelledVector<Sector>)
    ) throws(ActorsError) {
        try self.init(of: code, from: base, to: table, values: values) { column in
            [(.value, values.base.values[column], values.value.values[column], nil)]
        }
    }

    private init(
        of code: String,
        from base: AugmentedTable,
        to table: AugmentedTable,
        values: (base: LabelledVector<Sector>, value: LabelledVector<Sector>),
        valueCells: (Int) -> [ValueCell]
    ) throws(ActorsError) {
        if let difference = base.sectors.firstDifference(from: table.sectors) {
            throw .accounts(.differ(difference))
        }
        let firmCodes = table.firms.map(\.code)
        guard let position = firmCodes.firstIndex(of: code) else {
            throw .accounts(.unknownLabel(code: code, known: firmCodes))
        }
        let sector = table.firmSectors[position]
        let (before, after) = (try base.outside(), try table.outside())
        self.init(
            of: 0,
            in: try SystemChange(of: [sector], from: before, to: after),
            values: values,
            weights: (try Self.weights(before, values.base), try Self.weights(after, values.value)),
            source: { table.source(from: $0, to: $1) },
            valueCells: { table.sectors.position($0.code).map(valueCells) ?? [] }
        )
    }

    /// w' = v_R'(I − A_RR)⁻¹.
    private static func weights(
        _ open: ExogenousOutputs<Sector>,
        _ values: LabelledVector<Sector>
    ) throws(ActorsError) -> [Double] {
        try solved { () throws(LeontiefError) in try open.weights(of: [values])[0].values }
    }

    /// A cell of the values: its row, per krone of output in either table, and what it is known from.
    typealias ValueCell = (row: Row, base: Double, value: Double, source: FigureSource?)

    /// The difference between two systems with the same sectors taken out, each with its values on all sectors.
    ///
    /// - Parameters:
    ///   - position: of the firm among those of `change`.
    ///   - weights: w of the values, on the sectors that follow.
    init(
        of position: Int,
        in change: SystemChange,
        values: (base: LabelledVector<Sector>, value: LabelledVector<Sector>),
        weights: (base: [Double], value: [Double]),
        source: (Sector, Sector) -> FigureSource?,
        valueCells: (Sector) -> [ValueCell]
    ) {
        let (firm, rest) = (change.firms[position], change.rest.labels)
        let (bought, output) = (change.bought[position], change.responses[position])
        var terms: [Term] = []
        func add(
            _ row: Row,
            _ column: Sector,
            _ place: Place,
            _ cell: (Double, Double),
            times: Double,
            _ source: @autoclosure () -> FigureSource?
        ) {
            let contribution = (cell.1 - cell.0) * times
            guard contribution != 0 else { return }
            terms.append(
                Term(
                    row: row,
                    column: column,
                    coefficients: (cell.0, cell.1),
                    contribution: contribution,
                    source: source(),
                    place: place
                )
            )
        }
        for (row, seller) in rest.enumerated() {
            let weight = weights.value[row]
            // The firm's own column counts as bought once, the others' as often as the firm sets them moving.
            add(
                .seller(seller),
                firm,
                Place(row: row, column: 0),
                (bought.base[row], bought.value[row]),
                times: weight,
                source(seller, firm)
            )
            for cell in change.cells[row] {
                let buyer = rest[cell.column]
                add(
                    .seller(seller),
                    buyer,
                    Place(row: row, column: cell.column + 1),
                    (cell.base, cell.value),
                    times: weight * output[cell.column],
                    source(seller, buyer)
                )
            }
        }
        for (column, sector) in ([firm] + rest).enumerated() {
            for (index, cell) in valueCells(sector).enumerated() {
                add(
                    cell.row,
                    sector,
                    Place(row: rest.count + index, column: column),
                    (cell.base, cell.value),
                    times: column == 0 ? 1 : output[column - 1],
                    cell.source
                )
            }
        }
        self.firm = firm
        base = zip(weights.base, bought.base).reduce(values.base[firm]) { $0 + $1.0 * $1.1 }
        value = zip(weights.value, bought.value).reduce(values.value[firm]) { $0 + $1.0 * $1.1 }
        self.terms = terms
    }
}

extension AugmentedTable {
    /// What a flow is known from; `nil` for a sector that the table has not.
    func source(from seller: Sector, to buyer: Sector) -> FigureSource? {
        guard let row = sectors.position(seller.code), let column = sectors.position(buyer.code) else {
            return nil
        }
        return flowSources[row][column].source
    }
}

extension AugmentedTable {
    /// The system with all the firms taken out: their outputs are given, the others' follow.
    ///
    /// - Throws: `.leontief`.
    public func outside() throws(ActorsError) -> ExogenousOutputs<Sector> {
        let coefficients = try coefficients()
        return try solved { () throws(LeontiefError) in
            try ExogenousOutputs(coefficients, chosen: firmSectors)
        }
    }
}
