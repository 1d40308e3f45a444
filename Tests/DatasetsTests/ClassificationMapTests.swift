import Accounts
import Datasets
import FileFormats
import Testing

@Suite("Concordance datasets")
struct ClassificationMapTests {
    private func axis(_ codes: [String]) throws -> Axis<Industry> {
        try Axis(codes.map { Industry(code: $0, name: Name($0)) })
    }

    @Test("Each scheme leads to the groups")
    func sound() throws {
        let map = try Dataset(at: fixture("groups")).classificationMap()
        #expect(map.target.codes == ["goods", "services"])
        #expect(map.schemes.map(\.name) == ["x_table", "x_old"])
        let concordance = try map.concordance(from: axis(["C", "A", "B"]), scheme: "x_table")
        #expect(concordance.sources(of: try map.target.label("goods")).map(\.code) == ["A", "B"])
        let old = try map.concordance(from: axis(["50", "01"]), scheme: "x_old")
        #expect(old.target(of: try old.source.label("50")).name.norwegian == "Tjenester")
    }

    @Test("A code the scheme leaves out, one not on the axis, a scheme that is not there")
    func refusals() throws {
        let map = try Dataset(at: fixture("groups")).classificationMap()
        #expect(throws: AccountsError.unmapped(code: "D")) {
            try map.concordance(from: axis(["A", "B", "C", "D"]), scheme: "x_table")
        }
        #expect(throws: AccountsError.unknownLabel(code: "B", known: ["A", "C"])) {
            try map.concordance(from: axis(["A", "C"]), scheme: "x_table")
        }
        #expect(throws: AccountsError.unknownLabel(code: "nace", known: ["x_table", "x_old"])) {
            try map.concordance(from: axis(["A"]), scheme: "nace")
        }
    }

    @Test("A source twice in its scheme and a target that is no group")
    func faulty() throws {
        let copy = try DatasetCopy(of: "groups")
        try copy.edit("mapping.csv", "x_table,B,goods", "x_table,A,services")
        try copy.edit("mapping.csv", "x_old,50,services", "x_old,50,service\nx_old,,goods\nx_old,A,goods")
        func fault(_ line: Int, _ column: String, _ value: String, _ problem: Fault.Problem) -> Fault {
            Fault(at: copy.place("mapping.csv", line: line, column), value: value, problem)
        }
        #expect(
            faults { () throws(DatasetError) in _ = try Dataset(at: copy.path).classificationMap() } == [
                fault(3, "source", "A", .duplicate(firstLine: 2)),
                fault(6, "target", "service", .notOneOf(["goods", "services"])),
                fault(7, "source", "", .missing),
            ]
        )
    }

    @Test("Written and read, the map is the same")
    func roundTrip() throws {
        let map = try Dataset(at: fixture("groups")).classificationMap()
        let copy = DatasetCopy()
        try DatasetWriter(to: copy.path, title: Name("Groups")).write(map)
        let read = try Dataset(at: copy.path).classificationMap()
        #expect(read.target == map.target && read.schemes == map.schemes && read.provenance == map.provenance)
        #expect(try copy.text("mapping.csv") == InputFile.text(at: fixture("groups") + "/mapping.csv"))
    }
}
