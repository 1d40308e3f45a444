import Accounts
import Actors
import FileFormats
import Testing

@testable import Ringvirk

@Suite("Actors' file")
struct ActorsFileTests {
    private let industries = Axis.letters

    private func read(_ copy: StudyCopy) throws(StudyError) -> ActorsFile {
        try ActorsFile(contentsOf: copy.file("actors.csv"), industries: industries)
    }

    @Test("Everything the file says")
    func sound() throws {
        let actors = try read(StudyCopy()).actors
        #expect(actors.map(\.code) == ["mill", "plant"])
        let (mill, plant) = (actors[0], actors[1])
        #expect(mill.name == Name(english: "The mill", norwegian: "Møllen"))
        #expect(mill.exists && !plant.exists)
        #expect(mill.organisationNumber == "123456789" && plant.organisationNumber == nil)
        #expect(mill.industry.code == "B" && mill.technology.code == "B")
        #expect(plant.industry.code == "C" && plant.technology.code == "B")
        #expect(mill.unit.symbol == "tonn" && mill.output == 500)
        #expect(mill.price == .init(kroner: 10_000, year: 2020, valuation: .basic))
        #expect(plant.price == .init(kroner: 2_000, year: 2019, valuation: .basic, deflator: 1.25))
        #expect(!mill.isIllustrative && plant.isIllustrative)
        #expect(plant.description == Name(english: "Planned, on waste", norwegian: "Tenkt, på avfall"))
    }

    /// A text of the file, what to put in its place, the column and line, the value read, and the fault.
    static let wrong: [(String, String, String, Int, String?, Fault.Problem)] = [
        ("yes,123456789", "perhaps,123456789", "exists", 2, "perhaps", .notOneOf(["yes", "no"])),
        ("123456789", "12345", "organisation_number", 2, "12345", .malformed(rule: "nine digits")),
        ("123456789,B,,", "123456789,X,,", "industry", 2, "X", .notOneOf(["A", "B", "C"])),
        ("no,,C,B,", "no,,C,X,", "technology", 3, "X", .notOneOf(["A", "B", "C"])),
        ("tonn,10000", "tonn,-1", "price_nok", 2, "-1", .negative),
        ("tonn,10000", "tonn,much", "price_nok", 2, "much", .notANumber),
        ("10000,2020,", "10000,last,", "price_year", 2, "last", .notAnInteger),
        ("2020,basic", "2020,market", "price_basis", 2, "market", .notOneOf(["basic", "purchasers"])),
        ("basic,1.25", "basic,-1", "deflator", 3, "-1", .negative),
        ("basic,,500", "basic,,-500", "output", 2, "-500", .negative),
        ("500,no", "500,maybe", "illustrative", 2, "maybe", .notOneOf(["yes", "no"])),
        ("Møllen", "", "name_nb", 2, nil, .missing),
        ("\nplant,", "\nmill,", "id", 3, "mill", .duplicate(firstLine: 2)),
    ]

    @Test("A wrong field is one fault, with line, column and value", arguments: wrong)
    func wrongField(
        text: String,
        wrong: String,
        column: String,
        line: Int,
        value: String?,
        problem: Fault.Problem
    ) throws {
        let copy = try StudyCopy()
        try copy.edit("actors.csv", text, wrong)
        let faults = faults { () throws(StudyError) in _ = try read(copy) }
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.place == copy.place("actors.csv", line: line, column))
        #expect(faults.first?.problem == problem)
        if let value { #expect(faults.first?.value == value) }
    }

    @Test("A missing column")
    func columns() throws {
        let copy = try StudyCopy()
        try copy.edit("actors.csv", ",price_basis,", ",basis,")
        let faults = faults { () throws(StudyError) in _ = try read(copy) }
        #expect(
            faults == [
                Fault(at: copy.place("actors.csv", line: 1), .missingColumn("price_basis")),
                Fault(
                    at: copy.place("actors.csv", line: 1),
                    value: "basis",
                    .unknownKey(known: ActorsFile.columns)
                ),
            ]
        )
    }

    @Test("The embedded study's actors are all illustrations of existing industries")
    func embedded() throws {
        let actors = try EmbeddedStudy.actors()
        #expect(actors.count == 8)
        #expect(actors.allSatisfy { $0.isIllustrative && $0.organisationNumber == nil })
    }
}

extension Axis where Element == Industry {
    /// The small study's groups.
    static var letters: Axis {
        guard let axis = try? Axis(["A", "B", "C"].map { Industry(code: $0, name: Name($0)) }) else {
            preconditionFailure("three codes, each once")
        }
        return axis
    }
}
