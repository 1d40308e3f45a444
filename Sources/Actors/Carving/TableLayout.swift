import Accounts
import LinearAlgebra

/// Which row of an area's table is what, by position.
struct TableLayout {
    /// The industries.
    let industries: Axis<Industry>
    /// The rows below the flows.
    let rows: [AreaInput]
    /// Where purchases from the rest of the country stand, by seller; `nil` in a nation's table.
    let restOfCountry: [Int?]
    /// Imports.
    let imports: [Int]
    /// What is bought: from the rest of the country and abroad.
    let bought: [Int]
    /// Components of value added.
    let valueAdded: [Int]
    /// What closes a firm's column: operating surplus; without one the last component of value added, without any the
    /// last row.
    let closing: Int
    /// The statistics' rounding.
    let rounding: Int?
    /// Rows that may be of either sign by nature: taxes less subsidies, surplus, rounding.
    let mayChangeSign: [Bool]
    /// How many regions the industries are of; 1 where they are the area's as a whole.
    let regionCount: Int

    /// The layout of `table`.
    ///
    /// - Throws: `.accounts(.lacks)` when nothing stands below the flows.
    init(_ table: AreaTable) throws(ActorsError) {
        industries = table.industries
        let rows = table.inputs.rows.labels
        func positions(_ isWanted: (PrimaryInput.Role) -> Bool) -> [Int] {
            rows.indices.filter {
                if case .primary(let input) = rows[$0] { isWanted(input.role) } else { false }
            }
        }
        restOfCountry = table.industries.labels.map { industry in
            table.inputs.rows.position(AreaInput.restOfCountry(industry).code)
        }
        imports = positions { $0 == .imports }
        bought = restOfCountry.compactMap { $0 } + imports
        valueAdded = positions(\.isValueAdded)
        rounding = table.inputs.rows.position(AreaInput.rounding.code)
        guard
            let closing = positions({ $0 == .operatingSurplus }).first ?? valueAdded.last ?? rows.indices.last
        else { throw .accounts(.lacks(role: PrimaryInput.Role.operatingSurplus.rawValue)) }
        self.closing = closing
        mayChangeSign = rows.map { row in
            switch row {
            case .restOfCountry: false
            case .rounding: true
            case .primary(let input):
                [.operatingSurplus, .productionTaxes, .productTaxes].contains(input.role)
            }
        }
        self.rows = rows
        regionCount = max(1, table.regions?.count ?? 1)
    }

    /// The industries of a region.
    var perRegion: Int { industries.count / regionCount }

    /// The same industry in every region, by position.
    func everywhere(_ industry: Int) -> [Int] {
        (0..<regionCount).map { $0 * perRegion + industry % perRegion }
    }

    /// The position of `industry`.
    ///
    /// - Throws: `.accounts(.unknownLabel)`.
    func position(of industry: Industry) throws(ActorsError) -> Int {
        guard let position = industries.position(industry.code) else {
            throw .accounts(.unknownLabel(code: industry.code, known: industries.codes))
        }
        return position
    }
}

/// An area's numbers, to be changed cell by cell: rows sell, columns buy.
struct AreaNumbers {
    /// Z.
    var flows: [[Double]]
    /// What comes from outside the industries.
    var inputs: [[Double]]
    /// f.
    var finalDemand: [Double]
    /// x.
    var output: [Double]

    /// The numbers of `table`.
    init(_ table: AreaTable) {
        let count = table.industries.count
        flows = (0..<count).map { row in (0..<count).map { table.flows.values[row, $0] } }
        inputs = (0..<table.inputs.rows.count).map { row in (0..<count).map { table.inputs.values[row, $0] } }
        finalDemand = table.finalDemand.values
        output = table.output.values
    }
}
