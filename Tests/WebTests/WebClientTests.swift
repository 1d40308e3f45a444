import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("Web client")
struct WebClientTests {
    private func client(_ limits: WebLimits = WebLimits(), waits: Waits = Waits()) -> WebClient {
        WebClient(agent: "ringvirk/test", limits: limits) { waits.add($0) }
    }

    /// The pauses a client would have made.
    final class Waits: Sendable {
        private let seconds = Mutex<[Double]>([])
        var all: [Double] { seconds.withLock { $0 } }
        func add(_ pause: Double) { seconds.withLock { $0.append(pause) } }
    }

    @Test("A body comes whole, with its headers, and the server learns who asks and for what")
    func get() throws {
        let server = try LocalServer { _, _ in .json(#"{"navn": "Smelteverket"}"#, headers: ["ETag": "\"1\""])
        }
        let response = try client().get(server.address + "/enheter/1", accept: "application/json")
        #expect(response.status == 200 && response.contentType == "application/json")
        #expect(String(decoding: response.body, as: UTF8.self) == #"{"navn": "Smelteverket"}"#)
        #expect(response.validator == WebValidator(entityTag: "\"1\"", lastModified: nil))
        let request = try #require(server.requests.first)
        #expect(request.method == "GET" && request.path == "/enheter/1")
        #expect(request.headers["user-agent"] == "ringvirk/test")
        #expect(request.headers["accept"] == "application/json")
        #expect(request.headers["accept-encoding"]?.contains("gzip") == true)
    }

    @Test("A body is posted with its type")
    func post() throws {
        let server = try LocalServer { _, _ in .json("[]") }
        let body = Array(#"{"query": []}"#.utf8)
        let response = try client().post(body, contentType: "application/json", to: server.address + "/table")
        #expect(response.status == 200)
        let request = try #require(server.requests.first)
        #expect(request.method == "POST" && request.body == body)
        #expect(request.headers["content-type"] == "application/json")
        _ = try client().post([], contentType: "text/plain", to: server.address)
        #expect(server.requests.last?.body == [])
    }

    @Test("What has not changed is not sent again")
    func unchanged() throws {
        let server = try LocalServer { request, _ in
            request.headers["if-none-match"] == "\"7\"" && request.headers["if-modified-since"] == "yesterday"
                ? .response(status: 304) : .json("{}")
        }
        let validator = WebValidator(entityTag: "\"7\"", lastModified: "yesterday")
        #expect(try client().get(server.address, unlessChangedFrom: validator).isUnchanged)
        #expect(try !client().get(server.address).isUnchanged)
    }

    @Test("A packed answer is unpacked, and its size bounded unpacked")
    func packed() throws {
        let zeros = try Data(contentsOf: URL(fileURLWithPath: Repository.fixtures + "/register/zeros.gz"))
        let server = try LocalServer { _, _ in
            .response(status: 200, headers: ["Content-Encoding": "gzip"], body: Array(zeros))
        }
        let whole = try client(WebLimits(bytes: 32 << 20)).get(server.address)
        #expect(whole.body.count == 32 << 20)
        #expect(throws: WebError.tooLarge(address: server.address, limit: 1 << 20)) {
            try client(WebLimits(bytes: 1 << 20)).get(server.address)
        }
    }

    @Test("An answer beyond the limit is refused")
    func tooLarge() throws {
        let server = try LocalServer { _, _ in
            .response(status: 200, body: [UInt8](repeating: 0x20, count: 5_000))
        }
        #expect(throws: WebError.tooLarge(address: server.address, limit: 4_999)) {
            try client(WebLimits(bytes: 4_999)).get(server.address)
        }
        #expect(try client(WebLimits(bytes: 5_000)).get(server.address).body.count == 5_000)
    }

