import Accounts
import FileFormats

/// Reads `figures.csv`: a column of codes for each dimension, the number, and the mark; every cell once, in any order.
///
/// Rows come one at a time, and of each only the figure stays.
struct FiguresFile {
    static let columns = ["value", "status"]

    private let dimensions: [CubeDimension]
    private let files: DatasetFiles
    private let file: String

    init(_ dimensions: [CubeDimension], _ files: DatasetFiles) {
        self.dimensions = dimensions
        self.files = files
        file = files.path(of: "figures.csv")
    }

    /// The figures in the order of the cells.
    func figures() throws(FileFormatError) -> CubeFigures {
        var filling = CubeFilling(cells: dimensions.reduce(1) { $0 * $1.categories.count })
        var places = dimensions.map { CodePlaces($0.categories.map(\.code)) }
        var faults = FaultCollector()
        var columns: [Int] = []
        let names = dimensions.map(\.code) + FiguresFile.columns
        try files.forEachRow(of: "figures.csv", columns: names) { row, header in
            if columns.isEmpty { columns = names.map { header.firstIndex(of: $0) ?? 0 } }
            let position = position(of: row, columns, &places, &faults)
            let figure = figure(in: row, columns[names.count - 2], columns[names.count - 1], &faults)
            guard let position, let figure, !filling.put(figure, at: position) else { return }
            faults.add(Fault(at: Place(file: file, line: row.line), .duplicate(firstLine: nil)))
        }
        try faults.finish()
        if let figures = CubeFigures(filling) { return figures }
        throw missing(filling)
    }

    /// The cell that the codes in `row` name.
    private func position(
        of row: TableRow,
        _ columns: [Int],
        _ places: inout [CodePlaces],
        _ faults: inout FaultCollector
    ) -> Int? {
        var position: Int? = 0
        for dimension in places.indices {
            let field = columns[dimension]
            if let place = places[dimension].place(of: row[field]) {
                position = position.map { $0 * places[dimension].count + place }
                continue
            }
            position = nil
            guard faults.faults.count < FaultCollector.most else { continue }
            let known = dimensions[dimension].categories.map(\.code)
            let problem: Fault.Problem = row[field].isEmpty ? .missing : .notOneOf(known)
            faults.add(fault(row, field, dimensions[dimension].code, problem))
        }
        return position
    }

    private func figure(
        in row: TableRow,
        _ value: Int,
        _ status: Int,
        _ faults: inout FaultCollector
    ) -> CubeFigure? {
        var number: Double?
        if !row[value].isEmpty {
            number = CSVNumber.number(row[value])
            if number?.isFinite != true {
                faults.add(fault(row, value, "value", number == nil ? .notANumber : .notFinite))
                number = nil
            }
        } else if row[status].isEmpty {
            faults.add(fault(row, value, "value", .missing))
        }
        guard !row[status].isEmpty else { return number.map { CubeFigure($0) } }
        guard let mark = FigureMark(rawValue: row.text(status)) else {
            faults.add(fault(row, status, "status", .notOneOf(FigureMark.allCases.map(\.rawValue))))
            return nil
        }
        guard row[value].isEmpty == (number == nil) else { return nil }
        guard let figure = CubeFigure(number, mark) else {
            faults.add(fault(row, status, "status", .malformed(rule: "the status contradicts the value")))
            return nil
        }
        return figure
    }

    private func fault(_ row: TableRow, _ field: Int, _ column: String, _ problem: Fault.Problem) -> Fault {
        Fault(at: Place(file: file, line: row.line, column: column), value: row.text(field), problem)
    }

    /// A fault for each of the first cells that have no figure.
    private func missing(_ filling: CubeFilling) -> FileFormatError {
        .faults(
            filling.firstMissing(FaultCollector.most).map { position in
                var rest = position
                var codes: [String] = []
                for dimension in dimensions.reversed() {
                    codes.append(dimension.categories[rest % dimension.categories.count].code)
                    rest /= dimension.categories.count
                }
                return Fault(
                    at: Place(file: file),
                    value: codes.reversed().joined(separator: ", "),
                    .missing
                )
            }
        )
    }
}
