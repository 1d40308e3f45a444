/// What example is wanted.
public struct ExampleOptions: Sendable, Hashable {
    /// The seed; each gives another cluster.
    public let seed: UInt64
    /// How many years the books cover: one or two, from 1 January 2024.
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

    /// The fewest lines that hold every party and every planted fault.
    public static let leastLines = 5_000

    /// The most lines.
    public static let mostLines = 20_000_000

    /// Lines of the example in `data/example-ledgers`.
    public static let usualLines = 5_400

    /// These wishes.
    ///
    /// - Throws: `.tooFewLines` below `leastLines`, `.tooManyLines` beyond `mostLines`.
    public init(
        seed: UInt64 = 1,
        years: Years = .one,
        lines: Int = ExampleOptions.usualLines,
        formats: Set<Format> = Set(Format.allCases)
    ) throws(ExampleLedgersError) {
        guard lines >= ExampleOptions.leastLines else {
            throw .tooFewLines(asked: lines, least: ExampleOptions.leastLines)
        }
        guard lines <= ExampleOptions.mostLines else {
            throw .tooManyLines(asked: lines, most: ExampleOptions.mostLines)
        }
        self.seed = seed
        self.years = years.rawValue
        self.lines = lines
        self.formats = formats
    }

    /// How many years.
    public enum Years: Int, Sendable, Hashable, CaseIterable {
        /// 2024.
        case one = 1
        /// 2024 and 2025.
        case two = 2
    }
}