    @Test("Headers without end are refused")
    func headers() throws {
        let server = try LocalServer { _, _ in
            .response(status: 200, headers: ["X-Long": String(repeating: "x", count: 80_000)])
        }
        #expect(throws: WebError.tooLarge(address: server.address, limit: 4 << 20)) {
            try client().get(server.address)
        }
    }

    @Test("A redirection is followed, but not for ever, and not to files")
    func redirections() throws {
        let server = try LocalServer { request, _ in
            switch request.path {
            case "/a": .response(status: 302, headers: ["Location": "/b", "ETag": "old"])
            case "/file": .response(status: 302, headers: ["Location": "file:///etc/passwd"])
            case "/b": .json("{}")
            default: .response(status: 302, headers: ["Location": "/again"])
            }
        }
        let response = try client().get(server.address + "/a")
        #expect(response.address == server.address + "/b" && response.headers["etag"] == nil)
        #expect(throws: WebError.tooManyRedirects(address: server.address + "/again", limit: 5)) {
            try client().get(server.address + "/again")
        }
        #expect(throws: WebError.self) { try client().get(server.address + "/file") }
    }

    @Test("A busy server is asked again, after as long as it says; in the end it is given up")
    func busy() throws {
        let waits = Waits()
        let server = try LocalServer { _, before in
            switch before {
            case 0: .response(status: 429, headers: ["Retry-After": "7"])
            case 1: .response(status: 503)
            default: .json("{}")
            }
        }
        #expect(try client(waits: waits).get(server.address).status == 200)
        #expect(waits.all == [7, 1])
        let stubborn = try LocalServer { _, _ in .response(status: 429, headers: ["Retry-After": "86400"]) }
        let patience = Waits()
        #expect(throws: WebError.busy(address: stubborn.address, status: 429, attempts: 4)) {
            try client(waits: patience).get(stubborn.address)
        }
        #expect(patience.all == [30, 30, 30])
    }

    @Test("A busy server may name a date: it is waited for by the server's own clock, else by ours")
    func busyUntil() throws {
        let waits = Waits()
        let date = "Wed, 25 Nov 2026 18:00:00 GMT"
        let server = try LocalServer { _, before in
            switch before {
            case 0:
                .response(
                    status: 429,
                    headers: ["Date": date, "Retry-After": "Wed, 25 Nov 2026 18:00:12 GMT"]
                )
            case 1:
                .response(
                    status: 503,
                    headers: ["Date": date, "Retry-After": "Wednesday, 25-Nov-26 18:00:03 GMT"]
                )
            // It has passed: at once. And none of both forms: the client's own patience.
            case 2:
                .response(
                    status: 429,
                    headers: ["Date": date, "Retry-After": "Wed, 25 Nov 2026 17:00:00 GMT"]
                )
            default: .json("{}")
            }
        }
        #expect(try client(waits: waits).get(server.address).status == 200)
        #expect(waits.all == [12, 3, 0])
        func wait(_ headers: [String: String]) -> Double? {
            WebResponse(address: "", status: 429, headers: headers, body: []).secondsToWait(
                now: 1_795_629_600
            )
        }
        // 1 795 629 600 is 18:00 on 25 November 2026, UTC.
        #expect(wait(["retry-after": "Wed, 25 Nov 2026 18:00:30 GMT"]) == 30)
        #expect(wait(["retry-after": "Wed Nov 25 18:00:30 2026"]) == 30)
        #expect(wait(["retry-after": "soon"]) == nil && wait(["retry-after": "nan"]) == nil)
        #expect(wait([:]) == nil && wait(["retry-after": "-4"]) == 0)
    }

    @Test("A silent server is asked again, and then given up; a post is not sent twice")
    func silent() throws {
        let limits = WebLimits(seconds: 0.2, attempts: 2)
        let server = try LocalServer { _, _ in .silence(seconds: 0.3) }
        #expect(throws: WebError.timedOut(address: server.address, seconds: 0.2)) {
            try client(limits).get(server.address)
        }
        let once = try LocalServer { _, _ in .silence(seconds: 0.3) }
        #expect(throws: WebError.timedOut(address: once.address, seconds: 0.2)) {
            try client(limits).post([], contentType: "text/plain", to: once.address)
        }
        #expect(once.requests.count == 1)
    }

    @Test("An answer that ends too early or is none of a web server's is refused")
    func broken() throws {
        let server = try LocalServer { request, _ in
            request.path == "/short"
                ? .response(status: 200, body: [1, 2, 3], length: 100) : .raw(Array("hello\n".utf8))
        }
        for path in ["/short", "/hello"] {
            do {
                _ = try client(WebLimits(attempts: 1)).get(server.address + path)
                Issue.record("\(path) was taken")
            } catch {
                guard case .brokenAnswer(let address, _) = error else {
                    Issue.record("\(error)")
                    continue
                }
                #expect(address == server.address + path)
            }
        }
    }

    @Test("What is no address on the web is refused unasked")
    func addresses() throws {
        for address in [
            "", "ftp://a.b", "file:///etc/passwd", "https://a b", "data.brreg.no", "http://user@127.0.0.1:1/",
        ] {
            #expect(throws: WebError.badAddress(address)) { try client().get(address) }
        }
    }

    @Test("A server that is not there cannot be reached")
    func unreachable() throws {
        var address = ""
        do {
            let server = try LocalServer { _, _ in .json("{}") }
            address = server.address
        }
        do {
            _ = try client().get(address)
            Issue.record("somebody answered")
        } catch {
            guard case .unreachable = error else {
                Issue.record("\(error)")
                return
            }
        }
    }
}
