import Accounts
import Actors

extension ActorsError: Worded {
    func message(_ words: Words) -> Message {
        switch self {
        case .accounts(let error): error.message(words)
        case .leontief(let error): error.message(words)
        case .wrongPrice(let actor, let difference): difference.refusal(ofPriceOf: actor, words)
        case .needlessDeflator(let actor, let deflator, let year):
            words.message(
                [
                    words.problem(
                        words(
                            """
                            the price of \(words.quoted(actor)) is in prices of \(year.description), as the table is, but \
                            has a deflator of \(words.number(deflator)).
                            """,
                            """
                            prisen til \(words.quoted(actor)) er i \(year.description)-priser, som tabellen, men har en \
                            deflator på \(words.number(deflator)).
                            """
                        )
                    )
                ],
                remedy: words(
                    "Leave the column deflator blank, or correct price_year.",
                    "La kolonnen deflator stå tom, eller rett price_year."
                ),
                .badData
            )
        case .scoreOutOfRange(let score, let value, let range):
            words.message(
                [
                    words.problem(
                        words(
                            "\(words.quoted(score)) is \(words.number(value)).",
                            "\(words.quoted(score)) er \(words.number(value))."
                        )
                    )
                ],
                remedy: words(
                    """
                    Give a number between \(words.number(range.lowerBound)) and \(words.number(range.upperBound)), or leave \
                    it blank.
                    """,
                    """
                    Oppgi et tall mellom \(words.number(range.lowerBound)) og \(words.number(range.upperBound)), eller la \
                    det stå tomt.
                    """
                ),
                .badData
            )
        case .largerThanIndustry(let actors, let industry, let area, let actorOutput, let industryOutput):
            words.message(
                [
                    words.problem(
                        words(
                            """
                            the output of \(words.list(actors.map(words.quoted))) is \(words.mnok(actorOutput)), \
                            but all of industry \(words.quoted(industry)) in area \(words.quoted(area)) produces \
                            only \(words.mnok(industryOutput)).
                            """,
                            """
                            produksjonen i \(words.list(actors.map(words.quoted))) er \
                            \(words.mnok(actorOutput)), men hele næring \(words.quoted(industry)) i område \
                            \(words.quoted(area)) produserer bare \(words.mnok(industryOutput)).
                            """
                        )
                    ),
                    words(
                        """
                        Likely causes: the output is booked at a head office elsewhere; the actor belongs to another \
                        industry; price_nok or output is in the wrong unit; or the county's figure is withheld.
                        """,
                        """
                        Sannsynlige årsaker: produksjonen er bokført på et hovedkontor et annet sted; aktøren hører \
                        til en annen næring; price_nok eller output er i feil enhet; eller fylkestallet er prikket.
                        """
                    ),
                ],
                remedy: words(
                    "Check the columns industry, price_nok, unit and output of these actors, and run the command again.",
                    "Kontroller kolonnene industry, price_nok, unit og output for disse aktørene, og kjør kommandoen på nytt."
                ),
                .badData
            )
        case .firmsDoNotFit(let refusal): refusal.message(words)
        case .firmAccount(let firm, let fault): fault.message(firm, words)
        case .rebalancing(let error): error.message(words)
        case .books(let firm, let problem): problem.message(aboutThoseOf: firm, words)
        case .measureExceedsIndustry(let measure, let actors, let industry, let area):
            words.message(
                [
                    words.problem(
                        words(
                            """
                            \(words.list(actors.map(words.quoted))) have more of \(words.quoted(measure)) than all of \
                            industry \(words.quoted(industry)) in area \(words.quoted(area)).
                            """,
                            """
                            \(words.list(actors.map(words.quoted))) har mer av \(words.quoted(measure)) enn hele næring \
                            \(words.quoted(industry)) i område \(words.quoted(area)).
                            """
                        )
                    )
                ],
                remedy: words(
                    "Check the firm's industry, and whether its employees or emissions are counted elsewhere.",
                    "Kontroller foretakets næring, og om ansatte eller utslipp er ført et annet sted."
                ),
                .badData
            )
        }
    }
}

extension Difference {
    /// Why an actor's price is refused; the price's side of the difference is first.
    fileprivate func refusal(ofPriceOf actor: String, _ words: Words) -> Message {
        let price = words("the price of \(words.quoted(actor))", "prisen for \(words.quoted(actor))")
        return switch self {
        case .priceBasis(.purchasers, _):
            words.message(
                [
                    words.problem(
                        words(
                            "\(price) is a purchasers' price; it must be a basic price, what the producer keeps.",
                            "\(price) er en kjøperpris; den må være en basispris, det produsenten sitter igjen med."
                        )
                    )
                ],
                remedy: words(
                    "Take VAT, product taxes, trade and freight out of price_nok, and write basic under price_basis.",
                    "Trekk merverdiavgift, produktskatter, avanse og frakt ut av price_nok, og skriv basic under price_basis."
                ),
                .badData
            )
        case .pricesOf(let own, let table):
            words.message(
                [
                    words.problem(
                        words(
                            "\(price) is of \(own), but the table is in prices of \(table), and no deflator is given.",
                            "\(price) er fra \(own), men tabellen er i \(table)-priser, og det er ikke oppgitt noen deflator."
                        )
                    )
                ],
                remedy: words(
                    "Write in the column deflator the factor that prices of \(own) are multiplied by to be prices of \(table).",
                    "Skriv i kolonnen deflator det tallet \(own)-priser ganges med for å bli \(table)-priser."
                ),
                .badData
            )
        default:
            words.message(
                [
                    words.problem(
                        words("\(price) does not fit the table: ", "\(price) passer ikke til tabellen: ")
                            + clause(
                                words,
                                between: words("the price", "prisen"),
                                and: words("the table", "tabellen")
                            ) + "."
                    )
                ],
                remedy: words(
                    "Give the price in kroner, as a basic price, in the columns price_nok, price_year and price_basis.",
                    "Oppgi prisen i kroner, som basispris, i kolonnene price_nok, price_year og price_basis."
                ),
                .badData
            )
        }
    }
}
