/// Why a linear system could not be set up or solved. Rows and columns are counted from 0.
public enum LinearAlgebraError: Error, Sendable, Equatable {
    /// Only a square matrix can be factored.
    case notSquare(rows: Int, columns: Int)
    /// The right-hand sides have another number of rows than the system.
    case shape(expectedRows: Int, rows: Int)
    /// A NaN or an infinity stands in the input; nothing was computed.
    case notFinite(row: Int, column: Int, value: Double)
    /// Elimination met an exact zero pivot: the system has no unique solution.
    case singular(pivot: Int)
    /// The system can be solved, but input rounding alone could take the digits away.
    case illConditioned(reciprocalCondition: Double, least: Double)
    /// A cell lies outside the matrix it is meant for.
    case outside(row: Int, column: Int, rows: Int, columns: Int)
    /// A sparse matrix numbers its rows in 32 bits.
    case tooManyRows(Int)
    /// Compressed columns whose starts or rows do not ascend; `column` is the first.
    case malformed(column: Int)
    /// Elimination would fill the factors of a sparse matrix with more cells than the caller allows.
    case fillIn(predicted: Int, most: Int)
    /// LAPACK refused an argument; a bug in this library, reported rather than hidden.
    case refused(routine: String, argument: Int)
}
