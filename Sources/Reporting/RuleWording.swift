public import Accounts

/// What each named rule does, for people. The names are stable; docs/METHOD.md has the reasons.
public enum RuleWording {
    /// A sentence on the rule called `name`; the name itself for a rule that a user's dataset brought along.
    public static func text(_ name: String, in language: Language) -> String {
        known[name]?.text(in: language) ?? name
    }

    private static let known: [String: Name] = [studies, register, bank, counties].reduce(into: [:]) {
        $0.merge($1) { first, _ in first }
    }

    private static let bank: [String: Name] = [
        "null-without-status": Name(
            english: "Cells without a number and without a mark are taken for not available (..).",
            norwegian: "Celler uten tall og uten tegn regnes som ikke tilgjengelige (..)."
        ),
        "counties-from-municipalities": Name(
            english: "Counties exist in the years that municipalities' codes begin with theirs.",
            norwegian: "Fylkene finnes i de årene kommunenumre begynner med deres nummer."
        ),
    ]

    private static let register: [String: Name] = [
        "register-industry-blank": Name(
            english: "The register has no industry for these units, or says 00.000.",
            norwegian: "Registeret har ingen næring for disse enhetene, eller sier 00.000."
        ),
        "register-code-made-whole": Name(
            english: "Industry codes that had lost zeros to a spreadsheet (41.2) are made whole (41.200).",
            norwegian: "Næringskoder som har mistet nuller i et regneark (41.2), er gjort hele (41.200)."
        ),
        "register-code-unknown": Name(
            english: "Industry codes that neither SN2007 nor SN2025 has are left out.",
            norwegian: "Næringskoder som verken SN2007 eller SN2025 har, er utelatt."
        ),
        "register-letters-restored": Name(
            english: "Letters written as <U+00E5> in names are put back.",
            norwegian: "Bokstaver skrevet som <U+00E5> i navn er satt tilbake."
        ),
        "register-bankruptcy-dated": Name(
            english: "A bankruptcy without a date stands on the day of the file.",
            norwegian: "En konkurs uten dato står på filens dag."
        ),
        "register-personal-names-left-out": Name(
            english:
                "Names of sole proprietors, private employers and their establishments are left out: they are persons'.",
            norwegian:
                "Navn på enkeltpersonforetak, private arbeidsgivere og deres underenheter er utelatt: de er personers."
        ),
        "sn2025-same-name": Name(
            english: "An SN2025 code goes where the SN2007 code of the same name goes.",
            norwegian: "En SN2025-kode går dit SN2007-koden med samme navn går."
        ),
        "sn2025-vehicles": Name(
            english:
                "Trade in and repair of motor vehicles go to R45, which SN2025 has spread over trade and repair.",
            norwegian:
                "Handel med og reparasjon av motorvogner går til R45, som SN2025 har spredt på handel og reparasjon."
        ),
        "sn2025-moved-class": Name(
            english:
                "Classes that changed division under nearly the same name go where they stood in SN2007.",
            norwegian: "Grupper som skiftet næring under nesten samme navn, går dit de stod i SN2007."
        ),
        "sn2025-same-division": Name(
            english: "Another SN2025 code goes to the industry of its division.",
            norwegian: "En annen SN2025-kode går til næringen for sine to første sifre."
        ),
        "sn2025-unplaced": Name(
            english: "SN2025 codes whose content lay in several industries are known, but go nowhere.",
            norwegian: "SN2025-koder med innhold fra flere næringer er kjent, men går ingen steder."
        ),
    ]

