import Accounts
import FileFormats

extension Dataset {
    /// The parameters of a fitted model of regional purchases.
    ///
    /// - Throws: `.anotherKind`; `.file` with the faults of all the files.
    public func purchaseParameters() throws(DatasetError) -> PurchaseParameters {
        guard case .purchaseCoefficients(let nation, let year) = description.contents else {
            throw .anotherKind(path: folder, wanted: .purchaseCoefficients, found: description.kind)
        }
        let parts = try reading(.purchaseCoefficients) { () throws(FileFormatError) in
            var faults = GatheredFaults()
            let labels = try files.weightedIndustries(faults: &faults)
            try faults.finish()
            let file = try ParametersFile(files, labels.map(\.industry.code), faults: &faults)
            let variants = file.variants(faults: &faults)
            let pairs = try files.correspondences(labels.map(\.industry.code), faults: &faults)
            try faults.finish()
            return (labels, variants, pairs)
        }
        let industries = try building { () throws(AccountsError) in try Axis(parts.0.map(\.industry)) }
        return PurchaseParameters(
            nation: nation,
            year: year,
            industries: industries,
            weights: parts.0.map(\.weight),
            variants: parts.1,
            correspondences: parts.2,
            provenance: description.provenance
        )
    }
}

extension DatasetFiles {
    fileprivate func weightedIndustries(
        faults: inout GatheredFaults
    ) throws(FileFormatError) -> [(industry: Industry, weight: Double)] {
        let table = try faults.attempt { () throws(FileFormatError) in
            try self.table("industries.csv", columns: LabelFile.columns + ["weight"])
        }
        guard let table else { return [] }
        var file = LabelFile(table)
        let column = file.reader.column("weight")
        var industries: [(Industry, Double)] = []
        for row in table.rows {
            let label = file.label(in: row)
            let weight = file.reader.number(column, in: row)
            if let weight, weight < 0 { file.reader.fault(column, in: row, .negative) }
            guard let label, let weight else { continue }
            industries.append((Industry(code: label.code, name: label.name), weight))
        }
        try faults.take(from: file.reader)
        return industries
    }

    fileprivate func correspondences(
        _ industries: [String],
        faults: inout GatheredFaults
    ) throws(FileFormatError) -> [PurchaseParameters.Correspondence] {
        guard has("correspondence.csv") else { return [] }
        let table = try faults.attempt { () throws(FileFormatError) in
            try self.table("correspondence.csv", columns: ["classification", "target", "source"])
        }
        guard let table else { return [] }
        var reader = CSVReader(table)
        let (classification, target) = (reader.column("classification"), reader.column("target"))
        let source = reader.column("source")
        var pairs: [PurchaseParameters.Correspondence] = []
        var lines: [String: Int] = [:]
        for row in table.rows {
            let name = reader.text(classification, in: row)
            let code = reader.text(target, in: row)
            let from = reader.choice(source, in: row, of: industries)
            guard let name, let code, let from else { continue }
            if let first = lines.updateValue(row.line, forKey: "\(name)\n\(code)\n\(from)") {
                reader.fault(source, in: row, .duplicate(firstLine: first))
            }
            pairs.append(.init(classification: name, target: code, source: from))
        }
        try faults.take(from: reader)
        return pairs
    }
}

/// Reads `parameters.csv`: for each variant the spreads, the parameters with their standard errors, and the parameters
/// once more without each of the regions.
private struct ParametersFile {
    static let columns = ["variant", "left_out", "parameter", "industry", "value", "standard_error"]

    private struct Key: Hashable {
        let variant: String
        let leftOut: String
        let parameter: String
        let industry: String

        var name: String {
            [variant, leftOut, parameter, industry].filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }

    private let industries: [String]
    private let file: String
    private var values: [Key: Double] = [:]
    private var errors: [Key: Double] = [:]
    private var lines: [Key: Int] = [:]
    /// The regions left out, variant by variant, in the order they are met.
    private var leftOut: [String: [String]] = [:]

    init(
        _ files: DatasetFiles,
        _ industries: [String],
        faults: inout GatheredFaults
    ) throws(FileFormatError) {
        self.industries = industries
        file = files.path(of: "parameters.csv")
        let table = try faults.attempt { () throws(FileFormatError) in
            try files.table("parameters.csv", columns: Self.columns)
        }
        guard let table else { return }
        var reader = CSVReader(table)
        let (variant, region) = (reader.column("variant"), reader.column("left_out"))
        let (parameter, industry) = (reader.column("parameter"), reader.column("industry"))
        let (value, error) = (reader.column("value"), reader.column("standard_error"))
        let parameters = PurchaseParameters.spreads + PurchaseParameters.common + ["industry"]
        for row in table.rows {
            let code = reader.choice(variant, in: row, of: PurchaseParameters.variantCodes)
            let name = reader.choice(parameter, in: row, of: parameters)
            let number = reader.number(value, in: row)
            let uncertainty = reader.optionalNumber(error, in: row)
            guard let code, let name else { continue }
            let seller = name == "industry" ? reader.choice(industry, in: row, of: industries) : ""
            if let number, number < 0, PurchaseParameters.spreads.contains(name) {
                reader.fault(value, in: row, .negative)
            }
            guard let seller, let number else { continue }
            let without = reader.optionalText(region, in: row) ?? ""
            let key = Key(variant: code, leftOut: without, parameter: name, industry: seller)
            if let first = lines.updateValue(row.line, forKey: key) {
                reader.fault(parameter, in: row, .duplicate(firstLine: first))
            }
            values[key] = number
            errors[key] = uncertainty
            if !without.isEmpty, leftOut[code]?.contains(without) != true {
                leftOut[code, default: []].append(without)
            }
        }
        try faults.take(from: reader)
    }

    func variants(faults: inout GatheredFaults) -> [PurchaseParameters.Variant] {
        PurchaseParameters.variantCodes.compactMap { code in
            guard values.keys.contains(where: { $0.variant == code }) else { return nil }
            let spreads = PurchaseParameters.spreads.map {
                number(values, Key(variant: code, leftOut: "", parameter: $0, industry: ""), &faults)
            }
            let regions = leftOut[code] ?? []
            if regions.count < 2 {
                faults.add(Fault(at: Place(file: file, column: "left_out"), value: code, .missing))
            }
            let fit = set(values, code, "", &faults)
            return PurchaseParameters.Variant(
                code: code,
                spreads: spreads,
                values: fit,
                standardErrors: set(errors, code, "", &faults),
                leftOut: regions.map { .init(region: $0, values: set(values, code, $0, &faults)) }
            )
        }
    }

    private func set(
        _ numbers: [Key: Double],
        _ variant: String,
        _ leftOut: String,
        _ faults: inout GatheredFaults
    ) -> PurchaseParameters.Values {
        let common = PurchaseParameters.common.map {
            number(numbers, Key(variant: variant, leftOut: leftOut, parameter: $0, industry: ""), &faults)
        }
        let effects = industries.map {
            number(
                numbers,
                Key(variant: variant, leftOut: leftOut, parameter: "industry", industry: $0),
                &faults
            )
        }
        return PurchaseParameters.Values(common: common, industries: effects)
    }

    /// The number, or a fault and zero where it is missing.
    private func number(_ numbers: [Key: Double], _ key: Key, _ faults: inout GatheredFaults) -> Double {
        if let number = numbers[key] { return number }
        faults.add(Fault(at: Place(file: file), value: key.name, .missing))
        return 0
    }
}
