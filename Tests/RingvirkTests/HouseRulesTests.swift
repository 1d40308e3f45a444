import FileFormats
import Foundation
import TestSupport
import Testing

/// The house's import rules, read from Package.swift and held against the sources and docs/DESIGN.md.
@Suite("House rules")
struct HouseRulesTests {
    /// Each room's dependencies, in the manifest's order.
    private let rooms: [String: [String]]

    static let system: [String: Set<String>] = [
        "LinearAlgebra": ["COpenBLAS", "CKLU", "CKernels"],
        "FileFormats": ["CZip", "CExpat", "CSodium", "CZlib", "CXLSXWriter", "Yams"],
        "Web": ["CCurl"], "CompanyRegister": ["GRDB"], "Disclosure": ["CClp"],
    ]
    static let allowed: [String: Set<String>] = [
        "LinearAlgebra": [], "FileFormats": [], "Accounts": ["LinearAlgebra"],
        "Datasets": ["LinearAlgebra", "FileFormats", "Accounts"],
        "StatisticsNorway": ["FileFormats", "Web", "Accounts"], "Web": [],
        "Ledgers": ["FileFormats", "Accounts"],
        "CompanyRegister": ["FileFormats", "Web", "Accounts"],
        "ExampleLedgers": ["FileFormats", "Accounts", "Ledgers"],
        "Regionalisation": ["LinearAlgebra", "Accounts"],
        "Leontief": ["LinearAlgebra", "Accounts"],
        "Actors": ["LinearAlgebra", "Accounts", "Ledgers", "Regionalisation", "Leontief"],
        "Disclosure": [],
        "Reporting": [
            "LinearAlgebra", "FileFormats", "Accounts", "Ledgers", "Regionalisation", "Leontief", "Actors",
            "Disclosure",
        ],
        "Ringvirk": [
            "LinearAlgebra", "FileFormats", "Accounts", "Datasets", "StatisticsNorway", "CompanyRegister",
            "Ledgers",
            "ExampleLedgers", "Regionalisation", "Leontief", "Actors", "Disclosure", "Reporting",
        ],
    ]

    init() throws {
        let manifest = try InputFile.text(at: Repository.root + "/Package.swift")
        var rooms: [String: [String]] = [:]
        for match in manifest.matches(of: /room\(\s*"(\w+)",\s*\[([^\]]*)\]/) {
            rooms[String(match.1)] = match.2.matches(of: /"(\w+)"/).map { String($0.1) }
        }
        self.rooms = rooms
    }

    @Test("Every room is in the manifest, and imports what it may and nothing else")
    func imports() {
        #expect(Set(rooms.keys) == Set(Self.allowed.keys))
        for (room, dependencies) in rooms {
            let ours = Set(dependencies).intersection(Self.allowed.keys)
            #expect(ours == Self.allowed[room], "\(room): \(dependencies)")
            #expect(
                Set(dependencies).subtracting(ours) == Self.system[room] ?? [],
                "\(room): \(dependencies)"
            )
            #expect(Set(dependencies).count == dependencies.count, "\(room): \(dependencies)")
        }
    }

    @Test("Nothing walks back up: no room reaches itself")
    func noCycles() {
        func reached(from room: String, _ seen: Set<String> = []) -> Set<String> {
            (rooms[room] ?? []).reduce(seen) { seen, next in
                seen.contains(next) ? seen : reached(from: next, seen.union([next]))
            }
        }
        for room in rooms.keys { #expect(!reached(from: room).contains(room), "\(room)") }
    }

    @Test("Every import in a room's sources is declared, or the system's")
    func sources() throws {
        let free: Set<String> = ["Glibc", "Dispatch", "Synchronization", "FoundationEssentials"]
        for (room, dependencies) in rooms {
            let folder = Repository.root + "/Sources/" + room
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
                $0.hasSuffix(".swift")
            }
            #expect(!files.isEmpty, "\(room)")
            for file in files {
                let text = try InputFile.text(at: folder + "/" + file)
                for line in text.split(separator: "\n") {
                    guard
                        let match = line.wholeMatch(
                            of: /(?:@\w+ )*(?:\w+ )?import (?:\w+ )?(\w+)(?:\.\w+)*\s*/
                        )
                    else {
                        continue
                    }
                    let module = String(match.1)
                    #expect(
                        dependencies.contains(module) || free.contains(module),
                        "\(room)/\(file) imports \(module)"
                    )
                }
            }
        }
    }

    @Test("C libraries belong to one room each")
    func libraries() throws {
        for (owner, libraries) in Self.system {
            for (room, dependencies) in rooms where room != owner {
                #expect(libraries.isDisjoint(with: dependencies), "\(room): \(dependencies)")
            }
        }
        let manifest = try InputFile.text(at: Repository.root + "/Package.swift")
        let system = manifest.matches(of: /systemLibrary\(name: "(\w+)"/).map { String($0.1) }
        #expect(
            Set(system) == [
                "COpenBLAS", "CKLU", "CZip", "CExpat", "CSodium", "CZlib", "CXLSXWriter", "CCurl", "CClp",
            ]
        )
    }

    @Test("Every folder of tests has its target, and every room its tests")
    func testTargets() throws {
        let manifest = try InputFile.text(at: Repository.root + "/Package.swift")
        let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.root + "/Tests")
            .filter { $0.hasSuffix("Tests") }
        for folder in folders {
            let name = folder.dropLast("Tests".count)
            let isNamed = try Regex("tests\\(\\s*\"\(name)\"|\"\(folder)\"").firstMatch(in: manifest) != nil
            #expect(isNamed, "Tests/\(folder) is in no target")
        }
        for room in rooms.keys { #expect(folders.contains(room + "Tests"), "\(room) has no tests") }
    }

    @Test(
        "docs/DESIGN.md says the same",
        .enabled(if: FileManager.default.fileExists(atPath: Repository.root + "/docs/DESIGN.md"))
    )
    func design() throws {
        let text = try InputFile.text(at: Repository.root + "/docs/DESIGN.md")
        var described: Set<String> = []
        for line in text.split(separator: "\n") {
            guard let match = line.firstMatch(of: /^- \*\*(\w+)\*\* ←\s*([^:]*):/) else { continue }
            let room = String(match.1)
            guard let dependencies = rooms[room] else { continue }
            described.insert(room)
            let stated = match.2.matches(of: /\w+/).map { String($0.0) }.filter { $0 != "nothing" }
            let ours = stated.filter { Self.allowed[$0] != nil }
            #expect(Set(ours) == Set(dependencies).intersection(Self.allowed.keys), "\(room): \(stated)")
            let others = Set(stated).subtracting(ours)
            #expect(others.isSubset(of: dependencies), "\(room): \(stated)")
        }
        #expect(described == Set(rooms.keys))
    }
}
