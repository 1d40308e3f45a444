import FileFormats
import Foundation
import TestSupport
import Testing

@testable import ExampleLedgers

@Suite("The example's files")
struct ExampleFilesTests {
    private let temporary = TemporaryFolder()
    static let committed = Repository.root + "/data/example-ledgers"
    static let schemas = Repository.shared + "/data/saft_no"
    static let xmllint = "/usr/bin/xmllint"

    static func bytes(_ folder: String, _ name: String) throws -> [UInt8] {
        try InputFile.bytes(at: folder + "/" + name)
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> (
        status: Int32, output: String
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    @Test("What is in data/example-ledgers is what the command writes now")
    func committedIsCurrent() throws {
        let folder = temporary.path
        let summary = try ExampleLedgers(try ExampleOptions()).write(to: folder)
        let there = try FileManager.default.subpathsOfDirectory(atPath: Self.committed).filter {
            $0.contains(".")
        }
        #expect(Set(there) == Set(summary.files))
        for name in summary.files {
            // What zlib makes of the same text may differ from version to version; what is in it may not.
            let packed = [".zip", ".gz", ".xlsx"].contains { name.hasSuffix($0) }
            if packed {
                let now = try Self.contents(folder + "/" + name)
                #expect(try now == Self.contents(Self.committed + "/" + name), "\(name)")
            } else {
                #expect(try Self.bytes(folder, name) == Self.bytes(Self.committed, name), "\(name)")
            }
        }
    }

    /// The bytes of a packed file's contents, its entries one after another.
    private static func contents(_ path: String) throws -> String {
        path.hasSuffix(".gz")
            ? try run("/usr/bin/env", ["gzip", "-dc", path]).output
            : try run("/usr/bin/env", ["python3", "-c", Self.unzip, path]).output
    }

    private static let unzip = """
        import sys, zipfile
        archive = zipfile.ZipFile(sys.argv[1])
        for name in archive.namelist(): sys.stdout.buffer.write(name.encode() + archive.read(name))
        """

    @Test("The same options give the same bytes in every file; another seed does not")
    func sameBytes() throws {
        let (first, second, other) = (
            temporary.file("first"), temporary.file("second"), temporary.file("other")
        )
        let summary = try ExampleLedgers(try ExampleOptions(seed: 5)).write(to: first)
        let again = try ExampleLedgers(try ExampleOptions(seed: 5)).write(to: second)
        _ = try ExampleLedgers(try ExampleOptions(seed: 6)).write(to: other)
        #expect(summary == again)
        for name in summary.files {
            #expect(try Self.bytes(first, name) == Self.bytes(second, name), "\(name)")
            if name.hasPrefix("csv/") {
                #expect(try Self.bytes(first, name) != Self.bytes(other, name), "\(name)")
            }
        }
        #expect(!summary.files.isEmpty && summary.firms.count == 6)
    }

    @Test(
        "SAF-T keeps Skatteetaten's schemas: 1.10 and 1.20 that of 1.10, 1.30 its own",
        .enabled(
            if: FileManager.default.fileExists(atPath: schemas)
                && FileManager.default.fileExists(atPath: xmllint),
            "needs ../shared and xmllint"
        )
    )
    func schema() throws {
        for seed in [UInt64(1), 9] {
            let cluster = ExampleCluster(try ExampleOptions(seed: seed, years: .two, lines: 12_000))
            for firm in cluster.firms {
                let path = temporary.file(firm.archetype.key + ".xml")
                let file = try StreamedFile(path)
                var writer = SAFTWriter(cluster, firm, FirmTruth(cluster, firm), to: file)
                try writer.write()
                try file.publish()
                let schema =
                    firm.archetype.saftVersion == "1.30"
                    ? "/SAF-T_Financial_1.3/Norwegian_SAF-T_Financial_Schema_v_1.30.xsd"
                    : "/Norwegian_SAF-T_Financial_Schema_v_1.10.xsd"
                let result = try Self.run(Self.xmllint, ["--noout", "--schema", Self.schemas + schema, path])
                #expect(result.status == 0, "\(firm.archetype.key): \(result.output.prefix(600))")
            }
        }
    }

    @Test("The truth adds up: parties to firms, journals to nothing, planted vouchers to what the firm has")
    func truthAddsUp() throws {
        let folder = temporary.path
        _ = try ExampleLedgers(try ExampleOptions(seed: 4, formats: [.csv])).write(to: folder)
        let firms = try Table(folder + "/truth/firms.csv")
        let parties = try Table(folder + "/truth/parties.csv")
        for firm in firms.rows {
            let own = parties.rows.filter { $0["firm"] == firm["firm"] }
            func sum(_ role: String, _ column: String) -> Int {
                own.filter { $0["role"] == role }.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
            }
            #expect(String(sum("supplier", "net_oere")) == firm["purchases_oere"])
            #expect(String(sum("supplier", "investment_oere")) == firm["investment_oere"])
            #expect(String(sum("customer", "net_oere")) == firm["sales_oere"])
            for party in own {
                let opening = Int(party["opening_oere"] ?? "") ?? 0
                let movement = Int(party["movement_oere"] ?? "") ?? 0
                #expect(String(opening + movement) == party["closing_oere"])
            }
        }
        // The poultry plant's journal is the plain one: commas, full stops, ISO dates.
        let journal = try Table(folder + "/csv/fjorfeslakteri.csv")
        let cents = journal.rows.map { Int(($0["Beløp"] ?? "").replacing(".", with: "")) ?? .max }
        #expect(cents.reduce(0, +) == 0)
        let stated = firms.rows.first { $0["firm"] == "fjorfeslakteri" }?["lines"]
        #expect(String(journal.rows.count) == stated)
    }

    /// A CSV file as rows by column.
    struct Table {
        let rows: [[String: String]]

        init(_ path: String) throws {
            let table = try CSVTable(contentsOf: path)
            rows = table.rows.map { row in
                Dictionary(uniqueKeysWithValues: zip(table.header, row.fields))
            }
        }
    }
}
