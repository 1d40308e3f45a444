import Accounts
import TestSupport
import Testing

@Suite("Concordance")
struct ConcordanceTests {
    private let fine: Axis<Industry>
    private let coarse: Axis<Industry>

    init() throws {
        fine = try industries(["01", "02", "03"])
        coarse = try industries(["A", "B"])
    }

    @Test("every source is found from its target, in the source's order")
    func sources() throws {
        let concordance = try Concordance(from: fine, to: coarse, ["01": "B", "02": "A", "03": "B"])
        #expect(concordance.sources(of: try coarse.label("B")).map(\.code) == ["01", "03"])
        #expect(concordance.target(of: try fine.label("02")).code == "A")
        #expect(concordance.sources(of: Industry(code: "Z", name: Name("Z"))).isEmpty)
    }

    @Test("a source code without a target is refused by name")
    func unmapped() {
        #expect(throws: AccountsError.unmapped(code: "02")) {
            try Concordance(from: fine, to: coarse, ["01": "A", "03": "B"])
        }
    }

    @Test("codes that are on neither axis are refused with those that are on it")
    func unknown() {
        #expect(throws: AccountsError.unknownLabel(code: "99", known: ["01", "02", "03"])) {
            try Concordance(from: fine, to: coarse, ["01": "A", "02": "A", "03": "B", "99": "B"])
        }
        #expect(throws: AccountsError.unknownLabel(code: "C", known: ["A", "B"])) {
            try Concordance(from: fine, to: coarse, ["01": "A", "02": "B", "03": "C"])
        }
    }

    @Test("a target that nothing maps to is refused by name")
    func noSource() {
        #expect(throws: AccountsError.noSource(target: "B")) {
            try Concordance(from: fine, to: coarse, ["01": "A", "02": "A", "03": "A"])
        }
    }

    @Test("a source code in two pairs is refused by name, also where both say the same")
    func doubled() throws {
        for target in ["A", "B"] {
            #expect(throws: AccountsError.duplicateLabel(code: "02")) {
                try Concordance(
                    from: fine,
                    to: coarse,
                    pairs: [("01", "A"), ("02", "B"), ("03", "B"), ("02", target)]
                )
            }
        }
        let sound = try Concordance(from: fine, to: coarse, pairs: [("01", "A"), ("02", "B"), ("03", "B")])
        #expect(sound.sources(of: try coarse.label("B")).map(\.code) == ["02", "03"])
    }

    @Test("the identity maps every label to itself")
    func identity() throws {
        let concordance = Concordance(identityOn: fine)
        #expect(fine.labels.allSatisfy { concordance.target(of: $0) == $0 })
    }
}
