public import Accounts
import LinearAlgebra

extension RegionalTableSet {
    /// A^rr of an official table: purchases from the region's own industries over output; 0 where there is no output.
    public func officialCoefficients(_ table: Table) -> LabelledMatrix<Industry, Industry> {
        let output = self.output.row(table.region)
        return table.ownRegion.map { _, buyer, flow in output[buyer] == 0 ? 0 : flow / output[buyer] }
    }

    /// The domestic coefficients that one region's industries are given before it is asked where they buy.
    ///
    /// - Throws: as ``RegionalTechnology/coefficients(_:valueAddedShare:nation:)``.
    public func coefficients(
        of region: Region,
        _ technology: RegionalTechnology
    ) throws(RegionalisationError) -> LabelledMatrix<Industry, Industry> {
        let nation = zip(valueAdded.columnSums.values, output.columnSums.values).map {
            $1 > 0 ? $0 / $1 : 0
        }
        return try technology.coefficients(
            nationalCoefficients,
            valueAddedShare: perOutput(valueAdded, region),
            nation: LabelledVector(industries, nation)
        )
    }

    /// A row of the accounts per unit of the region's output; 0 where there is no output.
    public func perOutput(
        _ amounts: LabelledMatrix<Region, Industry>,
        _ region: Region
    ) -> LabelledVector<Industry> {
        let output = self.output.row(region)
        let row = amounts.row(region)
        return LabelledVector(industries) { output[$0] > 0 ? row[$0] / output[$0] : 0 }
    }
}
