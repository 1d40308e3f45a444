import Accounts
import Actors
import FileFormats
import Reporting
import TestSupport
import Testing

@testable import Ringvirk

/// Who may be told of in full: those that are called illustrations and whose books cannot be a firm's.
@Suite("Whose books are secret")
struct BookSecrecyTests {
    @Test("Numbers that the register could give out begin with 8 or 9, rightly written or not")
    func numbers() throws {
        for (text, isOutside) in [
            ("888888888", false), ("810000000", false), ("999999999", false), ("510000005", true),
            ("012345678", true),
        ] {
            #expect(try #require(OrganisationNumber(text)).isOutsideRegister == isOutside, "\(text)")
        }
    }

    @Test("The embedded study's are invented, and told in full")
    func embedded() throws {
        let firms = try #require(try Study(definedIn: EmbeddedStudy.file).firms)
        #expect(!firms.secrecy.isSecret && firms.secrecy.doubted.isEmpty)
    }

    @Test(
        "One firm called an illustration by mistake: its number makes all the books secret, and the report says so"
    )
    func mistake() throws {
        // Books that do not say whose they are, of an actor whose number could be a firm's.
        let copy = try SecretStudy.withNobodysBooks()
        try copy.editActors { actor, column, value in
            actor == "laks" && column == "organisation_number" ? "888888888" : value
        }
        let study = try copy.study()
        #expect(study.firms?.secrecy.doubted.map(\.code) == ["laks"])
        let result = try study.run()
        #expect(result.report.confidentiality.control != nil && result.report.firms == nil)
        let texts = result.report.assumptions.map { $0.text(in: .english) }
        #expect(texts.contains { $0.hasPrefix("Called illustrations") && $0.contains("Salmon processing") })
    }

    @Test("Books that do not say whose they are could be anybody's")
    func nobodys() throws {
        let firms = try #require(try SecretStudy.withNobodysBooks().study().firms)
        #expect(firms.secrecy.isSecret && firms.secrecy.doubted.map(\.code) == ["laks"])
        // They are its books all the same.
        let account = try #require(firms.accounts.firms.first { $0.account.code == "laks" }?.account)
        #expect(account.purchases?.isEmpty == false && account.output.source == .ledger)
    }

    @Test(
        "Refused: a mistyped number, another's annual accounts, and files of two firms, each by the file to mend"
    )
    func another() throws {
        func problem(_ edit: (SecretStudy) throws -> Void) throws -> (BooksProblem, file: String)? {
            let copy = try SecretStudy(illustrative: "yes")
            try edit(copy)
            let error = #expect(throws: StudyError.self) { try copy.study() }
            guard case .actors(.books("laks", let problem), let source)? = error else { return nil }
            return (problem, String(source.split(separator: "/").last ?? ""))
        }
        let own = "585494720"
        let mistyped = try problem { copy in
            try copy.editActors { actor, column, value in
                actor == "laks" && column == "organisation_number" ? "510000005" : value
            }
        }
        #expect(mistyped?.0 == .booksOfAnother(books: own, actor: "510000005"))
        #expect(mistyped?.file == "actors.csv")
        let swapped = try problem { copy in
            try copy.edit("annual-accounts/fiskeforedling-2019", "annual-accounts/forfabrikk-2019")
        }
        guard case .annualAccountsOfAnother(_, own)? = swapped?.0 else {
            Issue.record("\(String(describing: swapped))")
            return
        }
        #expect(swapped?.file == "study.yaml")
        let mixed = try problem { copy in
            try copy.edit(
                "example-ledgers/saft/fiskeforedling.zip",
                "example-ledgers/saft/fiskeforedling.zip, example-ledgers/csv/fiskeforedling.csv"
            )
        }
        #expect(mixed?.0 == .severalOwners([own]) && mixed?.file == "study.yaml")
    }
}
