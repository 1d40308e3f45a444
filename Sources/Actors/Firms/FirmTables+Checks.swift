import Accounts
import Leontief

extension FirmTables {
    /// The firms added back to what remains of their industries against the table they were carved out of: the largest
    /// deviation of any flow, over the buyer's output.
    public var addedBackDeviation: Double {
        [nation, region].compactMap(\.self).map(\.addedBackDeviation).max() ?? 0
    }

    /// |Σ (everything below the flows)'L − 1| of the firms' columns in the nation's table, the largest: a krone of demand for a
    /// firm ends as value added, imports, product taxes and the statistics' own rounding.
    ///
    /// - Throws: `.leontief`.
    public func columnDeviation() throws(ActorsError) -> Double {
        let system = try solved { () throws(LeontiefError) in
            try LeontiefSystem(TechnicalCoefficients(flows: nation.flows, output: nation.output))
        }
        let row = nation.perOutput { _ in true }
        let sums = try solved { () throws(LeontiefError) in try system.multipliers(of: row) }
        return nation.firmSectors.map { abs(sums[$0] - 1) }.max() ?? 0
    }
}

extension AugmentedTable {
    fileprivate var addedBackDeviation: Double {
        let back = aggregated
        var largest = 0.0
        for buyer in parent.industries.labels where parent.output[buyer] > 0 {
            for seller in parent.industries.labels {
                let difference = abs(back.flows[seller, buyer] - parent.flows[seller, buyer])
                largest = max(largest, difference / parent.output[buyer])
            }
        }
        return largest
    }
}
