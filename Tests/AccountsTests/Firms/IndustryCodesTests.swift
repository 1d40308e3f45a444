import Testing

@testable import Accounts

@Suite("Industry codes")
struct IndustryCodesTests {
    private let codes = IndustryCodes([
        .sn2007: ["69.201": "R69_70", "45.200": "R45"],
        .sn2025: ["69.201": "R69_70", "53.300": nil, "95.310": "R45"],
    ])

    private func unit(_ code: String?, _ classification: IndustryClassification) throws -> RegisteredUnit {
        RegisteredUnit(
            number: try #require(OrganisationNumber("110000103")),
            name: nil,
            kind: .enterprise,
            legalForm: "AS",
            industry: code,
            classification: classification,
            municipality: nil,
            country: "NO",
            parent: nil,
            employees: nil,
            events: .init()
        )
    }

    @Test("A code leads to an industry, is refused, or is unknown, each in its own classification")
    func placements() throws {
        #expect(codes.placement(of: "45.200", in: .sn2007) == .industry("R45"))
        #expect(codes.placement(of: "45.200", in: .sn2025) == .unknown)
        #expect(codes.placement(of: "53.300", in: .sn2025) == .unplaced)
        #expect(codes.classifications(of: "69.201") == [.sn2007, .sn2025])
        #expect(codes.classifications(of: "53.300") == [.sn2025] && codes.classifications(of: "1").isEmpty)
        #expect(codes.count(of: .sn2025) == 3 && IndustryCodes.none.count(of: .sn2007) == 0)
    }

    @Test(
        "A division leads to the industry that all its codes lie in, and is refused where they lie in several"
    )
    func divisions() {
        #expect(codes.placement(ofDivision: "69", in: .sn2007) == .industry("R69_70"))
        #expect(codes.placement(ofDivision: "69", in: .sn2025) == .industry("R69_70"))
        #expect(codes.placement(ofDivision: "53", in: .sn2025) == .unplaced)
        #expect(codes.placement(ofDivision: "45", in: .sn2025) == .unknown)
        let several = IndustryCodes([
            .sn2025: ["46.100": "R46", "46.900": "R45", "47.100": "R47", "47.900": nil]
        ])
        #expect(several.placement(ofDivision: "46", in: .sn2025) == .unplaced)
        #expect(several.placement(ofDivision: "47", in: .sn2025) == .unplaced)
    }

    @Test("A unit's industry is that of its code, and none where the code is refused or missing")
    func units() throws {
        let units = try [
            unit("95.310", .sn2025), unit("95.310", .sn2007), unit("53.300", .sn2025), unit(nil, .sn2007),
        ]
        #expect(units.map { codes.industry(of: $0) } == ["R45", nil, nil, nil])
    }
}
