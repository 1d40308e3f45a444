public import Accounts
public import LinearAlgebra

/// Technical coefficients A = Z x̂⁻¹: what each sector buys of every other per unit of its own output.
///
/// Columns buy, rows sell. A sector without output has a column of zeros and is listed, never divided by. Tables keep
/// every cell; networks of firms, where most cells are zero, keep the others only.
/// Source: Miller & Blair (2009), Input-Output Analysis, 2nd ed., §2.2.
public struct TechnicalCoefficients<Sector: Label>: Sendable {
    /// The sectors.
    public let sectors: Axis<Sector>
    /// The coefficients a_ij = z_ij / x_j as numbers, pure.
    public let values: CoefficientValues
    /// Sectors without output in the table the coefficients were formed from.
    public let sectorsWithoutOutput: [Sector]
    /// Column sums of |A| and what else one pass over it told.
    let survey: ColumnSurvey

    /// Coefficients from flows and output.
    ///
    /// Formed in the flows' own memory, in one pass, where nobody else holds them: pass them with `consume`.
    ///
    /// - Throws: `.accounts(.differ)` when the axes disagree, `.inputsWithoutOutput`, and as ``init(_:)``.
    public init(
        flows: consuming LabelledMatrix<Sector, Sector>,
        output: LabelledVector<Sector>
    ) throws(LeontiefError) {
        for axis in [flows.rows, flows.columns] {
            if let difference = axis.firstDifference(from: output.axis) {
                throw .accounts(.differ(difference))
            }
        }
        let idle = output.axis.labels.filter { output[$0] == 0 }
        for sector in idle {
            // Absolute values, so that inputs of opposite signs do not pass for none.
            let inputs = flows.column(sector).values.reduce(0) { $0 + abs($1) }
            if inputs != 0 { throw .inputsWithoutOutput(sector: sector.code, inputs: inputs) }
        }
        var matrix = flows.takingValues()
        let survey = matrix.divideColumns(by: output.values)
        try self.init(output.axis, .dense(matrix), survey, withoutOutput: idle)
    }

    /// Coefficients of a network from the flows that are not zero, and output.
    ///
    /// - Throws: as for a table.
    public init(
        flows: consuming SparseMatrix,
        output: LabelledVector<Sector>
    ) throws(LeontiefError) {
        let count = output.axis.count
        guard flows.rows == count, flows.columns == count else {
            throw .linearAlgebra(.shape(expectedRows: count, rows: flows.rows), sector: nil)
        }
        let inputs = flows.survey.absoluteSums
        var idle: [Sector] = []
        for (position, sector) in output.axis.labels.enumerated() where output.values[position] == 0 {
            guard inputs[position] == 0 else {
                throw .inputsWithoutOutput(sector: sector.code, inputs: inputs[position])
            }
            idle.append(sector)
        }
        var matrix = consume flows
        let survey = matrix.divideColumns(by: output.values)
        try self.init(output.axis, .sparse(matrix), survey, withoutOutput: idle)
    }

    /// Coefficients already formed.
    ///
    /// - Throws: `.accounts(.differ)` when rows and columns are not the same sectors, `.accounts(.notFinite)` by
    ///   cell.
    public init(_ matrix: LabelledMatrix<Sector, Sector>) throws(LeontiefError) {
        if let difference = matrix.rows.firstDifference(from: matrix.columns) {
            throw .accounts(.differ(difference))
        }
        try self.init(matrix.rows, .dense(matrix.values), matrix.values.survey, withoutOutput: [])
    }

    private init(
        _ sectors: Axis<Sector>,
        _ values: CoefficientValues,
        _ survey: ColumnSurvey,
        withoutOutput: [Sector]
    ) throws(LeontiefError) {
        if !survey.isFinite, let (row, column) = values.firstNonFinite {
            throw .accounts(.notFinite(row: sectors.labels[row].code, column: sectors.labels[column].code))
        }
        self.sectors = sectors
        self.values = values
        self.survey = survey
        sectorsWithoutOutput = withoutOutput
    }

    /// The same sectors with other coefficients. Precondition: the values fit the sectors.
    ///
    /// - Throws: `.accounts(.notFinite)` by cell.
    func replacing(_ values: CoefficientValues) throws(LeontiefError) -> TechnicalCoefficients {
        try TechnicalCoefficients(sectors, values, values.survey, withoutOutput: sectorsWithoutOutput)
    }

    /// ‖A‖₁, the largest column sum of absolute values.
    public var largestColumnSum: Double { survey.largestSum }

    /// The coefficients under their labels. Those of a network are written out with their zeros: O(sectors²) memory.
    public var matrix: LabelledMatrix<Sector, Sector> {
        LabelledMatrix(rows: sectors, columns: sectors, values: values.dense)
    }
}

/// Coefficients as numbers: all cells, or those that are not zero.
public enum CoefficientValues: Sendable {
    /// A table's.
    case dense(Matrix)
    /// A network's.
    case sparse(SparseMatrix)

    var survey: ColumnSurvey {
        switch self {
        case .dense(let matrix): matrix.survey
        case .sparse(let matrix): matrix.survey
        }
    }

    var dense: Matrix {
        switch self {
        case .dense(let matrix): matrix
        case .sparse(let matrix): matrix.dense()
        }
    }

    var firstNonFinite: (row: Int, column: Int)? {
        switch self {
        case .dense(let matrix): matrix.firstNonFinite.map { ($0.row, $0.column) }
        case .sparse(let matrix):
            matrix.entries.first { !$0.value.isFinite }.map { ($0.row, $0.column) }
        }
    }
}

extension TechnicalCoefficients where Sector == Industry {
    /// Domestic coefficients of a table: what sets domestic production moving.
    ///
    /// - Throws: as ``init(flows:output:)``.
    public init(domesticIn table: InputOutputTable) throws(LeontiefError) {
        try self.init(flows: table.domestic, output: table.output)
    }

    /// Domestic and imported coefficients together: the industries' technology, wherever the inputs come from.
    ///
    /// - Throws: `.accounts(.lacks)` when the table does not break imports down by supplier, and as
    ///   ``init(flows:output:)``.
    public init(domesticAndImportedIn table: InputOutputTable) throws(LeontiefError) {
        guard let imported = table.imported else {
            throw .accounts(.lacks(role: "imported flows by supplier"))
        }
        let flows = try joined { () throws(AccountsError) in
            try table.domestic.combined(with: imported.intermediate, +)
        }
        try self.init(flows: flows, output: table.output)
    }
}

extension LabelledMatrix {
    /// Each column divided by its amount; zero where the amount is zero.
    package func dividingColumns(by amounts: LabelledVector<Column>) -> LabelledMatrix {
        let divisors = amounts.values
        return LabelledMatrix(
            rows: rows,
            columns: columns,
            values: Matrix(rows: rows.count, columns: columns.count) { row, column in
                divisors[column] == 0 ? 0 : values[row, column] / divisors[column]
            }
        )
    }
}
