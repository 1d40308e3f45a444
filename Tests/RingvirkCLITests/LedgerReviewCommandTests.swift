import FileFormats
import Foundation
import TestSupport
import Testing

@Suite("ringvirk ledger review, as a user runs it")
struct LedgerReviewCommandTests {
    private let books = "Tests/Fixtures/saft/books.xml"

    @Test("It prints a summary in both languages, and writes its files")
    func summary() throws {
        let folder = RingvirkProgram.temporaryFolder() + "/review"
        let norwegian = try RingvirkProgram.run(
            "ledger",
            "review",
            books,
            "--output",
            folder,
            "--language",
            "nb"
        )
        #expect(norwegian.status == 0, "\(norwegian.errors)")
        #expect(
            norwegian.output.contains(
                "Beholdt, endret og utelatt er til sammen det som står i regnskapet, på øret."
            )
        )
        #expect(norwegian.errors.contains("\(folder)/review.html"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(
            names == [
                "review-changes.csv", "review-parties.csv", "review-summary.csv", "review.html",
                "review.json",
            ]
        )
        let english = try RingvirkProgram.run("ledger", "review", books, "--quiet")
        #expect(english.output.contains("Kept, changed and refused add up"))
        #expect(english.errors.isEmpty)
    }

    @Test("Its CSV and JSON parse")
    func forms() throws {
        let csv = try RingvirkProgram.run("ledger", "review", books, "--format", "csv", "--quiet")
        #expect(try CSVTable(text: csv.output, file: "output").header.first == "section")
        let json = try RingvirkProgram.run("ledger", "review", books, "--format", "json", "--quiet")
        #expect(try JSONValue(parsing: json.output, file: "output")["is_whole"]?.boolean == true)
    }

    @Test("Missing files, faulty annual accounts, and numbers that are none are refused with their codes")
    func refusals() throws {
        #expect(try RingvirkProgram.run("ledger", "review", "none.xml").status == 66)
        #expect(try RingvirkProgram.run("ledger", "review", books, "--register", "none.sqlite").status == 66)
        #expect(try RingvirkProgram.run("ledger", "review", books, "--group", "12").status == 64)
        #expect(
            try RingvirkProgram.run("ledger", "review", books, "--owner", "other.xml=923609016").status == 64
        )
        #expect(try RingvirkProgram.run("ledger", "review", books, "--owner", "\(books)=12").status == 64)
        let twice = try RingvirkProgram.run([
            "ledger", "review", books, "--owner", "\(books)=923609016", "--owner", "\(books)=974760673",
        ])
        #expect(twice.status == 64 && twice.errors.contains(books))
        let file = RingvirkProgram.temporaryFolder() + "/accounts.yaml"
        try "organisation_number: 923609016\nyear: 2023\nwages: 1,5\n".write(
            toFile: file,
            atomically: true,
            encoding: .utf8
        )
        let faulty = try RingvirkProgram.run("ledger", "review", books, "--annual-accounts", file)
        #expect(faulty.status == 65)
        #expect(faulty.errors.contains("1,5"))
        let unwritable = try RingvirkProgram.run("ledger", "review", books, "--output", "/proc/none")
        #expect(unwritable.status == 73)
    }

    @Test("The page has the names of industries and municipalities beside their codes, where they are there")
    func names() throws {
        let folder = RingvirkProgram.temporaryFolder()
        let example = "data/example-ledgers"
        let index = folder + "/register.sqlite"
        let build = try RingvirkProgram.run(
            ["register", "build", "\(example)/register/enheter_alle.csv"]
                + ["\(example)/register/underenheter_alle.csv", "--output", index, "--quiet"]
        )
        #expect(build.status == 0, "\(build.errors)")
        let review = [
            "ledger", "review", "\(example)/saft/betongvarefabrikk.zip", "--register", index, "--quiet",
        ]
        let run = try RingvirkProgram.run(review + ["--output", folder, "--language", "nb"])
        #expect(run.status == 0, "\(run.errors)")
        let page = try InputFile.text(at: folder + "/review.html")
        #expect(page.contains("<td>08.120 Bergverksdrift og utvinning</td>"))
        #expect(page.contains("<td>5059 Orkland</td>"))
        let missing = try RingvirkProgram.run(review + ["--output", folder, "--municipalities", "data/none"])
        #expect(missing.status == 66)
    }

    @Test("The datasets of names have every industry and municipality of the example's register")
    func everyName() throws {
        let names = try CSVTable(contentsOf: Repository.root + "/data/municipalities/industries.csv")
        let numbers = Set(names.rows.map { $0.fields[0] })
        let truth = try CSVTable(contentsOf: Repository.root + "/data/example-ledgers/truth/parties.csv")
        let column = try #require(truth.header.firstIndex(of: "municipality"))
        #expect(truth.rows.allSatisfy { $0.fields[column].isEmpty || numbers.contains($0.fields[column]) })
    }
}
