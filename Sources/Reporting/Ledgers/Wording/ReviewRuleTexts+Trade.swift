import Accounts

// What kind of trade it is.
extension ReviewRuleTexts {
    static let intragroup = ReviewRuleTexts(
        title: Name(
            english: "Trade within the group",
            norwegian: "Handel i eget konsern"
        ),
        effect: Name(
            english: "Counts as it stands, marked.",
            norwegian: "Teller som det står, merket."
        ),
        reason: Name(
            english: """
                The party is the firm itself, its parent, its sister or one of those listed as the group. Prices \
                within a group need not be the market's.
                """,
            norwegian: """
                Parten er foretaket selv, morselskapet, et søsterselskap eller oppgitt som del av konsernet. Priser \
                i et konsern er ikke nødvendigvis markedets.
                """
        ),
        remedy: Name(
            english: "Decide whether such trade belongs in your analysis.",
            norwegian: "Avgjør om slik handel hører med i analysen din."
        )
    )

    static let capitalGoods = ReviewRuleTexts(
        title: Name(
            english: "Capital goods",
            norwegian: "Investeringsvarer"
        ),
        effect: Name(
            english: "Counts as investment, apart from current purchases and sales.",
            norwegian: "Teller som investering, for seg, utenom løpende innkjøp og salg."
        ),
        reason: Name(
            english: """
                The rows stand on accounts of fixed assets (10–12, sales on 38). A machine bought once is not used \
                up in a year.
                """,
            norwegian: """
                Radene står på kontoer for anleggsmidler (10–12, salg på 38). En maskin kjøpt én gang brukes ikke \
                opp på ett år.
                """
        ),
        remedy: Name(
            english: "Nothing.",
            norwegian: "Ingenting."
        )
    )

    static let industryFromAccount = ReviewRuleTexts(
        title: Name(
            english: "Industry estimated from the account",
            norwegian: "Næring anslått etter kontoen"
        ),
        effect: Name(
            english: "The party gets the industry that usually sends such bills, marked as an estimate.",
            norwegian: "Parten får næringen som vanligvis sender slike regninger, merket som anslag."
        ),
        reason: Name(
            english: """
                The register gives no industry; more than half of the purchases stand on accounts of one kind of \
                service.
                """,
            norwegian: """
                Registeret gir ingen næring; mer enn halvparten av kjøpene står på kontoer for én type tjeneste.
                """
        ),
        remedy: Name(
            english: "Fill in the organisation number: the register knows better.",
            norwegian: "Fyll inn organisasjonsnummeret: registeret vet bedre."
        )
    )

    static let industryFromName = ReviewRuleTexts(
        title: Name(
            english: "Industry estimated from the name",
            norwegian: "Næring anslått etter navnet"
        ),
        effect: Name(
            english: "The party gets the industry that a word in its name suggests, marked as an estimate.",
            norwegian: "Parten får næringen som et ord i navnet tyder på, merket som anslag."
        ),
        reason: Name(
            english: "The register gives no industry, and the accounts say nothing.",
            norwegian: "Registeret gir ingen næring, og kontoene sier ingenting."
        ),
        remedy: Name(
            english: "Fill in the organisation number: the register knows better.",
            norwegian: "Fyll inn organisasjonsnummeret: registeret vet bedre."
        )
    )

    static let industryUnknown = ReviewRuleTexts(
        title: Name(
            english: "Industry unknown",
            norwegian: "Næring ukjent"
        ),
        effect: Name(
            english: "Counts, but belongs to no industry.",
            norwegian: "Teller, men hører ikke til noen næring."
        ),
        reason: Name(
            english: "Neither register, account nor name says what the party does.",
            norwegian: "Verken register, konto eller navn sier hva parten driver med."
        ),
        remedy: Name(
            english: "Fill in the organisation numbers of the largest first.",
            norwegian: "Fyll inn organisasjonsnumrene for de største først."
        )
    )
}
