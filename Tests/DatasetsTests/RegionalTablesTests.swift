import Accounts
import Datasets
import FileFormats
import LinearAlgebra
import TestSupport
import Testing

@Suite("Regional tables")
struct RegionalTablesTests {
    private func found(in copy: DatasetCopy) -> [Fault] {
        faults { () throws(DatasetError) in _ = try Dataset(at: copy.path).regionalTables() }
    }

    private func fault(
        _ copy: DatasetCopy,
        _ file: String,
        _ line: Int?,
        _ column: String?,
        _ value: String?,
        _ problem: Fault.Problem
    ) -> Fault {
        Fault(at: copy.place(file, line: line, column), value: value, problem)
    }

    @Test("Tables, accounts, positions and the nation's coefficients")
    func sound() throws {
        let set = try Dataset(at: fixture("regional-tables")).regionalTables()
        #expect(set.regions.count == 6 && set.tables.count == 6 && set.industries.codes == ["A", "B", "C"])
        #expect(set.nation.code == "X" && set.basis.year == 2020 && set.basis.unit == Unit("MX"))
        let region = try set.regions.label("r0")
        #expect(set.output.row(region).values == [100, 298, 274])
        #expect(set.positions?.first == GeographicPosition(latitude: 60, longitude: 25))
        let table = try #require(set.tables.first)
        // 5 bought of A's products, a fifth of it in the region; half of that by A.
        #expect(table.ownRegion.values[0, 0] == 0.5)
        #expect(table.otherRegions.values[0, 0] == 2)
        #expect(table.fromAbroad == nil)
    }

    @Test("Distances are great circles: pole to equator is a quarter of the way round")
    func distance() {
        let pole = GeographicPosition(latitude: 90, longitude: 25)
        let equator = GeographicPosition(latitude: 0, longitude: 25)
        let east = GeographicPosition(latitude: 0, longitude: 115)
        // 2π · 6371 km / 4, to rounding.
        #expect(abs(pole.kilometres(to: equator) - .pi * 6371 / 2) < 1e-9)
        #expect(abs(equator.kilometres(to: east) - .pi * 6371 / 2) < 1e-9)
        #expect(pole.kilometres(to: pole) == 0)
    }

    @Test("A region whose table is missing is one fault, not one a cell")
    func missingTable() throws {
        let copy = try DatasetCopy(of: "regional-tables")
        let kept = try copy.text("flows.csv").split(separator: "\n").filter { !$0.hasPrefix("r3,") }
        try AtomicFile.write(kept.joined(separator: "\n") + "\n", to: copy.file("flows.csv"))
        let expected = ["own_region", "other_regions", "primary"].map {
            fault(copy, "flows.csv", nil, nil, "r3, " + $0, .missing)
        }
        #expect(found(in: copy) == expected)
    }

