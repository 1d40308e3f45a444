/// One of the cluster's six kinds of firm, and the sums of its year. Sales are those of the embedded study's illustrative
/// actors, price times quantity; the rest are orders of magnitude for firms of the kind. No figure is a real firm's.
struct Archetype: Sendable {
    /// The name in file names.
    let key: String
    let name: String
    let industry: String
    let employees: Int
    /// Kroner a year paid to an employee; the employer's contribution comes on top.
    let wage: Double
    /// Sales in a year, in kroner.
    let sales: Double
    /// What is bought for current use, of sales.
    let purchases: Double
    /// Depreciation, of sales.
    let depreciation: Double
    /// What machines are bought for, of sales.
    let investment: Double
    let buys: [DealSpecification]
    let sells: [DealSpecification]
    /// Whether it belongs to a group that it trades with.
    let isInGroup: Bool
    /// The version its system exports.
    let saftVersion: String

    static let all: [Archetype] = [smelter, poultry, salmon, feed, chips, concrete]
}
