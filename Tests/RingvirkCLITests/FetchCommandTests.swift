import Foundation
import TestSupport
import Testing

@Suite("ringvirk fetch ssb")
struct FetchCommandTests {
    private let folder = RingvirkProgram.temporaryFolder()

    private func server() throws -> LocalServer {
        try LocalServer { request, _ in SmallBank().answer(request) }
    }

    private func fetch(_ address: String, _ more: [String]) throws -> RingvirkProgram.Outcome {
        try RingvirkProgram.run(
            ["fetch", "ssb", SmallBank.table, "--server", address, "--cache", folder + "/cache"] + more
        )
    }

    private var selection: [String] {
        [
            "--select", "Region=50,15", "--select", "ContentsCode=*", "--select", "Tid=from(2018)",
            "--output",
            folder + "/cube",
        ]
    }

    @Test(
        "A table becomes a dataset that passes its check, and says what it is and of when",
        arguments: ["v2", "v1"]
    )
    func fetched(_ interface: String) throws {
        let server = try server()
        let outcome = try fetch(server.address, selection + ["--api", interface, "--language", "nb"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let expected = """
            Tabell: 99001
            Dimensjoner: Region 2 × ContentsCode 2 × Tid 3
            Celler med tall: 12 av 12
            Celler merket *: 4
            Oppdatert: 2026-03-01T07:00:00Z
            Hentet: 2026-11-25
            Kilde: Statistisk sentralbyrå (CC BY 4.0)

            """
        #expect(outcome.output == expected)
        let notes = """
            Merk: 1567 Rindal gikk fra fylke 15 til 50 1. januar 2019.
            Merk: 1444 Hornindal gikk fra fylke 14 til 15 1. januar 2020.
            Merk: 1571 Halsa gikk fra fylke 15 til 50 1. januar 2020.

            """
        #expect(outcome.errors == notes + "Datasettet er skrevet til \(folder)/cube\n")
        let figures = try String(contentsOfFile: folder + "/cube/figures.csv", encoding: .utf8)
        #expect(
            figures.hasPrefix(
                "Region,ContentsCode,Tid,value,status\n15,BNPB,2018,1002.5,\n15,BNPB,2019,1003.5,\n"
            )
        )
        let description = try String(contentsOfFile: folder + "/cube/dataset.json", encoding: .utf8)
        for line in [
            #""kind": "cube""#, #""table": "99001""#, #""licence": "CC BY 4.0""#,
            #""attribution": "Kilde: Statistisk sentralbyrå""#, #""vintage": "2026-03-01T07:00:00Z""#,
            #""retrieved": "2026-11-25""#, #""variable": "Region""#, #""from(2018)""#, #""sha256": ""#,
        ] {
            #expect(description.contains(line), "\(line)")
        }
        let check = try RingvirkProgram.run("check", folder + "/cube")
        #expect(check.status == 0 && check.output.contains("marked *"), "\(check.output)")
    }

    @Test("Programs get JSON and CSV, and quiet is quiet")
    func formats() throws {
        let server = try server()
        let json = try fetch(server.address, selection + ["--format", "json", "--quiet"])
        #expect(json.status == 0 && json.errors == "")
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        )
        #expect(object["cells"] as? Int == 12 && object["updated"] as? String == "2026-03-01T07:00:00Z")
        let csv = try fetch(server.address, selection + ["--format", "csv", "--quiet"])
        #expect(
            csv.output == """
                table,cells,numbers,updated,retrieved,answers,from_cache
                99001,12,12,2026-03-01T07:00:00Z,2026-11-25,1,1

                """
        )
    }

    @Test("The variables are shown, so that a selection can be written")
    func variables() throws {
        let server = try server()
        let table = try fetch(server.address, ["--variables", "--language", "nb"])
        #expect(
            table.status == 0
                && table.output.hasPrefix("99001 En oppdiktet tabell\nOppdatert: 2026-03-01T07:00:00Z\n")
        )
        #expect(table.output.contains("2016 … 2020") && table.output.contains("agg_Fylker"))
        let csv = try fetch(server.address, ["--variables", "--format", "csv"])
        #expect(csv.output.contains("Region,0,The whole country,\n"))
        #expect(csv.output.contains("ContentsCode,BNPB,Value added,mill. kr\n"))
        let json = try fetch(server.address, ["--variables", "--format", "json"])
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        )
        #expect((object["variables"] as? [Any])?.count == 4)
    }

    @Test("Offline the cache answers and says of which day; without an answer it is said what to do")
    func offline() throws {
        let server = try server()
        #expect(try fetch(server.address, selection).status == 0)
        let before = server.requests.count
        let offline = try fetch(server.address, selection + ["--offline"])
        #expect(offline.status == 0 && offline.output.contains("Fetched: 2026-11-25, from the cache\n"))
        #expect(server.requests.count == before)
        let missing = try fetch(
            server.address,
            ["--select", "ContentsCode=*", "--select", "Tid=*", "--output", folder + "/b", "--offline"]
        )
        #expect(missing.status == 66 && missing.output == "")
        #expect(
            missing.errors.contains("has no answer to this") && missing.errors.contains("without --offline")
        )
        #expect(!FileManager.default.fileExists(atPath: folder + "/b"))
    }

    @Test("Refusals have exit codes of their own, and leave no dataset behind")
    func refusals() throws {
        let server = try server()
        func status(_ more: [String]) throws -> Int32 {
            try fetch(server.address, more + ["--output", folder + "/c"]).status
        }
        #expect(
            try status(["--select", "Region=99", "--select", "ContentsCode=*", "--select", "Tid=*"]) == 64
        )
        #expect(try status(["--select", "ContentsCode=*"]) == 64)
        #expect(try status(["--select", "Tid"]) == 64)
        #expect(try status(["--codelist", "Region"]) == 64)
        let twice = try fetch(
            server.address,
            selection + ["--codelist", "Region=a", "--codelist", "Region=b"]
        )
        #expect(twice.status == 64 && twice.errors.contains("--codelist names Region twice"))
        #expect(try fetch(server.address, ["--select", "Tid=*"]).status == 64)
        #expect(try RingvirkProgram.run("fetch", "ssb", "993", "--variables").status == 64)
        let unknown = try RingvirkProgram.run(
            "fetch",
            "ssb",
            "12345",
            "--variables",
            "--server",
            server.address,
            "--cache",
            folder + "/cache"
        )
        #expect(unknown.status == 65 && unknown.errors.contains("status 404: “Non-existent table”"))
        let html = try LocalServer { _, _ in .response(status: 200, headers: ["Content-Type": "text/html"]) }
        #expect(try fetch(html.address, selection).status == 65)
        let blocked = folder + "/file"
        try "x".write(toFile: blocked, atomically: true, encoding: .utf8)
        let unwritable = try fetch(
            server.address,
            ["--select", "ContentsCode=*", "--select", "Tid=*", "--output", blocked + "/cube"]
        )
        #expect(unwritable.status == 73 && unwritable.output == "")
        #expect(!FileManager.default.fileExists(atPath: folder + "/c"))
    }

    @Test("A county that did not exist in the years is refused; a municipality that moved is noted")
    func regions() throws {
        let server = try server()
        let viken = try fetch(
            server.address,
            [
                "--select", "Region=30", "--select", "ContentsCode=*", "--select", "Tid=to(2019)", "--output",
                folder + "/d",
            ]
        )
        #expect(
            viken.status == 65
                && viken.errors.contains("30 Viken existed from 2020 to 2023, and not in 2016–2019")
        )
        let none = try fetch(server.address, selection + ["--region-history", folder, "--language", "nb"])
        #expect(none.errors == "Datasettet er skrevet til \(folder)/cube\n")
    }
}

