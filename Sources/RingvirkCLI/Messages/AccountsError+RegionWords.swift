import Accounts

extension AccountsError {
    /// The message about a county or municipality; `nil` for every other error.
    func regionMessage(_ words: Words) -> Message? {
        switch self {
        case .unknownRegion(let code):
            words.message(
                [
                    words.problem(
                        words(
                            "there has been no county or municipality with the code \(words.quoted(code)).",
                            "det har ikke vært noe fylke eller noen kommune med koden \(words.quoted(code))."
                        )
                    )
                ],
                remedy: words(
                    "Write two digits for a county and four for a municipality, such as 50 and 5059.",
                    "Skriv to siffer for et fylke og fire for en kommune, for eksempel 50 og 5059."
                ),
                .badData
            )
        case .regionNotThen(let code, let name, let first, let last, let asked, let related):
            notThen(code, name, first, last, asked, related, words)
        case .municipalityMoved(let code, let name, let year, let from, let to):
            words.message(
                [
                    words.problem(
                        words(
                            """
                            \(code) \(name) went from county \(from) to county \(to) on 1 January \(year): the \
                            counties' figures before and after do not compare.
                            """,
                            """
                            \(code) \(name) gikk fra fylke \(from) til fylke \(to) 1. januar \(year): fylkenes tall \
                            før og etter kan ikke sammenlignes.
                            """
                        )
                    )
                ],
                remedy: words(
                    "Keep to years on one side of \(year), or use figures by municipality.",
                    "Hold deg til år på én side av \(year), eller bruk tall etter kommune."
                ),
                .badData
            )
        case .bordersDiffer(let year, let asked, let moved):
            bordersDiffer(year, asked, moved, words)
        default: nil
        }
    }

    private func bordersDiffer(
        _ year: Int,
        _ asked: Int,
        _ moved: [MovedMunicipality],
        _ words: Words
    ) -> Message {
        let list = words.list(moved.map { "\($0.code) \($0.name) (\($0.from) → \($0.to))" })
        return words.message(
            [
                words.problem(
                    words(
                        """
                        the counties of \(year) cannot be put together to those of \(asked), because figures by county \
                        cannot be divided: \(list).
                        """,
                        """
                        fylkene i \(year) kan ikke settes sammen til fylkene i \(asked), fordi tall etter fylke ikke kan \
                        deles: \(list).
                        """
                    )
                )
            ],
            remedy: words(
                """
                Ask for the borders of a year between which and \(year) whole counties merged, such as 2018 for the \
                years before it.
                """,
                """
                Be om grensene for et år der hele fylker er slått sammen siden \(year), for eksempel 2018 for årene før.
                """
            ),
            .badData
        )
    }

    private func notThen(
        _ code: String,
        _ name: String,
        _ first: Int,
        _ last: Int?,
        _ asked: [Int],
        _ related: [String],
        _ words: Words
    ) -> Message {
        let years = words.list(asked.map { Year($0) })
        let existed =
            last.map {
                words("existed from \(first) to \($0)", "fantes fra \(first) til \($0)")
            } ?? words("has existed since \(first)", "har vært til siden \(first)")
        let problem = words(
            "\(code) \(name) \(existed), and not in \(years).",
            "\(code) \(name) \(existed), og ikke i \(years)."
        )
        let instead =
            related.isEmpty
            ? "" : words("Use \(words.list(related)), or ", "Bruk \(words.list(related)), eller ")
        return words.message(
            [words.problem(problem)],
            remedy: (instead + words("ask for years when it existed.", "spør om år da den fantes."))
                .capitalisedFirst,
            .badData
        )
    }
}
