import Regionalisation
import Testing

@Suite("Quotient method")
struct QuotientMethodTests {
    @Test("every method has a code of its own, and Flegg's have δ")
    func codes() {
        let methods: [QuotientMethod] = [.slq, .cilq, .rlq, .flq(delta: 0.1), .aflq(delta: 0.2), .calibrated]
        #expect(methods.map(\.code) == QuotientMethod.codes)
        #expect(methods.map(\.delta) == [nil, nil, nil, 0.1, 0.2, nil])
        #expect(SizeMeasure(rawValue: "value_added") == .valueAdded)
        #expect(FlowBasis.allCases.map(\.rawValue) == ["domestic", "total"])
    }
}
