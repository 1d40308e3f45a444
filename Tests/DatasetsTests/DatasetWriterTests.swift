import Accounts
import Datasets
import FileFormats
import Glibc
import LinearAlgebra
import Testing
import TestSupport

@Suite("Writing datasets")
struct DatasetWriterTests {
    /// A balanced table of random numbers without roundness, so that every digit must survive.
    private func randomTable(seed: UInt64, size: Int, provenance: Provenance) throws -> InputOutputTable {
        var generator = SeededGenerator(seed: seed)
        func random() -> Double { Double.random(in: 0...1, using: &generator) }
        let industries = try Axis(
            (0..<size).map { Industry(code: "I\($0)", name: Name("Næring, \"nr. \($0)\"")) }
        )
        let categories = try Axis([
            FinalDemandCategory(code: "Y", name: Name("Y"), role: .exports)
        ])
        let inputs = try Axis([
            PrimaryInput(code: "M", name: Name("M"), role: .imports),
            PrimaryInput(code: "V", name: Name("V"), role: .operatingSurplus),
        ])
        let domestic = LabelledMatrix(rows: industries, columns: industries) { _, _ in random() }
        let final = LabelledMatrix(rows: industries, columns: categories) { _, _ in Double(size) + random() }
        let output = try domestic.rowSums.combined(with: final.rowSums, +)
        let bought = domestic.columnSums
        let imports = industries.labels.map { _ in random() }
        let primary = Matrix(rows: 2, columns: size) { row, column in
            let industry = industries.labels[column]
            return row == 0 ? imports[column] : output[industry] - bought[industry] - imports[column]
        }
        return try InputOutputTable(
            area: Region(code: "X", name: Name("X")),
            basis: Basis(unit: Unit("MX"), year: 2020, valuation: .purchasers, pricesOf: 2015),
            domestic: domestic,
            finalDemand: final,
            imported: nil,
            primaryInputs: LabelledMatrix(rows: inputs, columns: industries, values: primary),
            finalDemandInputs: LabelledMatrix(rows: inputs, columns: categories) { _, _ in 0 },
            output: output,
            // Sums of about 10 numbers near 1 and 10: a dozen roundings of 2⁻⁵³ relative to 20.
            tolerance: BalanceTolerance(row: 1e-13, column: 1e-13, reason: "Rounding of binary fractions"),
            provenance: provenance,
            rules: []
        )
    }

    private let provenance = Provenance(
        publisher: "P",
        table: "T",
        licence: "L",
        attribution: "Æ \"Ø\"",
        vintage: nil,
        files: []
    )

    @Test("A random table is read back bit for bit", arguments: [1, 2, 3] as [UInt64])
    func randomRoundTrip(seed: UInt64) throws {
        let table = try randomTable(seed: seed, size: 9, provenance: provenance)
        let copy = DatasetCopy()
        try DatasetWriter(to: copy.path, title: Name("X")).write(table)
        let (read, extensions) = try Dataset(at: copy.path).inputOutputTable()
        #expect(read.domestic == table.domestic && read.finalDemand == table.finalDemand)
        #expect(read.primaryInputs == table.primaryInputs && read.output == table.output)
        #expect(read.finalDemandInputs == table.finalDemandInputs && read.imported == nil)
        #expect(read.basis == table.basis && read.tolerance == table.tolerance && read.area == table.area)
        #expect(read.provenance == table.provenance && read.rules.isEmpty && extensions.isEmpty)
        #expect(read.industries.labels.map(\.name) == table.industries.labels.map(\.name))
    }

    @Test("The same table gives the same bytes twice, and over an earlier dataset")
    func deterministic() throws {
        let table = try randomTable(seed: 7, size: 4, provenance: provenance)
        let copy = DatasetCopy()
        let writer = DatasetWriter(to: copy.path, title: Name("X"))
        try writer.write(table)
        let first = try copy.names.map(copy.text)
        try writer.write(table)
        #expect(try copy.names.map(copy.text) == first)
    }

