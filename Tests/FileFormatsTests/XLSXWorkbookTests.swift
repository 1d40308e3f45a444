import TestSupport
import Testing

@testable import FileFormats

@Suite struct XLSXWorkbookTests {
    private func table(_ name: String) throws(FileFormatError) -> XLSXSheet {
        try XLSXWorkbook(contentsOf: fixture(name)).sheet(named: "Table")
    }

    @Test func workbookFromAnotherWriter() throws {
        let workbook = try XLSXWorkbook(contentsOf: fixture("plain.xlsx"))
        #expect(workbook.sheetNames == ["1850", "Empty"])
        let sheet = try workbook.sheet(named: "1850")
        #expect(sheet[column: 1, row: 1] == .text("Product"))
        #expect(sheet[column: 2, row: 1] == .text("Værdi"))
        #expect(sheet[column: 1, row: 2] == .text("    R01 "))
        #expect(sheet[column: 2, row: 2] == .number(978.377))
        #expect(sheet[column: 3, row: 2] == .boolean(true))
        #expect(sheet[column: 4, row: 5] == .number(-3))
        #expect(sheet[column: 5, row: 5] == .error("#VALUE!"))
        #expect(sheet[column: 4, row: 4] == .empty)
        #expect(sheet.rows == 1..<6)
        #expect(sheet.columns == 1..<6)
        let place = sheet.place(of: CellAddress(column: 5, row: 5))
        #expect(place == Place(file: fixture("plain.xlsx"), column: "E5", sheet: "1850"))
        let empty = try workbook.sheet(named: "Empty")
        #expect(empty.rows.isEmpty && empty.columns.isEmpty && empty.cellCount == 0)
    }

