import Accounts
import FileFormats

/// Reads `figures.csv`: a column of codes for each dimension, the number, and the mark; every cell once, in any order.
struct FiguresFile {
    static let columns = ["value", "status"]

    private let dimensions: [CubeDimension]
    private let files: DatasetFiles
    private let table: CSVTable

    init(_ dimensions: [CubeDimension], _ files: DatasetFiles) throws(FileFormatError) {
        self.dimensions = dimensions
        self.files = files
        table = try files.table("figures.csv", columns: dimensions.map(\.code) + FiguresFile.columns)
    }

    /// The figures in the order of the cells.
    func figures() throws(FileFormatError) -> [CubeFigure] {
        var reader = CSVReader(table)
        let columns = dimensions.map { reader.column($0.code) }
        let (value, status) = (reader.column("value"), reader.column("status"))
        let places = dimensions.map { dimension in
            Dictionary(zip(dimension.categories.map(\.code), 0...)) { first, _ in first }
        }
        var figures = [CubeFigure?](repeating: nil, count: dimensions.reduce(1) { $0 * $1.categories.count })
        for row in table.rows {
            var position: Int? = 0
            for (dimension, column) in columns.enumerated() {
                let code = reader.text(column, in: row)
                guard let code, let place = places[dimension][code] else {
                    if code != nil {
                        reader.fault(column, in: row, .notOneOf(dimensions[dimension].categories.map(\.code)))
                    }
                    position = nil
                    continue
                }
                position = position.map { $0 * places[dimension].count + place }
            }
            let figure = figure(value, status, in: row, &reader)
            guard let position, let figure else { continue }
            guard figures[position] == nil else {
                reader.fault(in: row, .duplicate(firstLine: nil))
                continue
            }
            figures[position] = figure
        }
        try reader.finish()
        return try complete(figures)
    }

    private func figure(
        _ value: CSVReader.Column,
        _ status: CSVReader.Column,
        in row: CSVTable.Row,
        _ reader: inout CSVReader
    ) -> CubeFigure? {
        let symbol = reader.optionalText(status, in: row)
        guard let symbol else { return reader.number(value, in: row).map { CubeFigure($0) } }
        guard let mark = FigureMark(rawValue: symbol) else {
            reader.fault(status, in: row, .notOneOf(FigureMark.allCases.map(\.rawValue)))
            return nil
        }
        let text = reader.optionalText(value, in: row)
        let number = reader.optionalNumber(value, in: row)
        guard (text == nil) == (number == nil) else { return nil }
        guard let figure = CubeFigure(number, mark) else {
            reader.fault(status, in: row, .malformed(rule: "the status contradicts the value"))
            return nil
        }
        return figure
    }

    /// The figures, once every cell has one; a fault for each of the first cells that has none.
    private func complete(_ figures: [CubeFigure?]) throws(FileFormatError) -> [CubeFigure] {
        let found = figures.compactMap(\.self)
        guard found.count < figures.count else { return found }
        var faults = FaultCollector()
        for (position, figure) in figures.enumerated() where figure == nil {
            var rest = position
            var codes: [String] = []
            for dimension in dimensions.reversed() {
                codes.append(dimension.categories[rest % dimension.categories.count].code)
                rest /= dimension.categories.count
            }
            let cell = codes.reversed().joined(separator: ", ")
            faults.add(Fault(at: Place(file: files.path(of: "figures.csv")), value: cell, .missing))
            if faults.faults.count == FaultCollector.most { break }
        }
        try faults.finish()
        return []
    }
}
