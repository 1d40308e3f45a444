import Accounts
import Leontief
import LinearAlgebra
import TestSupport
import Testing

@Suite("Productivity")
struct ProductivityTests {
    private func system(_ rows: [[Double]]) throws -> LeontiefSystem<Industry> {
        let axis = try industries((0..<rows.count).map { "s\($0)" })
        return try LeontiefSystem(TechnicalCoefficients(LabelledMatrix(axis, rows)))
    }

    @Test("a spectral radius of one or more is refused, with the sectors whose inputs reach their output")
    func notProductive() throws {
        // Column sums 0.75 and 1; eigenvalues of (0.5 0.25; 0.25 0.75) are 0.346 and 0.904: productive.
        #expect(throws: Never.self) { try system([[0.5, 0.25], [0.25, 0.75]]) }
        // Both columns sum to one: i'A = i', spectral radius exactly one, I − A singular.
        #expect(
            throws: LeontiefError.notProductive([
                SectorSum(sector: "s0", sum: 1), SectorSum(sector: "s1", sum: 1),
            ])
        ) { try system([[0.5, 0.25], [0.5, 0.75]]) }
        // I − A is regular, but its inverse has negative cells: eigenvalues 1.5 and 0.5.
        #expect(
            throws: LeontiefError.notProductive([
                SectorSum(sector: "s0", sum: 1.5), SectorSum(sector: "s1", sum: 1.5),
            ])
        ) { try system([[1, 0.5], [0.5, 1]]) }
    }

    @Test("a column that passes one is accepted where the whole economy is productive, and the bound holds")
    func columnPastOne() throws {
        // A = (0 0.1; 4 0): the second column is small, the first sums to 4; eigenvalues ±√0.4 = ±0.632.
        let system = try system([[0, 0.1], [4, 0]])
        let solution = try system.output(meeting: LabelledVector(system.sectors, [6, 12]))
        // det(I − A) = 0.6; x = (6 + 1.2, 24 + 12) / 0.6.
        #expect(
            abs(solution.values.values[0] - 12) + abs(solution.values.values[1] - 60) <= solution.errorBound
        )
        #expect(solution.errorBound < 1e-12)
    }

    @Test("negative coefficients are solved; a bound is given where |A| is productive and infinite where not")
    func negativeCells() throws {
        let mild = try system([[0.5, -0.25], [0.25, 0.25]])
        #expect(try mild.output(meeting: LabelledVector(mild.sectors, [1, 1])).errorBound < 1e-13)
        // |A| has column sums of 2, A itself eigenvalues ±√(−1) · 1.4: I − A is well conditioned.
        let wild = try system([[0, -1.4], [1.4, 0]])
        let solution = try wild.output(meeting: LabelledVector(wild.sectors, [1, 0]))
        #expect(solution.errorBound == .infinity)
        // (1 1.4; −1.4 1) x = (1 0)': x = (1, 1.4) / 2.96.
        #expect(abs(solution.values.values[0] - 1 / 2.96) < 1e-15)
        #expect(abs(solution.values.values[1] - 1.4 / 2.96) < 1e-15)
    }

    @Test("a coefficient larger in the region than in the nation is refused with both")
    func regionExceedsNation() throws {
        let small = try system([[0.25, 0], [0, 0.5]])
        let large = try system([[0.25, 0.125], [0, 0.5]])
        let axis = small.sectors
        let idle = HouseholdClosure(
            wages: LabelledVector(axis) { _ in 0 },
            purchases: LabelledVector(axis) { _ in 0 }
        )
        #expect(
            throws: LeontiefError.regionExceedsNation(seller: "s0", buyer: "s1", region: 0.125, nation: 0)
        ) {
            try RippleModel(
                region: Region(code: "50", name: Name("Trøndelag")),
                nation: ClosedLeontiefSystem(small, closedBy: idle),
                regional: ClosedLeontiefSystem(large, closedBy: idle),
                basis: SmallTable.basis,
                measures: [],
                producing: axis.labels
            )
        }
    }
}
