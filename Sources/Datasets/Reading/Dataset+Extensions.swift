public import Accounts
import FileFormats

extension Dataset {
    /// The extensions of every measure and year.
    ///
    /// - Throws: `.anotherKind`; `.file` with the faults of all the files.
    public func extensionSeries() throws(DatasetError) -> ExtensionSeries {
        let parts = try reading(.extensions) { () throws(FileFormatError) in try SeriesParts(files) }
        return try building { () throws(AccountsError) in try parts.series(of: description) }
    }
}

/// A series of extensions as its files have it.
private struct SeriesParts {
    let industries: [Industry]
    let measures: [ExtensionSeries.Measure]
    private var amounts: [Int: [Int: AmountsByIndustry]] = [:]

    init(_ files: DatasetFiles) throws(FileFormatError) {
        var labelFaults = GatheredFaults()
        industries = try files.industries(faults: &labelFaults)
        measures = try SeriesParts.measures(files, faults: &labelFaults)
        try labelFaults.finish()
        var faults = GatheredFaults()
        let table = try files.table("extensions.csv", columns: ["extension", "year", "industry", "value"])
        try read(table, files, faults: &faults)
        noteMissing(in: table.file, faults: &faults)
        try faults.finish()
    }

    private static func measures(
        _ files: DatasetFiles,
        faults: inout GatheredFaults
    ) throws(FileFormatError) -> [ExtensionSeries.Measure] {
        let table = try faults.attempt { () throws(FileFormatError) in
            try files.table("measures.csv", columns: LabelFile.columns + ["unit"])
        }
        guard let table else { return [] }
        var file = LabelFile(table)
        let unit = file.reader.column("unit")
        var measures: [ExtensionSeries.Measure] = []
        for row in table.rows {
            let label = file.label(in: row)
            let symbol = file.reader.text(unit, in: row)
            guard let label, let symbol else { continue }
            measures.append(.init(code: label.code, name: label.name, unit: Unit(symbol)))
        }
        try faults.take(from: file.reader)
        return measures
    }

    private mutating func read(
        _ table: CSVTable,
        _ files: DatasetFiles,
        faults: inout GatheredFaults
    ) throws(FileFormatError) {
        var reader = CSVReader(table)
        let (measure, year) = (reader.column("extension"), reader.column("year"))
        let (industry, value) = (reader.column("industry"), reader.column("value"))
        let (measureCodes, industryCodes) = (measures.map(\.code), industries.map(\.code))
        let measurePositions = Dictionary(zip(measureCodes, 0...)) { first, _ in first }
        let industryPositions = Dictionary(zip(industryCodes, 0...)) { first, _ in first }
        var vectors = 0
        for row in table.rows {
            let number = reader.number(value, in: row)
            let measureCode = reader.choice(measure, in: row, known: measurePositions, measureCodes)
            let industryCode = reader.choice(industry, in: row, known: industryPositions, industryCodes)
            guard let of = reader.integer(year, in: row), let measureCode, let industryCode else { continue }
            if amounts[of]?[measureCode] == nil {
                vectors += 1
                try files.refuseCells(vectors * industries.count, of: "extensions.csv")
                amounts[of, default: [:]][measureCode] = AmountsByIndustry(count: industries.count)
            }
            if let first = amounts[of]?[measureCode]?.meet(industryCode, line: row.line) {
                let name = "\(measureCodes[measureCode]), \(of), \(industryCodes[industryCode])"
                let place = reader.place(industry, in: row)
                faults.add(Fault(at: place, value: name, .duplicate(firstLine: first)))
            } else if let number {
                amounts[of]?[measureCode]?.set(industryCode, to: number)
            }
        }
        try faults.take(from: reader)
    }

    /// A measure that has a year has it for every industry, and every measure has some year.
    private func noteMissing(in file: String, faults: inout GatheredFaults) {
        for (year, measures) in amounts.sorted(by: { $0.key < $1.key }) {
            for (measure, amounts) in measures.sorted(by: { $0.key < $1.key }) {
                for position in amounts.missing {
                    let name = "\(self.measures[measure].code), \(year), \(industries[position].code)"
                    faults.add(Fault(at: Place(file: file), value: name, .missing))
                }
            }
        }
        let met = Set(amounts.values.flatMap(\.keys))
        for position in measures.indices where !met.contains(position) && faults.isEmpty {
            let place = Place(file: file, column: "extension")
            faults.add(Fault(at: place, value: measures[position].code, .missing))
        }
    }

    func series(of description: DatasetDescription) throws(AccountsError) -> ExtensionSeries {
        let axis = try Axis(industries)
        var extensions: [Extension] = []
        for (position, measure) in measures.enumerated() {
            for year in amounts.keys.sorted() {
                guard let found = amounts[year]?[position] else { continue }
                extensions.append(
                    Extension(
                        code: measure.code,
                        name: measure.name,
                        unit: measure.unit,
                        year: Year(year),
                        amounts: LabelledVector(axis, found.values),
                        provenance: description.provenance
                    )
                )
            }
        }
        return try ExtensionSeries(industries: axis, extensions: extensions, rules: description.rules)
    }
}

extension CSVReader {
    /// The position of the code in the field; a fault where it is none of those known.
    mutating func choice(
        _ column: Column,
        in row: CSVTable.Row,
        known positions: [String: Int],
        _ codes: [String]
    ) -> Int? {
        guard let code = text(column, in: row) else { return nil }
        if let position = positions[code] { return position }
        fault(column, in: row, .notOneOf(codes))
        return nil
    }
}
