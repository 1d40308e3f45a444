import Accounts
import Leontief
import LinearAlgebra

extension FirmTables {
    /// The firms added back to what remains of their industries against the table they were carved out of: the largest
    /// deviation of any flow, over the buyer's output.
    public var addedBackDeviation: Double {
        [nation, region].compactMap(\.self).map(\.addedBackDeviation).max() ?? 0
    }

    /// ``AugmentedTable/columnDeviation()`` of the nation's table.
    ///
    /// - Throws: `.leontief`.
    public func columnDeviation() throws(ActorsError) -> Double { try nation.columnDeviation() }
}

extension AugmentedTable {
    /// The firms added back to what remains of their industries against the parent: the largest deviation of any flow, over the
    /// buyer's output.
    public var addedBackDeviation: Double {
        let (back, whole) = (aggregated.flows.values, parent.flows.values)
        var largest = 0.0
        for (column, output) in parent.output.values.enumerated() where output > 0 {
            for row in parent.output.values.indices {
                largest = max(largest, abs(back[row, column] - whole[row, column]) / output)
            }
        }
        return largest
    }

    /// |Σ (everything below the flows)'L − 1| of the firms' columns, the largest: a krone of demand for a firm ends as value
    /// added, imports, product taxes and the statistics' own rounding.
    ///
    /// - Throws: `.leontief`.
    public func columnDeviation() throws(ActorsError) -> Double {
        let coefficients = try coefficients()
        let row = perOutput { _ in true }
        let sums = try solved { () throws(LeontiefError) in
            try LeontiefSystem(coefficients).multipliers(of: row)
        }
        return firmSectors.map { abs(sums[$0] - 1) }.max() ?? 0
    }
}
