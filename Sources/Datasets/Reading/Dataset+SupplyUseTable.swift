public import Accounts
import FileFormats
import LinearAlgebra

extension Dataset {
    /// The supply and use table.
    ///
    /// - Throws: `.anotherKind`; `.file` with the faults of all the files; `.accounts` with `.supplyUseNotBalanced`
    ///   and every product, industry and margin that is off by more than the tolerance.
    public func supplyUseTable() throws(DatasetError) -> SupplyUseTable {
        let parts = try supplyUseParts()
        return try building { () throws(AccountsError) in try parts.table(tolerance: parts.tolerance) }
    }

    /// The parts of the table, with no fault in them but not yet known to be balanced.
    func supplyUseParts() throws(DatasetError) -> SupplyUseParts {
        guard case .supplyUseTable(let area, let basis, let tolerance) = description.contents else {
            throw .anotherKind(path: folder, wanted: .supplyUseTable, found: description.kind)
        }
        return try reading(.supplyUseTable) { () throws(FileFormatError) in
            try SupplyUseParts(files, description, area: area, basis: basis, tolerance: tolerance)
        }
    }
}

/// A supply and use table as its files have it, before it is known to be balanced.
struct SupplyUseParts {
    let area: Region
    let basis: Basis
    /// What the description accepts.
    let tolerance: SupplyUseTolerance
    let labels: SupplyUseLabels
    private let supply: SparseFile
    private let use: SparseFile
    private let description: DatasetDescription

    /// The origins of `supply.csv`, in the order of the blocks.
    static let supplyOrigins = ["output", "imports", "valuation"]
    /// The origins of `use.csv`, in the order of the blocks.
    static let useOrigins = ["use", "domestic", "imported", "primary", "territory"]

    init(
        _ files: DatasetFiles,
        _ description: DatasetDescription,
        area: Region,
        basis: Basis,
        tolerance: SupplyUseTolerance
    ) throws(FileFormatError) {
        self.description = description
        self.area = area
        self.basis = basis
        self.tolerance = tolerance
        labels = try SupplyUseLabels(files)
        var faults = GatheredFaults()
        let products = labels.products.map(\.code)
        let industries = labels.industries.map(\.code)
        let users = industries + labels.categories.map(\.code)
        let columns = [industries, [""], labels.items.map(\.code)]
        supply = try SparseFile(
            files,
            "supply.csv",
            row: "product",
            column: "source",
            blocks: zip(SupplyUseParts.supplyOrigins, columns).map {
                CellBlock(origin: $0, suppliers: products, users: $1)
            },
            faults: &faults
        )
        let rows = [
            products, products, products, labels.inputs.map(\.code), labels.adjustments.map(\.code),
        ]
        use = try SparseFile(
            files,
            "use.csv",
            row: "row",
            column: "user",
            blocks: zip(SupplyUseParts.useOrigins, rows).map {
                CellBlock(origin: $0, suppliers: $1, users: users)
            },
            faults: &faults
        )
        noteMixedOrigins(&faults)
        try faults.finish()
    }

    /// Whether domestic and imported products stand apart.
    private var isByOrigin: Bool { !use.blocks[1].isEmpty || !use.blocks[2].isEmpty }

    /// Use stands together or apart, and apart at basic prices only.
    private func noteMixedOrigins(_ faults: inout GatheredFaults) {
        guard let file = use.file, isByOrigin else { return }
        let place = Place(file: file, column: "origin")
        if !use.blocks[0].isEmpty {
            faults.add(
                Fault(at: place, value: "use", .notOneOf(Array(SupplyUseParts.useOrigins.dropFirst())))
            )
        }
        if basis.valuation == .purchasers {
            faults.add(Fault(at: place, value: "domestic", .notOneOf(["use", "primary", "territory"])))
        }
    }

    /// The table, if it is balanced within `tolerance`.
    func table(tolerance: SupplyUseTolerance) throws(AccountsError) -> SupplyUseTable {
        let products = try Axis(labels.products)
        let industries = try Axis(labels.industries)
        let categories = try Axis(labels.categories)
        let inputs = try Axis(labels.inputs)
        let items = try Axis(labels.items)
        let intermediate = 0..<industries.count
        let final = industries.count..<(industries.count + categories.count)
        func flows(_ block: CellBlock) -> SupplyUseTable.ProductFlows {
            SupplyUseTable.ProductFlows(
                intermediate: LabelledMatrix(
                    rows: products,
                    columns: industries,
                    values: block.matrix(intermediate)
                ),
                finalDemand: LabelledMatrix(rows: products, columns: categories, values: block.matrix(final))
            )
        }
        let known: SupplyUseTable.Use =
            if isByOrigin {
                .basicByOrigin(domestic: flows(use.blocks[1]), imported: flows(use.blocks[2]))
            } else if basis.valuation == .basic {
                .basic(flows(use.blocks[0]))
            } else {
                .purchasers(flows(use.blocks[0]))
            }
        return try SupplyUseTable(
            area: area,
            basis: basis,
            supply: LabelledMatrix(
                rows: products,
                columns: industries,
                values: supply.blocks[0].matrix(0..<industries.count)
            ),
            imports: LabelledVector(products, supply.blocks[1].matrix(0..<1).column(0)),
            valuation: LabelledMatrix(
                rows: products,
                columns: items,
                values: supply.blocks[2].matrix(0..<items.count)
            ),
            use: known,
            territory: LabelledMatrix(
                rows: try Axis(labels.adjustments),
                columns: categories,
                values: use.blocks[4].matrix(final)
            ),
            primaryInputs: LabelledMatrix(
                rows: inputs,
                columns: industries,
                values: use.blocks[3].matrix(intermediate)
            ),
            finalDemandInputs: LabelledMatrix(
                rows: inputs,
                columns: categories,
                values: use.blocks[3].matrix(final)
            ),
            tolerance: tolerance,
            provenance: description.provenance,
            rules: description.rules
        )
    }
}
