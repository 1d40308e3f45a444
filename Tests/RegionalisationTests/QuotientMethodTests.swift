import Regionalisation
import Testing

@Suite("Quotient method")
struct QuotientMethodTests {
    @Test("every method has a code of its own, and Flegg's have δ")
    func codes() {
        let methods: [QuotientMethod] = [
            .slq, .cilq, .rlq, .flq(delta: 0.1), .aflq(delta: 0.2),
            .twoDimensional(alpha: 0.5, beta: 0.1), .charm, .pooling, .calibrated,
        ]
        #expect(methods.map(\.code) == QuotientMethod.codes)
        #expect(methods.map(\.delta) == [nil, nil, nil, 0.1, 0.2, nil, nil, nil, nil])
        #expect(methods.flatMap { $0.parameters.map(\.name) } == ["delta", "delta", "alpha", "beta"])
        #expect(methods.filter(\.balancesProducts) == [.charm, .pooling])
        #expect(SizeMeasure(rawValue: "value_added") == .valueAdded)
        #expect(FlowBasis.allCases.map(\.rawValue) == ["domestic", "total"])
    }
}
