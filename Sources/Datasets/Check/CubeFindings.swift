public import Accounts

/// What a check finds in a cube.
public struct CubeFindings: Sendable {
    /// Dimension by dimension, its size.
    public let dimensions: [(code: String, name: Name, categories: Int)]
    /// The cells that hold a number.
    public let numbers: Int
    /// The marks that stand in cells, and in how many.
    public let marks: [(mark: FigureMark, cells: Int)]

    init(_ cube: StatisticsCube) {
        dimensions = cube.dimensions.map { ($0.code, $0.name, $0.categories.count) }
        (numbers, marks) = cube.figures.tally
    }
}
