import Accounts
import FileFormats
import Foundation
import StatisticsNorway
import TestSupport
import Testing
import Web

@Suite("Statistics bank: refusals")
struct BankRefusalTests {
    private let fixture = BankFixture()

    /// What comes of asking a bank whose data are answered by `answer`; the metadata are sound.
    private func refusal(
        _ interface: StatisticsBankClient.Interface = .version2,
        limits: WebLimits = WebLimits(seconds: 0.4, attempts: 2),
        _ answer: @escaping @Sendable (LocalServer.Request, String) -> LocalServer.Answer
    ) throws -> (error: StatisticsNorwayError?, address: String, requests: Int) {
        let server = try LocalServer { request, _ in
            let sound = SmallBank().answer(request)
            guard request.path.contains("/data") || request.method == "POST",
                case .response(_, _, let body, _) = sound
            else { return sound }
            return answer(request, String(decoding: body, as: UTF8.self))
        }
        let client = fixture.client(server.address, interface, limits: limits)
        let table = try client.table(SmallBank.table)
        do {
            _ = try client.cube(of: table, BankFixture.everything)
            return (nil, server.address, server.requests.count)
        } catch {
            let path = server.requests.last?.path ?? ""
            return (error, server.address + path, server.requests.count)
        }
    }

    @Test("Statuses that mean no, with the server's own words", arguments: [400, 403, 404, 500, 502])
    func statuses(_ status: Int) throws {
        let (error, address, requests) = try refusal { _, _ in
            .json(#"{"type":"Parameter error","title":"Non-existent value","status":400}"#, status: status)
        }
        #expect(error == .refused(address: address, status: status, reason: "Non-existent value"))
        #expect(requests == 3)
        let (silent, other, _) = try refusal(.version1) { _, _ in
            .response(status: status, headers: ["Content-Type": "text/html"], body: Array("<html>".utf8))
        }
        #expect(silent == .refused(address: other, status: status, reason: nil))
        let (old, third, _) = try refusal(.version1) { _, _ in .json(#"{"error":"Too many"}"#, status: status)
        }
        #expect(old == .refused(address: third, status: status, reason: "Too many"))
    }

    @Test(
        "A busy server is asked again after the time it names, then given up",
        arguments: [429, 503],
        StatisticsBankClient.Interface.allCases
    )
    func busy(_ status: Int, _ interface: StatisticsBankClient.Interface) throws {
        let (error, address, requests) = try refusal(interface, limits: WebLimits(seconds: 5, attempts: 3)) {
            _,
            _ in
            .response(status: status, headers: ["Retry-After": "7"])
        }
        #expect(error == .web(.busy(address: address, status: status, attempts: 3)))
        #expect(fixture.waits.all == [7, 7] && requests == 5)
    }

    @Test("A server that is busy once is no failure")
    func busyOnce() throws {
        let server = try LocalServer { request, count in
            count == 2 ? .response(status: 429) : SmallBank().answer(request)
        }
        let client = fixture.client(server.address)
        let fetched = try client.cube(of: client.table(SmallBank.table), BankFixture.everything)
        try fixture.expectRight(fetched.cube)
        #expect(fixture.waits.all == [0.5])
    }

    @Test("Slow, cut off, no web server, too large", arguments: StatisticsBankClient.Interface.allCases)
    func transport(_ interface: StatisticsBankClient.Interface) throws {
        let (slow, address, _) = try refusal(interface) { _, _ in .silence(seconds: 1) }
        #expect(slow == .web(.timedOut(address: address, seconds: 0.4)))
        let (cut, _, _) = try refusal(interface) { _, body in
            .response(
                status: 200,
                headers: ["Content-Type": "application/json"],
                body: Array(body.utf8.prefix(200)),
                length: body.utf8.count
            )
        }
        guard case .web(.brokenAnswer) = cut else {
            Issue.record("\(String(describing: cut))")
            return
        }
        let (nonsense, _, _) = try refusal(interface) { _, _ in .raw(Array("hello\n".utf8)) }
        guard case .web(.brokenAnswer) = nonsense else {
            Issue.record("\(String(describing: nonsense))")
            return
        }
        let (large, _, _) = try refusal(interface, limits: WebLimits(bytes: 8_000)) { _, _ in
            .response(status: 200, body: [UInt8](repeating: 0x20, count: 9_000))
        }
        guard case .web(.tooLarge(_, 8_000)) = large else {
            Issue.record("\(String(describing: large))")
            return
        }
    }

    @Test("Another type, no UTF-8, no JSON, cut JSON")
    func content() throws {
        let (html, address, _) = try refusal { _, _ in
            .response(
                status: 200,
                headers: ["Content-Type": "text/html; charset=utf-8"],
                body: Array("<p>".utf8)
            )
        }
        #expect(html == .contentType(address: address, found: "text/html"))
        let (untyped, other, _) = try refusal { _, _ in .response(status: 200, body: Array("{}".utf8)) }
        #expect(untyped == .contentType(address: other, found: ""))
        for body in [
            [0x7B, 0xFF, 0x7D], Array("nothing".utf8), Array(#"{"dimension":{"A":"#.utf8), Array("{}".utf8),
        ] {
            let (error, place, _) = try refusal { _, _ in
                .response(status: 200, headers: ["Content-Type": "application/json"], body: body)
            }
            guard case .answer(place, .faults(let faults)) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(faults.allSatisfy { $0.place.file == place })
        }
    }

    @Test("A redirection is followed, but a posted query is not posted elsewhere")
    func redirection() throws {
        let other = try LocalServer { request, _ in SmallBank().answer(request) }
        let address = other.address
        let (error, _, _) = try refusal { request, _ in
            .response(status: 307, headers: ["Location": address + request.path])
        }
        #expect(error == nil && other.requests.count == 1)
        let (posted, place, _) = try refusal(.version1) { request, _ in
            .response(status: 307, headers: ["Location": address + request.path])
        }
        #expect(posted == .refused(address: place, status: 307, reason: nil) && other.requests.count == 1)
    }

    @Test("A cube whose size does not match, and marks that are not known or contradict the number")
    func faultyCubes() throws {
        func faults(_ from: String, _ to: String) throws -> [Fault] {
            let (error, _, _) = try refusal { _, body in .json(body.replacing(from, with: to)) }
            guard case .answer(_, .faults(let faults)) = error else { return [] }
            return faults
        }
        #expect(try faults(#""size":[5,3,2,5]"#, #""size":[5,3,2,6]"#).map(\.problem) == [.expected("5")])
        #expect(
            try faults(#""value":["#, #""value":[1,"#).map(\.problem) == [
                .cellCount(expected: 150, found: 151)
            ]
        )
        let unknown = try faults(#":":""#, #":"?""#)
        #expect(unknown.count == 10 && unknown.allSatisfy { $0.value == "?" })
        #expect(unknown[0].problem == .notOneOf([".", "..", ":", "...", "-", "*"]))
        #expect(unknown[0].place.column == "status.50")
        let contradicted = try faults(#""*""#, #""..""#)
        #expect(contradicted.first?.problem == .malformed(rule: "the status contradicts the value"))
    }

    @Test("An answer about something else is not taken for the one asked for")
    func anotherAnswer() throws {
        let (codes, address, _) = try refusal { _, body in .json(body.replacing(#""46""#, with: #""47""#)) }
        #expect(
            codes == .otherAnswer(address: address, rule: "the codes of each variable are those asked for")
        )
        let (dimensions, other, _) = try refusal { _, body in
            .json(body.replacing(#""NACE""#, with: #""SN""#))
        }
        #expect(
            dimensions == .otherAnswer(address: other, rule: "the dimensions are the variables asked for")
        )
    }

    @Test("A cell with neither number nor mark is kept as not available, by a named rule")
    func withoutStatus() throws {
        let server = try LocalServer { request, _ in
            guard case .response(let status, let headers, let body, _) = SmallBank().answer(request) else {
                return .silence(seconds: 0)
            }
            let text = String(decoding: body, as: UTF8.self).replacing(#":"..""#, with: ":null")
            return .response(status: status, headers: headers, body: Array(text.utf8))
        }
        let client = fixture.client(server.address)
        let cube = try client.cube(of: client.table(SmallBank.table), BankFixture.everything).cube
        let rule = try #require(cube.rules.first)
        #expect(cube.rules.count == 1 && rule.name == "null-without-status" && rule.touched.count == 24)
        #expect(rule.touched.first == "46 A BNPB 2016")
        try fixture.expectRight(cube)
    }
}