    @Test func prefixesImpliedPositionsRunsAndForeignElements() throws {
        let sheet = try table("odd.xlsx")
        let first = (1...6).map { sheet[column: $0, row: 1] }
        #expect(
            first == [
                .text("rich text "), .number(0.0015), .text("inline"), .empty, .text("formula"), .empty,
            ]
        )
        #expect(sheet[column: 3, row: 4] == .boolean(false))
        #expect(sheet[column: 4, row: 4] == .error("#DIV/0!"))
        #expect(sheet[column: 5, row: 4] == .text("2019-01-01"))
        #expect(sheet[column: 1, row: 5] == .text("line\r\nbreak & _x000D_"))
    }

    @Test func strictNamespaces() throws {
        #expect(try table("strict.xlsx")[column: 2, row: 2] == .number(42))
    }

    @Test func missingSheet() throws {
        let workbook = try XLSXWorkbook(contentsOf: fixture("plain.xlsx"))
        let error = thrown { () throws(FileFormatError) in _ = try workbook.sheet(named: "1950") }
        #expect(error == .noSheet(path: fixture("plain.xlsx"), wanted: "1950", found: ["1850", "Empty"]))
    }

    @Test(arguments: ["ole.xlsx", "password.xlsx"])
    func passwordProtected(name: String) {
        let error = thrown { () throws(FileFormatError) in _ = try table(name) }
        #expect(error == .encrypted(path: fixture(name)))
    }

    @Test(arguments: [
        ("truncated.xlsx", ""), ("not_a_zip.xlsx", "not a zip"), ("old.xls", "Excel 97"),
        ("checksum.xlsx", "CRC"),
        ("no_workbook.xlsx", "xl/workbook.xml"), ("no_part.xlsx", "xl/worksheets/sheet1.xml"),
        ("dangling.xlsx", "leads nowhere"), ("cut_xml.xlsx", "no element found"),
        ("entity_bomb.xlsx", "document type"), ("twice.xlsx", "A1 stands twice"),
        ("bad_number.xlsx", "1,5"), ("bad_string.xlsx", "\"7\""), ("bad_address.xlsx", "XFE1"),
    ])
    func damaged(name: String, words: String) {
        let error = thrown { () throws(FileFormatError) in _ = try table(name) }
        guard case .damaged(fixture(name), let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(words.isEmpty || reason.contains(words), "\(reason)")
    }

    @Test func zipBomb() {
        let error = thrown { () throws(FileFormatError) in _ = try table("zip_bomb.xlsx") }
        guard case .unpacksTooLarge(_, "xl/worksheets/sheet1.xml", let bytes, let limit) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(bytes > limit && limit < 16 << 20)
    }

    @Test func deeplyNestedElements() {
        let error = thrown { () throws(FileFormatError) in _ = try table("deep.xlsx") }
        let words = "nested elements in xl/worksheets/sheet1.xml"
        #expect(error == .tooMany(path: fixture("deep.xlsx"), of: words, limit: 256))
    }

    @Test(arguments: [
        ("plain.xlsx", "1850", 3, 100, "archive entries", 3), ("plain.xlsx", "1850", 100, 4, "cells", 4),
        ("odd.xlsx", "Table", 100, 1, "shared strings", 1),
    ])
    func tooMany(name: String, sheet: String, entries: Int, cells: Int, words: String, limit: Int) {
        var limits = XLSXLimits.default
        limits.entries = entries
        limits.cells = cells
        let error = thrown { () throws(FileFormatError) in
            _ = try XLSXWorkbook(contentsOf: fixture(name), limits: limits).sheet(named: sheet)
        }
        #expect(error == .tooMany(path: fixture(name), of: words, limit: limit))
    }

    @Test func totalAndEntryLimits() {
        for limit in [\XLSXLimits.entryBytes, \XLSXLimits.totalBytes] {
            var limits = XLSXLimits.default
            limits[keyPath: limit] = 500
            let error = thrown { () throws(FileFormatError) in
                _ = try XLSXWorkbook(contentsOf: fixture("plain.xlsx"), limits: limits)
            }
            guard case .unpacksTooLarge(_, _, _, 500) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    /// Property: a workbook with bytes changed at random gives a sheet or an error, nothing worse.
    @Test func randomlyDamaged() throws {
        let sound = try InputFile.bytes(at: fixture("odd.xlsx"))
        let folder = TemporaryFolder()
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<300 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                bytes[Int.random(in: 4..<bytes.count, using: &generator)] = UInt8.random(
                    in: 0...255,
                    using: &generator
                )
            }
            try AtomicFile.write(bytes, to: folder.file("x.xlsx"))
            _ = thrown { () throws(FileFormatError) in
                _ = try XLSXWorkbook(contentsOf: folder.file("x.xlsx")).sheet(named: "Table")
            }
        }
    }

    /// A workbook of `count` rows: a number, a text of the row's own and one that all share.
    private func workbook(_ count: Int, in folder: TemporaryFolder) throws -> String {
        let writer = try XLSXWriter(folder.file("rows.xlsx"))
        try writer.begin(sheet: "Rows", columns: [.init("Number"), .init("Own"), .init("Shared")])
        for row in 2...count {
            try writer.write(row: [.number(Double(row)), .text("row \(row)"), .text("same")])
        }
        try writer.finish()
        return folder.file("rows.xlsx")
    }

    @Test("Rows come before the sheet is read to its end, all in the same few buffers")
    func rowsInBoundedMemory() throws {
        let folder = TemporaryFolder()
        let path = try workbook(40_000, in: folder)
        var rows = 0
        var buffers: Set<UnsafePointer<UInt8>?> = []
        var shares: [Double] = []
        try XLSXWorkbook(contentsOf: path).forEachRow(ofSheet: "Rows", progress: { shares.append($0) }) {
            row in
            rows += 1
            buffers.insert(row[0].baseAddress)
            return rows == 1
                || (row.text(0) == "\(rows)" && row.text(1) == "row \(rows)" && row.text(2) == "same")
        }
        #expect(rows == 40_000 && buffers.count < 8)
        // Told every 4,096 rows: after a tenth of them no more than a tenth, and a piece of 64 KiB, has been unpacked.
        #expect(shares.count == 9 && (shares.first ?? 1) < 0.2)
    }

    @Test("A sheet damaged at its end gives the rows before, then the damage")
    func rowsBeforeDamage() throws {
        let folder = TemporaryFolder()
        let path = try workbook(20_000, in: folder)
        var bytes = try InputFile.bytes(at: path)
        // A byte of the sheet's packed data, well behind its middle: the sheet is the archive's largest entry by far.
        bytes[bytes.count * 2 / 3] ^= 0xFF
        try AtomicFile.write(bytes, to: path)
        var rows = 0
        let error = thrown { () throws(FileFormatError) in
            try XLSXWorkbook(contentsOf: path).forEachRow(ofSheet: "Rows") { _ in
                rows += 1
                return true
            }
        }
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(rows > 1_000 && rows < 20_000)
    }

    @Test(
        "Both ways of reading a sheet find the same in its cells",
        arguments: ["plain.xlsx", "strict.xlsx"]
    )
    func rowsAndCells(_ name: String) throws {
        let workbook = try XLSXWorkbook(contentsOf: fixture(name))
        for sheet in workbook.sheetNames {
            let cells = try workbook.sheet(named: sheet)
            var met = 0
            try workbook.forEachRow(ofSheet: sheet) { row in
                for field in 0..<row.count where !row[field].isEmpty {
                    met += 1
                    #expect(cells[column: field + 1, row: row.line].text == row.text(field))
                }
                return true
            }
            #expect(met == cells.cellCount)
        }
    }

    @Test("Cells are found in whatever order they stand, and two in one place are refused")
    func anyOrder() throws {
        var store = CellStore()
        for row in [3, 1, 2] {
            for column in [2, 1] {
                store.insert(.number(Double(10 * row + column)), at: CellAddress(column: column, row: row))
            }
        }
        #expect(store.finish() == nil && store.count == 6 && store.lastRow == 3 && store.lastColumn == 2)
        for row in 1...3 {
            #expect(store[CellAddress(column: 2, row: row)] == .number(Double(10 * row + 2)))
            #expect(store[CellAddress(column: 3, row: row)] == .empty)
        }
        store.insert(.empty, at: CellAddress(column: 1, row: 2))
        #expect(store.finish() == CellAddress(column: 1, row: 2))
    }

    @Test("What shared strings take is bounded, the place where each ends included")
    func sharedStringBytes() throws {
        var limits = XLSXLimits.default
        limits.stringBytes = 10
        let error = thrown { () throws(FileFormatError) in
            _ = try XLSXWorkbook(contentsOf: fixture("odd.xlsx"), limits: limits)
        }
        #expect(error == .tooMany(path: fixture("odd.xlsx"), of: "bytes of shared strings", limit: 10))
    }
}
