import Accounts
import FileFormats

/// The cells of an answer as figures: numbers, and statuses by Statistics Norway's standard marks.
struct CellMarks {
    private let cube: JSONStatCube
    /// The mark that each of the cube's statuses is.
    private let marks: [FigureMark?]

    /// Reads the statuses.
    ///
    /// - Throws: `.answer` with every status that is not known, or contradicts the number beside it.
    init(_ cube: JSONStatCube) throws(StatisticsNorwayError) {
        self.cube = cube
        marks = cube.statuses.map(FigureMark.init(rawValue:))
        guard !marks.isEmpty else { return }
        var faults = FaultCollector()
        for position in 0..<cube.cellCount {
            guard let status = cube.status(at: position) else { continue }
            let problem: Fault.Problem
            if let mark = marks[status] {
                guard CubeFigure(cube.number(at: position), mark) == nil else { continue }
                problem = .malformed(rule: "the status contradicts the value")
            } else {
                problem = .notOneOf(FigureMark.allCases.map(\.rawValue))
            }
            let place = Place(file: cube.file, column: "status.\(position)")
            faults.add(Fault(at: place, value: cube.statuses[status], problem))
            if faults.faults.count == FaultCollector.most { break }
        }
        do {
            try faults.finish()
        } catch {
            throw .answer(address: cube.file, error)
        }
    }

    /// The figure of a cell; without number and status it is not available.
    func figure(at position: Int) -> CubeFigure? {
        let number = cube.number(at: position)
        if let status = cube.status(at: position) { return marks[status].flatMap { CubeFigure(number, $0) } }
        return number.map { CubeFigure($0) } ?? CubeFigure(nil, .notAvailable)
    }

    /// Whether a cell has neither number nor status.
    func isWithoutStatus(_ position: Int) -> Bool {
        cube.number(at: position) == nil && cube.status(at: position) == nil
    }
}
