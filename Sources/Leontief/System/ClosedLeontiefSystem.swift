public import Accounts

/// A Leontief system closed for households (Type II), from the open system's own factors.
///
/// With L = (I − A)⁻¹, wages row h and consumption column c, the industries' block of the bordered inverse is
///
///     L̄₁₁ = L + L c · h L · k,   k = 1 / (1 − h_hh − h L c)
///
/// so closing costs two solves and no new factorisation. Three output multipliers must not be confused:
/// *simple* i'L (households outside), *truncated* i'L̄₁₁ (households inside, industries counted), *total*
/// (the household row counted as well).
///
/// Source: Miller & Blair (2009), §2.5 and §6.2.
public struct ClosedLeontiefSystem<Sector: Label>: Sendable {
    /// The open system.
    public let open: LeontiefSystem<Sector>
    /// The household row and column.
    public let closure: HouseholdClosure<Sector>
    /// k: what Type II household income multipliers are to Type I ones, the same for every sector.
    public let incomeAmplification: Double
    /// k · h'L: wages that a unit of final demand for each sector ends up creating, all rounds.
    public let wagesPerUnitOfDemand: LabelledVector<Sector>

    private let outputPerWages: LabelledVector<Sector>

    /// Closes `open` with `closure`.
    ///
    /// - Throws: `.endlessConsumption` when households would respend one krone or more of each,
    ///   `.accounts(.differ)` when the axes disagree.
    public init(
        _ open: LeontiefSystem<Sector>,
        closedBy closure: HouseholdClosure<Sector>
    ) throws(LeontiefError) {
        let wages = try open.multipliers(of: closure.wages)
        let outputPerWages = try open.output(meeting: closure.purchases).values
        let respent = try joined { () throws(AccountsError) in
            try closure.wages.dot(outputPerWages) + closure.wagesToHouseholds
        }
        guard respent < 1 else { throw .endlessConsumption(respentShare: respent) }
        self.open = open
        self.closure = closure
        self.outputPerWages = outputPerWages
        incomeAmplification = 1 / (1 - respent)
        let amplification = incomeAmplification
        wagesPerUnitOfDemand = wages.map { $0 * amplification }
    }

    /// The wages that final demand ends up creating, all rounds, in the demand's unit.
    ///
    /// - Throws: `.accounts(.differ)` when the demand is on another axis.
    public func wages(meeting demand: LabelledVector<Sector>) throws(LeontiefError) -> Double {
        try joined { () throws(AccountsError) in try wagesPerUnitOfDemand.dot(demand) }
    }

    /// L̄₁₁ f − L f: the output that households' spending adds, sector by sector.
    ///
    /// - Throws: as ``wages(meeting:)``.
    public func inducedOutput(
        meeting demand: LabelledVector<Sector>
    ) throws(LeontiefError) -> LabelledVector<Sector> {
        let wages = try wages(meeting: demand)
        return outputPerWages.map { $0 * wages }
    }

    /// v'L̄₁₁ + v_h · k h'L: the value that each sector's final demand sets moving, households' spending
    /// included, where v_h is value that arises in households' own purchases per krone of wages (imports and
    /// product taxes on consumption; 0 for what only industries create).
    ///
    /// - Throws: `.accounts(.differ)` when the row is on another axis.
    public func multipliers(
        of row: LabelledVector<Sector>,
        perWages direct: Double = 0
    ) throws(LeontiefError) -> LabelledVector<Sector> {
        try including(try open.multipliers(of: row), of: row, perWages: direct)
    }

    /// v'L̄₁₁ + v_h · k h'L from the Type I multipliers v'L of the same row, already at hand.
    ///
    /// - Throws: as ``multipliers(of:perWages:)``.
    func including(
        _ simple: LabelledVector<Sector>,
        of row: LabelledVector<Sector>,
        perWages direct: Double
    ) throws(LeontiefError) -> LabelledVector<Sector> {
        try joined { () throws(AccountsError) in
            let perWages = try row.dot(outputPerWages) + direct
            return try simple.combined(with: wagesPerUnitOfDemand) { $0 + perWages * $1 }
        }
    }
}
