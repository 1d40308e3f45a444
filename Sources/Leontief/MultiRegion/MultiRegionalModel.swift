public import Accounts
public import LinearAlgebra

/// Several regions in one Leontief system: what demand in one sets moving in each of the others.
///
/// Final demand f for industry j in region s gives output L^·s f in all regions; a measure v lands in region r by
///
///     m_j^rs = Σ_i v_i^r l_ij^rs,   L = (I − A)⁻¹,   a_ij^rs = z_ij^rs / x_j^s
///
/// What goes to other regions and comes back is in it (METHOD §4).
/// Source: Miller & Blair (2009), §3.3–3.4.
public struct MultiRegionalModel: Sendable {
    /// The table.
    public let table: MultiRegionalTable
    /// Type I.
    public let open: LeontiefSystem<Located<Industry>>
    /// Type II: the same with households as one more sector of each region.
    public let closed: LeontiefSystem<Located<Industry>>?

    /// The model of a table.
    ///
    /// - Throws: as ``LeontiefSystem/init(_:engine:accuracy:)``; `.accounts(.duplicateLabel)` where an industry is called
    ///   like ``households``.
    public init(
        _ table: MultiRegionalTable,
        households: RegionalHouseholds? = nil,
        engine: SolverEngine? = nil
    ) throws(LeontiefError) {
        let coefficients = try TechnicalCoefficients(flows: table.flows, output: table.output)
        self.table = table
        open = try LeontiefSystem(coefficients, engine: engine)
        closed = try households.map { households throws(LeontiefError) in
            try LeontiefSystem(
                try Self.bordered(coefficients.matrix, by: households, table),
                engine: engine
            )
        }
    }

    /// Households, where they stand among the sectors.
    public static let households = Industry(
        code: "HOUSEHOLDS",
        name: Name(english: "Households", norwegian: "Husholdninger")
    )

    /// A with a row of wages and a column of purchases for each region.
    private static func bordered(
        _ matrix: LabelledMatrix<Located<Industry>, Located<Industry>>,
        by households: RegionalHouseholds,
        _ table: MultiRegionalTable
    ) throws(LeontiefError) -> TechnicalCoefficients<Located<Industry>> {
        let axis = try joined { () throws(AccountsError) in
            try Axis(
                table.sectors.labels + table.regions.labels.map { Located(Self.households, in: $0) }
            )
        }
        let (count, industries) = (table.sectors.count, table.industries.count)
        let (wages, residence) = (households.wages.values, households.residence.values)
        let purchases = households.purchases.values
        return try TechnicalCoefficients(
            LabelledMatrix(
                rows: axis,
                columns: axis,
                values: Matrix(rows: axis.count, columns: axis.count) { row, column in
                    switch (row < count, column < count) {
                    case (true, true): matrix.values[row, column]
                    case (true, false): purchases[row, column - count]
                    case (false, true): residence[row - count, column / industries] * wages[column]
                    case (false, false): 0
                    }
                }
            )
        )
    }
}

extension MultiRegionalModel {
    /// Where effects of one krone of demand for each industry in each region land.
    public struct Landing: Sendable {
        /// What is measured.
        public let measure: Measure
        /// Whether households spend.
        public let closure: ClosureType
        /// m_j^rs: row the region it lands in, column the demand.
        public let values: LabelledMatrix<Region, Located<Industry>>
        /// The largest relative error of the solutions it was made from.
        public let relativeErrorBound: Double
    }

    /// Where each measure lands; all are solved together, one right-hand side a measure and region.
    ///
    /// - Throws: `.accounts(.differ)` for a measure on other sectors, `.accounts(.lacks)` for Type II without
    ///   households; as ``LeontiefSystem/multipliers(of:)-7wqdo``.
    public func landings(
        of measures: [RegionalMeasure],
        _ closure: ClosureType
    ) throws(LeontiefError) -> [Landing] {
        let system: LeontiefSystem<Located<Industry>>
        switch (closure, closed) {
        case (.type1, _): system = open
        case (.type2, let closed?): system = closed
        case (.type2, nil): throw .accounts(.lacks(role: Self.households.code))
        }
        let (regions, industries) = (table.regions.count, table.industries.count)
        var rows: [LabelledVector<Located<Industry>>] = []
        for measure in measures {
            if let difference = measure.perOutput.axis.firstDifference(from: table.sectors) {
                throw .accounts(.differ(difference))
            }
            for region in 0..<regions {
                var row = [Double](repeating: 0, count: system.sectors.count)
                for industry in region * industries..<(region + 1) * industries {
                    row[industry] = measure.perOutput.values[industry]
                }
                if closure == .type2 {
                    row[table.sectors.count + region] = measure.perWages?.values[region] ?? 0
                }
                rows.append(LabelledVector(system.sectors, row))
            }
        }
        let solutions = try system.multipliers(of: rows)
        return measures.indices.map { index in
            let own = solutions[index * regions..<(index + 1) * regions].map(\.self)
            let largest = own.flatMap(\.values.values).map(abs).max() ?? 0
            return Landing(
                measure: measures[index].measure,
                closure: closure,
                values: LabelledMatrix(
                    rows: table.regions,
                    columns: table.sectors,
                    values: Matrix(rows: regions, columns: table.sectors.count) {
                        own[$0].values.values[$1]
                    }
                ),
                relativeErrorBound: largest == 0 ? 0 : (own.map(\.errorBound).max() ?? 0) / largest
            )
        }
    }
}