    private static let counties: [String: Name] = [
        "merged-region-summed": Name(
            english: "A region's figures before it was merged are the sum of the regions it was made of.",
            norwegian: "Tall for en region før den ble slått sammen, er summen av regionene den ble laget av."
        ),
        "table-projected": Name(
            english:
                "The national table is projected from another year's by industries' growth, and is not Statistics Norway's.",
            norwegian:
                "Landstabellen er framskrevet fra et annet års tabell etter næringenes vekst, og er ikke SSBs."
        ),
        "accounts-scaled-to-national-table": Name(
            english:
                "Counties' figures are multiplied by the national table's total over their own nation's.",
            norwegian:
                "Fylkenes tall er ganget med landstabellens sum over sum for landet i fylkesregnskapet."
        ),
        "households-by-population": Name(
            english: "Household consumption is shared out by inhabitants.",
            norwegian: "Husholdningenes konsum er fordelt etter innbyggere."
        ),
        "households-by-compensation": Name(
            english: "Household consumption is shared out by compensation of employees.",
            norwegian: "Husholdningenes konsum er fordelt etter lønnskostnader."
        ),
        "collective-use-by-public-value-added": Name(
            english: "What government buys of others is shared out by the value added of public industries.",
            norwegian: "Det offentliges kjøp fra andre er fordelt etter verdiskapingen i offentlige næringer."
        ),
        "used-where-made": Name(
            english: "Public services and own dwellings are used in the county they are made in.",
            norwegian: "Offentlige tjenester og egne boliger brukes i fylket de lages i."
        ),
        "investment-by-regional-investment": Name(
            english: "Investment is shared out by the counties' investment; nothing is built outside them.",
            norwegian: "Investering er fordelt etter fylkenes investering; ingenting bygges utenfor dem."
        ),
        "investment-by-value-added": Name(
            english: "Investment is shared out by value added.",
            norwegian: "Investering er fordelt etter verdiskaping."
        ),
        "exports-by-output": Name(
            english: "Exports and inventories are shared out by output.",
            norwegian: "Eksport og lagerendring er fordelt etter produksjon."
        ),
        "outside-equally-far": Name(
            english:
                "The territory outside the counties is as far from each as they are from each other on average.",
            norwegian:
                "Området utenfor fylkene er like langt fra hvert som de er fra hverandre i gjennomsnitt."
        ),
    ]

