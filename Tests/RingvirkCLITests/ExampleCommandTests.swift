import Foundation
import TestSupport
import Testing

@Suite("ringvirk example ledgers")
struct ExampleCommandTests {
    @Test("Writes the files, prints what is planted, and talks on standard error in either language")
    func writes() throws {
        let folder = RingvirkProgram.temporaryFolder() + "/new"
        let run = try RingvirkProgram.run(
            "example",
            "ledgers",
            "--output",
            folder,
            "--books",
            "csv",
            "--language",
            "nb"
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output.contains("duplicate-exact") && run.output.contains("Treflisprodusent (eksempel) AS")
        )
        #expect(run.errors.contains("Alt i dem er oppdiktet."))
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
        #expect(files.contains("csv/flisprodusent.csv") && files.contains("truth/planted.csv"))
        #expect(!files.contains { $0.hasPrefix("saft") || $0.contains(".partial") })
    }

    @Test("JSON says that all is invented; quiet says nothing beside it")
    func json() throws {
        let folder = RingvirkProgram.temporaryFolder()
        let run = try RingvirkProgram.run(
            "example",
            "ledgers",
            "--output",
            folder,
            "--books",
            "csv",
            "--format",
            "json",
            "--quiet"
        )
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("\"invented\": true"))
    }

    @Test("Too few lines, books too long for a workbook, and three years are refused as wrong command lines")
    func refusals() throws {
        let folder = RingvirkProgram.temporaryFolder() + "/none"
        for arguments in [
            ["--lines", "10"], ["--lines", "30000000"], ["--years", "3"], ["--year", "1850"],
            ["--books", "pdf"],
        ] {
            let run = try RingvirkProgram.run(["example", "ledgers", "--output", folder] + arguments)
            #expect(run.status == 64, "\(arguments): \(run.errors)")
            #expect(run.output.isEmpty)
        }
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("A folder that cannot be made is exit code 73, and leaves nothing")
    func cannotWrite() throws {
        let file = RingvirkProgram.temporaryFolder() + "/file"
        try Data([1]).write(to: URL(fileURLWithPath: file))
        let run = try RingvirkProgram.run(
            "example",
            "ledgers",
            "--output",
            file + "/x",
            "--books",
            "csv",
            "--quiet"
        )
        #expect(run.status == 73, "\(run.errors)")
    }
}
