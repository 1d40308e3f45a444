import Accounts
import FileFormats

/// The labels of an input-output table being read.
struct TableLabels {
    let industries: [Industry]
    let categories: [FinalDemandCategory]
    let inputs: [PrimaryInput]

    /// Reads the three files of labels and throws the faults of all of them together.
    init(_ files: DatasetFiles) throws(FileFormatError) {
        var faults = GatheredFaults()
        industries = try files.industries(faults: &faults)
        categories = try TableLabels.categories(files, apartFrom: industries, faults: &faults)
        inputs = try TableLabels.inputs(files, withImports: true, faults: &faults)
        try faults.finish()
    }

    static func categories(
        _ files: DatasetFiles,
        apartFrom industries: [Industry],
        faults: inout GatheredFaults
    ) throws(FileFormatError) -> [FinalDemandCategory] {
        let table = try faults.attempt { () throws(FileFormatError) in
            try files.table("final_demand.csv", columns: LabelFile.columns + ["role"])
        }
        guard let table else { return [] }
        var file = LabelFile(table)
        let role = file.reader.column("role")
        let roles = FinalDemandCategory.Role.allCases.map(\.rawValue)
        // Users stand in one column of flows.csv, so that no category may be called what an industry is.
        let taken = Set(industries.map(\.code))
        var categories: [FinalDemandCategory] = []
        for row in table.rows {
            let label = file.label(in: row)
            let played = file.reader.choice(role, in: row, of: roles).flatMap(FinalDemandCategory.Role.init)
            guard let label, let played else { continue }
            if taken.contains(label.code) { file.refuseCode(in: row) }
            categories.append(FinalDemandCategory(code: label.code, name: label.name, role: played))
        }
        try faults.take(from: file.reader)
        return categories
    }

    /// The primary inputs, one of them value added, and imports among them where the kind needs that.
    static func inputs(
        _ files: DatasetFiles,
        withImports needsImports: Bool,
        faults: inout GatheredFaults
    ) throws(FileFormatError) -> [PrimaryInput] {
        let table = try faults.attempt { () throws(FileFormatError) in
            try files.table("primary_inputs.csv", columns: LabelFile.columns + ["role"])
        }
        guard let table else { return [] }
        var file = LabelFile(table)
        let role = file.reader.column("role")
        let roles = PrimaryInput.Role.allCases
        var inputs: [PrimaryInput] = []
        var played: Set<PrimaryInput.Role> = []
        for row in table.rows {
            let label = file.label(in: row)
            let name = file.reader.choice(role, in: row, of: roles.map(\.rawValue))
            guard let role = name.flatMap(PrimaryInput.Role.init) else { continue }
            played.insert(role)
            if let label { inputs.append(PrimaryInput(code: label.code, name: label.name, role: role)) }
        }
        try faults.take(from: file.reader)
        guard faults.isEmpty else { return inputs }
        let place = Place(file: table.file, column: "role")
        if needsImports && !played.contains(.imports) {
            faults.add(Fault(at: place, .expected(PrimaryInput.Role.imports.rawValue)))
        }
        if !played.contains(where: \.isValueAdded) {
            faults.add(Fault(at: place, .notOneOf(roles.filter(\.isValueAdded).map(\.rawValue))))
        }
        return inputs
    }
}
