import Foundation
import Ledgers
import TestSupport
import Testing

/// The inputs that fuzzing kept, in every run of the tests.
@Suite("What fuzzing found worth keeping")
struct FuzzingCorpusTests {
    @Test("Every input is read or refused, and what is read adds up")
    func saft() throws {
        let folder = Repository.root + "/Tests/Fuzzing/corpus/saft"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names.count > 50)
        for name in names {
            let collected = Collected()
            guard let books = try? SAFTReader(file: folder + "/" + name).read(into: collected) else {
                continue
            }
            #expect(books.lineCount == collected.lines.count, "\(name)")
            let balance = collected.lines.reduce(Kroner.zero) { $0 + $1.amount }
            #expect(books.debit - books.credit == balance, "\(name)")
        }
    }

    @Test("Every table is read or refused, and what is read adds up")
    func tables() throws {
        let folder = Repository.root + "/Tests/Fuzzing/corpus/table"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names.count > 50)
        for name in names {
            let collected = Collected()
            guard let reader = try? TableLedgerReader(file: folder + "/" + name),
                let books = try? reader.read(into: collected).books
            else { continue }
            #expect(books.lineCount == collected.lines.count, "\(name)")
            let balance = collected.lines.reduce(Kroner.zero) { $0 + $1.amount }
            #expect(books.debit - books.credit == balance, "\(name)")
        }
    }
}
