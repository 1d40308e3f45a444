public import Accounts
public import Leontief

/// The fixed words of tables and reports.
public struct Wording: Sendable {
    /// The language of the words.
    public let language: Language

    /// The words of `language`.
    public init(_ language: Language) {
        self.language = language
    }

    /// One of two texts, by language.
    public func callAsFunction(_ english: String, _ norwegian: String) -> String {
        language == .norwegian ? norwegian : english
    }

    /// A place, by the names the report's region and nation have.
    public func name(of scope: Scope, in report: Report) -> String {
        switch scope {
        case .region: report.region.name.text(in: language)
        case .restOfCountry: self("rest of the country", "resten av landet")
        case .nation: report.nation.name.text(in: language)
        case .abroad: self("abroad", "utlandet")
        }
    }

    /// A kind of effect.
    public func name(of effect: Effect) -> String {
        switch effect {
        case .direct: self("Direct", "Direkte")
        case .indirect: self("Indirect (suppliers)", "Indirekte (leverandører)")
        case .induced: self("Induced (consumption)", "Konsumvirkninger (induserte)")
        case .total: self("Total", "Samlet")
        }
    }

    /// A unit, as people write it.
    public func name(of unit: Unit) -> String {
        switch unit {
        case .millionKroner: self("MNOK", "mill. kr")
        case .persons: self("persons", "personer")
        case .tonnesCO2Equivalents: self("t CO₂e", "tonn CO₂-ekv.")
        default: unit.symbol
        }
    }
}
