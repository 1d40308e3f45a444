import Accounts
import FileFormats
import StatisticsNorway
import Testing

@Suite("ESA questionnaires 1500 and 1600, small and broken")
struct SupplyUseRefusalTests {
    private let supply = fixture("iot_1500_2030.xlsx")
    private let use = fixture("iot_1600_2030.xlsx")

    private func faults(supply: String? = nil, use: String? = nil) -> [String] {
        StatisticsNorwayTests.faults { () throws(StatisticsNorwayError) in
            _ = try SupplyUseWorkbook(
                supply: supply.map(fixture) ?? self.supply,
                use: use.map(fixture) ?? self.use
            )
        }
    }

    @Test("the sound pair makes a balanced table")
    func sound() throws {
        let table = try SupplyUseWorkbook(supply: supply, use: use).table
        #expect(table.basis == Basis(unit: .millionKroner, year: 2030, valuation: .purchasers))
        #expect(table.products.count == 65 && table.industries.count == 65)
        #expect(table.categories.codes == ["P3_S14", "P3_S15", "P3_S13", "P51G", "P53", "P52", "P6"])
        #expect(table.primaryInputs.rows.codes == ["D1", "D29X39", "K1", "B2A3N"])
        #expect(table.valuation.columns.codes == ["OTTM", "O21X31"])
        #expect(table.territory.rowSums.values == [125, 0])
        #expect(try table.products.label("R03").name.english == "Products of R03")
        #expect(try table.industries.label("R84").name.english == "Making of VO")
        #expect(try table.industries.label("R21").name.english.hasPrefix("Refined petroleum"))
        // R19 and R20 are products that another industry makes.
        let merged = try table.industries.label("R21")
        #expect(table.supply[try table.products.label("R19"), merged] > 0)
        #expect(try table.industryOutput[table.industries.label("R19")] == 0)
        #expect(abs(table.balanceReport.largest(.product) - 0.4) < 1e-9)
        #expect(table.provenance.vintage == "2032-01-03")
        func touched(_ name: String) -> [String] { table.rules.first { $0.name == name }?.touched ?? [] }
        #expect(touched("spreadsheet-error-read-as-zero") == ["1600 AK92 (RT × R47)"])
        #expect(touched("industries-merged-by-publisher") == ["R19 → R21", "R20 → R21"])
        #expect(touched("negative-supply-kept") == ["1500 R03 × RF: -3"])
        #expect(touched("supply-use-rounding-accepted") == ["products off: 1", "largest: R03, 0.4 MNOK"])
        #expect(touched("blank-cell-read-as-zero").contains("1500 R02: 75"))
    }

