import Accounts
import Datasets
import FileFormats
import Leontief
import TestSupport
import Testing

/// The domestic footprint of final demand, from the committed datasets, against the Norwegian Environment Agency's
/// (CaFEAN, results of 3 February 2025).
@Suite("Embedded datasets: domestic footprint")
struct FootprintGateTests {
    private static let published = Repository.shared + "/data/oracle_cafean/domestic_footprint.csv"
    /// Their names and units in ours.
    private static let measures: [String: (code: String, tonnes: Double)] = [
        "GHG": ("ghg", 1e6), "CO2": ("co2", 1e3), "Biomass CO2": ("co2_biomass", 1e3), "CH4": ("ch4", 1),
        "N2O": ("n2o", 1), "HFC": ("hfc", 1), "PFC": ("pfc", 1), "SF6_NF3": ("sf6_nf3", 1),
    ]

    private func footprints(_ year: Int) throws -> [String: LabelledVector<Industry>] {
        let table = try EmbeddedStudy.table(year)
        let series = try Dataset(at: EmbeddedStudy.data + "/ssb-air-emissions").extensionSeries()
        var footprints: [String: LabelledVector<Industry>] = [:]
        for one in try series.extensions(of: Year(year)) {
            footprints[one.code] =
                try DomesticFootprint(of: one, in: table, negativeDemand: .setToZero).byProduct
        }
        return footprints
    }

    // The agency's totals in Mt CO2e, as its file's README prints them; half of the last digit.
    @Test(
        "Totals as printed",
        arguments: [(2012, 23.5445), (2017, 23.0320), (2019, 23.7996), (2021, 19.6056)]
    )
    func totals(year: Int, megatonnes: Double) throws {
        let total = try #require(try footprints(year)["ghg"]).sum
        #expect(abs(total / 1e6 - megatonnes) <= halfOfLastDigit(decimals: 4), "\(total)")
    }

    @Test("Every year comes out, with every gas", arguments: EmbeddedStudy.tableYears)
    func everyYear(year: Int) throws {
        let footprints = try footprints(year)
        #expect(Set(footprints.keys).isSuperset(of: Self.measures.values.map(\.code)))
        for (code, footprint) in footprints {
            #expect(footprint.values.allSatisfy { $0.isFinite && $0 >= 0 }, "\(year) \(code)")
            #expect(footprint.sum > 0, "\(year) \(code)")
        }
    }

    @Test(
        "Every industry and gas as published",
        .enabled(if: SharedTable.exists("data/oracle_cafean")),
        arguments: [2012, 2017, 2019, 2021]
    )
    func everyCell(year: Int) throws {
        let footprints = try footprints(year)
        let published = try CSVTable(contentsOf: Self.published)
        let column = try #require(published.header.firstIndex(of: String(year)))
        var compared = 0
        for row in published.rows {
            let measure = try #require(Self.measures[row.fields[1]])
            let footprint = try #require(footprints[measure.code])
            guard let industry = try? footprint.axis.label(row.fields[0]) else { continue }
            let expected = try #require(CSVNumber.number(row.fields[column])) * measure.tonnes
            // Two factorisations of the same 65 equations; below a tonne, absolute.
            let isEqual = abs(footprint[industry] - expected) <= 1e-9 * max(abs(expected), 1)
            #expect(isEqual, "\(year) \(row.fields): \(footprint[industry])")
            compared += 1
        }
        #expect(compared == 65 * 8)
    }
}