    private static let studies: [String: Name] = [
        "spreadsheet-error-read-as-zero": Name(
            english:
                "An Excel error cell is read as zero, because the row's own total leaves nothing for it.",
            norwegian: "En feilcelle i Excel leses som null, fordi radens egen sum ikke levner noe til den."
        ),
        "blank-cell-read-as-zero": Name(
            english: "A blank cell of the publisher's table is zero.",
            norwegian: "En tom celle i tabellen er null."
        ),
        "industries-merged-by-publisher": Name(
            english:
                "Industries that the publisher merged for confidentiality are read under the one that holds them.",
            norwegian:
                "Næringer som er slått sammen av hensyn til konfidensialitet, leses under den som rommer dem."
        ),
        "industry-without-output": Name(
            english: "Industries without output have no coefficients and no multipliers.",
            norwegian: "Næringer uten produksjon har verken koeffisienter eller multiplikatorer."
        ),
        "final-demand-subtotals-dropped": Name(
            english: "Subtotals in final demand equal the sum of their parts and are left out.",
            norwegian: "Delsummer i sluttleveringen er lik summen av delene og er utelatt."
        ),
        "regional-centre-as-position": Name(
            english: "A region lies where its regional centre lies.",
            norwegian: "En region ligger der regionsenteret ligger."
        ),
        "national-coefficients-summed-over-regions": Name(
            english:
                "The nation's domestic coefficients are all regions' purchases from own and other regions over output.",
            norwegian:
                "Landets innenlandske koeffisienter er alle regioners kjøp fra egen og andre regioner delt på produksjonen."
        ),
        "negative-final-demand-kept": Name(
            english: "Negative final demand (mostly changes in inventories) is normal and is kept.",
            norwegian: "Negativ sluttlevering (mest lagerendring) er normalt og er beholdt."
        ),
        "row-rounding-accepted": Name(
            english: "Rows add up to output only to the publisher's rounding.",
            norwegian: "Radene summerer seg til produksjonen bare innenfor avrundingen."
        ),
        "industry-codes-of-input-output-tables": Name(
            english:
                "Industries of supply and use have the codes of the input-output tables: V01 is R01, VO is R84.",
            norwegian:
                "Næringene i tilgang og bruk har samme koder som i kryssløpstabellene: V01 er R01, VO er R84."
        ),
        "negative-supply-kept": Name(
            english: "A negative cell of the supply table is kept as published.",
            norwegian: "En negativ celle i tilgangstabellen er beholdt slik den er publisert."
        ),
        "supply-use-rounding-accepted": Name(
            english: "Supply and use of a product agree only to the publisher's rounding.",
            norwegian: "Tilgang og bruk av et produkt stemmer bare innenfor avrundingen."
        ),
        "product-taxes-in-proportion-to-use": Name(
            english:
                "Taxes on a product are spread over its uses in proportion; who pays them is not published.",
            norwegian:
                "Skatter på et produkt er fordelt etter bruken av det; hvem som betaler dem, er ikke publisert."
        ),
        "margins-in-proportion-to-use": Name(
            english: "Trade and transport margins on a product are spread over its uses in proportion.",
            norwegian: "Handels- og transportavanser på et produkt er fordelt etter bruken av det."
        ),
        "imports-in-proportion-to-use": Name(
            english:
                "Imports of a product are spread over its uses in proportion; who uses them is not published.",
            norwegian:
                "Importen av et produkt er fordelt etter bruken av det; hvem som bruker den, er ikke publisert."
        ),
        "purchases-known-in-total-placed": Name(
            english: "Purchases known in total only are placed on products.",
            norwegian: "Innkjøp som bare er kjent i sum, er plassert på produkter."
        ),
        "symmetric-table-made-of-supply-and-use": Name(
            english: "The symmetric table is made of supply and use by the model named; it is not published.",
            norwegian:
                "Den symmetriske tabellen er laget av tilgang og bruk etter modellen; den er ikke publisert."
        ),
        "negative-cells-made-by-model": Name(
            english: "The model makes negative cells; they are kept and listed.",
            norwegian: "Modellen gir negative celler; de er beholdt og listet."
        ),
        "region-not-existing-that-year": Name(
            english: "Figures printed for a county in a year when it did not exist are left out.",
            norwegian: "Tall trykt for et fylke i år det ikke fantes, er utelatt."
        ),
        "owner-occupied-dwellings-have-no-wages": Name(
            english:
                "Nobody works in owner-occupied dwellings; wages or jobs printed for them cannot occur and are left out.",
            norwegian:
                "Ingen arbeider i egen bolig; lønn og sysselsatte trykt for den kan ikke forekomme og er utelatt."
        ),
        "blank-is-suppressed": Name(
            english: "A blank cell of the county accounts is a withheld figure.",
            norwegian: "En tom celle i fylkesregnskapet er et prikket tall."
        ),
        "mainland-norway-dropped": Name(
            english: "The line for mainland Norway holds zeros only and is left out.",
            norwegian: "Linjen for Fastlands-Norge inneholder bare nuller og er utelatt."
        ),
        "real-estate-emissions-printed-on-dwellings": Name(
            english:
                "All emissions of real estate are printed on owner-occupied dwellings; both meet in one group.",
            norwegian: "Alle utslipp fra eiendom er trykt på egen bolig; begge møtes i én næringsgruppe."
        ),
        "thousand-tonnes-to-tonnes": Name(
            english: "CO₂ is printed in thousand tonnes and given in tonnes.",
            norwegian: "CO₂ er trykt i tusen tonn og gjengitt i tonn."
        ),
        "greenhouse-gases-weighted-by-ar5": Name(
            english: "Greenhouse gases are added with the weights of the IPCC's Fifth Assessment Report.",
            norwegian: "Klimagassene er lagt sammen med vektene i FNs klimapanels femte hovedrapport."
        ),
        "negative-value-added-replaced": Name(
            english:
                "A loss-making industry's size is taken from its compensation, times the nation's ratio.",
            norwegian: "Størrelsen til en næring med negativt bruttoprodukt er beregnet fra lønnskostnadene."
        ),
        "rest-of-country-not-below-zero": Name(
            english: "Where a region's printed figure passes the nation's, the rest of the country has none.",
            norwegian: "Der regionens trykte tall er større enn landets, har resten av landet ingenting."
        ),
        "regions-merged": Name(
            english: "Counties that later merged are added together.",
            norwegian: "Fylker som senere er slått sammen, er lagt sammen."
        ),
        "suppressed-cell-implied-by-totals": Name(
            english: "A withheld figure that the printed totals leave only one value for.",
            norwegian: "Et prikket tall som de trykte summene bare levner én verdi for."
        ),
        "suppressed-cell-estimated-within-totals": Name(
            english: """
                Withheld figures spread so that every printed total holds, to its rounding; estimates, not statistics. \
                In brackets, what the totals allow.
                """,
            norwegian: """
                Prikkede tall fordelt slik at alle trykte summer holder, innenfor avrundingen; anslag, ikke statistikk. \
                I klammer står det summene tillater.
                """
        ),
        "suppressed-cell-estimated-from-other-years": Name(
            english: """
                Withheld figures estimated by the region's share of the nation in the nearest years that print it, then \
                fitted to the printed totals. In brackets, what the totals allow.
                """,
            norwegian: """
                Prikkede tall anslått ved regionens andel av landet i de nærmeste årene som trykker den, og tilpasset de \
                trykte summene. I klammer står det summene tillater.
                """
        ),
        "suppressed-cell-estimated-from-another-measure": Name(
            english: """
                Withheld employment lost in the rounding of the totals, estimated by the region's share of the nation's \
                compensation or value added. In brackets, what the totals allow.
                """,
            norwegian: """
                Prikket sysselsetting som forsvinner i avrundingen av summene, anslått ved regionens andel av landets \
                lønnskostnader eller bruttoprodukt. I klammer står det summene tillater.
                """
        ),
    ]
}

