public import Disclosure

/// Who may read a report.
public enum Confidentiality: Sendable {
    /// Anybody: no firm's books are in it, or only invented ones.
    case nothingSecret
    /// Anybody: what the firms' books would give away is withheld or rounded.
    case published(DisclosureControl)
    /// The owner of the books alone: every output is marked.
    case confidential

    /// Whether every output is to be marked.
    public var isConfidential: Bool { if case .confidential = self { true } else { false } }

    /// What was decided of each figure, where anything was.
    public var control: DisclosureControl? { if case .published(let control) = self { control } else { nil } }
}
