import Accounts
import Datasets
import FileFormats
import Regionalisation

/// Purchase coefficients, read and brought to a study's industries.
struct LearnedPurchases {
    let fit: PurchaseFit
    let nation: Region
    let year: Year
    let regions: Int
    let provenance: Provenance

    /// - Parameter place: where the classification was asked for.
    /// - Throws: `.dataset`; `.missing` for a classification or a variant that the coefficients do not have;
    ///   `.regionalisation(.noPurchaseParameters)` for an industry without correspondence.
    init(
        _ source: StudyDefinition.Purchases,
        _ industries: Axis<Industry>,
        askedFor place: Place,
        withDistances: Bool = false
    ) throws(StudyError) {
        let parameters = try reading { () throws(DatasetError) in
            try Dataset(at: source.dataset).purchaseParameters()
        }
        guard let fit = parameters.fits.first(where: { ($0.decay != 0) == withDistances }) else {
            throw .missing(
                what: withDistances ? "variant: distance" : "variant: no_distance",
                place: Place(file: source.dataset + "/parameters.csv"),
                known: parameters.variants.map(\.code)
            )
        }
        var correspondence: [String: [String]] = [:]
        if let name = source.classification {
            correspondence = parameters.correspondence(name)
            guard !correspondence.isEmpty else {
                throw .missing(
                    what: "classification: " + name,
                    place: place,
                    known: Set(parameters.correspondences.map(\.classification)).sorted()
                )
            }
        } else {
            for code in parameters.industries.codes { correspondence[code] = [code] }
        }
        do {
            self.fit = try fit.mapped(to: industries, correspondence)
        } catch {
            throw .regionalisation(error, source: source.dataset)
        }
        nation = parameters.nation
        year = parameters.year
        regions = parameters.regions.count
        provenance = parameters.provenance
    }
}
