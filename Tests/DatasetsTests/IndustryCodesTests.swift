import Accounts
import TestSupport
import Testing

@testable import Datasets

@Suite("Industry codes dataset")
struct IndustryCodesTests {
    private let codes: IndustryCodes

    init() throws {
        codes = try Dataset(at: Repository.root + "/data/industry-codes").classificationMap().industryCodes
    }

    @Test("Both standards are there, whole")
    func counts() {
        #expect(codes.count(of: .sn2007) == 820 && codes.count(of: .sn2025) == 736)
    }

    @Test(
        "Codes of SN2007 go to their division's industry, codes of SN2025 where the rules say",
        arguments: [
            ("24.101", IndustryClassification.sn2007, IndustryCodes.Placement.industry("R24")),
            ("45.200", .sn2007, .industry("R45")), ("41.101", .sn2007, .industry("RF")),
            ("68.209", .sn2007, .industry("R68B")), ("24.101", .sn2025, .unknown),
            // The same name under another code: PR og kommunikasjonstjenester was 70.210.
            ("73.300", .sn2025, .industry("R69_70")),
            // SN2025 has no division 45.
            ("46.710", .sn2025, .industry("R45")), ("95.310", .sn2025, .industry("R45")),
            ("47.812", .sn2025, .unknown), ("47.810", .sn2025, .industry("R45")),
            // Moved under nearly the same name.
            ("68.120", .sn2025, .industry("RF")), ("60.310", .sn2025, .industry("R62_63")),
            // Placed by division.
            ("62.100", .sn2025, .industry("R62_63")), ("38.310", .sn2025, .industry("R37_39")),
            // Several industries' content.
            ("53.300", .sn2025, .unplaced), ("28.210", .sn2025, .unplaced), ("97.001", .sn2025, .unplaced),
        ]
    )
    func placements(
        _ code: String,
        _ classification: IndustryClassification,
        _ placement: IndustryCodes.Placement
    ) {
        #expect(codes.placement(of: code, in: classification) == placement)
    }

    @Test("Every industry that a code leads to is one of the input-output tables")
    func industries() throws {
        let map = try Dataset(at: Repository.root + "/data/industry-codes").classificationMap()
        let table = try Dataset(at: Repository.root + "/data/ssb-io/2021").inputOutputTable().table
        let known = Set(table.output.axis.codes)
        #expect(map.target.codes.filter { !known.contains($0) } == [ClassificationMap.unplaced])
    }
}
