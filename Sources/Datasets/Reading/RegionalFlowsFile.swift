import Accounts
import FileFormats
import LinearAlgebra

/// One region's cells: purchases from its own industries, from other regions and, where given, from abroad, and primary
/// inputs.
struct RegionalFlows {
    let region: Region
    var own: CellBlock
    var other: CellBlock
    var abroad: CellBlock
    var primary: CellBlock

    fileprivate init(_ region: Region, _ labels: TableLabels) {
        let industries = labels.industries.map(\.code)
        let users = industries + labels.categories.map(\.code)
        self.region = region
        own = CellBlock(origin: "\(region.code), own_region", suppliers: industries, users: users)
        other = CellBlock(origin: "\(region.code), other_regions", suppliers: industries, users: industries)
        abroad = CellBlock(origin: "\(region.code), abroad", suppliers: industries, users: industries)
        primary = CellBlock(
            origin: "\(region.code), primary",
            suppliers: labels.inputs.map(\.code),
            users: industries
        )
    }
}

/// Reads the `flows.csv` of regional tables: every cell of every region that has a table.
struct RegionalFlowsFile {
    static let origins = ["own_region", "other_regions", "abroad", "primary"]

    private(set) var tables: [RegionalFlows]
    private let labels: TableLabels
    private let positions: [String: Int]
    private let accountPositions: [Int]
    private let file: String
    private let users: [String: Int]

    init(
        _ files: DatasetFiles,
        _ labels: TableLabels,
        _ regions: [TabledRegion],
        faults: inout GatheredFaults
    ) throws(FileFormatError) {
        let tabled = regions.indices.filter { regions[$0].hasTable }
        let width = labels.industries.count + labels.categories.count
        let cells = (2 * labels.industries.count + labels.inputs.count) * width
        try files.refuseCells(tabled.count * cells, of: "flows.csv")
        self.labels = labels
        tables = tabled.map { RegionalFlows(regions[$0].region, labels) }
        accountPositions = tabled
        positions = Dictionary(zip(tables.map(\.region.code), 0...)) { first, _ in first }
        users = Dictionary(
            zip(labels.industries.map(\.code) + labels.categories.map(\.code), 0...)
        ) { first, _ in first }
        file = files.path(of: "flows.csv")
        let table = try faults.attempt { () throws(FileFormatError) in
            try files.table("flows.csv", columns: ["region", "origin", "supplier", "user", "value"])
        }
        guard let table else { return }
        try read(table, &faults)
        noteMissingCells(&faults)
    }

    private mutating func read(_ table: CSVTable, _ faults: inout GatheredFaults) throws(FileFormatError) {
        var reader = CSVReader(table)
        let (region, origin) = (reader.column("region"), reader.column("origin"))
        let columns = (reader.column("supplier"), reader.column("user"), reader.column("value"))
        let known = tables.map(\.region.code)
        for row in table.rows {
            let code = reader.text(region, in: row)
            let kind = reader.choice(origin, in: row, of: Self.origins)
            guard let code, let kind else { continue }
            guard let position = positions[code] else {
                reader.fault(region, in: row, .notOneOf(known))
                continue
            }
            switch kind {
            case "own_region": read(row, columns, into: &tables[position].own, &reader)
            case "other_regions": read(row, columns, into: &tables[position].other, &reader)
            case "abroad": read(row, columns, into: &tables[position].abroad, &reader)
            default: read(row, columns, into: &tables[position].primary, &reader)
            }
        }
        try faults.take(from: reader)
    }

    private func read(
        _ row: CSVTable.Row,
        _ columns: (supplier: CSVReader.Column, user: CSVReader.Column, value: CSVReader.Column),
        into block: inout CellBlock,
        _ reader: inout CSVReader
    ) {
        let supplier = reader.text(columns.supplier, in: row)
        let user = reader.text(columns.user, in: row)
        let value = reader.number(columns.value, in: row)
        guard let supplier, let user else { return }
        guard let from = block.supplierPositions[supplier] else {
            reader.fault(columns.supplier, in: row, .notOneOf(block.suppliers))
            return
        }
        guard let to = users[user], to < block.users.count else {
            reader.fault(columns.user, in: row, .notOneOf(block.users))
            return
        }
        if let first = block.meet(from, to, line: row.line) {
            reader.fault(columns.user, in: row, .duplicate(firstLine: first))
        }
        if let value { block.set(from, to, to: value) }
    }

    /// One fault for a block that is not there at all, otherwise one a cell. Purchases from abroad may be left out.
    private func noteMissingCells(_ faults: inout GatheredFaults) {
        for table in tables {
            var blocks = [table.own, table.other, table.primary]
            if !table.abroad.isEmpty { blocks.append(table.abroad) }
            for block in blocks {
                let missing = block.isEmpty ? [block.origin] : block.missing { _, _ in true }
                for cell in missing { faults.add(Fault(at: Place(file: file), value: cell, .missing)) }
            }
        }
    }

    /// Rows and columns that do not add up to the accounts' output, each on the line where it begins.
    func noteImbalances(
        _ accounts: RegionalSizesFile,
        tolerance: BalanceTolerance,
        faults: inout GatheredFaults
    ) {
        let industries = labels.industries
        for (table, region) in zip(tables, accountPositions) {
            let own = table.own.matrix(0..<table.own.users.count)
            let purchases = [
                own, table.other.matrix(industries.indices), table.primary.matrix(industries.indices),
            ]
            let (sales, bought) = (own.rowSums, purchases.map(\.columnSums))
            let abroad = table.abroad.isEmpty ? nil : table.abroad.matrix(industries.indices).columnSums
            let importRows = labels.inputs.indices.filter { labels.inputs[$0].role == .imports }
            for industry in industries.indices {
                let output = accounts[.output, region, industry]
                let name = "\(table.region.code), \(industries[industry].code)"
                // Written so that a NaN is off balance too.
                if !(abs(sales[industry] - output) <= tolerance.row) {
                    let line = table.own.line(industry, 0)
                    faults.add(
                        Fault(
                            at: Place(file: file, line: line, column: "supplier"),
                            value: name,
                            .offBalance(stated: output, found: sales[industry])
                        )
                    )
                }
                if let abroad {
                    let stated = importRows.reduce(0) { $0 + purchases[2][$1, industry] }
                    if !(abs(abroad[industry] - stated) <= tolerance.column) {
                        let line = table.abroad.line(0, industry)
                        faults.add(
                            Fault(
                                at: Place(file: file, line: line, column: "user"),
                                value: name + ", abroad",
                                .offBalance(stated: stated, found: abroad[industry])
                            )
                        )
                    }
                }
                let inputs = bought.reduce(0) { $0 + $1[industry] }
                if !(abs(inputs - output) <= tolerance.column) {
                    let line = table.own.line(0, industry)
                    faults.add(
                        Fault(
                            at: Place(file: file, line: line, column: "user"),
                            value: name,
                            .offBalance(stated: output, found: inputs)
                        )
                    )
                }
            }
        }
    }
}
