/// Statistics Norway's standard industrial classifications that a firm's industry can be given in.
///
/// The same code can mean two things: `69.201` is bookkeeping in SN2007 and auditing in SN2025.
public enum IndustryClassification: String, Sendable, Hashable, CaseIterable, Comparable {
    /// *Standard for næringsgruppering 2007*, Norway's version of NACE Rev. 2.
    case sn2007
    /// *Standard for næringsgruppering 2025*, Norway's version of NACE Rev. 2.1.
    case sn2025

    /// The older first.
    public static func < (left: IndustryClassification, right: IndustryClassification) -> Bool {
        left.rawValue < right.rawValue
    }
}
