import FileFormats
import Testing

@Suite struct XLSXReaderTests {
    private let sheet: XLSXSheet

    init() throws {
        sheet = try XLSXWorkbook(contentsOf: fixture("plain.xlsx")).sheet(named: "1850")
    }

    private func cell(_ text: String) throws -> CellAddress {
        try #require(CellAddress(text))
    }

    @Test func values() throws {
        var reader = XLSXReader(sheet)
        #expect(reader.number(at: try cell("B2")) == 978.377)
        #expect(reader.text(at: try cell("A2")) == "    R01 ")
        #expect(reader.text(at: try cell("B2")) == "978.377")
        #expect(reader.text(at: try cell("C2")) == "TRUE")
        #expect(reader.optionalNumber(at: try cell("Z9")) == nil)
        #expect(reader.optionalText(at: try cell("Z9")) == nil)
        try reader.finish()
    }

    @Test func everyFaultOfASheet() throws {
        var reader = XLSXReader(sheet)
        _ = reader.number(at: try cell("E5"))
        _ = reader.optionalText(at: try cell("E5"))
        _ = reader.number(at: try cell("Z9"))
        _ = reader.text(at: try cell("Z9"))
        _ = reader.number(at: try cell("A1"))
        _ = reader.number(at: try cell("C2"))
        reader.fault(try cell("D5"), .negative)
        let found = faults { () throws(FileFormatError) in try reader.finish() }
        func place(_ cell: String) -> Place {
            Place(file: fixture("plain.xlsx"), column: cell, sheet: "1850")
        }
        #expect(
            found == [
                Fault(at: place("E5"), value: "#VALUE!", .spreadsheetError),
                Fault(at: place("E5"), value: "#VALUE!", .spreadsheetError),
                Fault(at: place("Z9"), .missing), Fault(at: place("Z9"), .missing),
                Fault(at: place("A1"), value: "Product", .notANumber),
                Fault(at: place("C2"), value: "TRUE", .notANumber),
                Fault(at: place("D5"), value: "-3", .negative),
            ]
        )
    }
}
