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

    /// Each kind of value asked for as optional: there, empty, absent, and of the wrong kind.
    @Test func optionalValues() throws {
        let text = "t: x\nn: 0.5\ni: 3\nb: false\nc: up\ns: [1, [2]]\nm: {k: 1}\nempty:\n"
        let root = try YAMLDocument(text: text, file: "t").root
        var reader = YAMLReader()
        #expect(reader.optionalText("t", in: root) == "x")
        #expect(reader.optionalNumber("n", in: root) == 0.5)
        #expect(reader.optionalInteger("i", in: root) == 3)
        #expect(reader.optionalBoolean("b", in: root) == false)
        #expect(reader.optionalChoice("c", in: root, of: ["up", "down"]) == "up")
        #expect(reader.optionalSequence("s", in: root)?.count == 2)
        #expect(reader.optionalMapping("m", in: root)?.map(\.key) == ["k"])
        #expect(reader.mapping("m", in: root)?.first?.value.scalar == "1")
        for key in ["empty", "absent"] {
            #expect(reader.optionalText(key, in: root) == nil)
            #expect(reader.optionalInteger(key, in: root) == nil)
            #expect(reader.optionalBoolean(key, in: root) == nil)
            #expect(reader.optionalSequence(key, in: root) == nil)
        }
        try reader.finish()

        #expect(reader.optionalNumber("m", in: root) == nil)
        #expect(reader.optionalMapping("t", in: root) == nil)
        #expect(reader.optionalText("s", in: root) == nil)
        if let inner = root["s"]?.elements?[1] { reader.fault(inner, .negative) }
        reader.add(Fault(at: Place(file: "other"), .missing))
        let found = faults { () throws(FileFormatError) in try reader.finish() }
        #expect(
            found == [
                Fault(at: Place(file: "other"), .missing),
                Fault(at: Place(file: "t", line: 1, column: "t"), value: "x", .expected("mapping")),
                Fault(at: Place(file: "t", line: 6, column: "s"), .expected("text")),
                Fault(at: Place(file: "t", line: 6, column: "s[1]"), .negative),
                Fault(at: Place(file: "t", line: 7, column: "m"), .expected("number")),
            ]
        )
    }

    /// Numbers in quotes are texts; the rest of the strict form is CSVNumber's.
    @Test(arguments: ["\"1\"", "'true'", "1_000", ".inf", ".nan", "0x10", "0o7", "1,5", "TRUE", "[1]"])
    func strictScalars(text: String) throws {
        let root = try YAMLDocument(text: "k: \(text)", file: "t").root
        var reader = YAMLReader()
        #expect(reader.number("k", in: root) == nil)
        #expect(reader.integer("k", in: root) == nil)
        #expect(reader.boolean("k", in: root) == nil)
        #expect(faults { () throws(FileFormatError) in try reader.finish() }.count == 3)
    }
}
