import FileFormats
import Ledgers
import Testing

@Suite("Tables that are refused")
struct TableRefusalTests {
    @Test("Mixed encodings, by line and byte")
    func mixedEncodings() {
        let faults = refusal("bad-mixed-encodings.csv")?.faults ?? []
        #expect(faults.map(\.place.line) == [3])
        #expect(faults.first?.value == "0xF8 (byte 104)")
        guard case .malformed(let rule)? = faults.first?.problem else { return #expect(Bool(false)) }
        #expect(rule.hasPrefix("the file mixes encodings"))
    }

    @Test("A zero byte") func zeroByte() {
        #expect(refusal("bad-zero-byte.csv")?.faults.first?.value?.hasPrefix("0x0 ") == true)
    }

    @Test("A wrong decimal sign, each with its line and value")
    func decimalSign() {
        let faults = refusal("bad-decimal-sign.csv")?.faults ?? []
        #expect(faults.map(\.place.line) == [3, 4])
        #expect(faults.map(\.value) == ["-1,100.00", "12.50"])
        #expect(faults.allSatisfy { $0.place.column == "Beløp" })
    }

    @Test("Amounts that could be thousands or øre, in a table that nowhere shows which")
    func unclearSign() {
        guard case .decimalSignUnclear(let fault)? = refusal("bad-decimal-unclear.csv") else {
            return #expect(Bool(false))
        }
        #expect(fault.value == "12.500")
        #expect(fault.place.line == 2)
    }

    @Test("An amount of 10^15 kroner, and one in scientific notation")
    func amount() {
        let faults = refusal("bad-amount.csv")?.faults ?? []
        #expect(faults.map(\.value) == ["1000000000000000,00", "-1e15"])
        #expect(faults.first?.problem == .outside(lower: -1e11, upper: 1e11))
    }

    @Test("A date in 2099, and one that no calendar has")
    func dates() {
        let faults = refusal("bad-date.csv")?.faults ?? []
        #expect(faults.map(\.value) == ["05.01.2099", "31.02.2024"])
        #expect(faults.map(\.place.line) == [2, 3])
        #expect(faults.map(\.place.column) == ["Bilagsdato", "Bilagsdato"])
    }

    @Test("A quote that never closes") func unclosedQuote() {
        let faults = refusal("bad-unclosed-quote.csv")?.faults ?? []
        #expect(faults.map(\.place.line) == [3])
        #expect(faults.first?.problem == .malformed(rule: "a quote is opened and never closed"))
    }

    @Test("A row with too many fields") func fieldCount() {
        let faults = refusal("bad-field-count.csv")?.faults ?? []
        #expect(faults.map(\.place.line) == [3])
        #expect(faults.map(\.problem) == [.fieldCount(expected: 5, found: 7)])
    }

    @Test("No header, nothing at all, an empty sheet, a password")
    func files() {
        let path = ledger("bad-header.csv")
        #expect(refusal("bad-header.csv") == .noHeader(path: path, sheet: nil, line: nil, best: []))
        #expect(refusal("bad-empty.csv") == .emptyTable(path: ledger("bad-empty.csv"), sheet: nil))
        #expect(
            refusal("bad-empty-sheet.xlsx")
                == .emptyTable(path: ledger("bad-empty-sheet.xlsx"), sheet: "Ark1")
        )
        #expect(refusal("bad-password.xlsx") == .file(.encrypted(path: ledger("bad-password.xlsx"))))
    }

    @Test("Balances and lists of parties are no purchases")
    func noForm() {
        guard case .noLedgerForm(_, 1, _, .partyLedger, let lacking)? = refusal("tripletex-balance.csv")
        else {
            return #expect(Bool(false))
        }
        #expect(lacking == [.amount])
        guard case .noLedgerForm(_, 1, _, .summary, [.purchases])? = refusal("fakuva-parties.csv") else {
            return #expect(Bool(false))
        }
    }

    @Test("Gross amounts without a rule for VAT") func taxRule() {
        #expect(
            refusal("visma-party-ledger.txt") == .taxRuleNeeded(path: ledger("visma-party-ledger.txt"))
        )
    }

    @Test("A mapping's own faults: a column twice, a meaning that is not known")
    func mapping() {
        let faults = refusal("journal-cp1252.csv", mapping: "bad-mapping.yaml")?.faults ?? []
        #expect(faults.map(\.place.line) == [7, 9])
        #expect(faults.first?.problem == .duplicate(firstLine: 6))
        #expect(faults.last?.value == "shoe")
    }

    @Test("A mapping that names a header the table lacks")
    func unknownHeader() {
        let faults = refusal("journal-cp1252.csv", mapping: "mapping-unknown-header.yaml")?.faults ?? []
        #expect(faults.map(\.value) == ["Dato for bilag"])
        #expect(faults.map(\.place.line) == [3])
        #expect(faults.first?.place.file == ledger("mapping-unknown-header.yaml"))
    }
}
