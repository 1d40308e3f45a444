/// Official input-output tables of some of a nation's regions, with the accounts of all of them.
///
/// What a method for making regional tables is learned from and judged by: what it is allowed to know (the accounts of
/// every region, where the regions lie, the nation's domestic coefficients) beside what it is to find.
public struct RegionalTableSet: Sendable {
    /// The nation that the regions make up.
    public let nation: Region
    /// Unit, year, valuation and prices of all amounts.
    public let basis: Basis
    /// All regions, those without a table too.
    public let regions: Axis<Region>
    /// Where each region lies, in the order of `regions`; `nil` when that is not given.
    public let positions: [GeographicPosition]?
    /// x: output by region and industry, basic prices.
    public let output: LabelledMatrix<Region, Industry>
    /// Gross value added by region and industry, basic prices.
    public let valueAdded: LabelledMatrix<Region, Industry>
    /// Compensation of employees by region and industry.
    public let compensation: LabelledMatrix<Region, Industry>
    /// The nation's domestic coefficients: purchases from the nation's own industries per unit of output.
    public let nationalCoefficients: LabelledMatrix<Industry, Industry>
    /// The official tables, in the order of `regions`.
    public let tables: [Table]
    /// Where the figures come from.
    public let provenance: Provenance
    /// The rules applied on the way.
    public let rules: [AppliedRule]

    /// Tables and accounts that belong together.
    ///
    /// - Throws: `.differ` where an axis of industries or regions is another.
    public init(
        nation: Region,
        basis: Basis,
        regions: Axis<Region>,
        positions: [GeographicPosition]?,
        output: LabelledMatrix<Region, Industry>,
        valueAdded: LabelledMatrix<Region, Industry>,
        compensation: LabelledMatrix<Region, Industry>,
        nationalCoefficients: LabelledMatrix<Industry, Industry>,
        tables: [Table],
        provenance: Provenance,
        rules: [AppliedRule]
    ) throws(AccountsError) {
        let industries = output.columns
        for matrix in [output, valueAdded, compensation] {
            if let difference = matrix.rows.firstDifference(from: regions) { throw .differ(difference) }
            if let difference = matrix.columns.firstDifference(from: industries) { throw .differ(difference) }
        }
        for matrix in [nationalCoefficients] + tables.flatMap({ [$0.ownRegion, $0.otherRegions] }) {
            if let difference = matrix.rows.firstDifference(from: industries) { throw .differ(difference) }
            if let difference = matrix.columns.firstDifference(from: industries) { throw .differ(difference) }
        }
        for table in tables { _ = try regions.label(table.region.code) }
        precondition(positions == nil || positions?.count == regions.count, "one position a region")
        self.nation = nation
        self.basis = basis
        self.regions = regions
        self.positions = positions
        self.output = output
        self.valueAdded = valueAdded
        self.compensation = compensation
        self.nationalCoefficients = nationalCoefficients
        self.tables = tables
        self.provenance = provenance
        self.rules = rules
    }

    /// The industries.
    public var industries: Axis<Industry> { output.columns }

    /// Where `region` lies among `regions`, counted from 0; `nil` where it is none of them.
    public func position(of region: Region) -> Int? { regions.position(region.code) }

    /// One region's official table, all amounts in the set's unit.
    public struct Table: Sendable {
        /// The region.
        public let region: Region
        /// Z^rr: purchases from the region's own industries, seller × buyer.
        public let ownRegion: LabelledMatrix<Industry, Industry>
        /// Z^sr: purchases from industries in the nation's other regions, seller × buyer.
        public let otherRegions: LabelledMatrix<Industry, Industry>
        /// Purchases of foreign products, by the industry whose kind of product they are; `nil` when not given.
        public let fromAbroad: LabelledMatrix<Industry, Industry>?
        /// Sales of the region's industries to final users, exports to other regions and abroad among them.
        public let finalDemand: LabelledMatrix<Industry, FinalDemandCategory>
        /// Imports from abroad, product taxes and the components of value added.
        public let primaryInputs: LabelledMatrix<PrimaryInput, Industry>

        /// A table.
        public init(
            region: Region,
            ownRegion: LabelledMatrix<Industry, Industry>,
            otherRegions: LabelledMatrix<Industry, Industry>,
            fromAbroad: LabelledMatrix<Industry, Industry>? = nil,
            finalDemand: LabelledMatrix<Industry, FinalDemandCategory>,
            primaryInputs: LabelledMatrix<PrimaryInput, Industry>
        ) {
            self.region = region
            self.ownRegion = ownRegion
            self.otherRegions = otherRegions
            self.fromAbroad = fromAbroad
            self.finalDemand = finalDemand
            self.primaryInputs = primaryInputs
        }
    }
}