/// What each check compares, for people.
enum CheckWording {
    static func text(_ kind: Report.Check.Kind, in language: Language) -> String {
        let words = Wording(language)
        return switch kind {
        case .columnIdentity:
            words(
                "Value added + imports + product taxes − 1 per krone of final demand, largest over industries",
                "Verdiskaping + import + produktskatter − 1 per krone sluttlevering, største avvik"
            )
        case .nationalValueAdded:
            words(
                "National value added, county accounts against the table, largest difference (MNOK)",
                "Landets bruttoprodukt, fylkesregnskap mot kryssløp, største avvik (mill. kr)"
            )
        case .nationalCompensation:
            words(
                "National compensation, county accounts against the table, largest difference (MNOK)",
                "Landets lønnskostnader, fylkesregnskap mot kryssløp, største avvik (mill. kr)"
            )
        case .impliedEmployment:
            words(
                "Employment implied in the region against the printed figure, relative",
                "Sysselsatte modellen gir i regionen mot trykt tall, relativt"
            )
        case .impliedCompensation:
            words(
                "Compensation implied in the region against the printed figure, relative",
                "Lønnskostnader modellen gir i regionen mot trykt tall, relativt"
            )
        case .firmsAddedBack:
            words(
                "Firms added back to what remains of their industries, against the table, largest cell over output",
                "Bedriftene lagt tilbake til resten av næringene sine, mot tabellen, største celle over produksjon"
            )
        case .firmColumns:
            words(
                "Value added + imports + product taxes (+ rounding) − 1 per krone of the firms' final demand, largest",
                "Verdiskaping + import + produktskatter (+ avrunding) − 1 per krone levert av bedriftene, største avvik"
            )
        case .actorRoundTrip:
            words(
                "Actor table applied to the outputs against a direct run, relative",
                "Aktørtabellen brukt på produksjonen mot direkte kjøring, relativt"
            )
        case .residual:
            words(
                "Residual of the Type I multipliers, relative",
                "Restledd i type I-multiplikatorene, relativt"
            )
        case .errorBound:
            words(
                "Error bound of the Type I multipliers, relative",
                "Feilgrense for type I-multiplikatorene, relativt"
            )
        case .rowBalance:
            words(
                "Largest row deviation of the national table (MNOK)",
                "Største radavvik i landets tabell (mill. kr)"
            )
        }
    }
}
