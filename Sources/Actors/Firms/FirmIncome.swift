import Accounts
import Ledgers

/// What a firm's income makes of output: x_k, and how much of each krone it invoices is output.
///
///     x_k = income − sold fixed assets − goods sold on − excise         φ = x_k / (income − sold fixed assets)
///
/// Income is that of the annual accounts; without them the customers' kroner where the ledger has all of them; without both
/// x_k is price times quantity.
struct FirmIncome {
    /// x_k, MNOK.
    let output: Double
    /// Where it is from.
    let source: FigureSource
    /// All that is invoiced, without fixed assets, MNOK.
    let invoiced: Double
    /// The share of it that is goods sold on, and the share that is excise.
    let resaleShare: Double
    let exciseShare: Double
    /// The customers' kroner for current use, before they are scaled to what is invoiced.
    let inLedger: Double
    /// What the customers' kroner are multiplied by.
    let scale: Double
    /// How much of the sales the ledger holds.
    let coverage: LedgerCoverage
    /// The cost of the goods sold on, MNOK.
    let resale: Double
    /// The sold fixed assets, MNOK.
    let assetSales: Double
    /// x_k by each source.
    let annual: Double?
    let ledger: Double?
    let stated: Double

    /// φ.
    var factor: Double { invoiced > 0 ? output / invoiced : 1 }

    init(
        _ firm: BookedFirm,
        _ year: FirmYear,
        in review: LedgerReview,
        frame: StudyFrame,
        options: FirmBooksOptions
    ) throws(ActorsError) {
        let code = firm.actor.code
        let parties = year.parties(.customer).map { review.parties[$0] }
        coverage = firm.customers ?? (parties.isEmpty ? .none : .whole)
        let suppliers = year.parties(.supplier).map { review.parties[$0] }
        let counted =
            coverage == .none ? 0 : parties.reduce(0) { $0 + year.millions($1.intermediate) }
        let assets = parties.reduce(0) { $0 + year.millions($1.investment) }
        let onAccounts = year.files.reduce(Kroner.zero) { $0 + review.files[$1].resale }
        let ofParties = suppliers.reduce(Kroner.zero) { $0 + $1.resale }
        let resale = firm.resells ? year.millions(max(onAccounts, ofParties)) : 0
        let excise = frame.prices == .asInvoiced ? 0 : year.millions(firm.exciseInIncome)
        let gross = firm.annualAccounts?.figures[.operatingIncome].map { year.millions($0) - assets }
        let nobodys = coverage == .none ? 0 : year.nobodys(.customer, in: review)
        let all = counted + nobodys
        let stated = try firm.actor.value(in: frame.nation.basis)
        let annual = gross.map { $0 - resale - excise }
        let ledger = coverage == .whole && all > 0 ? all - resale - excise : nil
        (inLedger, assetSales, self.resale) = (counted, assets, resale)
        (self.annual, self.ledger, self.stated) = (annual, ledger, stated)
        if let annual, let gross {
            (output, source, invoiced) = (annual, .annualAccounts, gross)
        } else if let ledger {
            (output, source, invoiced) = (ledger, .ledger, all)
        } else {
            (output, source, invoiced) = (stated, .stated, stated + resale + excise)
        }
        guard invoiced > 0 else { throw .books(firm: code, .noOutput) }
        guard output > 0 else {
            throw .books(
                firm: code,
                .nothingLeftOfIncome(income: invoiced, resale: resale, excise: excise)
            )
        }
        resaleShare = resale / invoiced
        exciseShare = excise / invoiced
        scale = try options.scale(counted, to: invoiced, from: source, .sales, of: code)
    }
}
