import Accounts
import Datasets
import Regionalisation
import Testing

@testable import Ringvirk

@Suite("Embedded study: withheld cells")
struct SuppressedCellsGateTests {
    @Test("Trøndelag 2019: B is implied to be 2 833 MNOK; C13_15 and C24 are estimated and 259 MNOK together")
    func trondelag() throws {
        let accounts = try #require(try EmbeddedStudy.inputs(2019).1.accounts)
        #expect(accounts[.valueAdded, "50", "B"] == .value(2833, .implied))
        let textiles = accounts[.valueAdded, "50", "C13_15"]
        let metals = accounts[.valueAdded, "50", "C24"]
        #expect(textiles.origin == .estimated && metals.origin == .estimated)
        // Met last, in one scaling: a rounding or two of 259.
        #expect(abs(try #require(textiles.number) + (try #require(metals.number)) - 259) <= 1e-12 * 259)
    }

    @Test("Every printed total holds after filling", arguments: Array(2008...2019))
    func totals(year: Int) throws {
        let series = try Dataset(at: EmbeddedStudy.data + "/ssb-county-accounts").regionalAccounts().series
        let groups = try Dataset(at: EmbeddedStudy.data + "/groups-30").classificationMap()
        let published = try series.accounts(of: Year(year))
        let grouped = try published.aggregated(
            by: groups.concordance(from: published.industries, scheme: "ssb_11713")
        )
        for measure in [RegionalAccounts.Measure.valueAdded, .compensation] {
            let filled = SuppressedCells.filled(grouped, measure)
            var checked = 0
            for region in grouped.regions.codes {
                for subtotal in grouped.subtotals {
                    guard let stated = grouped[measure, region, subtotal.code].number else { continue }
                    let parts = subtotal.industries.map { filled[measure, region, $0] }
                    let found = parts.reduce(0) { $0 + ($1.number ?? 0) }
                    let isFilled = subtotal.industries.contains {
                        grouped[measure, region, $0].number == nil
                            && grouped[measure, region, $0] != .notApplicable
                    }
                    // Where nothing was filled, the publisher's own rounding stands, whatever it is.
                    guard isFilled else { continue }
                    checked += 1
                    #expect(
                        abs(found - stated) <= 1e-9 * max(abs(stated), 1),
                        "\(year) \(measure.rawValue) \(region) \(subtotal.code): \(found), printed \(stated)"
                    )
                }
            }
            #expect(checked > 0, "\(year) \(measure.rawValue): nothing was filled")
            for region in filled.regions.codes {
                for industry in filled.industries.codes {
                    let before = grouped[measure, region, industry]
                    let after = filled[measure, region, industry]
                    if before.number != nil { #expect(after == before) }
                }
            }
        }
    }
}
