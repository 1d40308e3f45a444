public import Accounts
import FileFormats
import LinearAlgebra

extension Dataset {
    /// The input-output table, and the extensions that came with it.
    ///
    /// - Throws: `.anotherKind`; `.file` with the faults of all the files; `.inputsReachOutput` with every
    ///   industry for which Σᵢ Z_ij ≥ x_j; `.accounts` with `.notBalanced` and every row and column that is
    ///   off by more than the tolerance.
    public func inputOutputTable() throws(DatasetError) -> (table: InputOutputTable, extensions: [Extension])
    {
        let parts = try tableParts()
        guard parts.inputsReachingOutput.isEmpty else {
            throw .inputsReachOutput(path: folder, parts.inputsReachingOutput)
        }
        return try building { () throws(AccountsError) in
            (try parts.table(tolerance: parts.tolerance), try parts.extensions())
        }
    }

    /// The parts of the table, with no fault in them but not yet known to be balanced.
    func tableParts() throws(DatasetError) -> TableParts {
        guard case .inputOutputTable(let area, let basis, let tolerance) = description.contents else {
            throw .anotherKind(path: folder, wanted: .inputOutputTable, found: description.kind)
        }
        return try reading(.inputOutputTable) { () throws(FileFormatError) in
            try TableParts(files, description, area: area, basis: basis, tolerance: tolerance)
        }
    }
}

/// An input-output table as its files have it, before it is known to be balanced.
struct TableParts {
    let area: Region
    let basis: Basis
    /// What the description accepts.
    let tolerance: BalanceTolerance
    let labels: TableLabels
    let flows: FlowsFile
    let output: AmountsByIndustry
    let extensionParts: [ExtensionParts]
    private let description: DatasetDescription
    private let outputFile: String

    init(
        _ files: DatasetFiles,
        _ description: DatasetDescription,
        area: Region,
        basis: Basis,
        tolerance: BalanceTolerance
    ) throws(FileFormatError) {
        self.description = description
        self.area = area
        self.basis = basis
        self.tolerance = tolerance
        labels = try TableLabels(files)
        var faults = GatheredFaults()
        flows = try FlowsFile(files, labels, faults: &faults)
        output = try files.output(labels.industries, faults: &faults)
        extensionParts = try files.tableExtensions(labels.industries, faults: &faults)
        outputFile = files.path(of: "output.csv")
        try faults.finish()
    }

    /// The industries whose domestic intermediate inputs are at least their output. One with neither inputs nor
    /// output is none of them.
    var inputsReachingOutput: [InputsReachingOutput] {
        let sums = flows.domestic.matrix(0..<labels.industries.count).columnSums
        return labels.industries.indices.compactMap { position in
            InputsReachingOutput(
                at: Place(file: outputFile, line: output.lines[position], column: "value"),
                industry: labels.industries[position].code,
                inputs: sums[position],
                output: output.values[position]
            )
        }
    }

    /// The table, if it is balanced within `tolerance`.
    func table(tolerance: BalanceTolerance) throws(AccountsError) -> InputOutputTable {
        let industries = try Axis(labels.industries)
        let categories = try Axis(labels.categories)
        let inputs = try Axis(labels.inputs)
        let intermediate = 0..<industries.count
        let final = industries.count..<(industries.count + categories.count)
        func finalDemand(_ block: CellBlock) -> LabelledMatrix<Industry, FinalDemandCategory> {
            LabelledMatrix(rows: industries, columns: categories, values: block.matrix(final))
        }
        func flows(_ block: CellBlock) -> LabelledMatrix<Industry, Industry> {
            LabelledMatrix(rows: industries, columns: industries, values: block.matrix(intermediate))
        }
        let (domestic, imported, primary) = (self.flows.domestic, self.flows.imported, self.flows.primary)
        return try InputOutputTable(
            area: area,
            basis: basis,
            domestic: flows(domestic),
            finalDemand: finalDemand(domestic),
            imported: imported.isEmpty
                ? nil : .init(intermediate: flows(imported), finalDemand: finalDemand(imported)),
            primaryInputs: LabelledMatrix(
                rows: inputs,
                columns: industries,
                values: primary.matrix(intermediate)
            ),
            finalDemandInputs: LabelledMatrix(
                rows: inputs,
                columns: categories,
                values: primary.matrix(final)
            ),
            output: LabelledVector(industries, output.values),
            tolerance: tolerance,
            provenance: description.provenance,
            rules: description.rules
        )
    }

    func extensions() throws(AccountsError) -> [Extension] {
        let industries = try Axis(labels.industries)
        return extensionParts.map { part in
            Extension(
                code: part.code,
                name: part.name,
                unit: Unit(part.unit),
                year: basis.year,
                amounts: LabelledVector(industries, part.amounts.values),
                provenance: description.provenance
            )
        }
    }
}
