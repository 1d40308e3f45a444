import Accounts
import FileFormats
import Foundation
import TestSupport
import Testing

@testable import CompanyRegister

@Suite("Register refusals")
struct RegisterRefusalTests {
    private typealias Fixture = RegisterFixture
    private let folder = TemporaryFolder()

    private func refusal(_ names: String...) -> CompanyRegisterError? {
        do {
            _ = try RegisterIndex.build(from: names, to: folder.file("index"), codes: Fixture.codes)
            return nil
        } catch {
            return error
        }
    }

    @Test("All faults of a file are told together, and nothing is written")
    func faults() throws {
        let path = Fixture.path("faulty.csv")
        guard case .file(.faults(let faults)) = refusal(Fixture.path("enheter.csv"), path) else {
            Issue.record("no faults")
            return
        }
        #expect(
            faults == [
                Fault(
                    at: Place(file: path, line: 2, column: "organisasjonsnummer"),
                    value: "12345678",
                    .malformed(rule: "an organisation number has nine digits")
                ),
                Fault(
                    at: Place(file: path, line: 3, column: "registreringsdatoEnhetsregisteret"),
                    value: "03.02.2001",
                    .malformed(rule: "a date is written 2024-02-29")
                ),
                Fault(at: Place(file: path, line: 4, column: "antallAnsatte"), value: "mange", .notAnInteger),
                Fault(at: Place(file: path, line: 5, column: "organisasjonsnummer"), .missing),
            ]
        )
        #expect(folder.names == [])
    }

    @Test("A file of another kind is told from the register's")
    func other() {
        let path = Fixture.path("ledger.csv")
        let missing = ["organisasjonsnummer", "organisasjonsform.kode", "naeringskode1.kode"]
        #expect(refusal(path) == .notARegisterFile(path: path, missing: missing))
        #expect(refusal("nowhere.csv") == .file(.notFound(path: "nowhere.csv")))
    }

    @Test("Broken files: cut off, damaged, a quote never closed, another encoding, a row too short")
    func broken() throws {
        let cut = Fixture.path("cut-off.json")
        #expect(refusal(cut) == .file(.damaged(path: cut, reason: "the file is cut off inside an object")))
        let packed = Fixture.path("cut-off.csv.gz")
        #expect(refusal(packed) == .file(.damaged(path: packed, reason: "the packed file is cut off")))
        let damaged = Fixture.path("damaged.csv.gz")
        #expect(refusal(damaged) == .file(.damaged(path: damaged, reason: "the packed file is damaged")))
        let quote = Fixture.path("open-quote.csv")
        let openRow = try InputFile.text(at: quote).split(separator: "\n")[3].prefix(60)
        #expect(
            refusal(quote)
                == .file(
                    .faults([
                        Fault(
                            at: Place(file: quote, line: 4),
                            value: String(openRow),
                            .malformed(rule: "a quote is opened and never closed")
                        )
                    ])
                )
        )
        let text = try InputFile.text(at: Fixture.path("enheter.csv"))
        let latin = folder.file("latin.csv")
        try AtomicFile.write(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, to: latin)
        guard case .file(.notUTF8(latin, _)) = refusal(latin) else {
            Issue.record("Latin-1 was read")
            return
        }
        let short = folder.file("short.csv")
        try AtomicFile.write(text + "110000103,KORT\n", to: short)
        #expect(
            refusal(short)
                == .file(
                    .faults([Fault(at: Place(file: short, line: 13), .fieldCount(expected: 54, found: 2))])
                )
        )
    }

    @Test("A row without end does not take the whole file into memory")
    func endless() throws {
        let path = folder.file("endless.csv")
        let header = try InputFile.text(at: Fixture.path("enheter.csv")).prefix { !$0.isNewline }
        try AtomicFile.write(header + "\n\"" + String(repeating: "x\n", count: 2 << 20), to: path)
        guard case .file(.faults(let faults)) = refusal(path) else {
            Issue.record("read")
            return
        }
        #expect(faults.map(\.problem) == [.malformed(rule: "a quote is opened and never closed")])
        #expect(faults.map(\.place.line) == [2])
    }

    @Test("What is no index is refused when opened")
    func noIndex() throws {
        try AtomicFile.write("", to: folder.file("empty"))
        try AtomicFile.write("not a database at all", to: folder.file("text"))
        for name in ["empty", "text"] {
            #expect(throws: CompanyRegisterError.anotherIndex(path: folder.file(name))) {
                try RegisterIndex(at: folder.file(name))
            }
        }
        #expect(throws: CompanyRegisterError.file(.notFound(path: "nowhere"))) {
            try RegisterIndex(at: "nowhere")
        }
    }

    @Test("A damaged index is refused, wherever the damage is")
    func damaged() throws {
        _ = try RegisterIndex.build(
            from: [Fixture.path("enheter.csv"), Fixture.path("underenheter.csv")],
            to: folder.file("index"),
            codes: Fixture.codes
        )
        let whole = try InputFile.bytes(at: folder.file("index"))
        let numbers = (110_000_000...110_002_000).compactMap { OrganisationNumber(digits: $0) }
        for start in stride(from: 0, to: whole.count, by: 173) {
            var bytes = whole
            for offset in start..<min(start + 40, whole.count) { bytes[offset] = 0xA5 }
            try AtomicFile.write(bytes, to: folder.file("broken"))
            // Whatever it says, it says in a typed error or an extract: it never traps.
            do throws(CompanyRegisterError) {
                _ = try RegisterIndex(at: folder.file("broken")).extract(for: numbers)
            } catch {
                switch error {
                case .anotherIndex, .database: break
                default: Issue.record("\(error)")
                }
            }
        }
    }

    @Test("A list of mergers with faults is refused")
    func mergers() throws {
        let path = folder.file("mergers.csv")
        try AtomicFile.write(
            "number,merged_into,day\n12,110000103,2025-10-20\n110000200,110000103,today\n",
            to: path
        )
        guard case .file(.faults(let faults)) = refusal(path) else {
            Issue.record("read")
            return
        }
        #expect(faults.map(\.place.column) == ["number", "day"])
    }

    @Test("Where the index cannot be written is told before anything is read")
    func output() throws {
        do {
            _ = try RegisterIndex.build(
                from: [Fixture.path("enheter.csv")],
                to: folder.path + "/a/b",
                codes: .none
            )
            Issue.record("written")
        } catch {
            #expect(
                error == .file(.cannotWrite(path: folder.path + "/a/b", reason: "No such file or directory"))
            )
        }
    }
}
