public import Ledgers

/// A firm whose account is to be made: the actor, and what is known of it besides its ledger.
public struct BookedFirm: Sendable {
    /// The actor.
    public let actor: Actor
    /// The place of its books among the review's owners; `nil` where its organisation number says which they are, if any.
    public let owner: Int?
    /// Its annual accounts, where there are any.
    public let annualAccounts: AnnualAccounts?
    /// How much of its purchases the ledger holds; `nil`: all where there are suppliers, none where there are not.
    public let suppliers: LedgerCoverage?
    /// The same of its sales.
    public let customers: LedgerCoverage?
    /// Whether 43xx are goods that are sold on, as the standard chart has it; some firms use the accounts otherwise.
    public let resells: Bool
    /// Excise and other product taxes inside the operating income, to be taken out; those on account 33xx already are.
    public let exciseInIncome: Kroner
    /// Price level of the table's year over that of the books' year; needed when the years differ.
    public let deflator: Double?
    /// Jobs, tonnes and the like as stated, by the extension's code.
    public let extensions: [String: Double]
    /// Scores of quality as the user gives them, in place of what the review found.
    public let scores: QualityScores?

    /// A firm with books, annual accounts, both or neither.
    public init(
        actor: Actor,
        owner: Int? = nil,
        annualAccounts: AnnualAccounts? = nil,
        suppliers: LedgerCoverage? = nil,
        customers: LedgerCoverage? = nil,
        resells: Bool = true,
        exciseInIncome: Kroner = .zero,
        deflator: Double? = nil,
        extensions: [String: Double] = [:],
        scores: QualityScores? = nil
    ) {
        self.actor = actor
        self.owner = owner
        self.annualAccounts = annualAccounts
        self.suppliers = suppliers
        self.customers = customers
        self.resells = resells
        self.exciseInIncome = exciseInIncome
        self.deflator = deflator
        self.extensions = extensions
        self.scores = scores
    }
}

/// How much of a firm's purchases or sales its ledger holds.
public enum LedgerCoverage: String, Sendable, Hashable, CaseIterable {
    /// Every party.
    case whole
    /// The largest parties only (such as the top twenty); the sum of all is known from elsewhere.
    case largest
    /// There is none.
    case none
}
