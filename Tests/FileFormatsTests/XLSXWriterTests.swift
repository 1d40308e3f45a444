import Foundation
import Testing
import TestSupport

@testable import FileFormats

@Suite("Writing workbooks")
struct XLSXWriterTests {
    private let temporary = TemporaryFolder()
    private var folder: String { temporary.path }

    private func write(_ name: String) throws {
        let writer = try XLSXWriter(folder + "/" + name)
        try writer.begin(
            sheet: "Bilag",
            columns: [.init("Dato"), .init("Beløp", width: 16), .init("Tekst", width: 40)],
            above: [[.text("Bilagsjournal")]]
        )
        try writer.write(row: [.date(daysSince1970: 19_723), .amount(-1234.5), .text("Røyk & <damp>")])
        try writer.write(row: [.empty, .number(0.1), .text("")])
        try writer.begin(sheet: "Sum", columns: [.init("Sum")])
        try writer.write(row: [.amount(98_765_432.1)])
        try writer.finish()
    }

    @Test("What is written is read back: texts, numbers, and days as Excel's serial numbers")
    func readBack() throws {
        try write("a.xlsx")
        let workbook = try XLSXWorkbook(contentsOf: folder + "/a.xlsx")
        let sheet = try workbook.sheet(named: "Bilag")
        #expect(sheet[column: 1, row: 1] == .text("Bilagsjournal"))
        #expect(sheet[column: 2, row: 2] == .text("Beløp"))
        // 1 January 2024 is day 45,292 (Microsoft's documentation of DATE).
        #expect(sheet[column: 1, row: 3] == .number(45_292))
        #expect(sheet[column: 2, row: 3] == .number(-1234.5))
        #expect(sheet[column: 3, row: 3] == .text("Røyk & <damp>"))
        #expect(sheet[column: 1, row: 4] == .empty)
        #expect(sheet[column: 2, row: 4] == .number(0.1))
        #expect(try workbook.sheet(named: "Sum")[column: 1, row: 2] == .number(98_765_432.1))
    }

    @Test("The same rows give the same bytes, also in another second")
    func sameBytes() throws {
        try write("a.xlsx")
        Thread.sleep(forTimeInterval: 2.1)  // a zip archive tells time by two seconds
        try write("b.xlsx")
        #expect(try InputFile.bytes(at: folder + "/a.xlsx") == InputFile.bytes(at: folder + "/b.xlsx"))
    }

    @Test("A workbook that is not finished leaves nothing")
    func unfinished() throws {
        do {
            let writer = try XLSXWriter(folder + "/c.xlsx")
            try writer.begin(sheet: "A", columns: [.init("A")])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test(
        "What a workbook does not take is refused: a bad sheet name, a row before a sheet, a folder that is not there"
    )
    func refusals() throws {
        let writer = try XLSXWriter(folder + "/d.xlsx")
        #expect(throws: FileFormatError.self) { try writer.write(row: [.number(1)]) }
        #expect(throws: FileFormatError.self) { try writer.begin(sheet: "a/b", columns: []) }
        #expect(throws: FileFormatError.self) { _ = try XLSXWriter(folder + "/none/d.xlsx") }
        #expect(
            throws: FileFormatError.tooMany(path: folder + "/d.xlsx", of: "rows", limit: XLSXWriter.mostRows)
        ) {
            try writer.begin(sheet: "A", columns: [.init("A")])
            for _ in 0..<XLSXWriter.mostRows { try writer.write(row: []) }
        }
    }
}