    @Test("A row and a column off balance are told on the line where they begin")
    func offBalance() throws {
        let copy = try DatasetCopy(of: "regional-tables")
        try copy.edit("flows.csv", "r0,own_region,A,A,0.5\n", "r0,own_region,A,A,1.5\n")
        #expect(
            found(in: copy) == [
                fault(copy, "flows.csv", 2, "supplier", "r0, A", .offBalance(stated: 100, found: 101)),
                fault(copy, "flows.csv", 2, "user", "r0, A", .offBalance(stated: 100, found: 101)),
            ]
        )
    }

    @Test("Imports by supplier must add up to the import row")
    func abroad() throws {
        let copy = try DatasetCopy(of: "regional-tables")
        var lines: [String] = []
        for supplier in ["A", "B", "C"] {
            for user in ["A", "B", "C"] { lines.append("r0,abroad,\(supplier),\(user),1") }
        }
        let last = try copy.text("flows.csv").split(separator: "\n").count
        try copy.append("flows.csv", lines.joined(separator: "\n") + "\n")
        #expect(found(in: copy).isEmpty)
        try copy.edit("flows.csv", "r0,abroad,B,C,1\n", "r0,abroad,B,C,2\n")
        #expect(
            found(in: copy) == [
                fault(
                    copy,
                    "flows.csv",
                    last + 3,
                    "user",
                    "r0, C, abroad",
                    .offBalance(stated: 3, found: 4)
                )
            ]
        )
    }

    @Test("Unknown industries and regions, and supply without accounts")
    func unknown() throws {
        let copy = try DatasetCopy(of: "regional-tables")
        try copy.edit("flows.csv", "r0,own_region,A,A,0.5\n", "r0,own_region,D,A,0.5\n")
        try copy.edit("flows.csv", "r1,own_region,A,A,", "r9,own_region,A,A,")
        let accounts = try copy.text("accounts.csv").split(separator: "\n").map(String.init)
        let gone = try #require(accounts.firstIndex { $0.hasPrefix("r2,B,") })
        try copy.edit("accounts.csv", accounts[gone] + "\n", "")
        let regions = (0..<6).map { "r\($0)" }
        let line = try #require(
            try copy.text("flows.csv").split(separator: "\n").firstIndex { $0.hasPrefix("r9,") }
        )
        #expect(
            found(in: copy) == [
                fault(copy, "accounts.csv", nil, nil, "r2, B", .missing),
                fault(copy, "flows.csv", 2, "supplier", "D", .notOneOf(["A", "B", "C"])),
                fault(copy, "flows.csv", line + 1, "region", "r9", .notOneOf(regions)),
                fault(copy, "flows.csv", nil, nil, "r0, own_region, A, A", .missing),
                fault(copy, "flows.csv", nil, nil, "r1, own_region, A, A", .missing),
            ]
        )
    }

    @Test("Negative output, value added above output, a coefficient below zero, a place off the earth")
    func impossible() throws {
        let copy = try DatasetCopy(of: "regional-tables")
        let accounts = try copy.text("accounts.csv").split(separator: "\n").map(String.init)
        let fields = accounts[1].split(separator: ",").map(String.init)
        try copy.edit("accounts.csv", accounts[1], "r0,A,-1,\(fields[3]),\(fields[4])")
        try copy.edit("regions.csv", "r4,Region 4,Region nr. 4,63,24", "r4,Region 4,Region nr. 4,630,24")
        #expect(
            found(in: copy) == [
                fault(copy, "regions.csv", 6, "latitude", "630", .outside(lower: -90, upper: 90))
            ]
        )
        try copy.edit("regions.csv", "630,24", "63,24")
        let national = try copy.text("national.csv").split(separator: "\n").map(String.init)
        try copy.edit("national.csv", national[1], "A,A,-0.5")
        #expect(
            found(in: copy) == [
                fault(copy, "accounts.csv", 2, "output", "-1", .negative),
                fault(
                    copy,
                    "accounts.csv",
                    2,
                    "value_added",
                    fields[3],
                    .outside(lower: -.infinity, upper: -1)
                ),
                fault(copy, "national.csv", 2, "value", "-0.5", .negative),
            ]
        )
    }

    @Test("Positions stand for every region or for none, and some region must have a table")
    func positions() throws {
        let copy = try DatasetCopy(of: "regional-tables")
        try copy.edit("regions.csv", "r4,Region 4,Region nr. 4,63,24", "r4,Region 4,Region nr. 4,,")
        #expect(
            found(in: copy) == [
                fault(copy, "regions.csv", 6, "latitude", "", .missing),
                fault(copy, "regions.csv", 6, "longitude", "", .missing),
            ]
        )
        let bare = try copy.text("regions.csv").split(separator: "\n").enumerated().map { index, line in
            guard index > 0 else { return String(line) }
            return line.split(separator: ",").prefix(3).joined(separator: ",") + ",,,no"
        }
        try AtomicFile.write(bare.joined(separator: "\n") + "\n", to: copy.file("regions.csv"))
        #expect(found(in: copy) == [fault(copy, "regions.csv", nil, "table", nil, .expected("yes"))])
    }

    @Test("The embedded parameters are written again to the same bytes; a missing one is named")
    func parameters() throws {
        let folder = Repository.root + "/data/purchase-coefficients-finland-2014"
        let dataset = try Dataset(at: folder)
        let parameters = try dataset.purchaseParameters()
        #expect(
            parameters.regions.count == 10 && parameters.variants.map(\.code) == ["distance", "no_distance"]
        )
        let copy = DatasetCopy()
        try DatasetWriter(to: copy.path, title: dataset.description.title).write(parameters)
        for file in copy.names {
            #expect(try copy.text(file) == InputFile.text(at: folder + "/" + file), "\(file)")
        }
        let description = try JSONDocument(contentsOf: copy.file("dataset.json")).root
        let members = (description.members ?? []).filter { $0.key != "files" }
        try AtomicFile.write(JSONValue.object(members).prettyText, to: copy.file("dataset.json"))
        let lines = try copy.text("parameters.csv").split(separator: "\n").map(String.init)
        let gone = try #require(lines.firstIndex { $0.hasPrefix("no_distance,Kainuu,industry,01,") })
        let kept = lines.indices.filter { $0 != gone }.map { lines[$0] }
        try AtomicFile.write(kept.joined(separator: "\n") + "\n", to: copy.file("parameters.csv"))
        #expect(
            faults { () throws(DatasetError) in _ = try Dataset(at: copy.path).purchaseParameters() } == [
                fault(copy, "parameters.csv", nil, nil, "no_distance, Kainuu, industry, 01", .missing)
            ]
        )
    }
}
