public import Accounts
import FileFormats
import LinearAlgebra

extension Dataset {
    /// Official regional tables with the accounts of all regions.
    ///
    /// - Throws: `.anotherKind`; `.file` with the faults of all the files: a region whose table is missing, a row or
    ///   column that does not add up to the accounts' output within the tolerance (`.offBalance`, on the line where it
    ///   begins), a code that is not known, a line of the accounts that is missing.
    public func regionalTables() throws(DatasetError) -> RegionalTableSet {
        guard case .regionalTables(let nation, let basis, let tolerance) = description.contents else {
            throw .anotherKind(path: folder, wanted: .regionalTables, found: description.kind)
        }
        let parts = try reading(.regionalTables) { () throws(FileFormatError) in
            try RegionalTableParts(files, tolerance: tolerance)
        }
        return try building { () throws(AccountsError) in
            try parts.set(nation: nation, basis: basis, description)
        }
    }
}

/// Regional tables as their files have them: without a fault, and balanced.
struct RegionalTableParts {
    let labels: TableLabels
    let regions: [TabledRegion]
    let accounts: RegionalSizesFile
    let flows: [RegionalFlows]
    let coefficients: CellBlock

    init(_ files: DatasetFiles, tolerance: BalanceTolerance) throws(FileFormatError) {
        labels = try TableLabels(files)
        var faults = GatheredFaults()
        regions = try files.tabledRegions(faults: &faults)
        try faults.finish()
        let industries = labels.industries.map(\.code)
        accounts = try RegionalSizesFile(files, regions: regions, industries: industries, faults: &faults)
        coefficients = try files.nationalCoefficients(industries, faults: &faults)
        let file = try RegionalFlowsFile(files, labels, regions, faults: &faults)
        // Balances mean something only once every cell is there.
        try faults.finish()
        flows = file.tables
        file.noteImbalances(accounts, tolerance: tolerance, faults: &faults)
        try faults.finish()
    }

    func set(
        nation: Region,
        basis: Basis,
        _ description: DatasetDescription
    ) throws(AccountsError) -> RegionalTableSet {
        let axis = try Axis(regions.map(\.region))
        let industries = try Axis(labels.industries)
        let categories = try Axis(labels.categories)
        let inputs = try Axis(labels.inputs)
        let intermediate = 0..<industries.count
        let final = industries.count..<(industries.count + categories.count)
        func accounts(_ measure: RegionalSizesFile.Measure) -> LabelledMatrix<Region, Industry> {
            LabelledMatrix(rows: axis, columns: industries, values: self.accounts.matrix(measure))
        }
        func square(_ block: CellBlock) -> LabelledMatrix<Industry, Industry> {
            LabelledMatrix(rows: industries, columns: industries, values: block.matrix(intermediate))
        }
        let positions = regions.compactMap(\.position)
        return try RegionalTableSet(
            nation: nation,
            basis: basis,
            regions: axis,
            positions: positions.count == regions.count ? positions : nil,
            output: accounts(.output),
            valueAdded: accounts(.valueAdded),
            compensation: accounts(.compensation),
            nationalCoefficients: square(coefficients),
            tables: flows.map { flows in
                RegionalTableSet.Table(
                    region: flows.region,
                    ownRegion: square(flows.own),
                    otherRegions: square(flows.other),
                    fromAbroad: flows.abroad.isEmpty ? nil : square(flows.abroad),
                    finalDemand: LabelledMatrix(
                        rows: industries,
                        columns: categories,
                        values: flows.own.matrix(final)
                    ),
                    primaryInputs: LabelledMatrix(
                        rows: inputs,
                        columns: industries,
                        values: flows.primary.matrix(intermediate)
                    )
                )
            },
            provenance: description.provenance,
            rules: description.rules
        )
    }
}

/// A region of `regions.csv`: where it lies, and whether it has a table.
struct TabledRegion {
    let region: Region
    let position: GeographicPosition?
    let hasTable: Bool
}

extension DatasetFiles {
    /// Reads `regions.csv`. Positions stand for every region or for none.
    fileprivate func tabledRegions(faults: inout GatheredFaults) throws(FileFormatError) -> [TabledRegion] {
        let columns = LabelFile.columns + ["latitude", "longitude", "table"]
        let table = try faults.attempt { () throws(FileFormatError) in
            try self.table("regions.csv", columns: columns)
        }
        guard let table else { return [] }
        var file = LabelFile(table)
        let (latitude, longitude) = (file.reader.column("latitude"), file.reader.column("longitude"))
        let hasTable = file.reader.column("table")
        var regions: [TabledRegion] = []
        let positioned = table.rows.contains { file.reader.optionalText(latitude, in: $0) != nil }
        for row in table.rows {
            let label = file.label(in: row)
            let marked = file.reader.choice(hasTable, in: row, of: ["yes", "no"])
            var position: GeographicPosition?
            if positioned {
                let north = file.degrees(latitude, in: row, within: 90)
                let east = file.degrees(longitude, in: row, within: 180)
                if let north, let east { position = GeographicPosition(latitude: north, longitude: east) }
            } else if file.reader.optionalText(longitude, in: row) != nil {
                file.reader.fault(latitude, in: row, .missing)
            }
            guard let label, let marked else { continue }
            regions.append(
                TabledRegion(
                    region: Region(code: label.code, name: label.name),
                    position: position,
                    hasTable: marked == "yes"
                )
            )
        }
        try faults.take(from: file.reader)
        if !regions.contains(where: \.hasTable), faults.isEmpty {
            faults.add(Fault(at: Place(file: table.file, column: "table"), .expected("yes")))
        }
        return regions
    }

    /// Reads `national.csv`: every seller and buyer once, no coefficient negative.
    fileprivate func nationalCoefficients(
        _ industries: [String],
        faults: inout GatheredFaults
    ) throws(FileFormatError) -> CellBlock {
        var block = CellBlock(origin: "national", suppliers: industries, users: industries)
        let table = try faults.attempt { () throws(FileFormatError) in
            try self.table("national.csv", columns: ["supplier", "user", "value"])
        }
        guard let table else { return block }
        var reader = CSVReader(table)
        let (supplier, user) = (reader.column("supplier"), reader.column("user"))
        let value = reader.column("value")
        for row in table.rows {
            let seller = reader.text(supplier, in: row)
            let buyer = reader.text(user, in: row)
            let number = reader.number(value, in: row)
            if let number, number < 0 { reader.fault(value, in: row, .negative) }
            guard let seller, let buyer else { continue }
            guard let from = block.supplierPositions[seller] else {
                reader.fault(supplier, in: row, .notOneOf(industries))
                continue
            }
            guard let to = block.supplierPositions[buyer] else {
                reader.fault(user, in: row, .notOneOf(industries))
                continue
            }
            if let first = block.meet(from, to, line: row.line) {
                reader.fault(user, in: row, .duplicate(firstLine: first))
            }
            if let number { block.set(from, to, to: number) }
        }
        try faults.take(from: reader)
        for cell in block.missing(where: { _, _ in true }) {
            faults.add(Fault(at: Place(file: table.file), value: cell, .missing))
        }
        return block
    }
}

extension LabelFile {
    fileprivate mutating func degrees(
        _ column: CSVReader.Column,
        in row: CSVTable.Row,
        within limit: Double
    ) -> Double? {
        guard let degrees = reader.number(column, in: row) else { return nil }
        guard abs(degrees) <= limit else {
            reader.fault(column, in: row, .outside(lower: -limit, upper: limit))
            return nil
        }
        return degrees
    }
}
