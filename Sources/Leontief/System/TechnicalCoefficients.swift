public import Accounts
import LinearAlgebra

/// Technical coefficients A = Z x̂⁻¹: what each sector buys of every other per unit of its own output.
///
/// Columns buy, rows sell. A sector without output has a column of zeros and is listed, never divided by.
/// Source: Miller & Blair (2009), Input-Output Analysis, 2nd ed., §2.2.
public struct TechnicalCoefficients<Sector: Label>: Sendable {
    /// The coefficients a_ij = z_ij / x_j, pure numbers.
    public let matrix: LabelledMatrix<Sector, Sector>
    /// Sectors without output in the table the coefficients were formed from.
    public let sectorsWithoutOutput: [Sector]

    /// Coefficients from flows and output.
    ///
    /// - Throws: `.accounts(.differ)` when the axes disagree, `.inputsWithoutOutput`, and as ``init(_:)``.
    public init(
        flows: LabelledMatrix<Sector, Sector>,
        output: LabelledVector<Sector>
    ) throws(LeontiefError) {
        for axis in [flows.rows, flows.columns] {
            if let difference = axis.firstDifference(from: output.axis) {
                throw .accounts(.differ(difference))
            }
        }
        // Absolute values, so that inputs of opposite signs do not pass for none.
        for (sector, inputs) in zip(flows.columns.labels, flows.columnSumsOfAbsoluteValues)
        where output[sector] == 0 && inputs != 0 {
            throw .inputsWithoutOutput(sector: sector.code, inputs: inputs)
        }
        try self.init(
            flows.dividingColumns(by: output),
            withoutOutput: output.axis.labels.filter { output[$0] == 0 }
        )
    }

    /// Coefficients already formed.
    ///
    /// - Throws: `.accounts(.differ)` when rows and columns are not the same sectors, `.accounts(.notFinite)` by
    ///   cell.
    public init(_ matrix: LabelledMatrix<Sector, Sector>) throws(LeontiefError) {
        try self.init(matrix, withoutOutput: [])
    }

    private init(_ matrix: LabelledMatrix<Sector, Sector>, withoutOutput: [Sector]) throws(LeontiefError) {
        if let difference = matrix.rows.firstDifference(from: matrix.columns) {
            throw .accounts(.differ(difference))
        }
        if let (row, column, _) = matrix.values.firstNonFinite {
            throw .accounts(
                .notFinite(row: matrix.rows.labels[row].code, column: matrix.columns.labels[column].code)
            )
        }
        self.matrix = matrix
        sectorsWithoutOutput = withoutOutput
    }

    /// The sectors.
    public var sectors: Axis<Sector> { matrix.rows }

    /// ‖A‖₁, the largest column sum of absolute values.
    public var largestColumnSum: Double { matrix.columnSumsOfAbsoluteValues.max() ?? 0 }
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

    var columnSumsOfAbsoluteValues: [Double] {
        (0..<columns.count).map { column in
            (0..<rows.count).reduce(0) { $0 + abs(values[$1, column]) }
        }
    }
}
