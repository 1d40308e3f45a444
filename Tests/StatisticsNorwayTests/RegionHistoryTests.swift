import Accounts
import FileFormats
import Foundation
import StatisticsNorway
import TestSupport
import Testing

@Suite("Counties and municipalities")
struct RegionHistoryTests {
    private let temporary = TemporaryFolder()
    private var folder: String { temporary.path }

    /// A small list in the real form: two counties that merge, one that splits, one municipality that moves.
    private static let municipalities = """
        id,code,name,variant,validFrom,validTo
        0,1601,Trondheim,1,1964-01-01,2018-01-01
        1,1638,Orkdal,1,1964-01-01,2018-01-01
        2,1702,Steinkjer,1,1964-01-01,2018-01-01
        3,1703,Namsos,1,1964-01-01,2018-01-01
        4,5001,Trondheim,1,2018-01-01,
        5,5024,Orkdal,1,2018-01-01,2020-01-01
        6,5059,Orkland,1,2020-01-01,
        7,5006,Steinkjer,1,2018-01-01,
        8,5007,Namsos,1,2018-01-01,
        9,1567,Rindal,1,1964-01-01,2019-01-01
        10,1566,Surnadal,1,1964-01-01,2010-01-01
        11,1566,Surnadal,2,2010-01-01,
        12,1505,Kristiansund,1,1964-01-01,
        13,5061,Rindal,1,2019-01-01,
        14,3001,Halden,1,2020-01-01,2024-01-01
        15,3005,Drammen,1,2020-01-01,2024-01-01
        16,3101,Halden,1,2024-01-01,
        17,3301,Drammen,1,2024-01-01,
        18,9999,Uoppgitt,1,1964-01-01,
        """
    private static let changes = """
        date,oldCode,oldName,newCode,newName
        2018-01-01,1601,Trondheim,5001,Trondheim
        2018-01-01,1638,Orkdal,5024,Orkdal
        2018-01-01,1702,Steinkjer,5006,Steinkjer
        2018-01-01,1703,Namsos,5007,Namsos
        2019-01-01,1567,Rindal,5061,Rindal
        2020-01-01,5024,Orkdal,5059,Orkland
        2024-01-01,3001,Halden,3101,Halden
        2024-01-01,3005,Drammen,3301,Drammen
        """

    private func history(
        _ municipalities: String = municipalities,
        _ changes: String = changes
    ) throws -> RegionHistory {
        try municipalities.write(toFile: folder + "/nodes.csv", atomically: true, encoding: .utf8)
        try changes.write(toFile: folder + "/changes.csv", atomically: true, encoding: .utf8)
        return try RegionHistoryList(municipalities: folder + "/nodes.csv", changes: folder + "/changes.csv")
            .history
    }

