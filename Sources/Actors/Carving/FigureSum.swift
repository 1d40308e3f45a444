import Glibc

/// Figures added up: the sum has the source of its largest part, and the spread of independent parts.
///
///     σ of the sum = √Σ (σ_i a_i)² / |Σ a_i|
struct FigureSum {
    /// The sum.
    private(set) var amount = 0.0
    private var variance = 0.0
    private var parts = [Double](repeating: 0, count: FigureSource.allCases.count)

    /// Nothing yet.
    init() {}

    /// One figure.
    init(_ figure: Figure) { add(figure) }

    /// Adds `figure`.
    mutating func add(_ figure: Figure) {
        amount += figure.amount
        variance += figure.amount * figure.amount * figure.spread * figure.spread
        if let index = FigureSource.allCases.firstIndex(of: figure.source) {
            parts[index] += abs(figure.amount)
        }
    }

    /// Adds another sum.
    mutating func add(_ other: FigureSum) {
        amount += other.amount
        variance += other.variance
        for index in parts.indices { parts[index] += other.parts[index] }
    }

    /// The sum as a figure, or another amount known as well as the sum is.
    ///
    /// - Parameters:
    ///   - amount: the amount where it isn't the sum.
    ///   - source: where nothing comes from.
    func figure(_ amount: Double? = nil, orFrom source: FigureSource) -> Figure {
        let largest = parts.max() ?? 0
        let index = largest > 0 ? parts.firstIndex(of: largest) : nil
        return Figure(
            amount ?? self.amount,
            from: index.map { FigureSource.allCases[$0] } ?? source,
            spread: self.amount == 0 ? 0 : variance.squareRoot() / abs(self.amount)
        )
    }
}
