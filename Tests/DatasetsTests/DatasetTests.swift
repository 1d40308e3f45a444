import Accounts
import Datasets
import FileFormats
import Testing

@Suite("Opening a dataset")
struct DatasetTests {
    @Test("A file changed since it was described is named with both digests")
    func changed() throws {
        let copy = try DatasetCopy(of: "table", keepingDigests: true)
        let stated = try Dataset(at: copy.path).description.files
        try copy.edit("output.csv", "A,100", "A,101")
        copy.remove("extensions.csv")
        let found = SHA256Digest(of: try InputFile.bytes(at: copy.file("output.csv"))).hexadecimal
        let error = thrown { () throws(DatasetError) in _ = try Dataset(at: copy.path) }
        guard case .changed(let path, let files) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path == copy.path)
        #expect(files.map(\.file) == ["output.csv", "extensions.csv"])
        #expect(files.map(\.state) == [.changed, .missing])
        #expect(files.map(\.stated) == [stated[4].sha256, stated[5].sha256])
        #expect(files.map(\.found) == [found, nil])
    }

    @Test("A file added beside those described is not taken for one of them")
    func unlisted() throws {
        let copy = try DatasetCopy(of: "table", keepingDigests: true)
        let description = try copy.text("dataset.json")
        let parts = description.split(separator: ",\n    \"extensions.csv\"")
        #expect(parts.count == 2)
        try AtomicFile.write(parts[0] + "\n  }\n}\n", to: copy.file("dataset.json"))
        let error = thrown { () throws(DatasetError) in _ = try Dataset(at: copy.path) }
        guard case .changed(_, let files) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(files.map(\.file) == ["extensions.csv"] && files.map(\.state) == [.unlisted])
        copy.remove("extensions.csv")
        #expect(try Dataset(at: copy.path).inputOutputTable().extensions.isEmpty)
    }

    @Test("A file that is not there, a folder that is not there")
    func notFound() throws {
        let copy = try DatasetCopy(of: "table")
        copy.remove("flows.csv")
        #expect(
            thrown { () throws(DatasetError) in _ = try Dataset(at: copy.path) }
                == .file(path: copy.path, .notFound(path: copy.file("flows.csv")))
        )
        #expect(
            thrown { () throws(DatasetError) in _ = try Dataset(at: copy.path + "/none") }
                == .file(path: copy.path + "/none", .notFound(path: copy.path + "/none/dataset.json"))
        )
    }

    @Test("A dataset of another kind is refused")
    func anotherKind() throws {
        let path = fixture("groups")
        let dataset = try Dataset(at: path)
        func refusal(_ wanted: DatasetKind) -> DatasetError {
            .anotherKind(path: path, wanted: wanted, found: .concordance)
        }
        #expect(throws: refusal(.inputOutputTable)) { try dataset.inputOutputTable() }
        #expect(throws: refusal(.supplyUseTable)) { try dataset.supplyUseTable() }
        #expect(throws: refusal(.regionalAccounts)) { try dataset.regionalAccounts() }
        #expect(throws: refusal(.extensions)) { try dataset.extensionSeries() }
        #expect(
            throws: DatasetError.anotherKind(
                path: fixture("table"),
                wanted: .concordance,
                found: .inputOutputTable
            )
        ) { try Dataset(at: fixture("table")).classificationMap() }
    }

    @Test(
        "Every dataset is written again to the same bytes",
        arguments: ["table", "supply-use", "regional", "extensions"]
    )
    func sameBytes(name: String) throws {
        let dataset = try Dataset(at: fixture(name))
        let copy = DatasetCopy()
        let writer = DatasetWriter(to: copy.path, title: dataset.description.title)
        switch dataset.description.kind {
        case .inputOutputTable:
            let (table, extensions) = try dataset.inputOutputTable()
            try writer.write(table, extensions: extensions)
        case .supplyUseTable: try writer.write(try dataset.supplyUseTable())
        case .regionalAccounts:
            let (series, lines) = try dataset.regionalAccounts()
            try writer.write(series, lines: lines, unit: Unit("MX"))
        case .extensions: try writer.write(try dataset.extensionSeries())
        case .concordance: try writer.write(try dataset.classificationMap())
        case .purchaseCoefficients: try writer.write(try dataset.purchaseParameters())
        case .cube: try writer.write(try dataset.cube())
        case .regionHistory: try writer.write(try dataset.regionHistory())
        case .regionalTables, .regionPlaces: Issue.record("no fixture here is of that kind")
        }
        let kind = dataset.description.kind
        #expect(copy.names == (["dataset.json"] + kind.requiredFiles + kind.optionalFiles).sorted())
        for file in copy.names {
            #expect(try copy.text(file) == InputFile.text(at: fixture(name) + "/" + file), "\(file)")
        }
    }
}
