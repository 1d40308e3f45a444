import Accounts
import Datasets
import FileFormats
import Testing

@Suite("dataset.json")
struct DatasetDescriptionTests {
    @Test("A sound description")
    func sound() throws {
        let description = try Dataset(at: fixture("table")).description
        #expect(description.kind == .inputOutputTable)
        #expect(description.title == Name(english: "Country X, 2020", norwegian: "Landet X, 2020"))
        #expect(description.provenance.publisher == "Statistics X")
        #expect(description.provenance.vintage == "2022-03-01")
        #expect(description.provenance.files.map(\.name) == ["x.xlsx"])
        #expect(description.rules == [AppliedRule("imports-split-by-hand", touched: ["B, C"])])
        #expect(
            description.files.map(\.name) == DatasetKind.inputOutputTable.requiredFiles + ["extensions.csv"]
        )
        guard case .inputOutputTable(let area, let basis, let tolerance) = description.contents else {
            Issue.record("another kind")
            return
        }
        #expect(area.code == "X" && area.name == Name(english: "Country X", norwegian: "Landet X"))
        #expect(basis == Basis(unit: Unit("MX"), year: 2020, valuation: .basic))
        #expect(
            tolerance
                == BalanceTolerance(row: 0.5, column: 1e-6, reason: "Rows are rounded to whole millions")
        )
    }

    @Test("A description made by hand needs no vintage, source files, rules or digests, and one language")
    func byHand() throws {
        let copy = try DatasetCopy(of: "groups")
        try copy.edit("dataset.json", ",\n  \"rules\": []", "")
        let description = try Dataset(at: copy.path).description
        #expect(description.title == Name("Two groups"))
        #expect(description.provenance.vintage == nil)
        #expect(
            description.provenance.files.isEmpty && description.rules.isEmpty && description.files.isEmpty
        )
    }

    @Test(
        "Written and read again, every description is the same",
        arguments: ["table", "supply-use", "regional", "extensions"]
    )
    func roundTrip(name: String) throws {
        let description = try Dataset(at: fixture(name)).description
        let text = description.json.prettyText
        #expect(try text == InputFile.text(at: fixture(name) + "/dataset.json"))
        #expect(try DatasetDescription(JSONDocument(text: text, file: "d")) == description)
    }

    @Test("All faults of a description come together, each in its place")
    func faultsTogether() throws {
        let copy = try DatasetCopy(of: "table")
        try copy.edit("dataset.json", "\"publisher\"", "\"publishers\"")
        try copy.edit("dataset.json", "\"year\": 2020", "\"year\": \"2020\"")
        try copy.edit("dataset.json", "\"price_basis\": \"basic\"", "\"price_basis\": \"factor\"")
        try copy.edit("dataset.json", "\"row\": 0.5", "\"row\": -0.5")
        try copy.edit("dataset.json", "\"CC0 1.0\"", "\"\"")
        try copy.edit("dataset.json", String(repeating: "0", count: 64), "abc")
        try copy.edit("dataset.json", "\"code\": \"X\",\n    \"en\"", "\"code\": \"X\",\n    \"de\"")
        let found = faults { () throws(DatasetError) in _ = try Dataset(at: copy.path) }
        let known = [
            "format", "kind", "title", "publisher", "table", "licence", "attribution", "vintage",
            "retrieved",
            "source_files",
            "area", "year", "unit", "price_basis", "prices_of", "tolerance", "rules", "files",
        ]
        func fault(_ line: Int, _ column: String?, _ value: String?, _ problem: Fault.Problem) -> Fault {
            Fault(at: copy.place("dataset.json", line: line, column), value: value, problem)
        }
        #expect(
            found == [
                fault(1, nil, nil, .missingColumn("publisher")),
                fault(8, "publishers", "publishers", .unknownKey(known: known)),
                fault(10, "licence", "", .missing),
                fault(
                    16,
                    "source_files[0].sha256",
                    "abc",
                    .malformed(rule: "64 lower-case hexadecimal digits are expected")
                ),
                fault(21, "area.de", "de", .unknownKey(known: ["code", "en", "nb"])),
                fault(24, "year", "2020", .notAnInteger),
                fault(26, "price_basis", "factor", .notOneOf(["basic", "purchasers"])),
                fault(29, "tolerance.row", "-0.5", .negative),
            ]
        )
    }

    @Test("Another format is refused alone")
    func anotherFormat() throws {
        let copy = try DatasetCopy(of: "table")
        try copy.edit("dataset.json", "ringvirk-dataset-1", "ringvirk-dataset-2")
        try copy.edit("dataset.json", "\"publisher\"", "\"publishers\"")
        #expect(
            faults { () throws(DatasetError) in _ = try Dataset(at: copy.path) } == [
                Fault(
                    at: copy.place("dataset.json", line: 2, "format"),
                    value: "ringvirk-dataset-2",
                    .notOneOf(["ringvirk-dataset-1"])
                )
            ]
        )
    }

    @Test("An unknown kind, and a description that is no object")
    func unknownKind() throws {
        let copy = try DatasetCopy(of: "groups")
        try copy.edit("dataset.json", "\"concordance\"", "\"supply\"")
        #expect(
            faults { () throws(DatasetError) in _ = try Dataset(at: copy.path) } == [
                Fault(
                    at: copy.place("dataset.json", line: 3, "kind"),
                    value: "supply",
                    .notOneOf(DatasetKind.allCases.map(\.rawValue))
                )
            ]
        )
        try AtomicFile.write("[1]", to: copy.file("dataset.json"))
        #expect(
            faults { () throws(DatasetError) in _ = try Dataset(at: copy.path) } == [
                Fault(
                    at: copy.place("dataset.json", line: 1),
                    .malformed(rule: "an object in braces is expected")
                )
            ]
        )
    }

    @Test("A digest may be stated only for a file of the kind")
    func foreignDigest() throws {
        let copy = try DatasetCopy(of: "extensions", keepingDigests: true)
        try copy.edit("dataset.json", "\"measures.csv\"", "\"measure.csv\"")
        let line = try copy.text("dataset.json").split(separator: "\n").firstIndex {
            $0.contains("measure.csv")
        }
        #expect(
            faults { () throws(DatasetError) in _ = try Dataset(at: copy.path) } == [
                Fault(
                    at: copy.place("dataset.json", line: line.map { $0 + 1 }, "files.measure.csv"),
                    value: "measure.csv",
                    .unknownKey(known: ["industries.csv", "measures.csv", "extensions.csv"])
                )
            ]
        )
    }
}
