import Accounts

// Whether the books say who a party is.
extension ReviewRuleTexts {
    static let invoiceNumberOnly = ReviewRuleTexts(
        title: Name(
            english: "Nothing but an invoice number",
            norwegian: "Bare et fakturanummer"
        ),
        effect: Name(
            english: "The rows are left out: they count neither as purchases nor as sales.",
            norwegian: "Radene er utelatt: de teller verken som innkjøp eller som salg."
        ),
        reason: Name(
            english: """
                Neither name nor organisation number says who the party is, so the kroner can be given to no \
                industry and no place.
                """,
            norwegian: """
                Verken navn eller organisasjonsnummer sier hvem parten er, så kronene kan ikke legges til noen \
                næring eller noe sted.
                """
        ),
        remedy: Name(
            english: """
                Add the party's name and organisation number in the accounting system or in the file, and review \
                again.
                """,
            norwegian: """
                Før på partens navn og organisasjonsnummer i regnskapssystemet eller i filen, og kjør gjennomgangen \
                på nytt.
                """
        )
    )

    static let numberMissing = ReviewRuleTexts(
        title: Name(
            english: "No organisation number",
            norwegian: "Uten organisasjonsnummer"
        ),
        effect: Name(
            english: "Counts under the party's name as it stands in the books.",
            norwegian: "Teller under partens navn slik det står i regnskapet."
        ),
        reason: Name(
            english: """
                The register cannot be asked who the party is: industry and place are estimated or unknown.
                """,
            norwegian: """
                Registeret kan ikke spørres om hvem parten er: næring og sted er anslått eller ukjent.
                """
        ),
        remedy: Name(
            english: "Fill in the organisation numbers of the largest parties first.",
            norwegian: "Fyll inn organisasjonsnumrene for de største partene først."
        )
    )

    static let numberFailsCheck = ReviewRuleTexts(
        title: Name(
            english: "Organisation number with a wrong last digit",
            norwegian: "Organisasjonsnummer med feil kontrollsiffer"
        ),
        effect: Name(
            english: "Counts all the same.",
            norwegian: "Teller likevel."
        ),
        reason: Name(
            english: """
                The ninth digit is not the one that the first eight give (modulo 11). The number is mistyped or \
                invented.
                """,
            norwegian: """
                Det niende sifferet er ikke det de åtte første gir (modulo 11). Nummeret er feilskrevet eller \
                oppdiktet.
                """
        ),
        remedy: Name(
            english: "Look the party up in Brønnøysundregistrene and correct the number.",
            norwegian: "Slå opp parten i Brønnøysundregistrene og rett nummeret."
        )
    )

    static let numberInScientificNotation = ReviewRuleTexts(
        title: Name(
            english: "Organisation number spoilt by a spreadsheet",
            norwegian: "Organisasjonsnummer ødelagt av regneark"
        ),
        effect: Name(
            english: "Counts under the party's name; the number is not used.",
            norwegian: "Teller under partens navn; nummeret brukes ikke."
        ),
        reason: Name(
            english: """
                The spreadsheet has written the number as a power of ten (such as 9,23609E+08), and its last digits \
                are lost.
                """,
            norwegian: """
                Regnearket har skrevet nummeret som en tierpotens (for eksempel 9,23609E+08), og de siste sifrene er \
                borte.
                """
        ),
        remedy: Name(
            english: "Export again, with the column as text or as a number without decimals.",
            norwegian: "Eksporter på nytt med kolonnen som tekst eller som tall uten desimaler."
        )
    )

    static let numberUnreadable = ReviewRuleTexts(
        title: Name(
            english: "No organisation number in its column",
            norwegian: "Noe annet enn et organisasjonsnummer"
        ),
        effect: Name(
            english: "Counts under the party's name; what stands in the column is not used.",
            norwegian: "Teller under partens navn; det som står i kolonnen, brukes ikke."
        ),
        reason: Name(
            english: "What stands there does not have nine digits and is no other country's number.",
            norwegian: "Det som står der, har ikke ni sifre og er ikke et annet lands nummer."
        ),
        remedy: Name(
            english: "Correct the number in the accounting system or in the file.",
            norwegian: "Rett nummeret i regnskapssystemet eller i filen."
        )
    )

    static let nationalIdentityNumber = ReviewRuleTexts(
        title: Name(
            english: "National identity number for an organisation number",
            norwegian: "Fødselsnummer i stedet for organisasjonsnummer"
        ),
        effect: Name(
            english: "Counts among private persons, added up; the number is not written anywhere.",
            norwegian: "Teller blant privatpersoner, lagt sammen; nummeret skrives ingen steder."
        ),
        reason: Name(
            english: "Eleven digits are a person's number, which is personal data.",
            norwegian: "Elleve sifre er en persons nummer, som er en personopplysning."
        ),
        remedy: Name(
            english: "Take the number out of the accounting system's field for organisation numbers.",
            norwegian: "Fjern nummeret fra feltet for organisasjonsnummer i regnskapssystemet."
        )
    )

    static let notInRegister = ReviewRuleTexts(
        title: Name(
            english: "Not in the register",
            norwegian: "Ikke i registeret"
        ),
        effect: Name(
            english: "Counts under its number; industry and place are estimated or unknown.",
            norwegian: "Teller under nummeret sitt; næring og sted er anslått eller ukjent."
        ),
        reason: Name(
            english: "The register's files that were used do not have the number.",
            norwegian: "Registerfilene som ble brukt, har ikke nummeret."
        ),
        remedy: Name(
            english: "Check the number, and that the register's files are complete and of the right date.",
            norwegian: "Kontroller nummeret, og at registerfilene er fullstendige og fra riktig dato."
        )
    )

    static let partiesWithOneNumber = ReviewRuleTexts(
        title: Name(
            english: "Several entries with one organisation number",
            norwegian: "Flere oppføringer med samme organisasjonsnummer"
        ),
        effect: Name(
            english: "Their kroner are added up to one party.",
            norwegian: "Kronene er lagt sammen til én part."
        ),
        reason: Name(
            english: "The books have the same firm more than once.",
            norwegian: "Regnskapet har samme foretak flere ganger."
        ),
        remedy: Name(
            english: "Nothing, unless one of the numbers is wrong.",
            norwegian: "Ingenting, med mindre ett av numrene er feil."
        )
    )
}
