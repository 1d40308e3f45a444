import Accounts
import Leontief

extension LeontiefError: Worded {
    func message(_ words: Words) -> Message {
        switch self {
        case .accounts(let error): error.message(words)
        case .linearAlgebra(let error, let sector): error.message(words, sector: sector)
        case .notProductive(let sectors): notProductive(sectors, words)
        case .productivityUndecided(let least, let most): undecided(least, most, words)
        case .notConverged(let residual, let products): notConverged(residual, products, words)
        case .extractionUndefined(let sector): extractionUndefined(sector, words)
        case .salesWithoutOutput(let sector, let sales):
            words.message(
                [
                    words.problem(
                        words(
                            "\(words.sector(sector)) has sales of \(words.number(sales)), but no output.",
                            "\(words.sector(sector)) har salg på \(words.number(sales)), men ingen produksjon."
                        )
                    )
                ],
                remedy: words.checkTable(
                    words(
                        "correct the output of \(words.quoted(sector)) or merge it with another industry",
                        "rett produksjonen i \(words.quoted(sector)) eller slå næringen sammen med en annen"
                    )
                ),
                .badData
            )
        case .amountWithoutOutput(let sector, let amount):
            words.message(
                [
                    words.problem(
                        words(
                            "\(words.sector(sector)) has jobs or emissions of \(words.number(amount)), but no output.",
                            "\(words.sector(sector)) har sysselsatte eller utslipp på \(words.number(amount)), men ingen produksjon."
                        )
                    )
                ],
                remedy: words.checkTable(
                    words(
                        "correct the output of \(words.quoted(sector)) or merge it with another industry",
                        "rett produksjonen i \(words.quoted(sector)) eller slå næringen sammen med en annen"
                    )
                ),
                .badData
            )
        case .regionExceedsNation(let seller, let buyer, let region, let nation):
            words.message(
                [
                    words.problem(
                        words(
                            """
                            per krone of output, \(words.sector(buyer)) would buy \(words.number(region)) kroner of \
                            \(words.quoted(seller)) in the region, but only \(words.number(nation)) in the whole nation.
                            """,
                            """
                            \(words.sector(buyer)) ville kjøpt for \(words.number(region)) kroner fra \
                            \(words.quoted(seller)) i regionen per krone produksjon, men bare \(words.number(nation)) i hele landet.
                            """
                        )
                    )
                ],
                remedy: words.checkTable(
                    words(
                        "make sure that table and regional accounts are of the same year and nation",
                        "pass på at kryssløp og fylkesregnskap gjelder samme år og land"
                    )
                ),
                .badData
            )
        case .inputsWithoutOutput(let sector, let inputs):
            words.message(
                [
                    words.problem(
                        words(
                            "\(words.sector(sector)) has inputs of \(words.number(inputs)), but no output.",
                            "\(words.sector(sector)) har produktinnsats på \(words.number(inputs)), men ingen produksjon."
                        )
                    )
                ],
                remedy: words.checkTable(
                    words(
                        "correct the output of \(words.quoted(sector)) or merge it with another industry",
                        "rett produksjonen i \(words.quoted(sector)) eller slå næringen sammen med en annen"
                    )
                ),
                .badData
            )
        case .endlessConsumption(let share): endlessConsumption(share, words)
        case .shareOutside(let name, let value):
            words.message(
                [
                    words.problem(
                        words(
                            "key households.\(name): \(words.number(value)) must lie between 0 and 1.",
                            "nøkkel households.\(name): \(words.number(value)) må ligge mellom 0 og 1."
                        )
                    )
                ],
                remedy: words(
                    "Write the share as a decimal number, such as 0.25 for 25%, in study.yaml.",
                    "Skriv andelen som desimaltall i study.yaml, for eksempel 0.25 for 25 %."
                ),
                .badData
            )
        case .wrongBasis(let demand, let difference): difference.refusal(ofDemand: demand, words)
        case .noProduction(let demand, let sector, let region):
            words.message(
                [
                    words.problem(
                        words(
                            """
                            the shock \(words.quoted(demand)) is directed at industry \(words.quoted(sector)), which \
                            produces nothing in region \(words.quoted(region)).
                            """,
                            """
                            etterspørselsendringen \(words.quoted(demand)) er rettet mot næring \(words.quoted(sector)), som ikke \
                            har produksjon i region \(words.quoted(region)).
                            """
                        )
                    )
                ],
                remedy: words(
                    "Take \(words.quoted(sector)) out of the shock, or study a region that has the industry.",
                    "Ta \(words.quoted(sector)) ut av endringen under shocks, eller velg en region som har næringen."
                ),
                .badData
            )
        }
    }

