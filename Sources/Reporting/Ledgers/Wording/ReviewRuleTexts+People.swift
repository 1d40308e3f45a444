import Accounts

// Parties abroad, and people.
extension ReviewRuleTexts {
    static let countryContradicted = ReviewRuleTexts(
        title: Name(
            english: "Country and number do not agree",
            norwegian: "Land og nummer stemmer ikke overens"
        ),
        effect: Name(
            english: "The country that the register or the number's form gives is used.",
            norwegian: "Landet som registeret eller nummerets form gir, er brukt."
        ),
        reason: Name(
            english: "The books give another country, often an address of an invoice service.",
            norwegian: "Regnskapet oppgir et annet land, ofte adressen til en fakturatjeneste."
        ),
        remedy: Name(
            english: "Correct the country in the books if it is wrong there.",
            norwegian: "Rett landet i regnskapet hvis det er feil der."
        )
    )

    static let foreignParty = ReviewRuleTexts(
        title: Name(
            english: "Parties abroad",
            norwegian: "Parter i utlandet"
        ),
        effect: Name(
            english: "Purchases from them count as imports, sales to them as exports.",
            norwegian: "Kjøp fra dem teller som import, salg til dem som eksport."
        ),
        reason: Name(
            english: "What is bought abroad sets nothing moving in Norway.",
            norwegian: "Det som kjøpes i utlandet, setter ikke noe i gang i Norge."
        ),
        remedy: Name(
            english: """
                Nothing, unless the country is wrong. The country is the invoicing firm's, not always where the \
                goods were made.
                """,
            norwegian: """
                Ingenting, med mindre landet er feil. Landet er fakturautstederens, ikke alltid der varen er laget.
                """
        )
    )

    static let foreignByCompanyForm = ReviewRuleTexts(
        title: Name(
            english: "Abroad by the form of company in the name",
            norwegian: "I utlandet etter selskapsformen i navnet"
        ),
        effect: Name(
            english: "Counts as a party abroad.",
            norwegian: "Teller som part i utlandet."
        ),
        reason: Name(
            english: """
                The books give neither country nor number, but the name has another country's form of company (GmbH, \
                AB, Ltd).
                """,
            norwegian: """
                Regnskapet oppgir verken land eller nummer, men navnet har et annet lands selskapsform (GmbH, AB, \
                Ltd).
                """
        ),
        remedy: Name(
            english: "Enter the country, or the organisation number of a Norwegian branch.",
            norwegian: "Før inn landet, eller organisasjonsnummeret hvis det er en norsk filial."
        )
    )

    static let soleProprietors = ReviewRuleTexts(
        title: Name(
            english: "Sole proprietors",
            norwegian: "Enkeltpersonforetak"
        ),
        effect: Name(
            english: "Added up to one party an industry; who they are is not written anywhere.",
            norwegian: "Lagt sammen til én part per næring; hvem de er, skrives ingen steder."
        ),
        reason: Name(
            english: "The name and amounts of a sole proprietor are personal data.",
            norwegian: "Navn og beløp for et enkeltpersonforetak er personopplysninger."
        ),
        remedy: Name(
            english: "Nothing: their kroner count in full.",
            norwegian: "Ingenting: kronene deres teller fullt ut."
        )
    )

    static let privatePersons = ReviewRuleTexts(
        title: Name(
            english: "Private persons",
            norwegian: "Privatpersoner"
        ),
        effect: Name(
            english: "Added up to one party; who they are is not written anywhere.",
            norwegian: "Lagt sammen til én part; hvem de er, skrives ingen steder."
        ),
        reason: Name(
            english: """
                A name without number and without a firm's word (AS, kommune, …) may be a person's, and is personal \
                data.
                """,
            norwegian: """
                Et navn uten nummer og uten et foretaksord (AS, kommune, …) kan være en persons, og er en \
                personopplysning.
                """
        ),
        remedy: Name(
            english: "If firms are among them, fill in their organisation numbers and review again.",
            norwegian: """
                Er det foretak blant dem, fyll inn organisasjonsnumrene og kjør gjennomgangen på nytt.
                """
        )
    )

    static let nameWithheld = ReviewRuleTexts(
        title: Name(
            english: "Names not written",
            norwegian: "Navn som ikke skrives"
        ),
        effect: Name(
            english: "Counts as it stands; only its number in the books is shown.",
            norwegian: "Teller som det står; bare nummeret i regnskapet vises."
        ),
        reason: Name(
            english: "Nothing says that the name is a firm's and not a person's.",
            norwegian: "Ingenting sier at navnet er et foretaks og ikke en persons."
        ),
        remedy: Name(
            english: "Fill in the organisation number: the register's name of the firm is then shown.",
            norwegian: "Fyll inn organisasjonsnummeret, så vises foretakets navn i registeret."
        )
    )
}
