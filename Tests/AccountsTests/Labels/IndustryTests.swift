import Accounts
import Testing

@Suite("Industries, regions, categories and inputs")
struct IndustryTests {
    @Test("labels with one code are one label, in a set as in a comparison")
    func sameCode() {
        let plain = Name("a")
        let other = Name("b")
        #expect(Set([Industry(code: "1", name: plain), Industry(code: "1", name: other)]).count == 1)
        #expect(Set([Region(code: "50", name: plain), Region(code: "50", name: other)]).count == 1)
        #expect(
            Set([
                FinalDemandCategory(code: "P6", name: plain, role: .exports),
                FinalDemandCategory(code: "P6", name: other, role: .exports),
            ]).count == 1
        )
        #expect(
            Set([
                PrimaryInput(code: "D1", name: plain, role: .compensation),
                PrimaryInput(code: "D1", name: other, role: .compensation),
            ]).count == 1
        )
        #expect(Industry(code: "1", name: plain) != Industry(code: "2", name: plain))
    }

    @Test("everything but imports and product taxes is value added")
    func valueAdded() {
        #expect(
            PrimaryInput.Role.allCases.filter(\.isValueAdded)
                == [.compensation, .productionTaxes, .capitalConsumption, .operatingSurplus]
        )
    }
}
