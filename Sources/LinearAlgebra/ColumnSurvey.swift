/// What one pass over a matrix tells of its columns.
public struct ColumnSurvey: Sendable, Equatable {
    /// Σ |a_ij| of each column, added pairwise; the largest is ‖A‖₁.
    public let absoluteSums: [Double]
    /// Whether a cell is below zero.
    public let hasNegative: Bool
    /// Whether every cell is a finite number.
    public let isFinite: Bool

    /// ‖A‖₁, zero for a matrix without columns.
    public var largestSum: Double { absoluteSums.max() ?? 0 }
}

/// What is told of one column, or of a stretch of it.
struct Stretch: Sendable {
    var sum = 0.0
    /// Below zero when a cell is.
    var least = 0.0

    static func + (one: Stretch, other: Stretch) -> Stretch {
        Stretch(sum: one.sum + other.sum, least: min(one.least, other.least))
    }

    /// Cells of a stretch, in blocks that are added pairwise.
    static func of(_ range: Range<Int>, in numbers: Span<Double>) -> Stretch {
        guard range.count > Summation.block else { return Self.block(range, numbers) }
        let middle = Summation.middle(of: range)
        let upper = Self.of(range.lowerBound..<middle, in: numbers)
        return upper + Self.of(middle..<range.upperBound, in: numbers)
    }

    /// Four running sums side by side; a NaN or an infinity among the cells makes the sum one.
    private static func block(_ range: Range<Int>, _ numbers: Span<Double>) -> Stretch {
        var sums = SIMD4<Double>(repeating: 0)
        var least = sums
        var index = range.lowerBound
        while index + 4 <= range.upperBound {
            for lane in 0..<4 {
                let cell = numbers[unchecked: index + lane]
                sums[lane] += cell.magnitude
                least[lane] = cell < least[lane] ? cell : least[lane]
            }
            index += 4
        }
        var stretch = Stretch(sum: (sums[0] + sums[1]) + (sums[2] + sums[3]), least: least.min())
        while index < range.upperBound {
            stretch = stretch + Stretch(sum: abs(numbers[index]), least: min(0, numbers[index]))
            index += 1
        }
        return stretch
    }
}

extension ColumnSurvey {
    init(_ columns: [Stretch]) {
        absoluteSums = columns.map(\.sum)
        hasNegative = columns.contains { $0.least < 0 }
        isFinite = columns.allSatisfy { $0.sum.isFinite }
    }
}

extension Matrix {
    /// One pass over the cells.
    public var survey: ColumnSurvey {
        let stretches = [Stretch](unsafeUninitializedCapacity: columns) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every column belongs to one part.
            concurrently(partCount(of: columns, size: 32)) { index in
                for column in part(index, of: columns, size: 32) {
                    let stretch = Stretch.of((column * rows)..<((column + 1) * rows), in: storage.span)
                    written.buffer.initializeElement(at: column, to: stretch)
                }
            }
            count = columns
        }
        return ColumnSurvey(stretches)
    }

    /// Each column divided by its amount, zero where the amount is zero, in the matrix's own memory; and its survey.
    ///
    /// One pass, no copy where nobody else holds the matrix: A = Z x̂⁻¹ without a temporary.
    /// Precondition: `amounts.count == columns`.
    public mutating func divideColumns(by amounts: [Double]) -> ColumnSurvey {
        precondition(amounts.count == columns, "one amount a column")
        let (rows, columns) = (rows, columns)
        let stretches = storage.withUnsafeMutableBufferPointer { cells in
            let cells = DisjointlyWritten(cells)
            return [Stretch](unsafeUninitializedCapacity: columns) { buffer, count in
                let written = DisjointlyWritten(buffer)
                // Every column belongs to one part.
                concurrently(partCount(of: columns, size: 32)) { index in
                    for column in part(index, of: columns, size: 32) {
                        let range = (column * rows)..<((column + 1) * rows)
                        let amount = amounts[column]
                        for cell in range {
                            cells.buffer[cell] = amount == 0 ? 0 : cells.buffer[cell] / amount
                        }
                        let stretch = Stretch.of(range, in: cells.buffer.span)
                        written.buffer.initializeElement(at: column, to: stretch)
                    }
                }
                count = columns
            }
        }
        return ColumnSurvey(stretches)
    }
}

extension SparseMatrix {
    /// One pass over the cells.
    public var survey: ColumnSurvey {
        ColumnSurvey(
            (0..<columns).map { Stretch.of(columnStarts[$0]..<columnStarts[$0 + 1], in: values.span) }
        )
    }

    /// Each column divided by its amount, zero where the amount is zero, in the matrix's own memory; and its survey.
    ///
    /// Precondition: `amounts.count == columns`.
    public mutating func divideColumns(by amounts: [Double]) -> ColumnSurvey {
        precondition(amounts.count == columns, "one amount a column")
        for column in 0..<columns {
            let amount = amounts[column]
            for cell in columnStarts[column]..<columnStarts[column + 1] {
                values[cell] = amount == 0 ? 0 : values[cell] / amount
            }
        }
        return survey
    }
}
