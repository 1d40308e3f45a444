import FileFormats
import Foundation
import Ledgers
import TestSupport
import Testing

@Suite("ringvirk ledger map, as a user runs it")
struct LedgerMapCommandTests {
    private func path(_ name: String) -> String { "Tests/Fixtures/ledgers/" + name }

    @Test(
        "What is proposed can be read back, and says the same",
        arguments: [
            "journal-cp1252.csv", "journal-utf8.csv", "journal.xlsx", "visma-party-ledger.txt",
            "saft-summary.csv",
        ]
    )
    func readBack(name: String) throws {
        let file = RingvirkProgram.temporaryFolder() + "/mapping.yaml"
        let outcome = try RingvirkProgram.run(
            "ledger",
            "map",
            path(name),
            "--output",
            file,
            "--language",
            "nb"
        )
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasSuffix("Koblingen er skrevet til \(file)\n"))
        let whole = Repository.root + "/" + path(name)
        let layout = try TableLedgerReader(file: whole, mapping: LedgerMapping(contentsOf: file)).layout
        let alone = try TableLedgerReader(file: whole).layout
        #expect(layout.columns == alone.columns)
        #expect(layout.container == alone.container)
        #expect(layout.decimalSign == alone.decimalSign)
        #expect(layout.headerLine == alone.headerLine)
    }

    @Test("A proposal for columns under names that nobody knows; quiet is quiet; JSON parses")
    func unknown() throws {
        let plain = try RingvirkProgram.run("ledger", "map", path("bad-header.csv"), "--quiet")
        #expect(plain.status == 0)
        #expect(plain.errors.isEmpty)
        #expect(plain.output.contains("#  ?: \"dette\"   # 1\n"))
        let json = try RingvirkProgram.run("ledger", "map", path("journal-utf8.csv"), "--format", "json")
        let value = try JSONValue(parsing: json.output, file: "output")
        #expect(value["form"]?.text == "journal")
        #expect(value["columns"]?.elements?.count == 15)
        let csv = try RingvirkProgram.run("ledger", "map", path("journal-utf8.csv"), "--format", "csv")
        #expect(csv.output.hasPrefix("header,meaning,example\nBilagsnr,voucher,1\n"))
    }

    @Test("With a file to write, the columns are printed for programs all the same")
    func writtenAndPrinted() throws {
        let folder = RingvirkProgram.temporaryFolder()
        for (format, name) in [("csv", "a.yaml"), ("json", "b.yaml")] {
            let map = ["ledger", "map", path("journal-utf8.csv"), "--format", format, "--quiet"]
            let alone = try RingvirkProgram.run(map)
            let written = try RingvirkProgram.run(map + ["--output", folder + "/" + name])
            #expect(written.status == 0 && !written.output.isEmpty)
            #expect(written.output == alone.output)
            #expect(try InputFile.text(at: folder + "/" + name).contains("columns:"))
        }
    }

    @Test("Refusals in words, with how the program ends")
    func refusals() throws {
        let missing = try RingvirkProgram.run("ledger", "map", "no-such.csv")
        #expect(missing.status == 66)
        let empty = try RingvirkProgram.run("ledger", "map", path("bad-empty.csv"), "--language", "nb")
        #expect(empty.status == 65)
        #expect(empty.errors.contains("har ingen posteringer"))
        let locked = try RingvirkProgram.run("ledger", "map", path("bad-password.xlsx"))
        #expect(locked.status == 65)
        #expect(locked.errors.contains("password"))
        let wrong = try RingvirkProgram.run(
            "ledger",
            "map",
            path("journal-utf8.csv"),
            "--mapping",
            path("bad-mapping.yaml"),
            "--language",
            "nb"
        )
        #expect(wrong.status == 65)
        #expect(wrong.errors.contains("linje 7"))
        let unwritable = try RingvirkProgram.run(
            "ledger",
            "map",
            path("journal-utf8.csv"),
            "--output",
            "/no-such-folder/mapping.yaml"
        )
        #expect(unwritable.status == 73)
    }
}
