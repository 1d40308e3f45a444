import FileFormats
import Testing

@Suite struct CSVWriterTests {
    @Test func quotesOnlyWhereNeeded() {
        var writer = CSVWriter()
        writer.write(row: ["a b", "c,d", "e\"f", "g\nh", ";", "", "æ"])
        writer.write(row: [""])
        #expect(writer.text == "a b,\"c,d\",\"e\"\"f\",\"g\nh\",;,,æ\n\"\"\n")
    }

    /// Property: what is written is read back, field for field, with every separator.
    @Test(arguments: CSVTable.Separator.allCases)
    func roundTrip(separator: CSVTable.Separator) throws {
        var generator = SeededGenerator(seed: 3)
        let alphabet: [Character] = [
            "a", "ø", "\u{301}", "😀", ",", ";", "\t", "\"", "\n", "\r", "\r\n", " ", "#", "\u{FEFF}",
        ]
        for _ in 0..<300 {
            let columns = Int.random(in: 1..<5, using: &generator)
            let rows = (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
                (0..<columns).map { _ in
                    String(
                        (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
                            alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
                        }
                    )
                }
            }
            let header = (0..<columns).map { "\u{FEFF}column,;\"\($0)" }
            var writer = CSVWriter(separator: separator)
            writer.write(row: header)
            for row in rows { writer.write(row: row) }
            let table = try CSVTable(text: writer.text, file: "t", separator: separator)
            #expect(table.header.map { Array($0.utf8) } == header.map { Array($0.utf8) })
            #expect(
                table.rows.map { $0.fields.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } }
            )
        }
    }
}