    private func notProductive(_ sectors: [SectorSum], _ words: Words) -> Message {
        let sums = sectors.map { sector in
            words.problem(
                words(
                    """
                    \(words.sector(sector.sector)) buys intermediate products for \(words.number(sector.sum)) \
                    kroner for every krone it produces.
                    """,
                    """
                    \(words.sector(sector.sector)) kjøper produktinnsats for \(words.number(sector.sum)) kroner \
                    per krone den produserer.
                    """
                )
            )
        }
        return words.message(
            [
                words.problem(
                    words(
                        "the economy is not productive: meeting any demand would take ever more inputs.",
                        "økonomien er ikke produktiv: enhver etterspørsel ville krevd stadig mer produktinnsats."
                    )
                )
            ] + sums,
            remedy: words.checkTable(
                words(
                    "correct the industry's purchases or output, or merge it with another industry",
                    "rett næringens innkjøp eller produksjon, eller slå den sammen med en annen næring"
                )
            ),
            .numerical
        )
    }

    private func endlessConsumption(_ share: Double, _ words: Words) -> Message {
        words.message(
            [
                words.problem(
                    words(
                        """
                        households would spend \(words.percent(share)) of each krone again in every round, so that \
                        consumption never ends; it must be less than 100%.
                        """,
                        """
                        husholdningene ville brukt \(words.percent(share)) av hver krone på nytt i hver runde, slik \
                        at konsumet aldri tar slutt; det må være mindre enn 100 %.
                        """
                    )
                )
            ],
            remedy: words(
                """
                Check income_tax, saving, wage_share_of_compensation and resident_share under households in \
                study.yaml: taxes and saving must take something out of each round.
                """,
                """
                Kontroller income_tax, saving, wage_share_of_compensation og resident_share under households i \
                study.yaml: skatt og sparing må ta noe ut av hver runde.
                """
            ),
            .numerical
        )
    }
}

extension Difference {
    /// Why a shock in another basis than the table's is refused; the demand's side of the difference is first.
    fileprivate func refusal(ofDemand demand: String, _ words: Words) -> Message {
        let shock = words(
            "the shock \(words.quoted(demand))",
            "etterspørselsendringen \(words.quoted(demand))"
        )
        return switch self {
        case .priceBasis(.purchasers, _):
            words.message(
                [
                    words.problem(
                        words(
                            """
                            \(shock) is in purchasers' prices, but the table is in basic prices. Purchasers' prices \
                            contain VAT, other product taxes and trade and transport margins, which are no output of \
                            the industry; the amounts are not accepted as they are.
                            """,
                            """
                            \(shock) er i kjøperpriser, men tabellen er i basispriser. Kjøperpriser inneholder \
                            merverdiavgift, andre produktskatter og handels- og transportmarginer, som ikke er \
                            produksjon i næringen; beløpene godtas ikke som de er.
                            """
                        )
                    )
                ],
                remedy: words(
                    """
                    Convert to basic prices first: take out VAT and other product taxes, move the trade margin to \
                    G45_47 and the transport margin to H49_52, then write price_basis: basic under the shock in \
                    study.yaml.
                    """,
                    """
                    Regn om til basispriser først: trekk ut merverdiavgift og andre produktskatter, flytt \
                    handelsmarginen til G45_47 og transportmarginen til H49_52, og skriv så price_basis: basic under \
                    endringen i shocks i study.yaml.
                    """
                ),
                .badData
            )
        case .pricesOf(let own, let table):
            words.message(
                [
                    words.problem(
                        words(
                            "\(shock) is in prices of \(own), but the table is in prices of \(table).",
                            "\(shock) er i \(own)-priser, men tabellen er i \(table)-priser."
                        )
                    )
                ],
                remedy: words(
                    "Convert the amounts to \(table) prices with a price index, and write prices_of: \(table) under the shock.",
                    "Regn om beløpene til \(table)-priser med en prisindeks, og skriv prices_of: \(table) under endringen i shocks."
                ),
                .badData
            )
        default:
            words.message(
                [
                    words.problem(
                        words("\(shock) does not fit the table: ", "\(shock) passer ikke til tabellen: ")
                            + clause(
                                words,
                                between: words("the shock", "endringen"),
                                and: words("the table", "tabellen")
                            ) + "."
                    )
                ],
                remedy: words(
                    "State the shock in MNOK, in basic prices, and in the year and prices of the table.",
                    "Oppgi endringen i mill. kr, i basispriser, og i tabellens år og priser."
                ),
                .badData
            )
        }
    }
}
