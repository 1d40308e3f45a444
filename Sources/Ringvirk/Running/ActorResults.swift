import Actors
import Reporting

/// What a run has to say of the actors, and to whom.
struct ActorResults {
    /// The actor table; `nil` in a study without actors.
    let table: ActorTable?
    /// What the books change; `nil` without books, and where that is secret.
    let comparison: FirmComparison?
    /// Who may read it.
    let confidentiality: Confidentiality

    /// No actors.
    static let none = ActorResults(table: nil, comparison: nil, confidentiality: .nothingSecret)
}
