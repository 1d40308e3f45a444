import Accounts
import FileFormats
import Foundation
import TestSupport
import Testing

@testable import CompanyRegister

@Suite("Register index")
struct RegisterIndexTests {
    private typealias Fixture = RegisterFixture
    private let folder = TemporaryFolder()

    private func build(
        _ names: String...,
        options: RegisterIndex.BuildOptions = .init()
    ) throws(CompanyRegisterError) -> (index: RegisterIndex, report: RegisterBuildReport) {
        let report = try RegisterIndex.build(
            from: names.map(Fixture.path),
            to: folder.file("index"),
            codes: Fixture.codes,
            options: options
        )
        return (try RegisterIndex(at: folder.file("index")), report)
    }

    private func everyone(in index: RegisterIndex) throws -> RegisterExtract {
        try index.extract(
            for: (110_000_000...110_002_000).compactMap { OrganisationNumber(digits: $0) }
                + (120_000_000...120_001_000).compactMap { OrganisationNumber(digits: $0) }
        )
    }

    @Test("CSV and JSON, plain and packed, in any order, give the same units")
    func formats() throws {
        let csv = try everyone(in: build("underenheter.csv", "enheter.csv").index)
        for names in [["enheter.json", "underenheter.json.gz"], ["underenheter.json.gz", "enheter.csv.gz"]] {
            let other = try everyone(in: build(names[0], names[1]).index)
            #expect(other.units == csv.units && other.establishments == csv.establishments)
        }
        #expect(csv.units.count == 16)
    }

