import CClp

/// A linear programme in bounded variables and two-sided rows, made ready once and solved for one objective after another.
///
/// Clp's simplex method, on one thread, without limits of time: the same programme gives the same answer.
struct LinearProgram: ~Copyable {
    /// Σ a_s z_s between two limits.
    struct Row {
        let columns: [Int32]
        let elements: [Double]
        let low: Double
        let high: Double
    }

    /// How far the solver's points may lie outside a row.
    static let tolerance = 1e-9

    private let model: UnsafeMutableRawPointer
    private let columns: Int
    private var isSolved = false

    /// A programme without an objective yet.
    ///
    /// - Parameter upper: the variables' upper bounds, finite; all lower bounds are nothing.
    init(upper: [Double], rows: [Row]) throws(DisclosureError) {
        guard let model = Clp_newModel() else { throw .solverFailed(status: -1) }
        self.model = model
        columns = upper.count
        Clp_setLogLevel(model, 0)
        var counts = [Int32](repeating: 0, count: upper.count + 1)
        for row in rows { for column in row.columns { counts[Int(column) + 1] += 1 } }
        for column in upper.indices { counts[column + 1] += counts[column] }
        var next = counts
        let entries = Int(counts[upper.count])
        var indices = [Int32](repeating: 0, count: entries)
        var elements = [Double](repeating: 0, count: entries)
        for (position, row) in rows.enumerated() {
            for (column, element) in zip(row.columns, row.elements) {
                let place = Int(next[Int(column)])
                indices[place] = Int32(position)
                elements[place] = element
                next[Int(column)] += 1
            }
        }
        let lower = [Double](repeating: 0, count: upper.count)
        Clp_loadProblem(
            model,
            Int32(upper.count),
            Int32(rows.count),
            counts,
            indices,
            elements,
            lower,
            upper,
            lower,
            rows.map(\.low),
            rows.map(\.high)
        )
        // Rows and columns come scaled; so the tolerance is that of the rows as given.
        Clp_scaling(model, 0)
        Clp_setPrimalTolerance(model, Self.tolerance)
        Clp_setDualTolerance(model, Self.tolerance)
    }

    deinit { Clp_deleteModel(model) }

    /// The point where Σ `objective`_s z_s is least, or most; `nil` where no point meets the rows.
    ///
    /// - Throws: `.solverFailed`.
    mutating func optimum(
        _ objective: [Double],
        most: Bool = false
    ) throws(DisclosureError) -> [Double]? {
        Clp_chgObjCoefficients(model, objective)
        Clp_setOptimizationDirection(model, most ? -1 : 1)
        // All variables have two bounds, so the dual method can start anywhere; after it the primal one goes on.
        _ = isSolved ? Clp_primal(model, 0) : Clp_dual(model, 0)
        isSolved = true
        let status = Int(Clp_status(model))
        if status == 1 { return nil }
        guard status == 0, let solution = Clp_primalColumnSolution(model) else {
            throw .solverFailed(status: status)
        }
        return Array(UnsafeBufferPointer(start: solution, count: columns))
    }
}
