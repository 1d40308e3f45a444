/// The five-digit industry codes there are, by classification, and the industry of the accounts each belongs to.
public struct IndustryCodes: Sendable, Hashable {
    /// Where a code leads.
    public enum Placement: Sendable, Hashable {
        /// To this industry of the accounts, such as `R24`.
        case industry(String)
        /// The code is known, but what it covers lies in several industries, or nobody has said in which: refused.
        case unplaced
        /// The classification has no such code.
        case unknown
    }

    private let places: [IndustryClassification: [String: String?]]
    /// By the first two digits, the industries that their codes lead to.
    private let divisions: [IndustryClassification: [String: Set<String?>]]

    /// The codes of each classification with their industries; `nil` for a code that has no single one.
    public init(_ places: [IndustryClassification: [String: String?]]) {
        self.places = places
        divisions = places.mapValues { codes in
            var divisions: [String: Set<String?>] = [:]
            for (code, industry) in codes { divisions[String(code.prefix(2)), default: []].insert(industry) }
            return divisions
        }
    }

    /// No codes at all.
    public static let none = IndustryCodes([:])

    /// Where `code` leads, read as one of `classification`.
    public func placement(of code: String, in classification: IndustryClassification) -> Placement {
        switch places[classification]?[code] {
        case .some(.some(let industry)): .industry(industry)
        case .some(.none): .unplaced
        case .none: .unknown
        }
    }

    /// Where a division (two digits, such as `35`) leads: the industry that all of its codes lie in, refused where they lie
    /// in several.
    public func placement(ofDivision division: String, in classification: IndustryClassification) -> Placement
    {
        guard let found = divisions[classification]?[division] else { return .unknown }
        if found.count == 1, case .some(.some(let industry)) = found.first { return .industry(industry) }
        return .unplaced
    }

    /// The industry of the accounts that `unit` belongs to; `nil` where the register has no code for it, and for codes
    /// that are refused or unknown.
    public func industry(of unit: RegisteredUnit) -> String? {
        guard let code = unit.industry else { return nil }
        if case .industry(let industry) = placement(of: code, in: unit.classification) { return industry }
        return nil
    }

    /// The classifications that have `code`, the older first.
    public func classifications(of code: String) -> [IndustryClassification] {
        IndustryClassification.allCases.filter { placement(of: code, in: $0) != .unknown }
    }

    /// How many codes `classification` has.
    public func count(of classification: IndustryClassification) -> Int { places[classification]?.count ?? 0 }
}
