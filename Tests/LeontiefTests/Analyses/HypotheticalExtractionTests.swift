import Accounts
import Leontief
import TestSupport
import Testing

@Suite("Hypothetical extraction")
struct HypotheticalExtractionTests {
    /// Computed with numpy 2.4 beside the case, on Miller & Blair's two sectors.
    @Test(
        "extracting the first of two sectors, three ways",
        arguments: [
            (HypotheticalExtraction<Industry>.Kind.complete, 1210.5263157894735),
            (.backward, 413.1578947368421),
            (.forward, 786.8421052631579),
        ]
    )
    func twoSectors(kind: HypotheticalExtraction<Industry>.Kind, loss: Double) throws {
        let table = try TwoSectors()
        let first = try table.axis.label("sec1")
        let extraction = try HypotheticalExtraction(
            kind,
            of: first,
            from: table.system,
            meeting: table.finalDemand
        )
        #expect(abs(extraction.total - loss) <= 1e-9)
        #expect(abs(extraction.loss[first] + extraction.elsewhere - extraction.total) <= 1e-9)
        #expect(extraction.sector == first)
    }

    @Test("a whole sector gone takes its own output and 210.5 of the other's")
    func elsewhere() throws {
        let table = try TwoSectors()
        let first = try table.axis.label("sec1")
        let extraction = try HypotheticalExtraction(
            .complete,
            of: first,
            from: table.system,
            meeting: table.finalDemand
        )
        #expect(abs(extraction.elsewhere - 210.52631578947353) <= 1e-9)
        #expect(abs(extraction.loss[first] - 1_000) <= 1e-9)
    }

    @Test("extraction never adds output, and the whole sector weighs more than its row or column")
    func random() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let table = try RandomEconomy(size: 9, seed: seed).table
            let system = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
            let demand = table.finalDemand.rowSums
            let sector = try table.industries.label("i4")
            var totals: [Double] = []
            for kind in HypotheticalExtraction<Industry>.Kind.allCases {
                let extraction = try HypotheticalExtraction(kind, of: sector, from: system, meeting: demand)
                #expect(extraction.loss.values.allSatisfy { $0 >= -1e-9 })
                totals.append(extraction.total)
            }
            #expect(totals[0] > totals[1])
            #expect(totals[0] > totals[2])
        }
    }

    @Test("a sector that is not there, or a demand on another axis, is refused")
    func refusals() throws {
        let table = try TwoSectors()
        #expect(throws: LeontiefError.accounts(.unknownLabel(code: "sec3", known: ["sec1", "sec2"]))) {
            try HypotheticalExtraction(
                .complete,
                of: Industry(code: "sec3", name: Name("sec3")),
                from: table.system,
                meeting: table.finalDemand
            )
        }
        let other = LabelledVector(try industries(["sec1"]), [1])
        #expect(throws: LeontiefError.accounts(.differ(.label(position: 1, "sec2", nil)))) {
            try HypotheticalExtraction(
                .complete,
                of: try table.axis.label("sec1"),
                from: table.system,
                meeting: other
            )
        }
    }
}
