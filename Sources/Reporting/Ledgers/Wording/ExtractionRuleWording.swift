public import Accounts
public import Ledgers

/// How vouchers became purchases and sales where more than one reading was possible, for people.
public struct ExtractionRuleWording: Sendable {
    /// What it is called.
    public let title: String
    /// What the rule does; a sentence.
    public let text: String

    /// The words for `rule`.
    public init(_ rule: ExtractionRule, in language: Language) {
        let (title, text) = Self.texts(rule)
        self.title = title.text(in: language)
        self.text = text.text(in: language)
    }

    private static func texts(_ rule: ExtractionRule) -> (title: Name, text: Name) {
        switch rule {
        case .balancedParts:
            (
                Name(english: "Voucher read part by part", norwegian: "Bilag lest del for del"),
                Name(
                    english: """
                        The lines of a voucher fall into parts that each add up to nothing; each part is read for \
                        itself.
                        """,
                    norwegian: """
                        Linjene i et bilag faller i deler som hver summerer seg til null; hver del er lest for seg.
                        """
                )
            )
        case .proportionalToGross:
            (
                Name(english: "Several parties on a voucher", norwegian: "Flere parter på ett bilag"),
                Name(
                    english: """
                        They share the voucher's net amounts in proportion to their gross amounts, to the øre.
                        """,
                    norwegian: "De deler bilagets nettobeløp etter bruttobeløpene sine, på øret."
                )
            )
        case .creditNotesApart:
            (
                Name(
                    english: "Invoices and credit notes on a voucher",
                    norwegian: "Fakturaer og kreditnotaer på ett bilag"
                ),
                Name(
                    english: "Positive net amounts go to the invoices, negative to the credit notes.",
                    norwegian: "Positive nettobeløp går til fakturaene, negative til kreditnotaene."
                )
            )
        case .lineNamesParty:
            (
                Name(
                    english: "Cost or income line that names a party",
                    norwegian: "Kostnads- eller inntektslinje som nevner en part"
                ),
                Name(
                    english: "The line is that party's.",
                    norwegian: "Linjen er den partens."
                )
            )
        case .paidAtOnce:
            (
                Name(english: "Paid at once", norwegian: "Betalt med en gang"),
                Name(
                    english: "The bank line names the supplier, and the cost is the supplier's.",
                    norwegian: "Banklinjen nevner leverandøren, og kostnaden er leverandørens."
                )
            )
        case .paymentDiscount:
            (
                Name(english: "Discount on a payment", norwegian: "Rabatt på en betaling"),
                Name(
                    english: """
                        Only a reduction of goods or of income is the party's; charges and rounding are nobody's.
                        """,
                    norwegian: """
                        Bare reduksjon av varekostnad eller inntekt er partens; gebyrer og øreavrunding er ingens.
                        """
                )
            )
        case .cannotBeShared:
            (
                Name(english: "Cannot be shared", norwegian: "Kan ikke fordeles"),
                Name(
                    english: "Net amounts that cannot be shared between the voucher's parties are nobody's.",
                    norwegian: "Nettobeløp som ikke kan fordeles mellom partene på bilaget, er ingens."
                )
            )
        case .addedByKind:
            (
                Name(english: "Very many accounts and parties", norwegian: "Svært mange kontoer og parter"),
                Name(
                    english: "The voucher's amounts are added up by kind of account before they are shared.",
                    norwegian: "Bilagets beløp er lagt sammen etter kontotype før de er fordelt."
                )
            )
        }
    }
}
