import FileFormats
public import Ledgers

/// A review of ledgers as tidy rows and as JSON, for programs: amounts exact, names as everywhere else in English.
///
/// CSV has kroner with two decimals, JSON whole øre. Nothing that may be a person's stands in a review, so nothing does here.
public struct ReviewRows: Sendable {
    let review: LedgerReview

    /// The rows of `review`.
    public init(_ review: LedgerReview) {
        self.review = review
    }

    /// A file's name, as the user gave it.
    func name(ofFile file: Int) -> String { review.files[file].file }

    /// A firm's organisation number, or its file where it has none.
    func name(ofOwner owner: Int) -> String {
        if let number = review.owners[owner].number { return "\(number)" }
        return review.files.first { $0.owner == owner }?.file ?? ""
    }

    /// Kroner with two decimals and a point: `-1234.50`.
    static func text(_ amount: Kroner) -> String {
        let oere = amount.oere.magnitude
        let rest = oere % 100
        return (amount < .zero ? "-" : "") + "\(oere / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
