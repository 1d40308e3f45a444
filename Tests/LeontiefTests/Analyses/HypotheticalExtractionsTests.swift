import Accounts
import Leontief
import TestSupport
import Testing

@Suite("Hypothetical extraction of every sector in turn")
struct HypotheticalExtractionsTests {
    @Test(
        "n extractions from one factorisation are n economies solved without the sector",
        arguments: HypotheticalExtraction<Industry>.Kind.allCases
    )
    func separate(kind: HypotheticalExtraction<Industry>.Kind) throws {
        let table = try RandomEconomy(size: 14, seed: 11).table
        let system = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
        let demand = table.finalDemand.rowSums
        let all = try HypotheticalExtractions(kind, from: system, meeting: demand)
        let before = try system.output(meeting: demand).values
        for sector in system.sectors.labels {
            let remaining = system.coefficients.matrix.map { row, column, coefficient in
                switch kind {
                case .complete: row == sector || column == sector ? 0 : coefficient
                case .backward: column == sector ? 0 : coefficient
                case .forward: row == sector ? 0 : coefficient
                }
            }
            let left = LabelledVector(demand.axis) { kind == .complete && $0 == sector ? 0 : demand[$0] }
            let after = try LeontiefSystem(TechnicalCoefficients(remaining)).output(meeting: left).values
            let loss = try before.combined(with: after, -)
            #expect(deviation(of: all.losses.column(sector).values, from: loss.values) <= 1e-10 * before.sum)
            #expect(abs(all.totals[sector] - loss.sum) <= 1e-10 * before.sum)
            let one = try HypotheticalExtraction(kind, of: sector, from: system, meeting: demand)
            #expect(deviation(of: one.loss.values, from: loss.values) <= 1e-10 * before.sum)
        }
    }

    @Test("a sector whose own element of the inverse is zero cannot be thought away")
    func undefined() throws {
        // I − A = (0 −1; 1 0) when A = (1 1; −1 1): L = (0 1; −1 0).
        let axis = try industries(["a", "b"])
        let system = try LeontiefSystem(TechnicalCoefficients(LabelledMatrix(axis, [[1, 1], [-1, 1]])))
        let demand = LabelledVector(axis, [1, 1])
        #expect(throws: LeontiefError.extractionUndefined(sector: "a")) {
            try HypotheticalExtractions(.complete, from: system, meeting: demand)
        }
        #expect(throws: LeontiefError.extractionUndefined(sector: "b")) {
            try HypotheticalExtraction(.forward, of: axis.labels[1], from: system, meeting: demand)
        }
    }
}