    @Test("another questionnaire: by its sheet, by its title, by its price basis")
    func form() {
        let swapped = FileFormatError.noSheet(path: use, wanted: "1500", found: ["1600"])
        #expect(throws: StatisticsNorwayError.file(swapped)) {
            try SupplyUseWorkbook(supply: use, use: supply)
        }
        let domestic = fixture("iot_1850_2030.xlsx")
        let other = FileFormatError.noSheet(path: domestic, wanted: "1600", found: ["1850"])
        #expect(throws: StatisticsNorwayError.file(other)) {
            try SupplyUseWorkbook(supply: supply, use: domestic)
        }
        let name = "iot_1600_other_form.xlsx"
        let title = "ESA Questionnaire 1610 - Use table at basic prices"
        let wanted = #"ESA Questionnaire 1600 - Use table at purchasers\' prices"#
        #expect(
            faults(use: name) == [
                #"\#(name) | 1600 | A1 | \#(title) | expected("\#(wanted)")"#,
                #"\#(name) | 1600 | B6 | Y | expected("V")"#,
            ]
        )
    }

    @Test("a header that has moved is told by its labels, and no figure is read")
    func shifted() {
        let name = "iot_1500_shifted_header.xlsx"
        #expect(
            faults(supply: name) == [
                #"\#(name) | 1500 | A24 | – | expected("Transaction (3. quadrant)")"#,
                #"\#(name) | 1500 | B24 | – | expected("Transaction")"#,
                #"\#(name) | 1500 | B25 | Transaction | expected("Reporting Sector")"#,
                #"\#(name) | 1500 | B28 | – | expected("PRODUCTS (CPA*64)")"#,
                #"\#(name) | 1500 | D28 | Making of V01 | expected("V01")"#,
                #"\#(name) | 1500 | B29 | PRODUCTS (CPA*64) | expected("R01")"#,
            ]
        )
    }

    @Test("codes that are unknown, stand twice or are not there; a row in another unit")
    func codes() {
        let name = "iot_1500_unknown_codes.xlsx"
        #expect(
            faults(supply: name) == [
                "\(name) | 1500 | E28 | P1 S1 V99 | unknown",
                "\(name) | 1500 | BX24 | OTM S VZ | unknown",
                #"\#(name) | 1500 | D28 | – | missingColumn("V02")"#,
                #"\#(name) | 1500 | D28 | – | missingColumn("OTTM")"#,
                "\(name) | 1500 | B31 | R02 | duplicate(firstLine: Optional(30))",
                "\(name) | 1500 | A100 | P14 | unknown",
                #"\#(name) | 1500 | B29 | – | missingColumn("R03")"#,
                #"\#(name) | 1500 | B29 | – | missingColumn("P12")"#,
            ]
        )
        let other = "iot_1600_other_unit.xlsx"
        #expect(faults(use: other) == [#"\#(other) | 1600 | D32 | EUR | expected("NATCUR")"#])
    }

    @Test("texts, and errors that no total explains away")
    func cells() {
        let name = "iot_1600_unreadable_cells.xlsx"
        #expect(
            faults(use: name) == [
                "\(name) | 1600 | H29 | c | notANumber",
                "\(name) | 1600 | J31 | #VALUE! | spreadsheetError",
            ]
        )
    }

    @Test("totals that are not the sum of their parts")
    func sums() {
        let name = "iot_1500_wrong_sums.xlsx"
        let found = faults(supply: name)
        // Supply at basic prices, at purchasers' prices, their sums; output of the industry, market output in all.
        #expect(found.map { $0.split(separator: " | ")[2] } == ["BW29", "BZ29", "D94", "BW94", "BQ99"])
        #expect(found.allSatisfy { $0.contains("outside") })
    }

    @Test("supply and use that do not match: told product by product")
    func balance() throws {
        let path = fixture("iot_1600_off_balance.xlsx")
        do {
            _ = try SupplyUseWorkbook(supply: supply, use: path)
            Issue.record("accepted")
        } catch {
            guard case .accounts(.supplyUseNotBalanced(let report), let files) = error else {
                Issue.record("\(error)")
                return
            }
            let off = try #require(report.beyondTolerance.first)
            #expect(report.beyondTolerance.map(\.code) == ["R03"])
            #expect(off.side == .product && abs(off.difference - 2.4) < 1e-9)
            #expect(files == [supply, path])
        }
    }

    @Test("halves that do not belong together")
    func halves() {
        #expect(
            faults(use: "iot_1600_other_year.xlsx") == [
                #"iot_1600_other_year.xlsx | 1600 | B3 | 2031 | expected("2030")"#
            ]
        )
        // Output of V03 and of all industries.
        let found = faults(use: "iot_1600_other_output.xlsx")
        #expect(found.map { $0.split(separator: " | ")[2] } == ["J108", "BU108"])
    }

    @Test("files that are cut off or not there")
    func damaged() {
        let cut = fixture("iot_1500_truncated.xlsx")
        do {
            _ = try SupplyUseWorkbook(supply: cut, use: use)
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
            try SupplyUseWorkbook(supply: supply, use: absent)
        }
    }
}
