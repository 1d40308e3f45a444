import Accounts
import FileFormats
import Foundation
import TestSupport
import Testing
import Web

@testable import CompanyRegister

@Suite("Register client")
struct RegisterClientTests {
    private typealias Fixture = RegisterFixture

    private func client(_ server: LocalServer, attempts: Int = 3) -> RegisterClient {
        let web = WebClient(agent: "ringvirk/test", limits: WebLimits(seconds: 2, attempts: attempts)) { _ in
        }
        return RegisterClient(address: server.address + "/api/", web: web, codes: Fixture.codes)
    }

    private func unit(_ number: String, _ more: String = "") -> String {
        """
        {"organisasjonsnummer": "\(number)", "navn": "SMELTEVERKET AS", "organisasjonsform": {"kode": "AS"}, \
        "naeringskode1": {"kode": "24.100"}, "antallAnsatte": 211, \
        "forretningsadresse": {"landkode": "NO", "kommunenummer": "5059"}\(more)}
        """
    }

    @Test("A firm is found")
    func found() throws {
        let server = try LocalServer { _, _ in .json(unit("110000103")) }
        guard case .unit(let found) = try client(server).look(up: Fixture.smelter) else {
            Issue.record("not found")
            return
        }
        #expect(found.industry == "24.100" && found.classification == .sn2025 && found.employees == 211)
        #expect(server.requests.map(\.path) == ["/api/enheter/110000103"])
        #expect(server.requests.first?.headers["accept"] == "application/json")
    }

    @Test("The register's own media type is JSON too")
    func mediaType() throws {
        let server = try LocalServer { _, _ in
            .json(
                unit("110000103"),
                headers: [
                    "Content-Type": "application/vnd.brreg.enhetsregisteret.enhet.v2+json;charset=UTF-8"
                ]
            )
        }
        guard case .unit = try client(server).look(up: Fixture.smelter) else {
            Issue.record("not found")
            return
        }
    }

