public import Accounts

extension RegionHistory {
    /// Refuses a county or municipality that is asked for by its code, and existed in none of the years asked for.
    ///
    /// The bank answers such a question with empty cells. Masks and code lists are not looked at: they ask for what
    /// there is.
    ///
    /// - Throws: `.regions` with `.regionNotThen`; a code that this history does not know is left to the table's own
    ///   codes.
    public func refuseRegions(
        in selections: [CubeSelection],
        of table: BankTable
    ) throws(StatisticsNorwayError) {
        let years = try years(in: selections, of: table)
        guard !years.isEmpty else { return }
        let places = table.variables.filter { $0.dimension.role == .region }.map(\.dimension.code)
        for selection in selections where places.contains(selection.variable) && selection.codeList == nil {
            for code in selection.codes where isPlace(code) {
                do {
                    _ = try region(code, inAnyOf: years)
                } catch .unknownRegion {
                    continue
                } catch {
                    throw .regions(error, table: table.id)
                }
            }
        }
    }

    /// The years asked for, earliest first.
    private func years(
        in selections: [CubeSelection],
        of table: BankTable
    ) throws(StatisticsNorwayError) -> [Int] {
        guard let time = table.variables.first(where: { $0.dimension.role == .time })?.dimension else {
            return []
        }
        let codes = time.categories.map(\.code)
        var years: Set<Int> = []
        for selection in selections where selection.variable == time.code {
            for code in selection.codes {
                let positions = try SelectionExpression(code).positions(in: codes, isTime: true)
                // Quarters and months begin with their year: 2019K4, 2019M12.
                years.formUnion(positions.compactMap { Int(codes[$0].prefix(4)) })
            }
        }
        return years.sorted()
    }

    private func isPlace(_ code: String) -> Bool {
        [2, 4].contains(code.utf8.count) && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
