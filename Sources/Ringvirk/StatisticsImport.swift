public import Accounts
import Datasets
import Regionalisation
import StatisticsNorway

/// Statistics Norway's files → datasets of our own format, one folder each.
public enum StatisticsImport {
    /// What was written.
    public struct Outcome: Sendable {
        /// The dataset's folder.
        public let folder: String
        /// The rules applied on the way.
        public let rules: [AppliedRule]
    }

    /// Questionnaires 1850 and 1950 of one year → a table's dataset.
    ///
    /// - Throws: `.statisticsNorway` when the workbooks are not sound, `.dataset` when it cannot be written.
    public static func inputOutputTable(
        domestic: String,
        imports: String,
        to folder: String
    ) throws(StudyError) -> Outcome {
        let table = try reading { () throws(StatisticsNorwayError) in
            try InputOutputWorkbook(domestic: domestic, imports: imports).table
        }
        let year = table.basis.year
        let title = Name(
            english: "Norway's input-output table \(year), domestic and imported flows, 65 industries",
            norwegian: "Kryssløpstabell for Norge \(year), norske og importerte leveranser, 65 næringer"
        )
        return try writing(folder, rules: table.rules) { () throws(DatasetError) in
            try DatasetWriter(to: folder, title: title).write(table)
        }
    }

    /// A table's dataset and industries' growth by table 09170 → the dataset of another year's table, projected.
    ///
    /// - Parameters:
    ///   - base: the folder of the table that is projected.
    ///   - accounts: the file of ``ProductionAccountsFile``.
    /// - Throws: `.dataset` when the table cannot be read, `.regionalisation` when it cannot be projected; as
    ///   ``inputOutputTable(domestic:imports:to:)``.
    public static func projectedTable(
        from base: String,
        to year: Year,
        growthIn accounts: String,
        to folder: String
    ) throws(StudyError) -> Outcome {
        let table: InputOutputTable
        do {
            table = try Dataset(at: base).inputOutputTable().table
        } catch {
            throw .dataset(error)
        }
        let growth = try reading { () throws(StatisticsNorwayError) in
            try ProductionAccountsFile(contentsOf: accounts)
                .growth(from: table.basis.year, to: year, of: table.industries)
        }
        let projected = try regionalising(base) { () throws(RegionalisationError) in
            try table.projected(by: growth)
        }
        let title = Name(
            english:
                "Norway's input-output table \(year), projected from \(growth.from); not Statistics Norway's",
            norwegian: "Kryssløpstabell for Norge \(year), framskrevet fra \(growth.from); ikke SSBs"
        )
        return try writing(folder, rules: projected.rules) { () throws(DatasetError) in
            try DatasetWriter(to: folder, title: title).write(projected)
        }
    }

    /// Questionnaires 1500 and 1600 of one year → a supply and use table's dataset.
    ///
    /// - Throws: as ``inputOutputTable(domestic:imports:to:)``.
    public static func supplyUseTable(
        supply: String,
        use: String,
        to folder: String
    ) throws(StudyError) -> Outcome {
        let table = try reading { () throws(StatisticsNorwayError) in
            try SupplyUseWorkbook(supply: supply, use: use).table
        }
        let year = table.basis.year
        let title = Name(
            english: "Norway's supply and use table \(year), purchasers' prices, 65 products, 65 industries",
            norwegian: "Tilgang og bruk for Norge \(year), kjøperpriser, 65 produkter, 65 næringer"
        )
        return try writing(folder, rules: table.rules) { () throws(DatasetError) in
            try DatasetWriter(to: folder, title: title).write(table)
        }
    }

    /// Table 11713 → a dataset of regional accounts, details included.
    ///
    /// - Parameter sheet: the sheet to read, when `file` is a workbook; `nil` for a CSV.
    /// - Throws: as ``inputOutputTable(domestic:imports:to:)``.
    public static func countyAccounts(
        _ file: String,
        sheet: String?,
        to folder: String
    ) throws(StudyError) -> Outcome {
        let accounts = try reading { () throws(StatisticsNorwayError) in
            if let sheet { return try CountyAccountsFile(contentsOf: file, sheet: sheet).accounts }
            return try CountyAccountsFile(contentsOf: file).accounts
        }
        return try write(accounts, from: file, to: folder)
    }

