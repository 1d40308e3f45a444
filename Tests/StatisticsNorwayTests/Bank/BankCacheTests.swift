import Accounts
import FileFormats
import Foundation
import StatisticsNorway
import TestSupport
import Testing
import Web

@Suite("Statistics bank's cache")
struct BankCacheTests {
    private let fixture = BankFixture()

    private func fetch(_ client: StatisticsBankClient) throws -> FetchedCube {
        try client.cube(of: client.table(SmallBank.table), BankFixture.everything)
    }

    @Test("Offline, the same figures with the day they were fetched, and no request")
    func offline() throws {
        let server = try LocalServer { request, _ in SmallBank().answer(request) }
        let online = try fetch(fixture.client(server.address, cellsPerRequest: 50))
        let before = server.requests.count
        let offline = try fetch(fixture.client(server.address, isOffline: true, cellsPerRequest: 50))
        #expect(
            offline.cube.figures == online.cube.figures && offline.cube.provenance == online.cube.provenance
        )
        #expect(offline.partsFromCache == offline.parts && offline.retrieved.description == "2026-11-25")
        #expect(server.requests.count == before)
        #expect(fixture.cached.count == 2 + online.parts)
        let text = try String(contentsOfFile: fixture.cached[0], encoding: .utf8)
        #expect(text.hasPrefix("ringvirk-cache-1\nsha256: "))
        #expect(text.contains("\nretrieved: 2026-11-25\nrequest: GET \(server.address)/tables/99001/"))
    }

    @Test("Offline without an answer, what was looked for and where")
    func offlineWithout() throws {
        let address = "http://127.0.0.1:9/tables/99001/metadata?lang=no"
        #expect(throws: StatisticsNorwayError.notCached(folder: fixture.folder, address: address)) {
            try fixture.client("http://127.0.0.1:9", isOffline: true).table(SmallBank.table)
        }
    }

    @Test("An answer is not asked for again until the table is updated")
    func reuse() throws {
        let server = try LocalServer { request, count in
            var bank = SmallBank()
            // Metadata in two languages and one answer of figures are three requests; the table is new after six.
            if count >= 5 { bank.updated = "2026-09-01T07:00:00Z" }
            return bank.answer(request)
        }
        let client = fixture.client(server.address)
        #expect(try fetch(client).partsFromCache == 0)
        #expect(try fetch(client).partsFromCache == 1)
        #expect(server.requests.count == 5)
        let third = try fetch(client)
        #expect(third.partsFromCache == 0 && third.cube.provenance.vintage == "2026-09-01T07:00:00Z")
        #expect(server.requests.count == 8)
        #expect(try client.knownUpdate(of: SmallBank.table) == "2026-09-01T07:00:00Z")
        #expect(try client.knownUpdate(of: "12345") == nil)
    }

    @Test("A kept answer that is wrong is asked for again", arguments: [#""46""#, #""*""#, #""size""#])
    func wrongOnce(_ text: String) throws {
        let server = try LocalServer { request, count in
            guard count == 2, case .response(_, _, let body, _) = SmallBank().answer(request) else {
                return SmallBank().answer(request)
            }
            return .json(String(decoding: body, as: UTF8.self).replacing(text, with: #""?""#))
        }
        let client = fixture.client(server.address)
        #expect(throws: StatisticsNorwayError.self) { try fetch(client) }
        let fetched = try fetch(client)
        try fixture.expectRight(fetched.cube)
        #expect(fetched.partsFromCache == 0 && server.requests.count == 6)
        #expect(try fetch(client).partsFromCache == 1)
    }

    @Test(
        "A file altered by hand is refused, online and offline, whatever was altered",
        arguments: [false, true]
    )
    func altered(_ isOffline: Bool) throws {
        let server = try LocalServer { request, _ in SmallBank().answer(request) }
        _ = try fetch(fixture.client(server.address))
        let changes = [
            ("retrieved: 2026-11-25", "retrieved: 2026-11-26"), ("\"dataset\"", "\"datasex\""),
            ("request: GET", "request: PUT"), ("ringvirk-cache-1", "ringvirk-cache-2"),
        ]
        for path in fixture.cached {
            let whole = try String(contentsOfFile: path, encoding: .utf8)
            for (from, to) in changes {
                try whole.replacing(from, with: to).write(toFile: path, atomically: true, encoding: .utf8)
                #expect(throws: StatisticsNorwayError.cacheAltered(path: path)) {
                    try fetch(fixture.client(server.address, isOffline: isOffline))
                }
            }
            try "".write(toFile: path, atomically: true, encoding: .utf8)
            #expect(throws: StatisticsNorwayError.cacheAltered(path: path)) {
                try fetch(fixture.client(server.address, isOffline: isOffline))
            }
            try whole.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(try fetch(fixture.client(server.address, isOffline: isOffline)).parts == 1)
    }

    @Test("A server that is gone while the cache has the answer: the day of it is told")
    func unreachable() throws {
        let server = try LocalServer { request, count in
            count < 3
                ? SmallBank().answer(request)
                : .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".utf8))
        }
        _ = try fetch(fixture.client(server.address))
        do {
            _ = try fetch(fixture.client(server.address, limits: WebLimits(seconds: 5, attempts: 1)))
            Issue.record("the server is gone")
        } catch let error as StatisticsNorwayError {
            guard case .unreachable(.brokenAnswer, let day) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(day.description == "2026-11-25")
        }
    }

    @Test("A table that is updated between two parts is not joined of both")
    func updatedMeanwhile() throws {
        let server = try LocalServer { request, count in
            var bank = SmallBank()
            if count >= 3 { bank.updated = "2026-09-01T07:00:00Z" }
            return bank.answer(request)
        }
        #expect(
            throws: StatisticsNorwayError.updatedMeanwhile(
                table: "99001",
                first: "2026-03-01T07:00:00Z",
                then: "2026-09-01T07:00:00Z"
            )
        ) {
            try fetch(fixture.client(server.address, cellsPerRequest: 80))
        }
    }
}
