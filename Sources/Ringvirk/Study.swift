import Accounts
import Actors
import Disclosure
import FileFormats
public import Leontief
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

    /// Reads a study and everything it names, cuts out the region and makes the systems ready.
    ///
    /// - Parameter changes: what differs from the file: another region, year or data folder.
    /// - Throws: ``StudyError``, with the file, the place and the value.
    public init(
        definedIn file: String,
        changes: StudyDefinition.Changes = .init()
    ) throws(StudyError) {
        definition = try StudyDefinition(contentsOf: file, changes: changes)
        inputs = try StudyInputs(definition)
        let builder = try ModelBuilder(definition, inputs)
        regionalTable = builder.regionalTable
        modelRules = builder.rules(regional: builder.regionalTable)
        national = try builder.nationalModel()
        regional = try builder.regionalModel()
        let (definition, inputs, table) = (definition, inputs, builder.regionalTable)
        firms = try definition.ledgers.map { ledgers throws(StudyError) in
            try StudyFirms(definition, ledgers, inputs, table)
        }
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

    /// The actor table, with the books where there are any, what the books change, and who may read it.
    private func actors(_ isConfidential: Bool) throws(StudyError) -> ActorResults {
        guard !inputs.actors.isEmpty else { return .none }
        let source = definition.actorsFile ?? definition.file
        let trade = try trade()
        let output = regionalTable?.output ?? inputs.table.output
        let (plain, table, systems, comparison): (ActorTable, ActorTable, ActorSystems, FirmComparison)
        do {
            let statistics = try self.systems(trade, books: nil)
            plain = try ActorTable(statistics, industryOutput: output)
            guard let firms else {
                return ActorResults(table: plain, comparison: nil, confidentiality: .nothingSecret)
            }
            systems = try self.systems(trade, books: firms.tables)
            table = try ActorTable(systems, industryOutput: output)
            comparison = try FirmComparison(
                from: statistics,
                to: systems,
                books: firms.tables,
                intervals: (
                    try statistics.intervals(of: firms.alike), try systems.intervals(of: firms.tables)
                )
            )
        } catch {
            throw .actors(error, source: source)
        }
        let booked = Set(firms?.tables.nation.firms.map(\.code) ?? [])
        let isInvented = inputs.actors.allSatisfy { !booked.contains($0.code) || $0.isIllustrative }
        if isInvented || isConfidential {
            return ActorResults(
                table: table,
                comparison: comparison,
                confidentiality: isConfidential ? .confidential : .nothingSecret
            )
        }
        guard let firms else { return .none }
        let control = try FirmDisclosure(firms.tables).control(systems, table, source: source)
        // Who has no books is told of by the statistics alone: the others' books would shine through.
        return ActorResults(
            table: table.replacing { row, column in
                guard booked.contains(row.actor.code) else {
                    return plain.rows.first { $0.actor.code == row.actor.code }?.perOutput[column]
                }
                let name = FirmDisclosure.name(ofMultiplier: column, of: row.actor.code)
                return switch control[name] {
                case .published(let figure, _, _): (figure * 1_000_000).rounded() / 1_000_000
                case .sensitive, .secondary: nil
                // No secret is in it: the same for every firm of its industry.
                case nil: FirmDisclosure.measures.contains(column.measure.code) ? row.perOutput[column] : nil
                }
            },
            comparison: nil,
            confidentiality: .published(control)
        )
    }

    private func systems(_ trade: RegionalTrade?, books: FirmTables?) throws(ActorsError) -> ActorSystems {
        try ActorSystems(
            of: inputs.actors,
            in: model,
            nation: inputs.table.area,
            regionalOutput: regionalTable?.output,
            trade: trade,
            nationalOutput: inputs.table.output,
            books: books
        )
    }

    /// How the region's coefficients were made of the nation's.
    private func trade() throws(StudyError) -> RegionalTrade? {
        guard let regionalTable else { return nil }
        let table = inputs.table
        let domestic = national.nation.open.coefficients.matrix
        let wanted = try solving { () throws(LeontiefError) in
            regionalTable.flowBasis == .domestic
                ? domestic : try TechnicalCoefficients(domesticAndImportedIn: table).matrix
        }
        return RegionalTrade(national: domestic, wanted: wanted, shares: regionalTable.quotients.capped)
    }

    private func solving<Value>(_ solve: () throws(LeontiefError) -> Value) throws(StudyError) -> Value {
        do {
            return try solve()
        } catch {
            throw .leontief(error, source: definition.file)
        }
    }
}
