import Accounts
import FileFormats
import LinearAlgebra
import StatisticsNorway
import TestSupport
import Testing

/// The Norwegian Environment Agency's domestic footprints (CaFEAN, results of 3 February 2025), computed from the
/// same publications: tables and emissions are right together, or these would not come out.
@Suite(
    "Published domestic footprints",
    .enabled(
        if: PublishedFiles.exists(PublishedFiles.footprints)
            && PublishedFiles.exists(PublishedFiles.inputOutput)
    )
)
struct PublishedFootprintTests {
    /// Their names and units in ours.
    private let measures: [String: (code: String, tonnes: Double)] = [
        "GHG": ("ghg", 1e6), "CO2": ("co2", 1e3), "Biomass CO2": ("co2_biomass", 1e3), "CH4": ("ch4", 1),
        "N2O": ("n2o", 1), "HFC": ("hfc", 1), "PFC": ("pfc", 1), "SF6_NF3": ("sf6_nf3", 1),
    ]

    @Test("every industry and gas", arguments: [2012, 2017, 2019, 2021])
    func footprints(year: Int) throws {
        let files = PublishedFiles.workbooks(year)
        let table = try InputOutputWorkbook(domestic: files.domestic, imports: files.imports).table
        let emissions = try AirEmissionAccounts(contentsOf: PublishedFiles.questionnaire).series
        let extensions = try emissions.extensions(of: Year(year))
        let published = try CSVTable(contentsOf: PublishedFiles.footprints)
        let column = try #require(published.header.firstIndex(of: String(year)))

        // The agency sets negative final demand to zero and lets output follow: x = Zi + max(Y, 0)i.
        let demand = table.finalDemand.map { _, _, value in max(value, 0) }
        let output = try table.domestic.rowSums.combined(with: demand.rowSums, +)
        let coefficients = table.domestic.map { _, user, flow in output[user] == 0 ? 0 : flow / output[user] }
        let size = table.industries.count
        let system = try LUFactorization(
            Matrix(rows: size, columns: size) { row, column in
                (row == column ? 1 : 0) - coefficients.values[row, column]
            }
        )
        let home = LabelledVector(table.industries) { industry in
            table.categories.labels.filter { $0.role != .exports }.reduce(0) { $0 + demand[industry, $1] }
        }
        var multipliers: [String: LabelledVector<Industry>] = [:]
        for one in extensions {
            let intensity = try one.amounts(joining: table).combined(with: output) { $1 == 0 ? 0 : $0 / $1 }
            let solution = try system.solveTransposed(Matrix(column: intensity.values))
            multipliers[one.code] = LabelledVector(table.industries, solution.column(0))
        }
        var compared = 0
        for row in published.rows {
            guard let industry = try? table.industries.label(row.fields[0]) else { continue }
            let measure = try #require(measures[row.fields[1]])
            let expected = try #require(CSVNumber.number(row.fields[column])) * measure.tonnes
            let found = try #require(multipliers[measure.code])[industry] * home[industry]
            // Two factorisations of the same 65 equations agree to some dozen roundings.
            let isEqual = abs(found - expected) <= 1e-9 * max(abs(expected), 1)
            #expect(isEqual, "\(year) \(row.fields[0]) \(row.fields[1]): \(found), expected \(expected)")
            compared += 1
        }
        #expect(compared == 65 * 8)
    }
}
