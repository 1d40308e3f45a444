import FileFormats
import Testing

@Suite("CSV, streamed")
struct CSVStreamTests {
    private func rows(
        _ bytes: [UInt8],
        _ form: CSVStream.Form = CSVStream.Form()
    ) throws(FileFormatError) -> (rows: [[String]], lines: [Int], stream: CSVStream) {
        let stream = try CSVStream(ByteSource(bytes: bytes, file: "t"), form: form)
        var rows: [[String]] = []
        var lines: [Int] = []
        while try stream.next() {
            let row = stream.row
            rows.append((0..<row.count).map { row.text($0) })
            lines.append(row.line)
        }
        return (rows, lines, stream)
    }

    private func rows(_ text: String, _ form: CSVStream.Form = CSVStream.Form()) throws(FileFormatError)
        -> [[String]]
    {
        try rows(Array(text.utf8), form).rows
    }

    @Test("Every separator is found", arguments: CSVTable.Separator.allCases)
    func separators(separator: CSVTable.Separator) throws {
        let mark = String(UnicodeScalar(separator.rawValue))
        let text = "tittel\na\(mark)b\(mark)c\n1\(mark)\"2,5\(mark)x\"\(mark)3\n4\(mark)5\(mark)6\n"
        let (rows, _, stream) = try rows(Array(text.utf8))
        #expect(stream.separator == separator)
        #expect(rows == [["tittel"], ["a", "b", "c"], ["1", "2,5\(mark)x", "3"], ["4", "5", "6"]])
    }

    @Test("Decimal commas do not make a comma the separator")
    func decimalCommas() throws {
        let (rows, _, stream) = try rows(Array("dato;beløp\n1;2,5\n2;3,5\n3;4,5\n".utf8))
        #expect(stream.separator == .semicolon)
        #expect(rows[1] == ["1", "2,5"])
    }

    @Test("Excel's line sep= is taken as said, and counted as a line")
    func declaration() throws {
        let (rows, lines, stream) = try rows(Array("sep=|\r\na;b|c\n".utf8))
        #expect(stream.separator == .bar)
        #expect(rows == [["a;b", "c"]])
        #expect(lines == [2])
    }

    @Test("Lines end in LF, CR LF or CR, and quotes may hold any of them")
    func lineEnds() throws {
        let (rows, lines, _) = try rows(Array("a;b\r\n1;\"x\ny\"\r2;\"\"\"q\"\"\"\n\n3;end".utf8))
        #expect(rows == [["a", "b"], ["1", "x\ny"], ["2", "\"q\""], [""], ["3", "end"]])
        #expect(lines == [1, 2, 4, 5, 6])
    }

    @Test("Quotes inside an unquoted field are text") func innerQuotes() throws {
        #expect(try rows("a;b\nskrue 5\" x;1\n") == [["a", "b"], ["skrue 5\" x", "1"]])
    }

    @Test("Windows-1252, its own signs included") func windows() throws {
        let bytes = Array("navn;bel".utf8) + [0xF8] + Array("p\n".utf8) + [0x80, 0x3B, 0x96, 0xA0, 0x0A]
        let (rows, _, stream) = try rows(bytes)
        #expect(stream.encoding == .windows1252)
        #expect(rows == [["navn", "beløp"], ["€", "–\u{A0}"]])
    }

    @Test("UTF-16 of both kinds, with letters beyond the first plane", arguments: [true, false])
    func utf16(isLittle: Bool) throws {
        let bytes = "\u{FEFF}navn\tbeløp\n😀\t1\n".utf16.flatMap { unit in
            isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let (rows, _, stream) = try rows(bytes)
        #expect(stream.encoding == .utf16)
        #expect(rows == [["navn", "beløp"], ["😀", "1"]])
        #expect(
            faults { () throws(FileFormatError) in _ = try self.rows(Array(bytes.dropLast(1))) }.count == 1
        )
    }

    @Test(
        "Mixed encodings, either way, by line and byte",
        arguments: [
            (Array("æ;b\n1;2\n".utf8) + [0xE6, 0x3B, 0x0A], 3, "0xE6 (byte 10)"),
            ([0xE6, 0x3B, 0x62, 0x0A] + Array("\"1\n\";æ\n".utf8), 3, "0xC3 (byte 10)"),
            (Array("a;b\n1;".utf8) + [0xC3], 2, "0xC3 (byte 7)"),
        ]
    )
    func mixed(bytes: [UInt8], line: Int, value: String) {
        let found = faults { () throws(FileFormatError) in _ = try self.rows(bytes) }
        if value == "0xC3 (byte 7)" {
            // Cut off within a letter of UTF-8, or a lone Ã of Windows-1252: the latter is what it can be.
            #expect(found.isEmpty)
        } else {
            #expect(found.map(\.place.line) == [line])
            #expect(found.map(\.value) == [value])
        }
    }

    @Test("What no reading can make right: open quotes, endless rows, too many fields")
    func refusals() {
        let open = faults { () throws(FileFormatError) in _ = try self.rows("a;b\n1;\"2\n3;4\n") }
        #expect(open.map(\.place.line) == [2])
        let eats = "a;b\n1;\"" + String(repeating: "x;y\n", count: 600_000)
        let bounded = faults { () throws(FileFormatError) in _ = try self.rows(eats) }
        #expect(bounded.map(\.problem) == [.malformed(rule: "a quote is opened and never closed")])
        let long = faults { () throws(FileFormatError) in
            _ = try self.rows("a;b\n" + String(repeating: "x", count: 2_000_000))
        }
        #expect(long.map(\.problem) == [.malformed(rule: "the row is longer than a mebibyte")])
        let wide = faults { () throws(FileFormatError) in
            _ = try self.rows(String(repeating: ";", count: 5_000))
        }
        #expect(wide.map(\.place.line) == [1])
        let after = faults { () throws(FileFormatError) in _ = try self.rows("a;b\n\"1\"x;2\n") }
        #expect(after.map(\.problem) == [.malformed(rule: "nothing may follow a closing quote")])
    }

    /// Property: rows written with any quoting come back, whatever falls on the edge of a piece.
    @Test func roundTrip() throws {
        var generator = SeededGenerator(seed: 7)
        let letters = Array("ab æø\"\";;\n\r1")
        var expected: [[String]] = []
        var text = ""
        while text.utf8.count < 900_000 {
            let row = (0..<4).map { _ in
                String(
                    (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                        letters.randomElement(using: &generator) ?? "x"
                    }
                )
            }
            expected.append(row)
            text += row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";") + "\r\n"
        }
        #expect(try rows(text, CSVStream.Form(separator: .semicolon)) == expected)
    }
}