    @Test("A firm, with its establishments in the order of their numbers")
    func firm() throws {
        let (index, report) = try build("enheter.csv", "underenheter.csv")
        let extract = try index.extract(for: [Fixture.smelter, Fixture.number("999999999"), Fixture.smelter])
        #expect(extract.units.count == 1 && report.enterprises == 10 && report.establishments == 6)
        #expect(
            extract.units[Fixture.smelter]
                == RegisteredUnit(
                    number: Fixture.smelter,
                    name: "SMELTEVERKET AS",
                    kind: .enterprise,
                    legalForm: "AS",
                    industry: "24.101",
                    classification: .sn2007,
                    municipality: "5059",
                    country: "NO",
                    parent: nil,
                    employees: 210,
                    events: .init(registered: Fixture.day("2001-02-03"))
                )
        )
        let own = try #require(extract.establishments[Fixture.smelter])
        #expect(own.map(\.number.description) == ["120000101", "120000209"])
        #expect(
            own.map(\.employees) == [200, 10]
                && own.map(\.name) == ["SMELTEVERKET AS AVD VERK", "SMELTEVERKET AS AVD HAVN"]
        )
        #expect(own.allSatisfy { $0.kind == .establishment && $0.parent == Fixture.smelter })
        #expect(own.first?.events.registered == Fixture.day("2002-01-01"))
    }

    @Test(
        "No name of a person reaches the file: of sole proprietors, private employers, theirs, and of unknown owners'"
    )
    func names() throws {
        let (index, report) = try build("enheter.csv", "underenheter.csv")
        let all = try everyone(in: index)
        let nameless = all.units.values.filter { $0.name == nil }.map(\.legalForm).sorted()
        #expect(nameless == ["AAFY", "BEDR", "BEDR", "ENK", "PERS"])
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("index")))
        for name in ["NORDMANN", "UKJENT EIER"] { #expect(bytes.range(of: Data(name.utf8)) == nil) }
        #expect(bytes.range(of: Data("SMELTEVERKET".utf8)) != nil)
        let rules = report.files.flatMap(\.rules).filter { $0.name == "register-personal-names-left-out" }
        #expect(rules.map(\.touched) == [["2"], ["3"]])
    }

    @Test("Blank employees are one to four and kept back, unless the register says that there are none")
    func employees() throws {
        let units = try everyone(in: build("enheter.csv").index).units
        #expect(units[Fixture.mangled]?.employees == nil && units[Fixture.blank]?.employees == 0)
        #expect(units[Fixture.bankrupt]?.employees == 5)
    }

    @Test("Mangled codes are made whole, 00.000 is no code, letters come back, an address abroad is abroad")
    func traps() throws {
        let (index, report) = try build("enheter.csv")
        let units = try everyone(in: index).units
        #expect(units[Fixture.mangled]?.industry == "41.200" && units[Fixture.letters]?.industry == "01.110")
        #expect(units[Fixture.blank]?.industry == nil && units[Fixture.letters]?.name == "SJØEN RåVARE AS")
        #expect(units[Fixture.branch]?.country == "DE" && units[Fixture.branch]?.municipality == nil)
        // The postal address in Sweden does not move the yard.
        #expect(units[Fixture.yard]?.country == "NO" && units[Fixture.yard]?.municipality == "5056")
        let rules = try #require(report.files.first).rules
        #expect(rules.first { $0.name == "register-code-made-whole" }?.touched == ["2"])
        #expect(rules.first { $0.name == "register-industry-blank" }?.touched == ["1"])
        #expect(rules.first { $0.name == "register-letters-restored" }?.touched == ["2"])
    }

    @Test(
        "A bankruptcy has its date, or the file's day; the day is the latest registration unless it is given"
    )
    func bankruptcies() throws {
        let found = try build("enheter.csv")
        #expect(found.index.day == Fixture.day("2024-01-08"))
        let units = try everyone(in: found.index).units
        #expect(units[Fixture.bankrupt]?.events.bankrupt == Fixture.day("2023-09-13"))
        #expect(units[Fixture.undated]?.events.bankrupt == Fixture.day("2024-01-08"))
        #expect(units[Fixture.smelter]?.events.bankrupt == nil)
        let day = Fixture.day("2026-11-25")
        let stated = try build("enheter.csv", options: .init(day: day)).index
        #expect(try everyone(in: stated).units[Fixture.undated]?.events.bankrupt == day)
    }

    @Test("Codes that both standards have are read as the file's others are, or as told")
    func classifications() throws {
        let old = try build("enheter.csv")
        #expect(try everyone(in: old.index).units[Fixture.undated]?.classification == .sn2007)
        let new = try build("enheter-sn2025.csv")
        let units = try everyone(in: new.index).units
        #expect(new.report.files.map(\.classification) == [.sn2025])
        #expect(new.report.files.first?.exclusiveCodes == [.sn2025: 3])
        #expect(units.values.allSatisfy { $0.classification == .sn2025 })
        let refused = try #require(units[Fixture.number("110001118")])
        #expect(refused.industry == "53.300" && Fixture.codes.industry(of: refused) == nil)
        let told = try build("enheter-sn2025.csv", options: .init(classification: .sn2007)).index
        // What only SN2025 has stays of SN2025.
        #expect(try everyone(in: told).units[Fixture.undated]?.classification == .sn2007)
        #expect(try everyone(in: told).units[Fixture.smelter]?.classification == .sn2025)
    }

    @Test("Of a unit in two files the last one's is kept, but a notice of deletion takes only its date along")
    func replaced() throws {
        let (index, report) = try build("enheter.csv", "enheter-sn2025.csv", "deleted.json", "mergers.csv")
        let units = try everyone(in: index).units
        #expect(units[Fixture.smelter]?.employees == 211 && units[Fixture.smelter]?.industry == "24.100")
        #expect(units[Fixture.smelter]?.classification == .sn2025)
        let yard = try #require(units[Fixture.yard])
        #expect(yard.industry == "30.113" && yard.classification == .sn2007 && yard.employees == 55)
        #expect(
            yard.events.dissolved == Fixture.day("2025-10-20") && yard.events.mergedInto == Fixture.smelter
        )
        #expect(report.replaced == 3 && report.enterprises == 12)
    }

    @Test("A closed establishment is closed on its day")
    func closed() throws {
        let extract = try build("enheter.csv", "underenheter.csv").index.extract(for: [Fixture.yard])
        let own = try #require(extract.establishments[Fixture.yard]?.first)
        #expect(own.events.dissolved == Fixture.day("2018-10-20"))
    }

    @Test("The index knows its files and their digests")
    func provenance() throws {
        let index = try build("enheter.csv.gz").index
        let digest = SHA256Digest(of: try InputFile.bytes(at: Fixture.path("enheter.csv.gz"))).hexadecimal
        #expect(index.provenance.files == [.init(name: "enheter.csv.gz", sha256: digest)])
        #expect(index.provenance.vintage == "2024-01-08")
    }

    @Test("The same files give the same bytes")
    func reproducible() throws {
        _ = try build("enheter.csv", "underenheter.csv")
        let first = try Data(contentsOf: URL(fileURLWithPath: folder.file("index")))
        _ = try build("enheter.csv", "underenheter.csv")
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("index"))) == first)
        #expect(folder.names == ["index"])
    }

    @Test("Many numbers at once")
    func many() throws {
        let index = try build("enheter.csv", "underenheter.csv").index
        let numbers = (0..<100_000).compactMap { OrganisationNumber(digits: 110_000_000 + $0) }
        #expect(try index.extract(for: numbers).units.count == 10)
        #expect(try index.extract(for: []).units.isEmpty)
    }

    @Test(
        "Statistics Norway's own sample of the real files is read",
        .enabled(if: SharedTable.exists("data/brreg/csv"))
    )
    func published() throws {
        let root = Repository.shared + "/data/brreg"
        let codes = try SharedCodes.all()
        let report = try RegisterIndex.build(
            from: [root + "/csv/underenheter.csv", root + "/csv/enheter.csv"],
            to: folder.file("index"),
            codes: codes
        )
        #expect(report.enterprises == 600 && report.establishments == 600 && report.replaced == 0)
        #expect(report.files.map(\.classification) == [.sn2007, .sn2007])
        #expect(report.files.flatMap(\.rules).filter { $0.name == "register-code-unknown" } == [])
        let index = try RegisterIndex(at: folder.file("index"))
        let unit = try #require(
            index.extract(for: [Fixture.number("832175692")]).units[Fixture.number("832175692")]
        )
        #expect(unit.industry == "62.010" && unit.municipality == "0301" && unit.employees == 5)
        #expect(unit.events.registered == Fixture.day("2023-10-03"))
    }

    @Test("Single answers of the register are read", .enabled(if: SharedTable.exists("data/brreg/json")))
    func answers() throws {
        let root = Repository.shared + "/data/brreg/json/"
        let files = [
            "enheter-details-response.json", "enheter-details-deleted-response.json",
            "underenheter-details-response.json",
            "underenheter-details-deleted-response.json", "tidybrreg_entity_923609016.json",
        ]
        let codes = try SharedCodes.all()
        _ = try RegisterIndex.build(from: files.map { root + $0 }, to: folder.file("index"), codes: codes)
        let numbers = ["112233445", "123456789", "776655441", "987123456", "923609016"].map(Fixture.number)
        let units = try RegisterIndex(at: folder.file("index")).extract(for: numbers).units
        #expect(units[numbers[0]]?.employees == 50 && units[numbers[0]]?.name == "SESAM STASJON")
        #expect(
            units[numbers[1]]?.events.dissolved == Fixture.day("2017-10-20")
                && units[numbers[1]]?.kind == .enterprise
        )
        #expect(
            units[numbers[2]]?.parent == numbers[0]
                && units[numbers[2]]?.events.dissolved == Fixture.day("2018-10-20")
        )
        #expect(
            units[numbers[3]]?.kind == .establishment
                && units[numbers[3]]?.events.dissolved == Fixture.day("2017-10-05")
        )
        #expect(units[numbers[4]]?.industry == "06.100" && units[numbers[4]]?.municipality == "1103")
    }
}
