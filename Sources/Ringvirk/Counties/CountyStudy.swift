public import Accounts
public import Leontief
public import Regionalisation

/// All counties of a year in one balanced table, and what a krone in each of them sets moving in all.
///
///     let counties = try CountyStudy(definedIn: "data/studies/trondelag-2019/study.yaml")
///     counties.landing(.valueAdded, .type1)
///
/// The data, the method for what is bought at home and households' leakages are the study's; its region is not asked for.
public struct CountyStudy: Sendable {
    /// The study's definition.
    public let definition: StudyDefinition
    /// What was asked for beside it.
    public let options: CountyOptions
    /// The table, and how it was made.
    public let build: MultiRegionalBuild
    /// The systems.
    public let model: MultiRegionalModel
    /// The households of Type II.
    public let households: RegionalHouseholds
    /// Where those live who work in each county; `nil` where that is not known, and wages stay where they are earned.
    public let commuting: CountyCommuting?
    /// What is measured.
    public let measures: [RegionalMeasure]
    /// Where effects land, by closure and measure.
    public let landings: [MultiRegionalModel.Landing]
    /// Where value added lands, Type I, at the lowest and the highest over the exponents of distance.
    public let band:
        (lower: LabelledMatrix<Region, Located<Industry>>, upper: LabelledMatrix<Region, Located<Industry>>)
    /// Spill-over and feedback of value added, Type I.
    public let spillovers: [Spillover]
    /// Value added in the county by its own table alone, Type I, by region and industry; the single-region answer.
    public let singleRegion: [Located<Industry>: Double]
    /// The nation's multipliers by this table and by its own, and what makes them differ.
    public let nationalMultipliers: NationalMultipliers
    /// What was checked.
    public let checks: CountyChecks
    /// Where the data come from.
    public let sources: [Provenance]
    /// The year whose inhabitants share out household consumption.
    public let populationYear: Year?
    /// The firms whose books the study reads; `nil` where they are left out.
    public let firms: CountyFirms?

    /// Builds the table of all counties and solves it.
    ///
    /// - Throws: ``StudyError``; `.file` for a study without regional accounts or regionalisation, or without books where
    ///   firms are asked for; `.secretFirms` for firms that are not invented where these alone may be shown.
    public init(
        definedIn file: String,
        changes: StudyDefinition.Changes = .init(),
        options: CountyOptions = .init()
    ) throws(StudyError) {
        let (definition, borders) = try CountyBorders.definition(in: file, changes, options)
        // Before anything is worked out: a faulty file is told at once.
        let known = try CountyCommuting.file(definition, options)
        let inputs = try StudyInputs(definition)
        if options.firms != .leftOut {
            try CountyFirms.admit(definition, inputs.actors, options.firms)
        }
        let parts = try CountyInputs(definition, inputs, options)
        let source = parts.source
        let build = try regionalising(source) { () throws(RegionalisationError) in
            try parts.build(decay: options.decay)
        }
        let table = build.table
        let commuting = try known.map { known throws(StudyError) in
            let apart = try solving(source) { () throws(LeontiefError) in
                try parts.households(of: build, definition)
            }
            return try CountyCommuting(known.file, definition.mergedRegions, without: apart.residence)
        }
        self.commuting = commuting
        let (households, model, measures) = try solving(source) { () throws(LeontiefError) in
            let households = try parts.households(of: build, definition, residence: commuting?.residence)
            let model = try MultiRegionalModel(table, households: households, engine: definition.engine)
            var measures = try RegionalMeasure.measures(of: table, households: households)
            if let employment = try parts.employment(in: build) { measures.insert(employment, at: 3) }
            return (households, model, measures)
        }
        let landings = try solving(source) { () throws(LeontiefError) in
            try model.landings(of: measures, .type1) + model.landings(of: measures, .type2)
        }
        self.definition = definition
        self.options = options
        self.build = build
        self.model = model
        self.households = households
        self.measures = measures
        self.landings = landings
        guard let valueAdded = measures.first(where: { $0.measure == .valueAdded }),
            let landing = landings.first(where: { $0.measure == .valueAdded })
        else { preconditionFailure("value added is among the measures") }
        band = try Self.band(landing, parts, options, source)
        spillovers = try solving(source) { () throws(LeontiefError) in
            try model.spillovers(of: valueAdded, landing)
        }
        singleRegion = try parts.singleRegion(valueAdded, build)
        let national = try solving(source) { () throws(LeontiefError) in
            try NationalMultipliers(
                of: model,
                against: inputs.table,
                measures,
                landings.filter { $0.closure == .type1 }
            )
        }
        nationalMultipliers = national
        checks = try solving(source) { () throws(LeontiefError) in
            try CountyChecks(build, inputs.table, parts.accounts, landings, national)
        }
        // One list of counties serves both.
        sources = parts.sources + [borders ?? known?.source].compactMap(\.self)
        populationYear = parts.population?.year
        guard options.firms != .leftOut else {
            firms = nil
            return
        }
        firms = try CountyFirms(
            definition,
            inputs,
            in: table,
            measures: measures.filter { $0.measure != .output },
            region: try Self.region(definition.region, in: table, definition),
            isConfidential: options.firms == .confidential
        )
    }

    /// Where a measure lands; `nil` for one that is not among ``measures``.
    public func landing(_ measure: Measure, _ closure: ClosureType) -> MultiRegionalModel.Landing? {
        landings.first { $0.measure == measure && $0.closure == closure }
    }
}
