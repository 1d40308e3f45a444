/// A cell of a published table: a number, or the mark that stands in its place, or a number with a mark.
public struct CubeFigure: Sendable, Hashable {
    /// The number; `nil` where the publisher gives none.
    public let number: Double?
    /// The publisher's mark, where there is one.
    public let mark: FigureMark?

    /// A number as published.
    public init(_ number: Double) {
        self.number = number
        mark = nil
    }

    /// What `mark` says beside `number`; `nil` where the two contradict each other: a provisional figure without a
    /// number, a zero that is another number, a number that is withheld.
    public init?(_ number: Double?, _ mark: FigureMark) {
        switch mark {
        case .provisional: guard number != nil else { return nil }
        case .zero: guard number ?? 0 == 0 else { return nil }
        case .cannotOccur, .notAvailable, .notYetAvailable, .confidential:
            guard number == nil else { return nil }
        }
        self.number = mark == .zero ? 0 : number
        self.mark = mark
    }

    /// A figure that was one before it was packed; `number` counts where its mark does not stand for none.
    init(unpacking number: Double, _ mark: FigureMark?) {
        self.number = mark?.standsForNoNumber == true ? nil : number
        self.mark = mark
    }

    /// The figure as a cell of accounts.
    public var observation: Observation {
        if let number { return .value(number, .published) }
        return switch mark {
        case .confidential: .suppressed
        case .cannotOccur: .notApplicable
        case .notAvailable, .notYetAvailable, .zero, .provisional, nil: .notAvailable
        }
    }
}

/// Statistics Norway's standard marks; raw values are the symbols.
///
/// Source: ssb.no, "Standardtegn i tabeller"; the first three are in use, the others stand in tables from before 2021.
public enum FigureMark: String, Sendable, Hashable, CaseIterable {
    /// A figure cannot occur here: the category was not in use.
    case cannotOccur = "."
    /// There is no figure, or it is too uncertain to be published.
    case notAvailable = ".."
    /// Withheld, so that nobody can be recognised.
    case confidential = ":"
    /// There is no figure yet.
    case notYetAvailable = "..."
    /// Exactly zero.
    case zero = "-"
    /// A number that will be revised.
    case provisional = "*"

    /// Whether the mark stands in the place of a number, and not beside one.
    var standsForNoNumber: Bool {
        switch self {
        case .cannotOccur, .notAvailable, .confidential, .notYetAvailable: true
        case .zero, .provisional: false
        }
    }
}
