import Accounts
import FileFormats
import Foundation
import StatisticsNorway
import TestSupport
import Testing
import Web

@Suite("Statistics bank")
struct StatisticsBankClientTests {
    private let fixture = BankFixture()

    private func server(_ bank: SmallBank = SmallBank()) throws -> LocalServer {
        try LocalServer { request, _ in bank.answer(request) }
    }

    @Test(
        "A table is described in both languages, by both interfaces",
        arguments: StatisticsBankClient.Interface.allCases
    )
    func table(_ interface: StatisticsBankClient.Interface) throws {
        let server = try server()
        let table = try fixture.client(server.address, interface).table(SmallBank.table)
        #expect(table.id == SmallBank.table)
        #expect(table.variables.map(\.dimension.code) == ["Region", "NACE", "ContentsCode", "Tid"])
        #expect(table.variables.map(\.dimension.role) == [.region, .other, .measure, .time])
        #expect(table.variables.map(\.isEliminable) == [true, true, false, false])
        #expect(table.variables[1].dimension.name == Name(english: "industry", norwegian: "næring"))
        let nation = table.variables[0].dimension.categories[0]
        #expect(
            nation.code == "0" && nation.name.english == "The whole country"
                && nation.name.norwegian == "Hele landet"
        )
        if interface == .version2 {
            #expect(table.updated == "2026-03-01T07:00:00Z" && table.title.english == "An invented table")
            #expect(table.variables[0].codeLists.map(\.code) == ["agg_Fylker"])
            #expect(table.variables[2].dimension.categories[0].unit == Unit("mill. kr"))
        }
    }

    @Test(
        "Every cell comes as it stands, dense or sparse, from one answer or many",
        arguments: [800_000, 149, 40, 7, 1],
        [false, true]
    )
    func everyCell(_ limit: Int, _ isSparse: Bool) throws {
        var bank = SmallBank()
        bank.isSparse = isSparse
        let server = try server(bank)
        let client = fixture.client(server.address, cellsPerRequest: limit)
        let fetched = try client.cube(of: client.table(SmallBank.table), BankFixture.everything)
        #expect(fetched.cube.figures.count == 150)
        try fixture.expectRight(fetched.cube)
        #expect(fetched.parts >= (150 + limit - 1) / limit && fetched.partsFromCache == 0)
        #expect(Set(fetched.cube.figures.compactMap(\.mark)) == Set(FigureMark.allCases))
        #expect(fetched.cube.provenance.vintage == "2026-03-01T07:00:00Z")
        #expect(
            fetched.cube.provenance.retrieved == "2026-11-25"
                && fetched.cube.provenance.table == SmallBank.table
        )
        #expect(fetched.cube.provenance.files.count == fetched.parts)
    }

    @Test("Version 1 is asked by POST, and answers in JSON-stat 2 or 1", arguments: [false, true])
    func version1(_ old: Bool) throws {
        var bank = SmallBank()
        bank.answersInVersion1 = old
        let server = try server(bank)
        let client = fixture.client(server.address, .version1, cellsPerRequest: 60)
        let fetched = try client.cube(of: client.table(SmallBank.table), BankFixture.everything)
        try fixture.expectRight(fetched.cube)
        #expect(fetched.parts == 3)
        #expect(fetched.cube.dimensions[2].categories[0].unit == Unit("mill. kr"))
        let posts = server.requests.filter { $0.method == "POST" }
        #expect(posts.count == 3 && posts.allSatisfy { $0.path == "/no/table/99001" })
        #expect(
            String(decoding: posts[0].body, as: UTF8.self).contains(#""response": {"format": "json-stat2"}"#)
        )
    }

    @Test("Expressions select what they say, and variables may be left out")
    func expressions() throws {
        let server = try server()
        let client = fixture.client(server.address)
        let table = try client.table(SmallBank.table)
        let fetched = try client.cube(
            of: table,
            [
                CubeSelection("Region", ["50", "1?"]), CubeSelection("ContentsCode", ["B*"]),
                CubeSelection("Tid", ["top(2)", "2016"]),
            ]
        )
        #expect(fetched.cube.dimensions.map(\.code) == ["Region", "ContentsCode", "Tid"])
        #expect(
            fetched.cube.dimensions.map { $0.categories.map(\.code) } == [
                ["15", "50"], ["BNPB"], ["2016", "2019", "2020"],
            ]
        )
        try fixture.expectRight(fetched.cube)
        let codes = ["Region": "50", "ContentsCode": "BNPB", "Tid": "2019"]
        #expect(fetched.cube[codes]?.number == 4003.5)
        #expect(fetched.cube.query.map(\.codes) == [["50", "1?"], ["B*"], ["top(2)", "2016"]])
        let path = try #require(server.requests.last?.path)
        #expect(
            path.hasPrefix("/tables/99001/data?lang=no&outputFormat=json-stat2&valueCodes%5BRegion%5D=15,50&")
        )
    }

    @Test(
        "A code list is asked by its own codes; a code with a plus sign travels whole; a long selection is posted"
    )
    func lists() throws {
        let server = try server()
        let client = fixture.client(server.address)
        let table = try client.table(SmallBank.table)
        let rest = [CubeSelection("ContentsCode", ["Syss"]), CubeSelection("Tid", ["2018"])]
        let fetched = try client.cube(
            of: table,
            [CubeSelection("Region", ["*"], codeList: "agg_Fylker"), CubeSelection("NACE", ["04+05"])] + rest
        )
        #expect(fetched.cube.dimensions[0].categories.map(\.name.norwegian) == ["15", "Trøndelag"])
        try fixture.expectRight(fetched.cube)
        #expect(server.requests.last?.path.contains("valueCodes%5BNACE%5D=04%2B05") == true)
        #expect(server.requests.last?.path.contains("codelist%5BRegion%5D=agg_Fylker") == true)
        #expect(
            throws: StatisticsNorwayError.unknownCode(
                table: "99001",
                variable: "Region",
                code: "agg_Nowhere",
                known: ["agg_Fylker"]
            )
        ) {
            try client.cube(of: table, [CubeSelection("Region", ["*"], codeList: "agg_Nowhere")] + rest)
        }
    }

    @Test("In version 1 a list is named as a filter, and its codes are written out")
    func listsOfVersion1() throws {
        let server = try server()
        let client = fixture.client(server.address, .version1)
        let table = try client.table(SmallBank.table)
        let rest = [CubeSelection("ContentsCode", ["Syss"]), CubeSelection("Tid", ["2018"])]
        let list = "agg_single:FylkerGjeldende"
        let fetched = try client.cube(
            of: table,
            [CubeSelection("Region", ["50", "15", "50"], codeList: list)] + rest
        )
        #expect(fetched.cube.dimensions[0].categories.map(\.code) == ["50", "15"])
        #expect(fetched.cube.dimensions[0].categories[0].name == Name("Trøndelag"))
        try fixture.expectRight(fetched.cube)
        let body = String(decoding: server.requests.last?.body ?? [], as: UTF8.self)
        #expect(body.contains(#""filter": "agg_single:FylkerGjeldende","values": ["50","15"]"#), "\(body)")
        #expect(
            throws: StatisticsNorwayError.selection(
                "*",
                rule: "in version 1 the codes of a list are written out"
            )
        ) { try client.cube(of: table, [CubeSelection("Region", ["*"], codeList: list)] + rest) }
    }

    @Test("A selection too long for an address is posted")
    func posted() throws {
        let server = try server()
        let client = fixture.client(server.address + "/" + String(repeating: "a", count: 2_000) + "/..")
        // libcurl takes the way there and back out of the path; the address was too long all the same.
        let table = try fixture.client(server.address).table(SmallBank.table)
        let fetched = try client.cube(of: table, BankFixture.everything)
        try fixture.expectRight(fetched.cube)
        let request = try #require(server.requests.last)
        #expect(request.method == "POST")
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.hasPrefix(#"{"selection": [{"variableCode": "Region","valueCodes": ["*"]}"#), "\(body)")
    }

    @Test("What the table does not have is refused before anything is fetched, with what it has")
    func unknown() throws {
        let server = try server()
        let client = fixture.client(server.address)
        let table = try client.table(SmallBank.table)
        let before = server.requests.count
        func refusal(_ selections: [CubeSelection]) -> StatisticsNorwayError? {
            do {
                _ = try client.cube(of: table, selections)
                return nil
            } catch {
                return error
            }
        }
        let rest = [CubeSelection("ContentsCode", ["*"]), CubeSelection("Tid", ["*"])]
        #expect(
            refusal([CubeSelection("Reigon", ["50"])] + rest)
                == .unknownCode(
                    table: "99001",
                    variable: nil,
                    code: "Reigon",
                    known: ["Region", "NACE", "ContentsCode", "Tid"]
                )
        )
        #expect(
            refusal([CubeSelection("NACE", ["A", "Q"])] + rest)
                == .unknownCode(table: "99001", variable: "NACE", code: "Q", known: ["A", "B", "04+05"])
        )
        #expect(
            refusal([CubeSelection("ContentsCode", ["*"])])
                == .notSelected(
                    table: "99001",
                    variable: "Tid",
                    name: "år",
                    codes: ["2016", "2017", "2018", "2019", "2020"]
                )
        )
        #expect(
            refusal([CubeSelection("ContentsCode", ["*"]), CubeSelection("Tid", ["top(x)"])])
                == .selection("top(x)", rule: "a number of codes stands in the brackets")
        )
        #expect(server.requests.count == before)
    }
}
