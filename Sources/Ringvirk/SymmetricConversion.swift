public import Accounts
import Datasets
import FileFormats

/// A dataset of supply and use → a symmetric table, and that into a dataset.
///
///     let conversion = try SymmetricConversion(of: "data/ssb-supply-use/2019", assuming: .init())
///     let table = try conversion.industryByIndustry(.fixedProductSales, imports: .domestic)
///     try conversion.write(table, to: "data/made/2019")
public struct SymmetricConversion: Sendable {
    /// The dataset's folder.
    public let folder: String
    /// Supply and use at basic prices, domestic and imported products apart.
    public let table: SupplyUseTable

    /// Reads the dataset in `folder` and takes it to basic prices.
    ///
    /// - Throws: `.dataset` where it cannot be read, `.accounts` where the assumptions do not fit it.
    public init(of folder: String, assuming assumptions: BasicPriceAssumptions) throws(StudyError) {
        let read: SupplyUseTable
        do {
            read = try Dataset(at: folder).supplyUseTable()
        } catch {
            throw .dataset(error)
        }
        table = try fitting(folder) { () throws(AccountsError) in
            try read.atBasicPrices(assuming: assumptions)
        }
        self.folder = folder
    }

    /// The industry × industry table of a model.
    ///
    /// - Throws: `.accounts`, as `SupplyUseTable.industryByIndustry`.
    public func industryByIndustry(
        _ model: IndustryModel,
        imports: ImportTreatment
    ) throws(StudyError) -> SymmetricTable<Industry> {
        try fitting(folder) { () throws(AccountsError) in
            try table.industryByIndustry(model, imports: imports)
        }
    }

    /// The product × product table of a model.
    ///
    /// - Throws: `.accounts`, as `SupplyUseTable.productByProduct`.
    public func productByProduct(
        _ model: ProductModel,
        imports: ImportTreatment
    ) throws(StudyError) -> SymmetricTable<Product> {
        try fitting(folder) { () throws(AccountsError) in
            try table.productByProduct(model, imports: imports)
        }
    }

    /// The technologies of model E: industry technology for the by-products in a CSV with the columns
    /// `product,industry`, product technology for all other cells.
    ///
    /// - Throws: `.file` with every fault: a code the table does not have, a cell that stands twice.
    public func hybrid(byProducts path: String) throws(StudyError) -> HybridTechnology {
        let cells: Set<[String]>
        do {
            let file = try CSVTable(contentsOf: path)
            try file.requireColumns(exactly: ["product", "industry"])
            cells = try read(file)
        } catch {
            throw .file(error)
        }
        return HybridTechnology(products: table.products, industries: table.industries) {
            !cells.contains([$0.code, $1.code])
        }
    }

    private func read(_ file: CSVTable) throws(FileFormatError) -> Set<[String]> {
        var reader = CSVReader(file)
        let product = reader.column("product")
        let industry = reader.column("industry")
        var lines: [[String]: Int] = [:]
        for row in file.rows {
            let made = reader.choice(product, in: row, of: table.products.codes)
            let maker = reader.choice(industry, in: row, of: table.industries.codes)
            guard let made, let maker else { continue }
            if let first = lines[[made, maker]] {
                reader.fault(industry, in: row, .duplicate(firstLine: first))
            } else {
                lines[[made, maker]] = row.line
            }
        }
        try reader.finish()
        return Set(lines.keys)
    }

    /// Writes an industry × industry table as a dataset that studies can be made of.
    ///
    /// - Throws: `.accounts` where the table tells no domestic flows, `.dataset` where it cannot be written.
    public func write(_ symmetric: SymmetricTable<Industry>, to target: String) throws(StudyError) {
        let made = try fitting(folder) { () throws(AccountsError) in
            try symmetric.inputOutputTable().named(after: symmetric.model)
        }
        let letter = symmetric.model.rawValue.uppercased()
        let (area, year) = (made.area.name, made.basis.year)
        let title = Name(
            english: "\(area.english): input-output table \(year) made of supply and use by model \(letter)",
            norwegian:
                "\(area.norwegian): kryssløpstabell \(year) laget av tilgang og bruk etter modell \(letter)"
        )
        do {
            try DatasetWriter(to: target, title: title).write(made)
        } catch {
            throw .dataset(error)
        }
    }
}

extension InputOutputTable {
    /// The table with a source that says that nobody published it as it is.
    fileprivate func named(after model: SymmetricModel) throws(AccountsError) -> InputOutputTable {
        try InputOutputTable(
            area: area,
            basis: basis,
            domestic: domestic,
            finalDemand: finalDemand,
            imported: imported,
            primaryInputs: primaryInputs,
            finalDemandInputs: finalDemandInputs,
            output: output,
            tolerance: tolerance,
            provenance: Provenance(
                publisher: provenance.publisher,
                table: "\(provenance.table); model \(model.rawValue.uppercased())",
                licence: provenance.licence,
                attribution: provenance.attribution,
                vintage: provenance.vintage,
                files: provenance.files
            ),
            rules: rules
        )
    }
}
