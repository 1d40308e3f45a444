public import Accounts
public import Ledgers

/// What a rule of the review does, why, and what the user can do about it, for people.
///
/// The one place for these words: the page, the printed summary and docs/LEDGERS.md say the same.
public struct ReviewRuleWording: Sendable {
    /// What the rule found, in a few words.
    public let title: String
    /// What it does with the trades it meets; a sentence.
    public let effect: String
    /// Why; a sentence.
    public let reason: String
    /// What the user can do about it; a sentence.
    public let remedy: String

    /// The words for `rule`.
    public init(_ rule: ReviewRule, in language: Language) {
        let texts = ReviewRuleTexts(rule)
        title = texts.title.text(in: language)
        effect = texts.effect.text(in: language)
        reason = texts.reason.text(in: language)
        remedy = texts.remedy.text(in: language)
    }
}

/// The same in both languages.
struct ReviewRuleTexts {
    let title: Name
    let effect: Name
    let reason: Name
    let remedy: Name

    init(title: Name, effect: Name, reason: Name, remedy: Name) {
        self.title = title
        self.effect = effect
        self.reason = reason
        self.remedy = remedy
    }

    /// The texts of `rule`; they stand in files of their own, by what the rules are about.
    init(_ rule: ReviewRule) {
        self =
            switch rule {
            case .sameVoucherTwice: .sameVoucherTwice
            case .sameInvoiceTwice: .sameInvoiceTwice
            case .duplicateAlreadyReversed: .duplicateAlreadyReversed
            case .possibleDuplicate: .possibleDuplicate
            case .invoiceNumberOnly: .invoiceNumberOnly
            case .numberMissing: .numberMissing
            case .numberFailsCheck: .numberFailsCheck
            case .numberInScientificNotation: .numberInScientificNotation
            case .numberUnreadable: .numberUnreadable
            case .nationalIdentityNumber: .nationalIdentityNumber
            case .notInRegister: .notInRegister
            case .partiesWithOneNumber: .partiesWithOneNumber
            case .countryContradicted: .countryContradicted
            case .foreignParty: .foreignParty
            case .foreignByCompanyForm: .foreignByCompanyForm
            case .soleProprietors: .soleProprietors
            case .privatePersons: .privatePersons
            case .nameWithheld: .nameWithheld
            case .mergedIntoSuccessor: .mergedIntoSuccessor
            case .afterDissolution: .afterDissolution
            case .afterBankruptcy: .afterBankruptcy
            case .beforeRegistration: .beforeRegistration
            case .onlyEstablishment: .onlyEstablishment
            case .headOfficeSpread: .headOfficeSpread
            case .employeesWithheld: .employeesWithheld
            case .equalShares: .equalShares
            case .noEstablishmentOpen: .noEstablishmentOpen
            case .intragroup: .intragroup
            case .capitalGoods: .capitalGoods
            case .industryFromAccount: .industryFromAccount
            case .industryFromName: .industryFromName
            case .industryUnknown: .industryUnknown
            }
    }
}
