/// The figures of a cube, nine bytes a cell: the numbers one after another, and the marks beside them.
public struct CubeFigures: RandomAccessCollection, Sendable, Hashable {
    /// The numbers; zero where a cell has none, which its mark says.
    private let numbers: [Double]
    /// The marks as `FigureMark.packed` has them; zero for none.
    private let marks: [UInt8]

    /// The figures of `filling`, in the order of its cells; `nil` while a cell has none.
    public init?(_ filling: consuming CubeFilling) {
        guard filling.missing == 0 else { return nil }
        numbers = filling.numbers
        marks = filling.marks
    }

    /// `figures`, in their order.
    public init(_ figures: some Sequence<CubeFigure>) {
        var numbers: [Double] = []
        var marks: [UInt8] = []
        for figure in figures {
            numbers.append(figure.number ?? 0)
            marks.append(figure.mark?.packed ?? 0)
        }
        self.numbers = numbers
        self.marks = marks
    }

    /// The first cell's position.
    public var startIndex: Int { 0 }

    /// The number of cells.
    public var endIndex: Int { numbers.count }

    /// The figure of the cell at `position`.
    public subscript(position: Int) -> CubeFigure {
        CubeFigure(unpacking: numbers[position], FigureMark(packed: marks[position]))
    }

    /// How many cells have a number, and how many have each of the marks that stand in any, in the marks' order.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public var tally: (numbers: Int, marks: [(mark: FigureMark, cells: Int)]) {
        var counts = [Int](repeating: 0, count: FigureMark.allCases.count + 1)
        for mark in marks { counts[Int(mark)] += 1 }
        let found = FigureMark.allCases.map { (mark: $0, cells: counts[Int($0.packed)]) }
        let without = found.reduce(0) { $0 + ($1.mark.standsForNoNumber ? $1.cells : 0) }
        return (count - without, found.filter { $0.cells > 0 })
    }
}

/// The figures of a cube while they come, in any order, each cell's once.
public struct CubeFilling: Sendable {
    /// How many cells have no figure yet.
    public private(set) var missing: Int
    fileprivate var numbers: [Double]
    fileprivate var marks: [UInt8]

    /// Stands in the place of a mark until the cell has a figure.
    private static let none = UInt8.max

    /// Room for `cells` figures.
    public init(cells: Int) {
        missing = cells
        numbers = [Double](repeating: 0, count: cells)
        marks = [UInt8](repeating: CubeFilling.none, count: cells)
    }

    /// Puts `figure` into the cell at `position`; `false` where that has one, which then stays.
    public mutating func put(_ figure: CubeFigure, at position: Int) -> Bool {
        guard marks[position] == CubeFilling.none else { return false }
        numbers[position] = figure.number ?? 0
        marks[position] = figure.mark?.packed ?? 0
        missing -= 1
        return true
    }

    /// The positions of the first cells without a figure, `most` at most.
    public func firstMissing(_ most: Int) -> [Int] {
        Array(marks.indices.lazy.filter { marks[$0] == CubeFilling.none }.prefix(most))
    }
}

extension FigureMark {
    /// The mark in one byte, from one on.
    fileprivate var packed: UInt8 {
        switch self {
        case .cannotOccur: 1
        case .notAvailable: 2
        case .confidential: 3
        case .notYetAvailable: 4
        case .zero: 5
        case .provisional: 6
        }
    }

    fileprivate init?(packed: UInt8) {
        switch packed {
        case 1: self = .cannotOccur
        case 2: self = .notAvailable
        case 3: self = .confidential
        case 4: self = .notYetAvailable
        case 5: self = .zero
        case 6: self = .provisional
        default: return nil
        }
    }
}