@Suite("ringvirk data")
struct DataCommandTests {
    private let folder = RingvirkProgram.temporaryFolder()

    @Test("Each dataset of a study with its table, its dates, and what the bank says of it")
    func status() throws {
        let known = try RingvirkProgram.run("data", "status", "--cache", folder, "--language", "en")
        #expect(known.status == 0, "\(known.errors)")
        #expect(known.output.contains("11713") && known.output.contains("ESA 1850, ESA 1950"))
        #expect(known.errors.contains("--online asks Statistics Norway"))
        // The description of the county accounts' table, under the invented table's name.
        let server = try LocalServer { request, _ in
            guard request.path.hasPrefix("/tables/11713/metadata"),
                case .response(let status, let headers, let body, _) = SmallBank().answer(
                    LocalServer.Request(path: request.path.replacing("11713", with: SmallBank.table))
                )
            else { return .response(status: 404) }
            return .response(status: status, headers: headers, body: body)
        }
        let arguments = ["data", "status", "--cache", folder, "--server", server.address, "--format", "csv"]
        let online = try RingvirkProgram.run(arguments + ["--online"])
        #expect(online.status == 0, "\(online.errors)")
        let line = online.output.split(separator: "\n").first { $0.hasPrefix("regional_accounts") }
        #expect(
            line?.contains(",11713,") == true && line?.contains("2026-03-01T07:00:00Z") == true,
            "\(online.output)"
        )
        #expect(online.output.contains("national_table") && online.output.contains(",elsewhere"))
        let requests = server.requests.count
        #expect(requests == 2)
        let cached = try RingvirkProgram.run(arguments)
        #expect(cached.output == online.output && server.requests.count == requests)
        let json = try RingvirkProgram.run("data", "status", "--cache", folder, "--format", "json")
        #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [Any])
        #expect(try RingvirkProgram.run("data", "status", "--online", "--offline").status == 64)
        #expect(try RingvirkProgram.run("data", "status", "nowhere").status == 66)
    }

    @Test("A code is named, followed, or refused with what became of it")
    func region() throws {
        let named = try RingvirkProgram.run("data", "region", "50", "--from", "2019")
        #expect(named.status == 0 && named.output == "50 Trøndelag 2018–\n")
        let followed = try RingvirkProgram.run(
            "data",
            "region",
            "1638",
            "--from",
            "2017",
            "--to",
            "2020",
            "--format",
            "csv"
        )
        #expect(followed.output == "level,code,name,first_year,last_year\nmunicipality,5059,Orkland,2020,\n")
        let json = try RingvirkProgram.run("data", "region", "5059", "--from", "2021", "--format", "json")
        #expect(json.output.contains(#""code": "5059""#))
        let moved = try RingvirkProgram.run(
            "data",
            "region",
            "1567",
            "--from",
            "2017",
            "--to",
            "2020",
            "--language",
            "nb"
        )
        #expect(
            moved.status == 65
                && moved.errors.contains("1567 Rindal gikk fra fylke 15 til fylke 50 1. januar 2019")
        )
        let early = try RingvirkProgram.run("data", "region", "50", "--from", "2017")
        #expect(early.status == 65 && early.errors.contains("Use 16, 17, or ask for years when it existed."))
        #expect(try RingvirkProgram.run("data", "region", "77", "--from", "2017").status == 65)
        #expect(
            try RingvirkProgram.run("data", "region", "50", "--from", "2017", "--to", "2016").status == 64
        )
    }
}
