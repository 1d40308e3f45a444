public import Accounts
import FileFormats

extension DatasetWriter {
    /// Writes a cube.
    ///
    /// - Throws: `.file`.
    /// - Complexity: O(*n*) in the number of cells.
    public func write(_ cube: StatisticsCube) throws(DatasetError) {
        var categories = CSVWriter()
        categories.write(row: ["dimension"] + LabelFile.columns + ["unit", "decimals"])
        for dimension in cube.dimensions {
            for category in dimension.categories {
                categories.write(
                    row: [
                        dimension.code, category.code, category.name.english, category.name.norwegian,
                        category.unit?.symbol ?? "", category.decimals.map(String.init) ?? "",
                    ]
                )
            }
        }
        var figures = CSVWriter()
        figures.write(row: cube.dimensions.map(\.code) + FiguresFile.columns)
        for (position, figure) in cube.figures.enumerated() {
            figures.write(
                row: cube.codes(at: position)
                    + [figure.number.map(CSVNumber.text) ?? "", figure.mark?.rawValue ?? ""]
            )
        }
        try write(
            .cube(query: cube.query),
            cube.provenance,
            cube.rules,
            [
                ("dimensions.csv", labels(cube.dimensions, more: ["role"]) { [$0.role.rawValue] }),
                ("categories.csv", categories.text),
                ("figures.csv", figures.text),
            ]
        )
    }
}
