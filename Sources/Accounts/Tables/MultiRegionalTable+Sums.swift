import LinearAlgebra

extension MultiRegionalTable {
    /// Every row and column that does not add up, accepted or not.
    public var balanceReport: BalanceReport {
        var imbalances: [BalanceReport.Imbalance] = []
        let sales = zip(flows.values.rowSums, finalDemand.values.rowSums).map { $0 + $1 }
        let purchases = zip(flows.values.columnSums, primaryInputs.values.columnSums).map { $0 + $1 }
        for (side, found) in [(BalanceReport.Imbalance.Side.row, sales), (.column, purchases)] {
            for (sector, label) in sectors.labels.enumerated() where found[sector] != output.values[sector] {
                imbalances.append(
                    .init(side: side, code: label.code, stated: output.values[sector], found: found[sector])
                )
            }
        }
        return BalanceReport(imbalances: imbalances, tolerance: tolerance)
    }

    /// Σ_rs z_ij^rs: the nation's flows between industries.
    public var nationalFlows: LabelledMatrix<Industry, Industry> {
        LabelledMatrix(
            rows: industries,
            columns: industries,
            values: summed(flows.values, rowsRepeat: true, industries.count)
        )
    }

    /// Σ_rs y_ik^rs: the nation's final demand.
    public var nationalFinalDemand: LabelledMatrix<Industry, FinalDemandCategory> {
        LabelledMatrix(
            rows: industries,
            columns: categories,
            values: summed(finalDemand.values, rowsRepeat: true, categories.count)
        )
    }

    /// The nation's primary inputs by industry.
    public var nationalPrimaryInputs: LabelledMatrix<PrimaryInput, Industry> {
        LabelledMatrix(
            rows: primaryInputs.rows,
            columns: industries,
            values: summed(primaryInputs.values, rowsRepeat: false, industries.count)
        )
    }

    /// The nation's imports and product taxes in final demand.
    public var nationalFinalDemandInputs: LabelledMatrix<PrimaryInput, FinalDemandCategory> {
        LabelledMatrix(
            rows: primaryInputs.rows,
            columns: categories,
            values: summed(finalDemandInputs.values, rowsRepeat: false, categories.count)
        )
    }

    /// Flows from the industries of one region to those of another.
    ///
    /// - Throws: `.unknownLabel` for a region that the table does not have.
    public func flows(from seller: Region, to buyer: Region) throws(AccountsError)
        -> LabelledMatrix<Industry, Industry>
    {
        let (row, column) = (try offset(of: seller), try offset(of: buyer))
        return LabelledMatrix(
            rows: industries,
            columns: industries,
            values: Matrix(rows: industries.count, columns: industries.count) {
                flows.values[row + $0, column + $1]
            }
        )
    }

    /// What regions sell each other of one industry's products, for production and for final demand; on the diagonal
    /// what they use at home. Exports to abroad are not in it.
    ///
    /// - Throws: `.unknownLabel` for an industry that the table does not have.
    public func trade(in industry: Industry) throws(AccountsError) -> LabelledMatrix<Region, Region> {
        guard let position = industries.position(industry.code) else {
            throw .unknownLabel(code: industry.code, known: industries.codes)
        }
        let domestic = categories.labels.indices.filter { categories.labels[$0].role != .exports }
        return LabelledMatrix(
            rows: regions,
            columns: regions,
            values: Matrix(rows: regions.count, columns: regions.count) { seller, buyer in
                let row = seller * industries.count + position
                let toIndustries = (0..<industries.count).reduce(0) {
                    $0 + flows.values[row, buyer * industries.count + $1]
                }
                return domestic.reduce(toIndustries) {
                    $0 + finalDemand.values[row, buyer * categories.count + $1]
                }
            }
        )
    }

    /// The first row or column of a region.
    private func offset(of region: Region) throws(AccountsError) -> Int {
        guard let position = regions.position(region.code) else {
            throw .unknownLabel(code: region.code, known: regions.codes)
        }
        return position * industries.count
    }

    /// Blocks added together: the columns of all regions, and their rows where these repeat too.
    private func summed(_ values: Matrix, rowsRepeat: Bool, _ width: Int) -> Matrix {
        let height = rowsRepeat ? industries.count : values.rows
        var sums = [Double](repeating: 0, count: height * width)
        for column in 0..<values.columns {
            let start = column % width * height
            for row in 0..<values.rows { sums[start + row % height] += values[row, column] }
        }
        return Matrix(rows: height, columns: width, columnMajor: sums)
    }
}
