public import Accounts
public import Ledgers

/// What the lines of a journal were used for, for people.
public struct LinePurposeWording: Sendable {
    /// What it is called.
    public let title: String
    /// What becomes of such lines; a sentence.
    public let text: String

    /// The words for `purpose`.
    public init(_ purpose: LinePurpose, in language: Language) {
        let (title, text) = Self.texts(purpose)
        self.title = title.text(in: language)
        self.text = text.text(in: language)
    }

    private static func texts(_ purpose: LinePurpose) -> (title: Name, text: Name) {
        switch purpose {
        case .purchase:
            (
                Name(english: "Purchases", norwegian: "Innkjøp"),
                Name(
                    english: "Net cost of what suppliers delivered for current use.",
                    norwegian: "Netto kostnad for det leverandører har levert til løpende bruk."
                )
            )
        case .capitalPurchase:
            (
                Name(english: "Purchases of capital goods", norwegian: "Innkjøp av investeringsvarer"),
                Name(
                    english: "Net cost of fixed assets from suppliers; investment.",
                    norwegian: "Netto kostnad for anleggsmidler fra leverandører; investering."
                )
            )
        case .sale:
            (
                Name(english: "Sales", norwegian: "Salg"),
                Name(
                    english: "Net income from customers.",
                    norwegian: "Netto inntekt fra kunder."
                )
            )
        case .capitalSale:
            (
                Name(english: "Sales of fixed assets", norwegian: "Salg av anleggsmidler"),
                Name(
                    english: "Fixed assets sold to customers.",
                    norwegian: "Anleggsmidler solgt til kunder."
                )
            )
        case .valueAddedTax:
            (
                Name(english: "Value added tax", norwegian: "Merverdiavgift"),
                Name(
                    english: "Left out: purchases and sales are net of it.",
                    norwegian: "Holdt utenfor: innkjøp og salg er uten avgift."
                )
            )
        case .partyLine:
            (
                Name(english: "Claims and debts", norwegian: "Fordringer og gjeld"),
                Name(
                    english: """
                        The lines on customers and suppliers themselves, gross; they say who the party is.
                        """,
                    norwegian: "Linjene på kundene og leverandørene selv, brutto; de sier hvem parten er."
                )
            )
        case .payment:
            (
                Name(english: "Payments", norwegian: "Betalinger"),
                Name(
                    english: "Cash and bank: what was bought or sold has been counted when it was invoiced.",
                    norwegian: "Kasse og bank: det som er kjøpt eller solgt, ble talt da det ble fakturert."
                )
            )
        case .accrual:
            (
                Name(english: "Accruals", norwegian: "Periodiseringer"),
                Name(
                    english: "Costs and income moved between periods; the invoice itself is counted.",
                    norwegian: "Kostnader og inntekter flyttet mellom perioder; selve fakturaen er talt."
                )
            )
        case .wages:
            (
                Name(english: "Wages", norwegian: "Lønn"),
                Name(
                    english: "Wages and what follows from them; not bought from any supplier.",
                    norwegian: "Lønn og det som følger av den; ikke kjøpt av noen leverandør."
                )
            )
        case .depreciation:
            (
                Name(english: "Depreciation", norwegian: "Avskrivninger"),
                Name(
                    english: "Wear of fixed assets; nothing is bought.",
                    norwegian: "Slit på anleggsmidler; ingenting er kjøpt."
                )
            )
        case .finance:
            (
                Name(english: "Finance and tax", norwegian: "Finans og skatt"),
                Name(
                    english: "Interest, exchange differences, tax and appropriations.",
                    norwegian: "Renter, valutaforskjeller, skatt og disponeringer."
                )
            )
        case .stock:
            (
                Name(english: "Changes in stock", norwegian: "Lagerendringer"),
                Name(
                    english: "Goods moved between stock and cost; nothing is bought.",
                    norwegian: "Varer flyttet mellom lager og kostnad; ingenting er kjøpt."
                )
            )
        case .notAttributed:
            (
                Name(english: "Without a party", norwegian: "Uten part"),
                Name(
                    english: """
                        Cost and income on vouchers that name neither customer nor supplier, such as cash purchases. \
                        They count as nobody's and are in no bucket above.
                        """,
                    norwegian: """
                        Kostnader og inntekter på bilag som verken nevner kunde eller leverandør, for eksempel \
                        kontantkjøp. De er ingens og står ikke i regnestykket over.
                        """
                )
            )
        case .balance:
            (
                Name(english: "Rest of the balance sheet", norwegian: "Resten av balansen"),
                Name(
                    english: "Loans, equity, duties and the like.",
                    norwegian: "Lån, egenkapital, offentlige avgifter og liknende."
                )
            )
        }
    }
}
