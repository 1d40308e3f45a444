import Accounts
import FileFormats

/// The cells of an answer as figures: numbers, and statuses by Statistics Norway's standard marks.
struct CellMarks {
    private let cube: JSONStatCube
    private let marks: [Int: FigureMark]

    /// Reads the statuses.
    ///
    /// - Throws: `.answer` with every status that is not known, or contradicts the number beside it.
    init(_ cube: JSONStatCube) throws(StatisticsNorwayError) {
        var faults = FaultCollector()
        var marks: [Int: FigureMark] = [:]
        for (position, symbol) in cube.statuses.sorted(by: { $0.key < $1.key }) {
            let place = Place(file: cube.file, column: "status.\(position)")
            guard let mark = FigureMark(rawValue: symbol) else {
                faults.add(Fault(at: place, value: symbol, .notOneOf(FigureMark.allCases.map(\.rawValue))))
                continue
            }
            guard CubeFigure(cube.values[position], mark) != nil else {
                faults.add(
                    Fault(at: place, value: symbol, .malformed(rule: "the status contradicts the value"))
                )
                continue
            }
            marks[position] = mark
        }
        do {
            try faults.finish()
        } catch {
            throw .answer(address: cube.file, error)
        }
        self.cube = cube
        self.marks = marks
    }

    /// The figure of a cell; without number and status it is not available.
    func figure(at position: Int) -> CubeFigure? {
        let number = cube.values[position]
        if let mark = marks[position] { return CubeFigure(number, mark) }
        return number.map { CubeFigure($0) } ?? CubeFigure(nil, .notAvailable)
    }

    /// Whether a cell has neither number nor status.
    func isWithoutStatus(_ position: Int) -> Bool {
        cube.values[position] == nil && marks[position] == nil
    }
}