    @Test("What is no firm may be an establishment, or nobody; one removed for legal reasons is just that")
    func others() throws {
        let server = try LocalServer { request, _ in
            switch request.path {
            case "/api/underenheter/120000101":
                .json(
                    """
                    {"organisasjonsnummer": "120000101", "navn": "KARI NORDMANN", "organisasjonsform": {"kode": "BEDR"}, \
                    "overordnetEnhet": "110000308", "beliggenhetsadresse": {"landkode": "NO", "kommunenummer": "5059"}}
                    """
                )
            case "/api/enheter/110000200":
                .json(#"{"organisasjonsnummer": "110000200", "slettedato": "2020-01-02"}"#, status: 410)
            case "/api/enheter/110000405": .response(status: 410)
            default: .response(status: 404)
            }
        }
        let client = client(server)
        guard case .unit(let establishment) = try client.look(up: Fixture.number("120000101")) else {
            Issue.record("not found")
            return
        }
        // Whose establishment it is, and whether that is a person, is not known.
        #expect(establishment.kind == .establishment && establishment.name == nil)
        #expect(try client.look(up: Fixture.yard) == .removed(Fixture.day("2020-01-02")))
        #expect(try client.look(up: Fixture.bankrupt) == .removed(nil))
        #expect(try client.look(up: Fixture.number("999999999")) == .unknown)
    }

    @Test(
        "A deleted firm has its date; a sole proprietor no name; an undated bankruptcy the day of the answer"
    )
    func states() throws {
        let server = try LocalServer { request, _ in
            switch request.path.suffix(9) {
            case "110000200": .json(#"{"organisasjonsnummer": "110000200", "slettedato": "2020-01-02"}"#)
            case "110000308":
                .json(
                    #"{"organisasjonsnummer": "110000308", "navn": "KARI", "organisasjonsform": {"kode": "ENK"}}"#
                )
            default:
                .json(
                    unit("110000707", #", "konkurs": true"#),
                    headers: ["Date": "Wed, 25 Nov 2026 18:00:00 GMT"]
                )
            }
        }
        let client = client(server)
        guard case .unit(let deleted) = try client.look(up: Fixture.yard),
            case .unit(let person) = try client.look(up: Fixture.carpenter),
            case .unit(let bankrupt) = try client.look(up: Fixture.undated)
        else {
            Issue.record("not found")
            return
        }
        #expect(deleted.events.dissolved == Fixture.day("2020-01-02") && person.name == nil)
        #expect(bankrupt.events.bankrupt == Fixture.day("2026-11-25"))
    }

    @Test("Establishments come page by page")
    func pages() throws {
        let server = try LocalServer { request, _ in
            let page = Int(request.path.suffix(1)) ?? 0
            let units = (0..<2).map { index in
                #"{"organisasjonsnummer": "12000\#(9 - page)\#(index)01", "organisasjonsform": {"kode": "BEDR"}, "overordnetEnhet": "110000103"}"#
            }
            return .json(
                """
                {"_embedded": {"underenheter": [\(units.joined(separator: ","))]}, \
                "page": {"size": 2, "totalElements": 6, "totalPages": 3, "number": \(page)}}
                """
            )
        }
        let found = try client(server).establishments(of: Fixture.smelter)
        #expect(found.count == 6 && found == found.sorted { $0.number < $1.number })
        #expect(
            server.requests.map(\.path).first == "/api/underenheter?overordnetEnhet=110000103&size=100&page=0"
        )
        #expect(server.requests.count == 3)
    }

    @Test("A firm without establishments has none, and one with too many is refused")
    func bounds() throws {
        let none = try LocalServer { _, _ in
            .json(#"{"page": {"size": 20, "totalElements": 0, "totalPages": 0, "number": 0}}"#)
        }
        #expect(try client(none).establishments(of: Fixture.smelter).isEmpty)
        let many = try LocalServer { _, _ in
            .json(#"{"page": {"size": 100, "totalElements": 10001, "totalPages": 101, "number": 0}}"#)
        }
        let address = many.address + "/api/underenheter?overordnetEnhet=110000103&size=100&page=0"
        #expect(throws: CompanyRegisterError.tooManyUnits(address: address, found: 10_001, limit: 10_000)) {
            try client(many).establishments(of: Fixture.smelter)
        }
    }

    @Test(
        "Answers that are not the register's are refused",
        arguments: [
            ("text/html", "<html></html>"), ("application/json", "{\"organisasjonsnummer\": "),
            ("application/json", "[]"), ("application/json", #"{"organisasjonsnummer": "110000200"}"#),
            ("application/json", #"{"organisasjonsnummer": "12"}"#), ("application/json", "\u{0}"),
        ]
    )
    func malformed(_ type: String, _ body: String) throws {
        let server = try LocalServer { _, _ in .json(body, headers: ["Content-Type": type]) }
        var error: CompanyRegisterError?
        do throws(CompanyRegisterError) { _ = try client(server).look(up: Fixture.smelter) } catch let thrown
        { error = thrown }
        let address = server.address + "/api/enheter/110000103"
        switch (type, body) {
        case ("text/html", _): #expect(error == .contentType(address: address, found: "text/html"))
        case (_, #"{"organisasjonsnummer": "110000200"}"#):
            #expect(error == .answer(address: address, rule: "the answer is about another unit"))
        default:
            guard case .file(.faults(let faults)) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(faults.allSatisfy { $0.place.file == address })
        }
    }

    @Test("An answer cut off, a busy server and an odd status are told apart")
    func web() throws {
        let cut = try LocalServer { _, _ in
            .response(
                status: 200,
                headers: ["Content-Type": "application/json"],
                body: Array("{".utf8),
                length: 500
            )
        }
        do {
            _ = try client(cut, attempts: 1).look(up: Fixture.smelter)
            Issue.record("taken")
        } catch {
            guard case .web(.brokenAnswer) = error else {
                Issue.record("\(error)")
                return
            }
        }
        let busy = try LocalServer { _, before in
            before < 2 ? .response(status: 429) : .json(unit("110000103"))
        }
        guard case .unit = try client(busy).look(up: Fixture.smelter) else {
            Issue.record("given up")
            return
        }
        let odd = try LocalServer { _, _ in .response(status: 500) }
        #expect(
            throws: CompanyRegisterError.status(address: odd.address + "/api/enheter/110000103", code: 500)
        ) {
            try client(odd).look(up: Fixture.smelter)
        }
    }
}
