import Accounts
import Leontief

/// Words for answers that could not be computed to be trusted.
extension LeontiefError {
    func undecided(_ least: Double, _ most: Double, _ words: Words) -> Message {
        words.message(
            [
                words.problem(
                    words(
                        """
                        whether the economy is productive cannot be told in double precision: the spectral radius of its \
                        coefficients lies between 1 − \(words.number(1 - least)) and 1 + \(words.number(most - 1)), \
                        and it must be below 1.
                        """,
                        """
                        det lar seg ikke avgjøre i dobbel presisjon om økonomien er produktiv: spektralradien til \
                        koeffisientene ligger mellom 1 − \(words.number(1 - least)) og 1 + \(words.number(most - 1)), \
                        og den må være under 1.
                        """
                    )
                )
            ],
            remedy: words.checkTable(Self.inputsNearOutput(words)),
            .numerical
        )
    }

    func notConverged(_ residual: Double, _ products: Int, _ words: Words) -> Message {
        words.message(
            [
                words.problem(
                    words(
                        """
                        the iterative solution stopped getting better after \(products) products, with \(words.number(residual)) of \
                        the right-hand side unexplained.
                        """,
                        """
                        den iterative løsningen sluttet å bli bedre etter \(products) produkter, med \(words.number(residual)) av \
                        høyresiden uforklart.
                        """
                    )
                )
            ],
            remedy: words(
                "Use the engine “factored” or “sparse_direct”.",
                "Bruk løseren «factored» eller «sparse_direct»."
            ),
            .numerical
        )
    }

    func extractionUndefined(_ sector: String, _ words: Words) -> Message {
        words.message(
            [
                words.problem(
                    words(
                        "\(words.sector(sector)) cannot be thought away: its own element of the Leontief inverse is zero.",
                        "\(words.sector(sector)) kan ikke tenkes borte: næringens eget element i Leontief-inversen er null."
                    )
                )
            ],
            remedy: words.checkTable(
                words(
                    "look for negative purchases between industries",
                    "se etter negative kjøp mellom næringer"
                )
            ),
            .numerical
        )
    }

    private static func inputsNearOutput(_ words: Words) -> String {
        words(
            "look for industries that buy from each other for nearly all they produce",
            "se etter næringer som kjøper av hverandre for nesten alt de produserer"
        )
    }
}
