import FileFormats
import TestSupport
import Testing

@Suite struct CSVTableTests {
    @Test func plainFile() throws {
        let table = try CSVTable(contentsOf: fixture("plain.csv"))
        #expect(table.header == ["year", "code", "value"])
        #expect(table.rows.map(\.fields) == [["2019", "R01", "1.5"]])
        #expect(table.rows.map(\.line) == [2])
    }

    @Test func quotesLineBreaksByteOrderMarkAndBlankEnd() throws {
        let table = try CSVTable(contentsOf: fixture("semicolon.csv"), separator: .semicolon)
        #expect(table.header == ["year", "code", "value"])
        #expect(table.rows.map(\.fields) == [["2019", "R\"01\r\nx", "1.5"]])
    }

    @Test func linesAreWhereRowsStart() throws {
        let table = try CSVTable(text: "a,b\n\"1\n2\n3\",x\n#no comment,y\n,\n", file: "t")
        #expect(table.rows.map(\.line) == [2, 5, 6])
        #expect(table.rows.map(\.fields) == [["1\n2\n3", "x"], ["#no comment", "y"], ["", ""]])
    }

    @Test func endWithoutLineFeed() throws {
        #expect(try CSVTable(text: "a,b\n1,", file: "t").rows.map(\.fields) == [["1", ""]])
        #expect(try CSVTable(text: "a,b\r\n1,\"2\"", file: "t").rows.map(\.fields) == [["1", "2"]])
        #expect(try CSVTable(text: "a", file: "t").rows.isEmpty)
    }

    @Test func everyFaultOfAFile() {
        let path = fixture("broken.csv")
        let found = faults { () throws(FileFormatError) in _ = try CSVTable(contentsOf: path) }
        #expect(
            found == [
                Fault(
                    at: Place(file: path, line: 1, column: "code"),
                    value: "code",
                    .duplicate(firstLine: 1)
                ),
                Fault(at: Place(file: path, line: 2), .fieldCount(expected: 3, found: 2)),
                Fault(
                    at: Place(file: path, line: 3),
                    value: "R\"02",
                    .malformed(rule: "a quote may not stand inside an unquoted field")
                ),
                Fault(
                    at: Place(file: path, line: 4),
                    value: "x",
                    .malformed(rule: "nothing may follow a closing quote")
                ),
                Fault(at: Place(file: path, line: 5), .malformed(rule: "a quote is opened and never closed")),
                Fault(at: Place(file: path, line: 5), .fieldCount(expected: 3, found: 2)),
            ]
        )
    }

    @Test func latin1() {
        let path = fixture("latin1.csv")
        let error = thrown { () throws(FileFormatError) in _ = try CSVTable(contentsOf: path) }
        #expect(error == .notUTF8(path: path, byteOffset: 7))
    }

    @Test(arguments: ["", "\n\n", "\u{FEFF}", "\na,b\n1,2\n"])
    func missingHeader(text: String) {
        let found = faults { () throws(FileFormatError) in _ = try CSVTable(text: text, file: "t") }
        #expect(found == [Fault(at: Place(file: "t", line: 1), .missing)])
    }

    @Test func blankLineInTheMiddle() {
        let found = faults { () throws(FileFormatError) in _ = try CSVTable(text: "a,b\n\n1,2\n", file: "t") }
        #expect(found == [Fault(at: Place(file: "t", line: 2), .fieldCount(expected: 2, found: 1))])
    }

    @Test func carriageReturnAlone() {
        let found = faults { () throws(FileFormatError) in _ = try CSVTable(text: "a\n1\r2\n", file: "t") }
        let rule = "a carriage return must be followed by a line feed"
        #expect(found == [Fault(at: Place(file: "t", line: 2), .malformed(rule: rule))])
    }

    @Test func requiredColumns() throws {
        let table = try CSVTable(contentsOf: fixture("plain.csv"))
        try table.requireColumns(["value", "year"])
        let found = faults { () throws(FileFormatError) in
            try table.requireColumns(["unit", "year", "region"])
        }
        let place = Place(file: fixture("plain.csv"), line: 1)
        #expect(
            found == [Fault(at: place, .missingColumn("unit")), Fault(at: place, .missingColumn("region"))]
        )
    }

    /// Property: whatever bytes come, the reader answers with a table or an error.
    @Test func randomBytes() {
        var generator = SeededGenerator(seed: 2)
        let alphabet = Array("a1,;\"\n\r# \u{FEFF}".utf8) + [0xFF, 0x00]
        for _ in 0..<3_000 {
            let count = Int.random(in: 0..<40, using: &generator)
            let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            }
            guard let table = try? CSVTable(bytes: bytes, file: "t") else { continue }
            #expect(table.rows.allSatisfy { $0.fields.count == table.header.count })
        }
    }

    @Test func blankLinesOfOneColumnAreRowsWhereOthersFollow() throws {
        let table = try CSVTable(text: "a\n\n\n1\n\n2\n\n", file: "t")
        #expect(table.rows.map(\.fields) == [[""], [""], ["1"], [""], ["2"]])
        #expect(table.rows.map(\.line) == [2, 3, 4, 5, 6])
        let found = faults { () throws(FileFormatError) in
            _ = try CSVTable(text: "a,b\n" + String(repeating: "\n", count: 5_000) + "1,2\n", file: "t")
        }
        #expect(found.count == FaultCollector.most && found.last?.place.line == FaultCollector.most + 1)
    }

    /// Property: a table of any fields is read as it was written, also where rows and quotes lie across two pieces.
    @Test func acrossPieces() throws {
        var generator = SeededGenerator(seed: 3)
        let letters = Array("aå\",\n\r;")
        var writer = CSVWriter()
        writer.write(row: ["a", "b", "c"])
        let rows = (0..<9_000).map { _ in
            (0..<3).map { _ in
                let count = Int.random(in: 0...40, using: &generator)
                return String(
                    (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }
                )
            }
        }
        for row in rows { writer.write(row: row) }
        #expect(writer.text.utf8.count > 1 << 19)
        #expect(try CSVTable(text: writer.text, file: "t").rows.map(\.fields) == rows)
    }

    @Test func endlessRow() {
        let text = "a,b\n\"" + String(repeating: "x\n", count: 1 << 20)
        let error = thrown { () throws(FileFormatError) in _ = try CSVTable(text: text, file: "t") }
        guard case .tooLarge("t", _, 1 << 20) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    private static let published = "data/ssb_11713_county/11713_norway_trondelag_2008-2019.csv"

    @Test(.enabled(if: isShared(published), "the published table is not beside the repository"))
    func publishedTable() throws {
        let bytes = try InputFile.bytes(at: Repository.shared + "/" + CSVTableTests.published)
        let separator = bytes.prefix(200).contains(UInt8(ascii: ";")) ? CSVTable.Separator.semicolon : .comma
        let table = try CSVTable(bytes: bytes, file: "11713.csv", separator: separator)
        #expect(table.rows.count > 100)
    }
}
