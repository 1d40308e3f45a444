import Reporting
import Testing

@Suite("Text table")
struct TextTableTests {
    /// Two columns that have something in common, letters wider than bytes, and an empty cell.
    private var table: TextTable {
        var table = TextTable(
            header: ["Næring", "Nord", "Norge", "enhet"],
            numeric: [false, true, true, false],
            groups: ["", "Verdiskaping, mill. kr", "Verdiskaping, mill. kr", ""]
        )
        table.add(["Fiskeoppdrett", "1\u{00A0}163", "12,2", "tonn CO₂"])
        table.add(["Kraft", "..", "-0,5", ""])
        return table
    }

    @Test("In columns for a terminal")
    func plainText() {
        #expect(
            table.plainText == """
                               Verdiskaping, mill. kr
                Næring          Nord            Norge  enhet
                ───────────────────────────────────────────────
                Fiskeoppdrett  1\u{00A0}163             12,2  tonn CO₂
                Kraft             ..             -0,5

                """
        )
    }

    @Test("In Markdown, with each group before its headings")
    func markdown() {
        #expect(
            table.markdown == """
                | Næring | Verdiskaping, mill. kr, Nord | Verdiskaping, mill. kr, Norge | enhet |
                |---|---:|---:|---|
                | Fiskeoppdrett | 1\u{00A0}163 | 12,2 | tonn CO₂ |
                | Kraft | .. | -0,5 |  |

                """
        )
    }

    @Test("Bars and line breaks in a cell do not break the Markdown")
    func escapes() {
        var table = TextTable(label: "a|b", numbers: ["x"])
        table.add(["c|d\ne", "1"])
        #expect(table.markdown == "| a\\|b | x |\n|---|---:|\n| c\\|d e | 1 |\n")
    }

    @Test("Without groups there is no line for them")
    func withoutGroups() {
        var table = TextTable(label: "a", numbers: ["x"])
        table.add(["b", "10"])
        #expect(table.plainText == "a   x\n─────\nb  10\n")
    }

    @Test("Without rows: the header alone")
    func empty() {
        #expect(TextTable(label: "a", numbers: ["x"]).plainText == "a  x\n────\n")
        #expect(TextTable(label: "a", numbers: ["x"]).markdown == "| a | x |\n|---|---:|\n")
    }
}
