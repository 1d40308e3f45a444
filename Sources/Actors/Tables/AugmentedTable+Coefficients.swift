public import Accounts
import LinearAlgebra
public import Leontief

extension AugmentedTable {
    /// A = Z x̂⁻¹ over what remains of the industries and the firms.
    ///
    /// - Throws: `.leontief` as ``Leontief/TechnicalCoefficients/init(flows:output:)``.
    public func coefficients() throws(ActorsError) -> TechnicalCoefficients<Sector> {
        try solved { () throws(LeontiefError) in try TechnicalCoefficients(flows: flows, output: output) }
    }

    /// The sum of the chosen ``inputs`` per unit of output: v for value added, m for imports, t for product taxes; 0
    /// where there is no output.
    public func perOutput(_ isChosen: (AreaInput) -> Bool) -> LabelledVector<Sector> {
        let rows = inputs.rows.labels.indices.filter { isChosen(inputs.rows.labels[$0]) }
        return LabelledVector(
            sectors,
            output.values.enumerated().map { column, output in
                output == 0 ? 0 : rows.reduce(0) { $0 + inputs.values[$1, column] } / output
            }
        )
    }

    /// The firms added to what remains of their industries: the parent, to rounding.
    public var aggregated: AreaTable {
        let count = parent.industries.count
        let industries = firms.map { parent.industries.position($0.industry.code) ?? 0 }
        let members = (0..<count).map { industry in
            [industry] + industries.indices.filter { industries[$0] == industry }.map { count + $0 }
        }
        func sum(_ vector: LabelledVector<Sector>) -> LabelledVector<Industry> {
            LabelledVector(
                parent.industries,
                members.map { $0.reduce(0) { $0 + vector.values[$1] } }
            )
        }
        return AreaTable(
            area: parent.area,
            scope: parent.scope,
            basis: parent.basis,
            flows: LabelledMatrix(
                rows: parent.industries,
                columns: parent.industries,
                values: Matrix(rows: count, columns: count) { row, column in
                    members[row].reduce(0) { sum, seller in
                        members[column].reduce(sum) { $0 + flows.values[seller, $1] }
                    }
                }
            ),
            inputs: LabelledMatrix(
                rows: inputs.rows,
                columns: parent.industries,
                values: Matrix(rows: inputs.rows.count, columns: count) { row, column in
                    members[column].reduce(0) { $0 + inputs.values[row, $1] }
                }
            ),
            finalDemand: sum(finalDemand),
            output: sum(output),
            regions: parent.regions
        )
    }
}
