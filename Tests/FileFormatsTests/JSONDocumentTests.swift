import FileFormats
import Testing

@Suite struct JSONDocumentTests {
    @Test func datasetDescription() throws {
        let document = try JSONDocument(contentsOf: fixture("dataset.json"))
        #expect(document.root.members?.map(\.key) == ["title", "year", "scale", "files", "empty"])
        #expect(document.root["title"]?.text == "Inndata æ 😀 \"x\"")
        #expect(document.root["year"] == 2019)
        #expect(document.root["scale"] == 0.0015)
        #expect(document.root["files"]?[1]?["open"] == true)
        let place = document.place(of: "files[1].open")
        #expect(place == Place(file: fixture("dataset.json"), line: 7, column: "files[1].open"))
        #expect(document.place(of: "").line == 1)
        #expect(document.place(of: "absent").line == nil)
    }

    @Test func keysTwiceAndNumbersTooLarge() {
        let path = fixture("values.json")
        let found = faults { () throws(FileFormatError) in _ = try JSONDocument(contentsOf: path) }
        #expect(
            found == [
                Fault(at: Place(file: path, line: 3, column: "b"), value: "1e999", .notFinite),
                Fault(at: Place(file: path, line: 4, column: "a"), value: "a", .duplicate(firstLine: 2)),
            ]
        )
    }

    @Test func malformedFile() {
        let path = fixture("malformed.json")
        let found = faults { () throws(FileFormatError) in _ = try JSONDocument(contentsOf: path) }
        #expect(found == [Fault(at: Place(file: path, line: 2), .malformed(rule: "a value is expected"))])
    }

    @Test(arguments: [
        "", " ", "NaN", "Infinity", "-Infinity", "nul", "tru", "01", "-01", "+1", "1.", ".5", "1e", "-",
        "0x1", "1 2",
        "[1 2]", "[", "[1", "[,]", "{", "{a: 1}", "{\"a\" 1}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1", "'a'",
        "\"a",
        "\"\\x\"", "\"\\u12\"", "\"\\u+123\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\nb\"",
        "// x",
        "\"\\", "\"\\u", "[1]]",
    ])
    func malformed(text: String) {
        let found = faults { () throws(FileFormatError) in _ = try JSONValue(parsing: text, file: "t") }
        #expect(found.count == 1)
        if case .malformed = found.first?.problem { return }
        Issue.record("\(found)")
    }

    @Test func tooDeep() {
        let path = fixture("deep.json")
        let error = thrown { () throws(FileFormatError) in _ = try JSONDocument(contentsOf: path) }
        #expect(error == .tooMany(path: path, of: "nested levels", limit: 64))
    }

    @Test(arguments: ["0", "-0", "0.5", "0e1", "1E+2", " [ ] ", "\u{FEFF}null", "\"\\u00e6\\/\""])
    func accepted(text: String) throws {
        _ = try JSONValue(parsing: text, file: "t")
    }
}