    @Test("Counties exist while municipalities' codes begin with theirs; runs of a code are one")
    func counties() throws {
        let history = try history()
        let counties = history.regions.filter { $0.level == .county }
        #expect(counties.map(\.region.code) == ["15", "16", "17", "30", "31", "33", "50"])
        #expect(counties.map(\.first) == [1964, 1964, 1964, 2020, 2024, 2024, 2018])
        #expect(counties.map(\.last) == [nil, 2017, 2017, 2023, nil, nil, nil])
        #expect(counties[1].region.name.norwegian == "Sør-Trøndelag")
        #expect(try history.region("1566", in: 2005).last == nil)
        #expect(
            history.municipalities(of: "50", in: 2019).map(\.region.code) == [
                "5001", "5006", "5007", "5024", "5061",
            ]
        )
    }

    @Test("A county that does not exist that year is refused with what it became, or was made of")
    func notThen() throws {
        let history = try history()
        #expect(
            throws: AccountsError.regionNotThen(
                code: "30",
                name: "Viken",
                first: 2020,
                last: 2023,
                asked: [2019],
                related: []
            )
        ) { try history.region("30", in: 2019) }
        #expect(
            throws: AccountsError.regionNotThen(
                code: "30",
                name: "Viken",
                first: 2020,
                last: 2023,
                asked: [2024],
                related: ["31", "33"]
            )
        ) { try history.region("30", in: 2024) }
        #expect(
            throws: AccountsError.regionNotThen(
                code: "50",
                name: "Trøndelag",
                first: 2018,
                last: nil,
                asked: [2017],
                related: ["16", "17"]
            )
        ) { try history.region("50", in: 2017) }
        #expect(
            throws: AccountsError.regionNotThen(
                code: "1638",
                name: "Orkdal",
                first: 1964,
                last: 2017,
                asked: [2018, 2019],
                related: ["5024"]
            )
        ) { try history.region("1638", inAnyOf: [2018, 2019]) }
        #expect(try history.region("50", inAnyOf: [2017, 2018]).region.code == "50")
        #expect(throws: AccountsError.unknownRegion(code: "99")) { try history.region("99", in: 2019) }
    }

    @Test("A municipality is followed through its codes; one that changed county is refused by name")
    func following() throws {
        let history = try history()
        #expect(try history.following("1638", from: 2015, to: 2018) == ["5024"])
        #expect(try history.following("1638", from: 2015, to: 2023) == ["5059"])
        #expect(try history.following("1566", from: 2000, to: 2023) == ["1566"])
        #expect(try history.following("3001", from: 2021, to: 2024) == ["3101"])
        #expect(
            throws: AccountsError.municipalityMoved(
                code: "1567",
                name: "Rindal",
                year: 2019,
                from: "15",
                to: "50"
            )
        ) { try history.following("1567", from: 2015, to: 2023) }
        #expect(try history.following("1567", from: 2015, to: 2018) == ["1567"])
        #expect(history.moves(of: "50", from: 2018, to: 2023).map(\.from) == ["1567"])
        #expect(history.moves(of: "50", from: 2019, to: 2023).isEmpty)
        #expect(history.moves(of: "16", from: 2010, to: 2023).isEmpty)
    }

    @Test("Dates that are no 1 January, codes that are none, and changes of nobody are refused")
    func refusals() throws {
        func refused(_ from: String, _ to: String, inChanges: Bool = false) -> StatisticsNorwayError? {
            do {
                _ = try history(
                    inChanges ? Self.municipalities : Self.municipalities.replacing(from, with: to),
                    inChanges ? Self.changes.replacing(from, with: to) : Self.changes
                )
                return nil
            } catch {
                return error as? StatisticsNorwayError
            }
        }
        guard case .file(.faults(let faults)) = refused("2019-01-01,\n", "2019-02-01,\n") else {
            Issue.record("a date in February")
            return
        }
        #expect(faults.map(\.problem) == [.expected("a 1 January")])
        guard case .file(.faults(let codes)) = refused("3,1703,", "3,17x3,") else {
            Issue.record("a code with a letter")
            return
        }
        #expect(codes.map(\.problem) == [.expected("four digits")])
        let unknown = refused("5061", "5099", inChanges: true)
        #expect(
            unknown
                == .accounts(
                    .unknownRegion(code: "5099"),
                    files: [folder + "/nodes.csv", folder + "/changes.csv"]
                )
        )
    }

    @Test("A region asked for in years when it was not is refused before the bank is asked for figures")
    func selections() throws {
        let server = try LocalServer { request, _ in SmallBank().answer(request) }
        let table = try BankFixture().client(server.address).table(SmallBank.table)
        let history = try history()
        func refusal(_ region: String, _ time: String) -> StatisticsNorwayError? {
            do {
                try history.refuseRegions(
                    in: [CubeSelection("Region", [region]), CubeSelection("Tid", [time])],
                    of: table
                )
                return nil
            } catch {
                return error
            }
        }
        let viken = AccountsError.regionNotThen(
            code: "30",
            name: "Viken",
            first: 2020,
            last: 2023,
            asked: [2016, 2017, 2018, 2019],
            related: []
        )
        #expect(refusal("30", "to(2019)") == .regions(viken, table: "99001"))
        #expect(refusal("30", "*") == nil && refusal("3?", "2016") == nil && refusal("0", "2016") == nil)
    }

    @Test(
        "The published lists: Orkdal, Rindal, Snillfjord, Svelvik, Viken",
        .enabled(if: SharedTable.exists("data/klass"))
    )
    func published() throws {
        let klass = Repository.shared + "/data/klass/"
        let history = try RegionHistoryList(
            municipalities: klass + "municipality_nodes.csv",
            changes: klass + "municipality_changes.csv"
        ).history
        #expect(history.changes.count == 2_164)
        #expect(try history.following("1638", from: 2015, to: 2024) == ["5059"])
        #expect(try history.following("5012", from: 2019, to: 2020) == ["5055", "5056", "5059"])
        for (code, from, to) in [
            ("1567", "15", "50"), ("1444", "14", "15"), ("1571", "15", "50"), ("0711", "07", "30"),
        ] {
            #expect(throws: AccountsError.self, "\(code)") {
                try history.following(code, from: 2016, to: 2021)
            }
            let change = history.changes.first { $0.from == code && $0.year >= 2018 && $0.to.hasPrefix(to) }
            #expect(change.map { history.isMove($0) } == true, "\(code) from \(from)")
        }
        #expect(try history.following("0301", from: 1990, to: 2024) == ["0301"])
        #expect(
            throws: AccountsError.regionNotThen(
                code: "30",
                name: "Viken",
                first: 2020,
                last: 2023,
                asked: [2024],
                related: ["31", "32", "33"]
            )
        ) { try history.region("30", in: 2024) }
        // What the reforms of 2018, 2020 and 2024 moved between counties, and nothing else.
        let moved = history.changes.filter { $0.year >= 2018 && history.isMove($0) }
        #expect(
            moved.map { "\($0.year) \($0.from) \($0.to)" } == [
                "2019 1567 5061", "2020 0532 3053", "2020 0533 3054", "2020 0711 3005", "2020 1444 1577",
                "2020 1571 5055", "2020 1852 5412",
            ]
        )
    }
}
