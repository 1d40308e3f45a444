import FileFormats
import Testing

@Suite struct YAMLDocumentTests {
    @Test func studyFile() throws {
        let root = try YAMLDocument(contentsOf: fixture("study.yaml")).root
        #expect(root.entries?.map(\.key) == ["name", "year", "share", "closed", "note", "shocks", "text"])
        #expect(root["name"]?.kind == .scalar(text: "Tiltak & effekt *", quoted: true))
        #expect(root["year"]?.kind == .scalar(text: "2019", quoted: false))
        #expect(root["note"]?.isNull == true)
        #expect(root["text"]?.scalar == "&first line\n*second line\n")
        let industry = root["shocks"]?.elements?[1]["industry"]
        #expect(industry?.scalar == "R02")
        #expect(industry?.place == Place(file: fixture("study.yaml"), line: 10, column: "shocks[1].industry"))
        #expect(root.place.column == nil)
    }

    @Test(arguments: ["", "# only a comment\n", "---\n", "~"])
    func emptyDocument(text: String) throws {
        #expect(try YAMLDocument(text: text, file: "t").root.isNull)
    }

    @Test func keyThatStandsTwice() {
        let path = fixture("duplicate.yaml")
        let found = faults { () throws(FileFormatError) in _ = try YAMLDocument(contentsOf: path) }
        #expect(
            found == [
                Fault(
                    at: Place(file: path, line: 5, column: "value"),
                    value: "value",
                    .duplicate(firstLine: 3)
                )
            ]
        )
    }

    @Test(
        arguments: [
            ("b: 1\r\na: 1\r\na: 2\r\n", 3, 2), ("{a: 1, a: 2}", 1, nil), ("'a': 1\na: 2\n", 1, nil),
        ] as [(String, Int, Int?)]
    )
    func keyThatStandsTwiceElsewhere(text: String, line: Int, firstLine: Int?) {
        let found = faults { () throws(FileFormatError) in _ = try YAMLDocument(text: text, file: "t") }
        let place = Place(file: "t", line: line, column: "a")
        #expect(found == [Fault(at: place, value: "a", .duplicate(firstLine: firstLine))])
    }

    @Test func keyThatStandsTwiceInAnotherSpelling() {
        let found = faults { () throws(FileFormatError) in
            _ = try YAMLDocument(text: "1: a\n\"1\": b\n", file: "t")
        }
        #expect(
            found == [Fault(at: Place(file: "t", line: 2, column: "1"), value: "1", .duplicate(firstLine: 1))]
        )
    }

    @Test func aliasesAreRefused() {
        let path = fixture("bomb.yaml")
        let found = faults { () throws(FileFormatError) in _ = try YAMLDocument(contentsOf: path) }
        #expect(!found.isEmpty)
    }

    @Test(arguments: [
        "a: &x 1\n", "a: *x\n", "a: !!binary aGk=\n", "- &x\n  - 1\n", "[&x 1, *x]\n", "a: {*x : 1}\n",
        "&x a: 1\n",
        "a: 1\n<<: *x\n",
    ])
    func indicatorsAreRefused(text: String) {
        let found = faults { () throws(FileFormatError) in _ = try YAMLDocument(text: text, file: "t") }
        #expect(
            found.contains {
                if case .malformed = $0.problem { true } else { false }
            }
        )
    }

    @Test func secondDocument() {
        let path = fixture("two_documents.yaml")
        let found = faults { () throws(FileFormatError) in _ = try YAMLDocument(contentsOf: path) }
        let rule = "only one document may stand in a file"
        #expect(found == [Fault(at: Place(file: path, line: 2), .malformed(rule: rule))])
    }

    @Test func malformed() {
        let path = fixture("malformed.yaml")
        let found = faults { () throws(FileFormatError) in _ = try YAMLDocument(contentsOf: path) }
        #expect(found.count == 1)
        #expect(found.first?.place.line == 2)
    }

    @Test func keyThatIsNoText() {
        let found = faults { () throws(FileFormatError) in
            _ = try YAMLDocument(text: "? [a]\n: 1\n", file: "t")
        }
        #expect(found == [Fault(at: Place(file: "t", line: 1), .malformed(rule: "a key must be a text"))])
    }

    @Test(arguments: [65, 900, 5_000, 100_000])
    func tooDeep(levels: Int) {
        let text = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        let error = thrown { () throws(FileFormatError) in _ = try YAMLDocument(text: text, file: "t") }
        #expect(error == .tooMany(path: "t", of: "nested levels", limit: 64))
    }

    @Test func deepestAccepted() throws {
        let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        _ = try YAMLDocument(text: text, file: "t")
    }

    @Test func tooLarge() {
        var limits = YAMLDocument.Limits.default
        limits.bytes = 3
        let error = thrown { () throws(FileFormatError) in
            _ = try YAMLDocument(text: "a: 1", file: "t", limits: limits)
        }
        #expect(error == .tooLarge(path: "t", bytes: 4, limit: 3))
    }

    /// Property: whatever text comes, the reader answers with a document or an error.
    @Test func randomText() {
        var generator = SeededGenerator(seed: 6)
        let pieces = [
            "a", "b", ": ", ":", "- ", "\n", "  ", "[", "]", "{", "}", ",", "\"", "'", "&a", "*a", "!", "|",
            ">", "#", "? ",
            "---", "...", "%", "\t", "~", "\\x41", "\\uD800", "\0", "\u{85}", "\u{FEFF}", "\u{F8F0}", "😀",
            "\r",
        ]
        for _ in 0..<4_000 {
            let text = (0..<Int.random(in: 0..<25, using: &generator)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }
            _ = thrown { () throws(FileFormatError) in _ = try YAMLDocument(text: text.joined(), file: "t") }
        }
    }
}
