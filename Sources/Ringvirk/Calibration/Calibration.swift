import Accounts
import Datasets
import FileFormats
public import Regionalisation

/// Official regional tables → purchase coefficients, one dataset to another.
public struct Calibration: Sendable {
    /// The exponent of distance in the variant with distances: purchases fall with distance as in the plainest gravity
    /// model. Fits with 0.5 to 1.5 predict left-out regions about as well (docs/METHOD.md).
    public static let distanceDecay = 1.0

    /// The fits, with distances where the tables have positions, and without.
    public let fits: [PurchaseFit]
    /// What was written.
    public let folder: String

    /// Learns from the tables in `dataset` and writes the parameters to `folder`.
    ///
    /// - Parameters:
    ///   - correspondence: a CSV file `classification,target,source` to go with them; without it, the folder's own is
    ///     kept, if it has one.
    ///   - progress: told what is being done.
    /// - Throws: `.dataset`, `.regionalisation`, `.file`.
    public init(
        of dataset: String,
        to folder: String,
        correspondence: String?,
        progress: (Progress) -> Void = { _ in }
    ) throws(StudyError) {
        let (source, set) = try reading { () throws(DatasetError) in
            let source = try Dataset(at: dataset)
            return (source, try source.regionalTables())
        }
        var fits: [PurchaseFit] = []
        for decay in set.positions == nil ? [0] : [Self.distanceDecay, 0] {
            progress(.fitting(distances: decay != 0))
            do {
                fits.append(try PurchaseCalibration(of: set, decay: decay).fit())
            } catch {
                throw .regionalisation(error, source: dataset)
            }
        }
        let pairs = try Self.correspondences(
            correspondence ?? Self.kept(in: folder),
            set.industries.codes
        )
        let provenance = Provenance(
            publisher: "Ringvirk",
            table: "Purchase coefficients learned from: " + set.provenance.table,
            licence: set.provenance.licence,
            attribution: set.provenance.attribution,
            vintage: nil,
            files: source.fileDigests
        )
        let parameters = PurchaseParameters(
            of: fits,
            from: set,
            provenance: provenance,
            correspondences: pairs
        )
        let name = set.nation.name
        let title = Name(
            english:
                "Purchase coefficients learned from regional tables of \(name.english) \(set.basis.year)",
            norwegian:
                "Innkjøpskoeffisienter lært av regionale tabeller for \(name.norwegian) \(set.basis.year)"
        )
        progress(.writing(folder))
        try reading { () throws(DatasetError) in
            try DatasetWriter(to: folder, title: title).write(parameters)
        }
        self.fits = fits
        self.folder = folder
    }

    /// What a calibration is doing.
    public enum Progress: Sendable {
        /// Fitting the variant with or without distances, once for all regions and once without each.
        case fitting(distances: Bool)
        /// Writing the folder.
        case writing(String)
    }

    /// The correspondence already in the folder the parameters go to.
    private static func kept(in folder: String) -> String? {
        let path = folder + "/correspondence.csv"
        return (try? InputFile.bytes(at: path)) == nil ? nil : path
    }

    private static func correspondences(
        _ path: String?,
        _ industries: [String]
    ) throws(StudyError) -> [PurchaseParameters.Correspondence] {
        guard let path else { return [] }
        do {
            let table = try CSVTable(contentsOf: path)
            var reader = CSVReader(table)
            let (classification, target) = (reader.column("classification"), reader.column("target"))
            let source = reader.column("source")
            let pairs = table.rows.compactMap { row -> PurchaseParameters.Correspondence? in
                let name = reader.text(classification, in: row)
                let code = reader.text(target, in: row)
                let from = reader.choice(source, in: row, of: industries)
                guard let name, let code, let from else { return nil }
                return .init(classification: name, target: code, source: from)
            }
            try reader.finish()
            return pairs
        } catch {
            throw .file(error)
        }
    }
}
