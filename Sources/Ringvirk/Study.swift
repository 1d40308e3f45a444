import Accounts
import Actors
import Disclosure
import FileFormats
public import Leontief
import LinearAlgebra
import Regionalisation
import Reporting

/// The whole job: from datasets to multipliers, impacts and the actor table.
///
///     let study = try Study(definedIn: "data/studies/trondelag-2019/study.yaml")
///     let result = try study.run()
///     try result.write(to: "results/trondelag-2019")
///
/// A study holds its systems ready: many questions can be asked of one.
public struct Study: Sendable {
    /// What was asked for.
    public let definition: StudyDefinition
    /// The nation alone.
    public let national: RippleModel
    /// The region inside the nation; `nil` in a study of the nation alone.
    public let regional: RippleModel?

    let inputs: StudyInputs
    let regionalTable: RegionalTable?
    let modelRules: [AppliedRule]
    /// The firms whose books are read; `nil` in a study without.
    let firms: StudyFirms?
    /// What earlier runs told of the firms.
    let earlierRuns: [EarlierRun]
    /// The digest of what must be the same in them (``DisclosureRecord``).
    let statisticsDigest: String

    /// Reads a study and everything it names, cuts out the region and makes the systems ready.
    ///
    /// - Parameter changes: what differs from the file: another region, year or data folder.
    /// - Throws: ``StudyError``, with the file, the place and the value.
    public init(
        definedIn file: String,
        changes: StudyDefinition.Changes = .init()
    ) throws(StudyError) {
        let definition = try StudyDefinition(contentsOf: file, changes: changes)
        self.definition = definition
        // Books are read beside the statistics: neither needs the other yet.
        let (inputs, books) = try together { () throws(StudyError) in
            try StudyInputs(definition)
        } _: { () throws(StudyError) in
            try definition.ledgers.map { ledgers throws(StudyError) in try StudyLedgers(ledgers) }
        }
        self.inputs = inputs
        let builder = try ModelBuilder(definition, inputs)
        regionalTable = builder.regionalTable
        modelRules = builder.rules(regional: builder.regionalTable)
        national = try builder.nationalModel()
        regional = try builder.regionalModel()
        let table = builder.regionalTable
        firms =
            if let own = definition.ledgers, let books {
                try StudyFirms(definition, own, books, inputs, table)
            } else { nil }
        let digest = try RunManifest.statistics(definition, builder.regionalTable)
        statisticsDigest = digest
        earlierRuns =
            try definition.ledgers.map { ledgers throws(StudyError) in
                try EarlierRun.runs(ledgers.disclosure, statistics: digest, firms: ledgers.firms.map(\.actor))
            } ?? []
    }

    /// The model demand is directed at: the region's, or the nation's in a study without a region.
    public var model: RippleModel { regional ?? national }

    /// Multipliers, impacts of the shocks, and the actor table.
    ///
    /// - Parameter isConfidential: for the owner of the firms' books alone: nothing is withheld, and every output is marked.
    /// - Throws: ``StudyError``.
    public func run(isConfidential: Bool = false) throws(StudyError) -> StudyResult {
        let nationalMultipliers = try solving { () throws(LeontiefError) in try national.multipliers() }
        let regionalMultipliers = try solving { () throws(LeontiefError) in try regional?.multipliers() }
        var impacts: [Impact] = []
        for shock in definition.shocks { impacts.append(try impact(of: demand(shock))) }
        return try StudyResult(
            of: self,
            national: nationalMultipliers,
            regional: regionalMultipliers,
            impacts: impacts,
            actors: try actors(isConfidential)
        )
    }

    /// The impact of a demand on the study's model.
    ///
    /// - Throws: `.leontief(.wrongBasis)` for a demand in another year, valuation or unit than the table's.
    public func impact(of demand: FinalDemand) throws(StudyError) -> Impact {
        try solving { () throws(LeontiefError) in try model.impact(of: demand) }
    }

    /// The demand a shock describes.
    ///
    /// - Throws: `.missing` for an industry that is not one of the study's groups.
    public func demand(_ shock: StudyDefinition.Shock) throws(StudyError) -> FinalDemand {
        var amounts: [String: Double] = [:]
        for (industry, amount, place) in shock.amounts {
            guard model.industries.codes.contains(industry) else {
                throw .missing(what: industry, place: place, known: model.industries.codes)
            }
            amounts[industry] = amount
        }
        return FinalDemand(
            name: shock.name,
            amounts: LabelledVector(model.industries) { amounts[$0.code] ?? 0 },
            basis: Basis(
                unit: .millionKroner,
                year: model.basis.year,
                valuation: shock.valuation,
                pricesOf: shock.pricesOf
            )
        )
    }

    private func solving<Value>(_ solve: () throws(LeontiefError) -> Value) throws(StudyError) -> Value {
        do {
            return try solve()
        } catch {
            throw .leontief(error, source: definition.file)
        }
    }
}
