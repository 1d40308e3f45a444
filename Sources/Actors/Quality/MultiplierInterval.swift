/// A multiplier and how far it can be off.
public struct MultiplierInterval: Sendable {
    /// μ, as the table has it.
    public let value: Double
    /// The 5 % point.
    public let lower: Double
    /// The 95 % point.
    public let upper: Double
    /// The standard deviation.
    public let standardDeviation: Double
    /// What contributes most of the variance, largest first: at most three.
    public let largest: [UncertaintyShare]
}

/// A part of the variance of a multiplier.
public struct UncertaintyShare: Sendable, Hashable {
    /// What is uncertain.
    public let source: UncertaintySource
    /// Its share of the variance, 0–1.
    public let share: Double
}

/// What makes a multiplier uncertain.
public enum UncertaintySource: Sendable, Hashable {
    /// What `buyer` buys of `seller`: in one place, where its books tell them apart, or wherever it comes from.
    case purchase(of: Sector, by: Sector, from: TradePlace?)
    /// What a sector pays in a row below the flows.
    case input(AreaInput, of: Sector)
    /// A firm's output, which its purchases are divided by.
    case output(of: Sector)
    /// The measure's own figure: jobs, tonnes.
    case measure(of: Sector)
    /// The share of what is bought of a seller that the region supplies.
    case regionalShare(of: Sector)
    /// All those shares together.
    case regionalLevel
}

/// The three largest parts, kept while the others pass by.
struct LargestShares {
    private var parts: [(source: UncertaintySource, variance: Double)] = []

    init() {}

    /// Offers a part; what made it is only asked for where it is kept.
    mutating func offer(_ variance: Double, _ source: @autoclosure () -> UncertaintySource) {
        guard variance > 0, parts.count < Self.count || variance > parts[Self.count - 1].variance else {
            return
        }
        let place = parts.firstIndex { $0.variance < variance } ?? parts.count
        parts.insert((source(), variance), at: place)
        if parts.count > Self.count { parts.removeLast() }
    }

    /// The shares of a whole variance.
    func shares(of whole: Double) -> [UncertaintyShare] {
        parts.map { UncertaintyShare(source: $0.source, share: $0.variance / whole) }
    }

    private static let count = 3
}
