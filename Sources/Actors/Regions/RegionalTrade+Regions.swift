import Accounts
import LinearAlgebra

extension RegionalTrade {
    /// How a firm with another industry's technology buys in a table of several regions: as much of each product as that
    /// industry buys in the firm's region (in the nation, where the region has none of it), and of each region's sellers as
    /// the firm's own industry does.
    ///
    /// A product that the firm's own industry buys nothing of comes from where its region's other industries buy it; where
    /// they buy none, from all regions as they make it.
    init(in table: MultiRegionalTable) throws(ActorsError) {
        let (count, sectors) = (table.industries.count, table.sectors.count)
        let (flows, national) = (table.flows.values, table.nationalFlows.values)
        var output = [Double](repeating: 0, count: count)
        for (sector, amount) in table.output.values.enumerated() { output[sector % count] += amount }
        // By product and buyer: bought of all regions together. By seller and region: bought by all industries there.
        var bought = [[Double]](repeating: [Double](repeating: 0, count: sectors), count: count)
        var sold = [[Double]](repeating: [Double](repeating: 0, count: table.regions.count), count: sectors)
        for column in 0..<sectors {
            for row in 0..<sectors {
                bought[row % count][column] += flows[row, column]
                sold[row][column / count] += flows[row, column]
            }
        }
        let wanted = Matrix(rows: sectors, columns: sectors) { row, column in
            let (product, own) = (row % count, table.output.values[column])
            if own > 0 { return bought[product][column] / own }
            return output[column % count] > 0
                ? national[product, column % count] / output[column % count] : 0
        }
        let shares = Matrix(rows: sectors, columns: sectors) { row, column in
            let product = row % count
            if bought[product][column] > 0 { return flows[row, column] / bought[product][column] }
            let region = column / count
            let all = bought[product][region * count..<(region + 1) * count].reduce(0, +)
            if all > 0 { return sold[row][region] / all }
            return output[product] > 0 ? table.output.values[row] / output[product] : 0
        }
        let industries = try joined { () throws(AccountsError) in
            try Axis(table.sectors.labels.map(Industry.init))
        }
        func labelled(_ matrix: Matrix) -> LabelledMatrix<Industry, Industry> {
            LabelledMatrix(rows: industries, columns: industries, values: matrix)
        }
        self.init(national: labelled(wanted), wanted: labelled(wanted), shares: labelled(shares))
    }
}
