import Accounts
import FileFormats
import StatisticsNorway
import Testing

@Suite("ESA questionnaires 1850 and 1950, small and broken")
struct InputOutputRefusalTests {
    private let domestic = fixture("iot_1850_2030.xlsx")
    private let imports = fixture("iot_1950_2030.xlsx")

    private func faults(domestic: String, imports: String) -> [String] {
        StatisticsNorwayTests.faults { () throws(StatisticsNorwayError) in
            _ = try InputOutputWorkbook(domestic: domestic, imports: imports)
        }
    }

    @Test("the sound pair makes a balanced table")
    func sound() throws {
        let table = try InputOutputWorkbook(domestic: domestic, imports: imports).table
        #expect(table.basis.year == 2030)
        #expect(table.industries.count == 65)
        #expect(table.categories.codes == ["P3_S14", "P3_S15", "P3_S13", "P51G", "P53", "P52", "P6"])
        #expect(table.primaryInputs.rows.codes == ["RNAM", "RNTS", "D1", "D29X39", "K1", "B2A3N"])
        #expect(table.industriesWithoutOutput.count == 57)
        #expect(try table.industries.label("R03").name.english == "Products of R03")
        // Output is whole, sales have three decimals.
        #expect(table.balanceReport.largest(.row) <= 0.5)
        #expect(table.balanceReport.largest(.column) < 1e-6)
        #expect(table.provenance.vintage == "2032-01-03")
        func touched(_ name: String) -> [String] { table.rules.first { $0.name == name }?.touched ?? [] }
        #expect(
            touched("spreadsheet-error-read-as-zero") == ["1850 AK73 (R68A × R51)", "1850 AK92 (RT × R51)"]
        )
        #expect(touched("negative-final-demand-kept").contains("1850 R01 × P52: -12.5"))
        // All 82 columns of an industry without figures, a lone space among them.
        #expect(touched("blank-cell-read-as-zero").contains("1850 R02: 82"))
    }

    @Test("a header that has moved is told by its labels, and no figure is read")
    func shifted() {
        let name = "iot_1850_shifted_header.xlsx"
        #expect(
            faults(domestic: fixture(name), imports: imports) == [
                #"\#(name) | 1850 | C24 | – | expected("Transaction")"#,
                #"\#(name) | 1850 | C25 | Transaction | expected("Reporting Sector")"#,
                #"\#(name) | 1850 | C28 | – | expected("PRODUCTS (CPA*64)")"#,
                #"\#(name) | 1850 | E28 | – | expected("R01")"#,
                #"\#(name) | 1850 | C29 | PRODUCTS (CPA*64) | expected("R01")"#,
            ]
        )
    }

    @Test("another questionnaire, unit or price basis")
    func form() {
        let name = "iot_1850_other_form.xlsx"
        let title =
            "ESA Questionnaire 1800 - Symmetric input-output table for domestic production (product*product)"
        #expect(
            faults(domestic: fixture(name), imports: imports) == [
                #"\#(name) | 1850 | A1 | \#(title) | expected("ESA Questionnaire 1850 (industry*industry)")"#,
                #"\#(name) | 1850 | D2 | EUR | expected("NATCUR")"#,
                #"\#(name) | 1850 | B6 | Y | expected("V")"#,
            ]
        )
        let swapped = FileFormatError.noSheet(path: imports, wanted: "1850", found: ["1950"])
        #expect(throws: StatisticsNorwayError.file(swapped)) {
            try InputOutputWorkbook(domestic: imports, imports: domestic)
        }
    }

    @Test("codes that are unknown, stand twice or are not there")
    func codes() {
        let name = "iot_1850_unknown_codes.xlsx"
        #expect(
            faults(domestic: fixture(name), imports: imports) == [
                "\(name) | 1850 | F28 | P2 S1 R99 | unknown",
                "\(name) | 1850 | H28 | R03 | duplicate(firstLine: nil)",
                "\(name) | 1850 | BW24 | P54 S1 RZ | unknown",
                #"\#(name) | 1850 | E28 | – | missingColumn("R02")"#,
                #"\#(name) | 1850 | E28 | – | missingColumn("RB")"#,
                #"\#(name) | 1850 | E28 | – | missingColumn("P51G")"#,
                "\(name) | 1850 | C96 | RXYZ | unknown",
                #"\#(name) | 1850 | C29 | – | missingColumn("RNTS")"#,
            ]
        )
    }

    @Test("texts, truth values, and errors that no total explains away")
    func cells() {
        let name = "iot_1850_unreadable_cells.xlsx"
        #expect(
            faults(domestic: fixture(name), imports: imports) == [
                "\(name) | 1850 | E29 | n.a. | notANumber",
                "\(name) | 1850 | G31 | #VALUE! | spreadsheetError",
                "\(name) | 1850 | P31 | TRUE | notANumber",
                "\(name) | 1850 | BS94 | #REF! | spreadsheetError",
            ]
        )
    }

    @Test("totals that are not the sum of their parts")
    func sums() throws {
        let table = try InputOutputWorkbook(domestic: domestic, imports: imports).table
        let industry = try table.industries.label("R01")
        let intermediate = table.domestic.rowSums[industry]
        let name = "iot_1850_wrong_sums.xlsx"
        let found = faults(domestic: fixture(name), imports: imports)
        // The row's total, the total use it enters, the sum of totals; output, and its sum over industries.
        let cells = found.map { $0.split(separator: " | ")[2] }
        #expect(cells == ["BR29", "CH29", "BR94", "E107", "BR107"])
        #expect(found.allSatisfy { $0.contains("outside") })
        let lower = ((intermediate - 0.01) * 100).rounded() / 100
        let upper = ((intermediate + 0.01) * 100).rounded() / 100
        #expect(found.first?.hasSuffix("outside \(lower)...\(upper)") == true)
    }

    @Test("a table that adds up and is off balance all the same")
    func balance() throws {
        let path = fixture("iot_1850_off_balance.xlsx")
        do {
            _ = try InputOutputWorkbook(domestic: path, imports: imports)
            Issue.record("accepted")
        } catch {
            guard case .accounts(.notBalanced(let report), let files) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(report.beyondTolerance.map(\.code) == ["R03"])
            #expect(report.tolerance.row == 1.2)
            #expect(files == [path, imports])
        }
    }

    @Test("halves that do not belong together")
    func halves() {
        #expect(
            faults(domestic: domestic, imports: fixture("iot_1950_other_year.xlsx")) == [
                #"iot_1950_other_year.xlsx | 1950 | B3 | 2031 | expected("2030")"#
            ]
        )
        // Imports of R01 are 2 more than the row of imports says: in its column, and in the sums over columns.
        let found = faults(domestic: domestic, imports: fixture("iot_1950_other_imports.xlsx"))
        #expect(found.map { $0.split(separator: " | ")[2] } == ["E94", "BR94", "CH94"])
    }

    @Test("files that are cut off or not there")
    func damaged() {
        let cut = fixture("iot_1850_truncated.xlsx")
        do {
            _ = try InputOutputWorkbook(domestic: cut, imports: imports)
            Issue.record("accepted")
        } catch {
            guard case .file(.damaged(let path, _)) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(path == cut)
        }
        let absent = fixture("nothing.xlsx")
        #expect(throws: StatisticsNorwayError.file(.notFound(path: absent))) {
            try InputOutputWorkbook(domestic: absent, imports: imports)
        }
    }
}
