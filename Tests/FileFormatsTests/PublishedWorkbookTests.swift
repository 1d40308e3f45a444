import FileFormats
import TestSupport
import Testing

/// Workbooks as Statistics Norway publishes them.
@Suite(
    .enabled(
        if: isShared("data/ssb_io_tables/raw/domestic"),
        "the published tables are not beside the repository"
    )
)
struct PublishedWorkbookTests {
    private func workbook(_ path: String) throws -> XLSXWorkbook {
        try XLSXWorkbook(contentsOf: Repository.shared + "/data/" + path)
    }

    @Test func inputOutputTable2019() throws {
        let sheet = try workbook("ssb_io_tables/raw/domestic/iot_1850_2019.xlsx").sheet(named: "1850")
        #expect(sheet[column: 3, row: 28] == .text("    PRODUCTS      (CPA*64) "))
        #expect(sheet[column: 5, row: 28] == .text("R01"))
        #expect(sheet[column: 5, row: 29] == .number(978.377))
        #expect(sheet[column: 2, row: 3] == .text("2019"))
    }

    @Test(arguments: [2020, 2021])
    func errorValues(year: Int) throws {
        let sheet = try workbook("ssb_io_tables/raw/domestic/iot_1850_\(year).xlsx").sheet(named: "1850")
        let errors = sheet.rows.flatMap { row in
            sheet.columns.filter { sheet[column: $0, row: row] == .error("#VALUE!") }
        }
        #expect(!errors.isEmpty)
    }

    @Test func countyAccounts() throws {
        let workbook = try workbook("ssb_11713_county/SSB_11713_Deling av nettsider.xlsx")
        let sheets = try workbook.sheetNames.map { try workbook.sheet(named: $0) }
        #expect(sheets.contains { $0.cellCount > 1_000 })
    }
}