    /// A cube of table 11713, as ``StatisticsFetch`` brings it → a dataset of regional accounts, details included.
    ///
    /// - Parameter cube: the cube's folder.
    /// - Throws: `.dataset` when the cube cannot be read; as ``inputOutputTable(domestic:imports:to:)``.
    public static func countyAccounts(cube: String, to folder: String) throws(StudyError) -> Outcome {
        let figures: StatisticsCube
        do {
            figures = try Dataset(at: cube).cube()
        } catch {
            throw .dataset(error)
        }
        let accounts = try reading { () throws(StatisticsNorwayError) in
            try CountyAccountsFile(figures, called: cube).accounts
        }
        return try write(accounts, from: cube, to: folder)
    }

    private static func write(
        _ accounts: CountyAccounts,
        from file: String,
        to folder: String
    ) throws(StudyError) -> Outcome {
        let lines = accounts.industries.compactMap { line in
            PrintedLine.Role(rawValue: line.role.rawValue).map {
                PrintedLine(industry: line.industry, role: $0, covers: line.covers)
            }
        }
        let series = try fitting(file) { () throws(AccountsError) in
            try RegionalAccountsSeries(accounts.series.accounts.map { accounts.withDetails(in: $0) })
        }
        let title = Name(
            english: "Norway's county accounts by industry (table 11713)",
            norwegian: "Fylkesfordelt nasjonalregnskap etter næring (tabell 11713)"
        )
        return try writing(folder, rules: accounts.rules) { () throws(DatasetError) in
            try DatasetWriter(to: folder, title: title).write(series, lines: lines)
        }
    }

    /// The air emission questionnaire → a dataset of extensions.
    ///
    /// - Throws: as ``inputOutputTable(domestic:imports:to:)``.
    public static func airEmissions(_ file: String, to folder: String) throws(StudyError) -> Outcome {
        let series = try reading { () throws(StatisticsNorwayError) in
            try AirEmissionAccounts(contentsOf: file).series
        }
        let title = Name(
            english: "Norway's air emission accounts on the 65 industries of the input-output tables",
            norwegian: "Norges utslippsregnskap etter kryssløpets 65 næringer"
        )
        return try writing(folder, rules: series.rules) { () throws(DatasetError) in
            try DatasetWriter(to: folder, title: title).write(series)
        }
    }

    /// Lists of municipalities and their changes → a dataset of regions' history.
    ///
    /// - Throws: as ``inputOutputTable(domestic:imports:to:)``.
    public static func regionHistory(
        municipalities: String,
        changes: String,
        to folder: String
    ) throws(StudyError) -> Outcome {
        let history = try reading { () throws(StatisticsNorwayError) in
            try RegionHistoryList(municipalities: municipalities, changes: changes).history
        }
        let title = Name(
            english: "Norway's counties and municipalities since 1838, and their changes",
            norwegian: "Norges fylker og kommuner siden 1838 og endringene i dem"
        )
        return try writing(folder, rules: history.rules) { () throws(DatasetError) in
            try DatasetWriter(to: folder, title: title).write(history)
        }
    }

    private static func reading<Value>(
        _ read: () throws(StatisticsNorwayError) -> Value
    ) throws(StudyError) -> Value {
        do {
            return try read()
        } catch {
            throw .statisticsNorway(error)
        }
    }

    private static func writing(
        _ folder: String,
        rules: [AppliedRule],
        _ write: () throws(DatasetError) -> Void
    ) throws(StudyError) -> Outcome {
        do {
            try write()
        } catch {
            throw .dataset(error)
        }
        return Outcome(folder: folder, rules: rules)
    }
}

extension CountyAccounts {
    /// A year's accounts with the cells of the detail lines beside the industries' own.
    fileprivate func withDetails(in accounts: RegionalAccounts) -> RegionalAccounts {
        let details = industries.filter { $0.role == .detail }.map(\.industry.code)
        return accounts.measures.reduce(accounts.replacingRules(with: rules)) { result, measure in
            var cells: [RegionalAccounts.Cell: Observation] = [:]
            for region in [accounts.nation.code] + accounts.regions.codes {
                for code in details {
                    cells[.init(region: region, industry: code)] = detail(
                        measure,
                        region: region,
                        industry: code,
                        year: accounts.year
                    )
                }
            }
            return result.filling(measure, with: cells, rules: [])
        }
    }
}
