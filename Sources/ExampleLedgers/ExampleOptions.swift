/// What example is wanted.
public struct ExampleOptions: Sendable, Hashable {
    /// The seed; each gives another cluster.
    public let seed: UInt64
    /// The first year of the books, which begin on 1 January.
    public let year: Int
    /// How many years the books cover: one or two.
    public let years: Int
    /// About how many journal lines the six books have together.
    public let lines: Int
    /// The formats each firm's books are written in.
    public let formats: Set<Format>

    /// A form the books are written in.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        /// SAF-T Financial in a zip archive, as Altinn delivers it.
        case saft
        /// A journal as text, in another of the usual forms for each firm.
        case csv
        /// The same journal as a workbook.
        case xlsx
    }

    /// The first year of the example in `data/example-ledgers`, which is the embedded study's.
    public static let usualYear = 2019

    /// The first years the calendar of the example's register is made for.
    public static let possibleYears = 2000...2090

    /// The fewest lines that hold every party and every planted fault.
    public static let leastLines = 5_000

    /// The most lines.
    public static let mostLines = 20_000_000

    /// Lines of the example in `data/example-ledgers`.
    public static let usualLines = 5_400

    /// These wishes.
    ///
    /// - Throws: `.yearOutside` for a first year that is none of `possibleYears`, `.tooFewLines` below `leastLines`,
    ///   `.tooManyLines` beyond `mostLines`.
    public init(
        seed: UInt64 = 1,
        year: Int = ExampleOptions.usualYear,
        years: Years = .one,
        lines: Int = ExampleOptions.usualLines,
        formats: Set<Format> = Set(Format.allCases)
    ) throws(ExampleLedgersError) {
        let possible = ExampleOptions.possibleYears
        guard possible.contains(year) else {
            throw .yearOutside(asked: year, first: possible.lowerBound, last: possible.upperBound)
        }
        guard lines >= ExampleOptions.leastLines else {
            throw .tooFewLines(asked: lines, least: ExampleOptions.leastLines)
        }
        guard lines <= ExampleOptions.mostLines else {
            throw .tooManyLines(asked: lines, most: ExampleOptions.mostLines)
        }
        self.seed = seed
        self.year = year
        self.years = years.rawValue
        self.lines = lines
        self.formats = formats
    }

    /// How many years.
    public enum Years: Int, Sendable, Hashable, CaseIterable {
        /// The first year alone.
        case one = 1
        /// The first year and the one after.
        case two = 2
    }

    /// The years the books cover, in order.
    var bookYears: Range<Int> { year..<year + years }
}
