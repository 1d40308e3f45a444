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
        let copy = try SecretStudy(illustrative: "yes")
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
        let copy = try SecretStudy(illustrative: "yes")
        try copy.edit("example-ledgers/saft/fiskeforedling.zip", "example-ledgers/csv/fiskeforedling.csv")
        try copy.edit("      annual_accounts: example-ledgers/annual-accounts/fiskeforedling-2019.yaml\n", "")
        guard let firms = try copy.study().firms else { return }
        #expect(firms.secrecy.isSecret && firms.secrecy.doubted.map(\.code) == ["laks"])
    }
}
