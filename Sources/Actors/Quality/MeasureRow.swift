public import Accounts
public import Leontief

/// What a measure counts per unit of output of every sector, and what makes it move when the table's cells do.
public struct MeasureRow: Sendable {
    /// v: per unit of output.
    public let values: LabelledVector<Sector>
    /// What it is made of.
    public let makeup: Makeup

    /// What a row of values is made of.
    public enum Makeup: Sendable {
        /// A krone per krone of output: known without error.
        case output
        /// Rows of the table below the flows. With operating surplus among them, which closes every column, an error in
        /// what is bought is an opposite error in the row.
        case inputs(Set<AreaInput>)
        /// Figures of their own, by sector: jobs, tonnes; σ of ln.
        case figures(spread: LabelledVector<Sector>)
    }

    /// A row of values made of `makeup`.
    public init(values: LabelledVector<Sector>, makeup: Makeup) {
        self.values = values
        self.makeup = makeup
    }

    /// One per unit of output.
    public init(outputOn sectors: Axis<Sector>) {
        self.init(values: LabelledVector(sectors) { _ in 1 }, makeup: .output)
    }

    /// The sum of the rows of `table` below the flows that are chosen, per unit of output; 0 where there is no output.
    public init(of table: AugmentedTable, counting isCounted: (AreaInput) -> Bool) {
        self.init(
            values: table.perOutput(isCounted),
            makeup: .inputs(Set(table.inputs.rows.labels.filter(isCounted)))
        )
    }

    /// How a change of one krone in a row below the flows changes the counted sum.
    func change(from input: AreaInput) -> Double {
        guard case .inputs(let rows) = makeup else { return 0 }
        return (rows.contains(input) ? 1 : 0) - closing
    }

    /// 1 where operating surplus is counted, so that every krone more that is bought is one less of the measure.
    var closing: Double {
        guard case .inputs(let rows) = makeup else { return 0 }
        return rows.contains { $0.closesColumn } ? 1 : 0
    }
}

/// A measure as intervals need it: in the region, in the rest of the country and abroad.
public struct UncertainMeasure: Sendable {
    /// What is measured.
    public let measure: Measure
    /// Per unit of output in the region.
    public let inRegion: MeasureRow
    /// Per unit of output in the rest of the country; in a study of the nation alone, in the nation.
    public let inRestOfCountry: MeasureRow
    /// Abroad, per unit of output in the nation; `nil` where it is not known.
    public let abroad: MeasureRow?

    /// `measure`, by these rows.
    public init(
        _ measure: Measure,
        inRegion: MeasureRow,
        inRestOfCountry: MeasureRow,
        abroad: MeasureRow? = nil
    ) {
        self.measure = measure
        self.inRegion = inRegion
        self.inRestOfCountry = inRestOfCountry
        self.abroad = abroad
    }

    /// `measure`, by the same row everywhere in the country.
    public init(_ measure: Measure, everywhere row: MeasureRow, abroad: MeasureRow? = nil) {
        self.init(measure, inRegion: row, inRestOfCountry: row, abroad: abroad)
    }
}

extension AreaInput {
    /// Whether the row takes what the others leave of a column.
    var closesColumn: Bool {
        if case .primary(let input) = self { input.role == .operatingSurplus } else { false }
    }

    /// Whether the row is known as the table's other cells are: not what closes a column, nor the rounding.
    var isUncertain: Bool {
        switch self {
        case .primary(let input): input.role != .operatingSurplus
        case .restOfCountry, .rounding: false
        }
    }
}
