import FileFormats
import Testing

@Suite struct YAMLReaderTests {
    @Test func valuesOfASoundDocument() throws {
        let root = try YAMLDocument(contentsOf: fixture("study.yaml")).root
        var reader = YAMLReader()
        #expect(reader.text("name", in: root) == "Tiltak & effekt *")
        #expect(reader.integer("year", in: root) == 2019)
        #expect(reader.number("year", in: root) == 2019)
        #expect(reader.number("share", in: root) == 0.25)
        #expect(reader.boolean("closed", in: root) == true)
        #expect(reader.optionalText("note", in: root) == nil)
        #expect(reader.optionalNumber("absent", in: root) == nil)
        let shocks = reader.sequence("shocks", in: root) ?? []
        #expect(shocks.map { reader.choice("industry", in: $0, of: ["R01", "R02"]) } == ["R01", "R02"])
        #expect(shocks.map { reader.number("value", in: $0) } == [-1500, 12])
        try reader.finish()
    }

    @Test func everyFaultOfADocument() throws {
        let path = fixture("values.yaml")
        let root = try YAMLDocument(contentsOf: path).root
        let known = ["year", "share", "closed", "method", "shocks", "industry", "region"]
        var reader = YAMLReader()
        reader.unknownKeys(in: root, allowed: known)
        _ = reader.text("region", in: root)
        _ = reader.integer("year", in: root)
        _ = reader.number("share", in: root)
        _ = reader.boolean("closed", in: root)
        _ = reader.choice("method", in: root, of: ["leontief", "ghosh"])
        _ = reader.sequence("shocks", in: root)
        _ = reader.text("industry", in: root)
        if let year = root["year"] {
            _ = reader.text("month", in: year)
            _ = reader.text("day", in: year)
        }
        let found = faults { () throws(FileFormatError) in try reader.finish() }
        func place(_ line: Int, _ column: String?) -> Place { Place(file: path, line: line, column: column) }
        #expect(
            found == [
                Fault(at: place(1, nil), .missingColumn("region")),
                Fault(at: place(1, "year"), value: "2019", .notAnInteger),
                Fault(at: place(1, "year"), value: "2019", .expected("mapping")),
                Fault(at: place(2, "share"), value: "0,25", .notANumber),
                Fault(at: place(3, "closed"), value: "yes", .notOneOf(["true", "false"])),
                Fault(at: place(4, "method"), value: "guess", .notOneOf(["leontief", "ghosh"])),
                Fault(at: place(5, "shocks"), value: "none", .expected("sequence")),
                Fault(at: place(6, "industry"), .missing),
                Fault(at: place(7, "extra"), value: "extra", .unknownKey(known: known)),
            ]
        )
    }
}