    @Test("An extension with another source, year or axis is refused, and nothing is written")
    func foreignExtension() throws {
        let (table, extensions) = try Dataset(at: fixture("table")).inputOutputTable()
        let own = try #require(extensions.first)
        let copy = DatasetCopy()
        let writer = DatasetWriter(to: copy.path, title: Name("X"))
        func employment(year: Year, provenance: Provenance) -> Extension {
            Extension(
                code: "employment",
                name: own.name,
                unit: own.unit,
                year: year,
                amounts: own.amounts,
                provenance: provenance
            )
        }
        #expect(throws: DatasetError.cannotExpress(path: copy.path, .severalSources(codes: ["employment"]))) {
            try writer.write(table, extensions: [employment(year: 2020, provenance: provenance)])
        }
        #expect(throws: DatasetError.accounts(path: copy.path, .differ(.year(2019, 2020)))) {
            try writer.write(table, extensions: [employment(year: 2019, provenance: own.provenance)])
        }
        #expect(throws: DatasetError.accounts(path: copy.path, .duplicateLabel(code: "employment"))) {
            try writer.write(table, extensions: [own, own])
        }
        #expect(copy.names.isEmpty)
    }

    @Test("What could not be read back is not written")
    func unreadable() throws {
        let (table, _) = try Dataset(at: fixture("table")).inputOutputTable()
        let copy = DatasetCopy()
        let error = thrown { () throws(DatasetError) in
            try DatasetWriter(to: copy.path, title: Name("")).write(table)
        }
        #expect(
            error
                == .file(
                    path: copy.path,
                    .faults(
                        [
                            Fault(at: copy.place("dataset.json", line: 5, "title.en"), value: "", .missing),
                            Fault(at: copy.place("dataset.json", line: 6, "title.nb"), value: "", .missing),
                            Fault(at: copy.place("dataset.json", line: 4, "title"), .missingColumn("en")),
                        ].sorted { ($0.place.line ?? 0) < ($1.place.line ?? 0) }
                    )
                )
        )
        #expect(copy.names.isEmpty)
    }

    @Test("Extensions left by an earlier dataset would be taken for the table's: the folder is refused")
    func leftOver() throws {
        let copy = try DatasetCopy(of: "table", keepingDigests: true)
        let (table, _) = try Dataset(at: copy.path).inputOutputTable()
        let reason = "The folder has this file and the new dataset has not"
        #expect(
            throws: DatasetError.file(
                path: copy.path,
                .cannotWrite(path: copy.file("extensions.csv"), reason: reason)
            )
        ) { try DatasetWriter(to: copy.path, title: Name("X")).write(table) }
        #expect(try Dataset(at: copy.path).inputOutputTable().extensions.count == 1)
    }

    @Test("Value added in final demand has no place in the format")
    func valueAddedInFinalDemand() throws {
        let (table, _) = try Dataset(at: fixture("table")).inputOutputTable()
        let changed = try InputOutputTable(
            area: table.area,
            basis: table.basis,
            domestic: table.domestic,
            finalDemand: table.finalDemand,
            imported: table.imported,
            primaryInputs: table.primaryInputs,
            finalDemandInputs: table.finalDemandInputs.map { $0.code == "D1" && $1.code == "GOV" ? 2 : $2 },
            output: table.output,
            tolerance: table.tolerance,
            provenance: table.provenance,
            rules: []
        )
        let copy = DatasetCopy()
        let refused = Inexpressible.valueAddedInFinalDemand(input: "D1", category: "GOV", amount: 2)
        #expect(throws: DatasetError.cannotExpress(path: copy.path, refused)) {
            try DatasetWriter(to: copy.path, title: Name("X")).write(changed)
        }
    }

    @Test("A folder that cannot be written to")
    func cannotWrite() throws {
        let map = try Dataset(at: fixture("groups")).classificationMap()
        let copy = DatasetCopy()
        try AtomicFile.write("", to: copy.file("mapping.csv"))
        let folder = copy.file("mapping.csv")
        let error = thrown { () throws(DatasetError) in
            try DatasetWriter(to: folder, title: Name("X")).write(map)
        }
        guard case .file(folder, .cannotWrite) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
