import Foundation
import TestSupport
import Testing

@Suite("ringvirk register")
struct RegisterCommandTests {
    private let folder = RingvirkProgram.temporaryFolder()
    private var index: String { folder + "/register.sqlite" }
    private let fixtures = Repository.fixtures + "/register"

    private func build(_ more: String...) throws -> RingvirkProgram.Outcome {
        let arguments =
            [
                "register", "build", fixtures + "/enheter.csv", fixtures + "/underenheter.json.gz",
                "--output", index,
            ] + more
        return try RingvirkProgram.run(arguments)
    }

    @Test("An index is built, says what went in, and is looked up in: in the user's language")
    func table() throws {
        let built = try build("--language", "nb")
        #expect(built.status == 0 && built.errors == "Indeksen er skrevet til \(index)\n")
        #expect(built.output.contains("I indeksen: 10 enheter og 6 underenheter"))
        #expect(built.output.contains("Navn på enkeltpersonforetak"))
        #expect(!built.output.contains("NORDMANN"))
        let shown = try RingvirkProgram.run(
            "register",
            "show",
            "110000103",
            "110000308",
            "999999999",
            "--index",
            index,
            "--language",
            "nb"
        )
        #expect(shown.status == 0 && shown.errors == "")
        let expected = """
            Nummer       Navn                      Form  Kode           Næring                       Kommune  Ansatte  Tilstand
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
            110000103    SMELTEVERKET AS           AS    24.101 SN2007  R24 Produksjon av metaller   5059         210  aktiv
              120000101  SMELTEVERKET AS AVD VERK  BEDR  24.101 SN2007  R24 Produksjon av metaller   5059         200  aktiv
            """
        #expect(shown.output.hasPrefix(expected.split(separator: "\n")[0].prefix(20)), "\(shown.output)")
        for line in [
            "110000103    SMELTEVERKET AS ", "  120000101  SMELTEVERKET AS AVD VERK", "(navn utelatt)",
            "ikke i registeret",
        ] {
            #expect(shown.output.contains(line), "\(shown.output)")
        }
        #expect(shown.output.contains("Kilde: Enhetsregisteret, Brønnøysundregistrene (NLOD), 2024-01-08"))
    }

    @Test("Programs get CSV and JSON, and quiet is quiet")
    func formats() throws {
        let built = try build("--format", "json", "--quiet")
        #expect(built.errors == "" && built.status == 0)
        let report = try #require(
            JSONSerialization.jsonObject(with: Data(built.output.utf8)) as? [String: Any]
        )
        #expect(report["enterprises"] as? Int == 10 && report["establishments"] as? Int == 6)
        let csv = try RingvirkProgram.run(
            "register",
            "show",
            "110000103",
            "--index",
            index,
            "--format",
            "csv"
        )
        #expect(
            csv.output.split(separator: "\n")[1]
                == "110000103,SMELTEVERKET AS,enterprise,AS,24.101,sn2007,R24,5059,NO,,210,2001-02-03,,,"
        )
        #expect(csv.output.split(separator: "\n").count == 4)
        let json = try RingvirkProgram.run(
            "register",
            "show",
            "110000103",
            "123456780",
            "--index",
            index,
            "--format",
            "json"
        )
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        )
        #expect(
            (object["units"] as? [[String: Any]])?.count == 3
                && object["unknown"] as? [String] == ["123456780"]
        )
        #expect(json.errors.contains("123456780: the last digit does not fit"))
    }

    @Test("Refusals have exit codes of their own, and no index is left behind")
    func refusals() throws {
        let faulty = try RingvirkProgram.run("register", "build", fixtures + "/faulty.csv", "--output", index)
        #expect(faulty.status == 65 && faulty.output == "" && faulty.errors.contains("“12345678”"))
        #expect(!FileManager.default.fileExists(atPath: index))
        #expect(try RingvirkProgram.run("register", "build", "nowhere.csv", "--output", index).status == 66)
        let nowhere = folder + "/no/such/register.sqlite"
        #expect(
            try RingvirkProgram.run("register", "build", fixtures + "/enheter.csv", "--output", nowhere)
                .status == 73
        )
        #expect(try RingvirkProgram.run("register", "show", "12", "--index", index).status == 64)
        #expect(try RingvirkProgram.run("register", "show", "110000103").status == 64)
        #expect(
            try RingvirkProgram.run("register", "show", "110000103", "--index", fixtures + "/ledger.csv")
                .status == 65
        )
        #expect(try build("--day", "yesterday").status == 64)
        let codes = try RingvirkProgram.run(
            "register",
            "show",
            "110000103",
            "--index",
            index,
            "--industry-codes",
            Repository.root + "/data/ssb-io/2021"
        )
        #expect(codes.status == 65)
    }

    @Test("The register's server is asked, and told apart from a server that is none")
    func online() throws {
        let server = try LocalServer { request, _ in
            switch request.path {
            case "/enheter/110000103":
                .json(
                    """
                    {"organisasjonsnummer": "110000103", "navn": "SMELTEVERKET AS", "organisasjonsform": {"kode": "AS"}, \
                    "naeringskode1": {"kode": "24.100"}, "forretningsadresse": {"landkode": "NO", "kommunenummer": "5059"}}
                    """
                )
            case "/underenheter?overordnetEnhet=110000103&size=100&page=0":
                .json(#"{"page": {"size": 100, "totalElements": 0, "totalPages": 0, "number": 0}}"#)
            case "/html/enheter/110000103": .response(status: 200, headers: ["Content-Type": "text/html"])
            default: .response(status: 404)
            }
        }
        let shown = try RingvirkProgram.run(
            "register",
            "show",
            "110000103",
            "110000200",
            "--online",
            "--server",
            server.address,
            "--format",
            "csv"
        )
        #expect(shown.status == 0)
        #expect(
            shown.output.contains("110000103,SMELTEVERKET AS,enterprise,AS,24.100,sn2025,R24,5059,NO,,,,,,")
        )
        #expect(server.requests.first?.headers["user-agent"]?.hasPrefix("ringvirk/") == true)
        let html = try RingvirkProgram.run(
            "register",
            "show",
            "110000103",
            "--online",
            "--server",
            server.address + "/html",
            "--language",
            "nb"
        )
        #expect(html.status == 65 && html.errors.contains("svaret er av typen «text/html» og ikke JSON"))
    }
}
