import Accounts

// What the register says of the day of the trade, and where the party works.
extension ReviewRuleTexts {
    static let mergedIntoSuccessor = ReviewRuleTexts(
        title: Name(
            english: "Merged into another firm",
            norwegian: "Fusjonert inn i et annet foretak"
        ),
        effect: Name(
            english: "From the day of the merger, counts as the successor's.",
            norwegian: "Teller fra fusjonsdagen som det overtakende foretakets."
        ),
        reason: Name(
            english: "The register says that the firm was dissolved and merged into another.",
            norwegian: "Registeret sier at foretaket er slettet og fusjonert inn i et annet."
        ),
        remedy: Name(
            english: "Nothing; the books may go on using the old number.",
            norwegian: "Ingenting; regnskapet kan godt bruke det gamle nummeret."
        )
    )

    static let afterDissolution = ReviewRuleTexts(
        title: Name(
            english: "Trade after the party was dissolved",
            norwegian: "Handel etter at parten er slettet"
        ),
        effect: Name(
            english: "Counts as it stands.",
            norwegian: "Teller som det står."
        ),
        reason: Name(
            english: """
                The register says that the party had been dissolved by then, and does not say who took over. \
                Invoices often come late.
                """,
            norwegian: """
                Registeret sier at parten da var slettet, og ikke hvem som overtok. Fakturaer kommer ofte sent.
                """
        ),
        remedy: Name(
            english: """
                Find out whether another firm took over, and whether the number in the books is an old one.
                """,
            norwegian: "Finn ut om et annet foretak tok over, og om nummeret i regnskapet er gammelt."
        )
    )

    static let afterBankruptcy = ReviewRuleTexts(
        title: Name(
            english: "Trade after the party went bankrupt",
            norwegian: "Handel etter at parten gikk konkurs"
        ),
        effect: Name(
            english: "Counts as it stands.",
            norwegian: "Teller som det står."
        ),
        reason: Name(
            english: """
                The register says that bankruptcy had been opened. The estate may have gone on trading.
                """,
            norwegian: "Registeret sier at konkurs var åpnet. Boet kan ha drevet videre."
        ),
        remedy: Name(
            english: "Do not count on the party in years to come.",
            norwegian: "Regn ikke med parten i årene framover."
        )
    )

    static let beforeRegistration = ReviewRuleTexts(
        title: Name(
            english: "Trade before the party was registered",
            norwegian: "Handel før parten ble registrert"
        ),
        effect: Name(
            english: "Counts as it stands.",
            norwegian: "Teller som det står."
        ),
        reason: Name(
            english: """
                The register says that the party came later; it may have taken over another's business, or the \
                number is wrong.
                """,
            norwegian: """
                Registeret sier at parten kom til senere; den kan ha overtatt en annens virksomhet, eller nummeret \
                er feil.
                """
        ),
        remedy: Name(
            english: "Check the number for the largest of them.",
            norwegian: "Kontroller nummeret for de største."
        )
    )

    static let onlyEstablishment = ReviewRuleTexts(
        title: Name(
            english: "Firm with one establishment",
            norwegian: "Foretak med én bedrift"
        ),
        effect: Name(
            english: "Counts as its establishment's, with the establishment's industry and municipality.",
            norwegian: "Teller som bedriftens, med bedriftens næring og kommune."
        ),
        reason: Name(
            english: "Statistics count where the work is done, and the establishment is where.",
            norwegian: "Statistikken teller der arbeidet gjøres, og det er i bedriften."
        ),
        remedy: Name(
            english: "Nothing.",
            norwegian: "Ingenting."
        )
    )

    static let headOfficeSpread = ReviewRuleTexts(
        title: Name(
            english: "Head-office effect: firm with several establishments",
            norwegian: "Hovedkontoreffekt: foretak med flere bedrifter"
        ),
        effect: Name(
            english: """
                Shared between the establishments open that day, in proportion to their employees, to the øre.
                """,
            norwegian: "Fordelt på bedriftene som var åpne den dagen, etter antall ansatte, på øret."
        ),
        reason: Name(
            english: """
                Invoices name the firm, whose address is the head office; the work may have been done anywhere. This \
                is an estimate.
                """,
            norwegian: """
                Fakturaen nevner foretaket, som har adresse på hovedkontoret; arbeidet kan være gjort hvor som \
                helst. Dette er et anslag.
                """
        ),
        remedy: Name(
            english: """
                Where you know which plant delivered, put that establishment's own organisation number in the file.
                """,
            norwegian: """
                Vet du hvilket anlegg som leverte, sett inn bedriftens eget organisasjonsnummer i filen.
                """
        )
    )

    static let employeesWithheld = ReviewRuleTexts(
        title: Name(
            english: "Employees withheld by the register",
            norwegian: "Antall ansatte holdt tilbake i registeret"
        ),
        effect: Name(
            english: "An establishment with one to four employees counts as two and a half.",
            norwegian: "En bedrift med én til fire ansatte teller som to og en halv."
        ),
        reason: Name(
            english: "The register does not publish numbers below five.",
            norwegian: "Registeret offentliggjør ikke tall under fem."
        ),
        remedy: Name(
            english: "Nothing.",
            norwegian: "Ingenting."
        )
    )

    static let equalShares = ReviewRuleTexts(
        title: Name(
            english: "Establishments without employees",
            norwegian: "Bedrifter uten ansatte"
        ),
        effect: Name(
            english: "Each establishment gets the same share.",
            norwegian: "Hver bedrift får like mye."
        ),
        reason: Name(
            english: "None of the firm's establishments has employees to share by.",
            norwegian: "Ingen av foretakets bedrifter har ansatte å fordele etter."
        ),
        remedy: Name(
            english: "Put the establishment's own number in the file where you know it.",
            norwegian: "Sett inn bedriftens eget nummer i filen der du kjenner det."
        )
    )

    static let noEstablishmentOpen = ReviewRuleTexts(
        title: Name(
            english: "No establishment open that day",
            norwegian: "Ingen bedrift åpen den dagen"
        ),
        effect: Name(
            english: "Stays with the firm, with the firm's industry and municipality.",
            norwegian: "Blir stående på foretaket, med foretakets næring og kommune."
        ),
        reason: Name(
            english: "All of the firm's establishments were opened later or closed before.",
            norwegian: "Alle foretakets bedrifter ble åpnet senere eller lagt ned før."
        ),
        remedy: Name(
            english: "Nothing.",
            norwegian: "Ingenting."
        )
    )
}
