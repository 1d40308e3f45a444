public import Accounts
import FileFormats

extension DatasetWriter {
    /// Writes a cube.
    ///
    /// - Throws: `.file`.
    /// - Complexity: O(*n*) time in the number of cells; a piece of the file is held at a time.
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
        let figures = FiguresWriter(cube)
        try write(
            .cube(query: cube.query),
            cube.provenance,
            cube.rules,
            [
                ("dimensions.csv", labels(cube.dimensions, more: ["role"]) { [$0.role.rawValue] }),
                ("categories.csv", categories.text),
            ],
            streaming: { file throws(FileFormatError) in try figures.write(to: file) }
        )
    }
}
