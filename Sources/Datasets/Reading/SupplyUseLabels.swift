import Accounts
import FileFormats

/// The labels of a supply and use table being read.
struct SupplyUseLabels {
    let products: [Product]
    let industries: [Industry]
    let categories: [FinalDemandCategory]
    let inputs: [PrimaryInput]
    let items: [ValuationItem]
    let adjustments: [TerritoryAdjustment]

    /// Reads the files of labels and throws the faults of all of them together.
    init(_ files: DatasetFiles) throws(FileFormatError) {
        var faults = GatheredFaults()
        products = try files.industries("products.csv", faults: &faults).map {
            Product(code: $0.code, name: $0.name)
        }
        industries = try files.industries(faults: &faults)
        categories = try TableLabels.categories(files, apartFrom: industries, faults: &faults)
        inputs = try TableLabels.inputs(files, withImports: false, faults: &faults)
        items = try files.labels("valuation.csv", faults: &faults, ValuationItem.Role.init) {
            ValuationItem(code: $0, name: $1, role: $2)
        }
        adjustments = try files.labels("territory.csv", faults: &faults, TerritoryAdjustment.Role.init) {
            TerritoryAdjustment(code: $0, name: $1, role: $2)
        }
        try faults.finish()
    }
}

extension DatasetFiles {
    /// The labels in an optional file of codes, names and roles; none where there is no such file.
    fileprivate func labels<Element, Role: CaseIterable & RawRepresentable<String>>(
        _ name: String,
        faults: inout GatheredFaults,
        _ role: (String) -> Role?,
        _ make: (String, Name, Role) -> Element
    ) throws(FileFormatError) -> [Element] {
        guard has(name) else { return [] }
        let table = try faults.attempt { () throws(FileFormatError) in
            try self.table(name, columns: LabelFile.columns + ["role"])
        }
        guard let table else { return [] }
        var file = LabelFile(table)
        let column = file.reader.column("role")
        let known = Role.allCases.map(\.rawValue)
        var elements: [Element] = []
        for row in table.rows {
            let label = file.label(in: row)
            let played = file.reader.choice(column, in: row, of: known).flatMap(role)
            if let label, let played { elements.append(make(label.code, label.name, played)) }
        }
        try faults.take(from: file.reader)
        return elements
    }
}
