public import Accounts
public import FileFormats

/// Why a dataset could not be read or written. Each case names the dataset's folder.
public enum DatasetError: Error, Sendable, Hashable {
    /// A file of the dataset is missing, unreadable, unwritable or faulty; faults are those of all its files
    /// that could be looked at together.
    case file(path: String, FileFormatError)
    /// The files are sound, but what they say does not make accounts: the table is off balance, for instance.
    case accounts(path: String, AccountsError)
    /// The dataset is of another kind than the one asked for.
    case anotherKind(path: String, wanted: DatasetKind, found: DatasetKind)
    /// Files are not those `dataset.json` describes: changed since it was written, gone, or added.
    case changed(path: String, [DatasetDigest])
    /// Industries buy domestic products for as much as, or more than, they produce: Σᵢ aᵢⱼ ≥ 1.
    case inputsReachOutput(path: String, [InputsReachingOutput])
    /// The accounts hold something the format has no place for, so that writing would lose it.
    case cannotExpress(path: String, Inexpressible)
}

/// An industry whose domestic intermediate inputs are at least its output.
public struct InputsReachingOutput: Sendable, Hashable {
    /// Where the industry's output stands.
    public let place: Place
    /// The using industry's code.
    public let industry: String
    /// Σᵢ Z_ij: what it buys from domestic industries, in the table's unit.
    public let inputs: Double
    /// x_j: its output, in the table's unit.
    public let output: Double

    /// `nil` where the industry's output is above its inputs, and where it has neither inputs nor output.
    init?(at place: Place, industry: String, inputs: Double, output: Double) {
        guard inputs > 0, inputs >= output else { return nil }
        self.place = place
        self.industry = industry
        self.inputs = inputs
        self.output = output
    }
}

/// Something accounts may hold and a dataset may not.
public enum Inexpressible: Error, Sendable, Hashable {
    /// A number that was not published but filled in by a rule; datasets hold what was published.
    case notPublished(year: Year, region: String, industry: String, measure: String)
    /// A value-added component in a final demand category.
    case valueAddedInFinalDemand(input: String, category: String, amount: Double)
    /// A region that is missing in a year between its first and its last.
    case interrupted(region: String, year: Year)
    /// The regions or lines of this year stand in another order than those of other years.
    case order(year: Year)
    /// Parts with different sources; a dataset names one.
    case severalSources(codes: [String])
    /// A total covers other industries, or the nation is another, than in the rest of what is written.
    case inconsistent(code: String)
}
