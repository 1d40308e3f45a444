public import Accounts
import FileFormats

extension Dataset {
    /// The cube.
    ///
    /// - Throws: `.anotherKind`; `.file` with the faults of all the files: a category of no dimension, a dimension
    ///   without categories, a cell that is missing or stands twice, a number beside a mark that says there is none.
    public func cube() throws(DatasetError) -> StatisticsCube {
        let (dimensions, figures) = try reading(.cube) { () throws(FileFormatError) in
            let dimensions = try files.dimensions()
            let cells = dimensions.reduce((1, false)) { product, dimension in
                let (next, overflow) = product.0.multipliedReportingOverflow(by: dimension.categories.count)
                return (next, product.1 || overflow)
            }
            try files.refuseCells(cells.1 ? .max : cells.0, of: "figures.csv")
            return (dimensions, try FiguresFile(dimensions, files).figures())
        }
        var query: [CubeSelection] = []
        if case .cube(let asked) = description.contents { query = asked }
        return try building { () throws(AccountsError) in
            try StatisticsCube(
                dimensions: dimensions,
                figures: figures,
                provenance: description.provenance,
                rules: description.rules,
                query: query
            )
        }
    }
}

extension DatasetFiles {
    /// Reads `dimensions.csv` and `categories.csv`.
    fileprivate func dimensions() throws(FileFormatError) -> [CubeDimension] {
        var faults = GatheredFaults()
        let table = try table("dimensions.csv", columns: LabelFile.columns + ["role"])
        var file = LabelFile(table)
        let role = file.reader.column("role")
        let roles = CubeDimension.Role.allCases.map(\.rawValue)
        var found: [(code: String, name: Name, role: CubeDimension.Role)] = []
        for row in table.rows {
            let label = file.label(in: row)
            let role = file.reader.choice(role, in: row, of: roles).flatMap(
                CubeDimension.Role.init(rawValue:)
            )
            guard let label, let role else { continue }
            found.append((label.code, label.name, role))
        }
        try faults.take(from: file.reader)
        let categories = try categories(of: found.map(\.code), faults: &faults)
        for dimension in found where categories[dimension.code] == nil && faults.isEmpty {
            faults.add(Fault(at: Place(file: path(of: "categories.csv")), value: dimension.code, .missing))
        }
        try faults.finish()
        return found.map {
            CubeDimension(code: $0.code, name: $0.name, role: $0.role, categories: categories[$0.code] ?? [])
        }
    }

    private func categories(
        of dimensions: [String],
        faults: inout GatheredFaults
    ) throws(FileFormatError) -> [String: [CubeCategory]] {
        let table = try table(
            "categories.csv",
            columns: ["dimension"] + LabelFile.columns + ["unit", "decimals"]
        )
        var reader = CSVReader(table)
        let (dimension, code) = (reader.column("dimension"), reader.column("code"))
        let (english, norwegian) = (reader.column("name_en"), reader.column("name_nb"))
        let (unit, decimals) = (reader.column("unit"), reader.column("decimals"))
        var categories: [String: [CubeCategory]] = [:]
        var lines: [String: [String: Int]] = [:]
        for row in table.rows {
            let owner = reader.choice(dimension, in: row, of: dimensions)
            let known = reader.text(code, in: row)
            let names = (reader.optionalText(english, in: row), reader.optionalText(norwegian, in: row))
            let places = reader.optionalInteger(decimals, in: row)
            guard let either = names.0 ?? names.1 else {
                reader.fault(english, in: row, .missing)
                continue
            }
            guard let owner, let known else { continue }
            if let first = lines[owner, default: [:]].updateValue(row.line, forKey: known) {
                reader.fault(code, in: row, .duplicate(firstLine: first))
                continue
            }
            categories[owner, default: []].append(
                CubeCategory(
                    code: known,
                    name: Name(english: names.0 ?? either, norwegian: names.1 ?? either),
                    unit: reader.optionalText(unit, in: row).map { Unit($0) },
                    decimals: places
                )
            )
        }
        try faults.take(from: reader)
        return categories
    }
}
