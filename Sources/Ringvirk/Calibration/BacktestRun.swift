public import Accounts
import Datasets
import FileFormats
public import Regionalisation

/// A back-test from dataset folders alone.
public struct BacktestRun: Sendable {
    /// The comparison.
    public let backtest: Backtest
    /// What the tables are called.
    public let title: Name
    /// Where tables and parameters come from.
    public let sources: [Provenance]

    /// Compares all methods with the official tables in `dataset`.
    ///
    /// If the parameters were learned from these very tables (their digests say so), they are learned anew without each
    /// region before it is judged. If only some of the regions were among those learned from (same nation and year), the
    /// stored parameters without that region are used.
    /// - Parameters:
    ///   - parameters: the folder of purchase coefficients.
    ///   - progress: told each region's code before it is worked on.
    /// - Throws: `.dataset`, `.regionalisation`; `.missing` for an industry the parameters do not have.
    public init(
        of dataset: String,
        parameters folder: String,
        progress: (String) -> Void = { _ in }
    ) throws(StudyError) {
        let (tables, set) = try reading { () throws(DatasetError) in
            let tables = try Dataset(at: dataset)
            return (tables, try tables.regionalTables())
        }
        let parameters = try reading { () throws(DatasetError) in
            try Dataset(at: folder).purchaseParameters()
        }
        for code in set.industries.codes where !parameters.industries.codes.contains(code) {
            throw .missing(
                what: code,
                place: Place(file: folder + "/industries.csv"),
                known: parameters.industries.codes
            )
        }
        let knowledge = Self.knowledge(parameters, set, tables)
        do {
            let identity = Dictionary(
                set.industries.codes.map { ($0, [$0]) }
            ) { first, _ in first }
            let fits = try parameters.fits.map { fit throws(RegionalisationError) in
                try fit.mapped(to: set.industries, identity)
            }
            backtest = try Backtest(of: set, fits: fits, knowledge: knowledge, progress: progress)
        } catch {
            throw .regionalisation(error, source: dataset)
        }
        title = tables.description.title
        sources = [set.provenance, parameters.provenance]
    }

    private static func knowledge(
        _ parameters: PurchaseParameters,
        _ set: RegionalTableSet,
        _ tables: Dataset
    ) -> Backtest.Knowledge {
        let learned = Set(parameters.provenance.files)
        let decisive = tables.fileDigests.filter { ["flows.csv", "accounts.csv"].contains($0.name) }
        // Learning anew leaves one region out of the tables, and the fit's own jackknife another.
        let canLearn = set.tables.count > PurchaseCalibration.leastRegions
        if canLearn, decisive.allSatisfy(learned.contains) { return .leftOutAnew }
        guard parameters.nation == set.nation, parameters.year == set.basis.year else { return .unseen }
        let known = set.tables.contains { parameters.regions.contains($0.region.code) }
        return known ? .leftOutStored : .unseen
    }
}
