import Accounts
import TestSupport
import Testing

@Suite("Labelled vector")
struct LabelledVectorTests {
    private let vector: LabelledVector<Industry>

    init() throws {
        vector = LabelledVector(try industries(["a", "b", "c"]), [1, 2, 4])
    }

    @Test("sums, products and maps agree with the hand")
    func arithmetic() throws {
        let other = LabelledVector(vector.axis, [10, 20, 30])
        #expect(vector.sum == 7)
        #expect(try vector.dot(other) == 170)
        #expect(try vector.combined(with: other, -).values == [-9, -18, -26])
        #expect(vector.map { -$0 }.values == [-1, -2, -4])
        #expect(vector[try vector.axis.label("c")] == 4)
    }

    @Test("aggregation adds up by target and keeps the sum")
    func aggregation() throws {
        let concordance = try Concordance(
            from: vector.axis,
            to: try industries(["X", "Y"]),
            ["a": "Y", "b": "X", "c": "Y"]
        )
        let coarse = try vector.aggregated(by: concordance)
        #expect(coarse.values == [2, 5])
        #expect(coarse.sum == vector.sum)
    }

    @Test("another axis is refused with the first difference")
    func otherAxis() throws {
        let other = LabelledVector(try industries(["a", "c", "b"]), [1, 2, 4])
        let expected = AccountsError.differ(.label(position: 1, "b", "c"))
        #expect(throws: expected) { try vector.combined(with: other, +) }
        #expect(throws: expected) { try vector.dot(other) }
        #expect(throws: expected) { try vector.aggregated(by: Concordance(identityOn: other.axis)) }
    }
}
