import Accounts
import TestSupport
import Testing

@Suite("Axis")
struct AxisTests {
    @Test("a code that stands twice is refused by name")
    func duplicate() {
        #expect(throws: AccountsError.duplicateLabel(code: "b")) { try industries(["a", "b", "c", "b"]) }
    }

    @Test("a code that is not there is answered with those that are")
    func unknown() throws {
        let axis = try industries(["a", "b"])
        #expect(throws: AccountsError.unknownLabel(code: "z", known: ["a", "b"])) { try axis.label("z") }
        #expect(try axis.label("b").code == "b")
        #expect(!axis.contains(Industry(code: "z", name: Name("z"))))
    }

    @Test("the first difference is told by place, also where one axis ends before the other")
    func firstDifference() throws {
        let axis = try industries(["a", "b", "c"])
        #expect(axis.firstDifference(from: axis) == nil)
        #expect(
            axis.firstDifference(from: try industries(["a", "c", "b"])) == .label(position: 1, "b", "c")
        )
        #expect(axis.firstDifference(from: try industries(["a"])) == .label(position: 1, "b", nil))
        #expect(try industries(["a"]).firstDifference(from: axis) == .label(position: 1, nil, "b"))
    }

    @Test("codes and order make an axis what it is; names do not")
    func equality() throws {
        let plain = try industries(["a", "b"])
        let named = try Axis(plain.labels.map { Industry(code: $0.code, name: Name("another name")) })
        #expect(plain == named)
        #expect(plain != (try industries(["b", "a"])))
    }
}
