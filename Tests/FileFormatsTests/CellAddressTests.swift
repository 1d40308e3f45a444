import FileFormats
import Testing

@Suite struct CellAddressTests {
    @Test(arguments: [("A1", 1, 1), ("R52", 18, 52), ("AA10", 27, 10), ("XFD1048576", 16_384, 1_048_576)])
    func addresses(text: String, column: Int, row: Int) {
        #expect(CellAddress(text) == CellAddress(column: column, row: row))
        #expect(CellAddress(column: column, row: row).description == text)
    }

    @Test(arguments: [
        "", "A", "1", "A0", "A01", "a1", "$A$1", "A1B", "XFE1", "A1048577", " A1", "A1:B2", "Æ1", "A-1",
    ])
    func nonsense(text: String) {
        #expect(CellAddress(text) == nil)
    }

    @Test func everyColumnReadsBack() {
        for column in 1...CellAddress.lastColumn {
            #expect(CellAddress(CellAddress.letters(ofColumn: column) + "7")?.column == column)
        }
    }

    @Test func readingOrder() {
        let addresses = ["B1", "A2", "A1", "AA1"].compactMap { CellAddress($0) }.sorted()
        #expect(addresses.map(\.description) == ["A1", "B1", "AA1", "A2"])
    }
}
