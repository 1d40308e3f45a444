import Accounts
import StatisticsNorway

extension StatisticsNorwayError {
    /// The message about what was asked for.
    func query(_ words: Words) -> Message {
        words.message([problem(words)], remedy: remedy(words), exit)
    }

    private var exit: ExitStatus {
        switch self {
        case .selection, .notSelected, .unknownCode, .tooManyCells: .usage
        default: .badData
        }
    }

    private func problem(_ words: Words) -> String {
        switch self {
        case .updatedMeanwhile(let table, let first, let then):
            return words(
                "Table \(table) was updated while it was fetched: some parts are of \(first), others of \(then).",
                "Tabell \(table) ble oppdatert mens den ble hentet: noen deler er fra \(first), andre fra \(then)."
            )
        case .selection(let text, let rule):
            let reason = ReasonWords.text(rule, words)
            return words(
                "The selection \(words.quoted(text)) is not one: \(reason).",
                "Utvalget \(words.quoted(text)) er ikke et utvalg: \(reason)."
            )
        case .unknownCode(let table, let variable, let code, let known):
            let place = variable.map {
                words("variable \($0) of table \(table)", "variabelen \($0) i tabell \(table)")
            }
            return words(
                "\(place ?? "Table \(table)") has no \(words.quoted(code)). ",
                "\(place ?? "Tabell \(table)") har ikke \(words.quoted(code)). "
            ).capitalisedFirst + words.known(known, insteadOf: code)
        case .notSelected(let table, let variable, let name, let codes):
            return words(
                "Table \(table) cannot do without the variable \(variable) (\(name)). ",
                "Tabell \(table) kan ikke være uten variabelen \(variable) (\(name)). "
            ) + words.known(codes, insteadOf: nil)
        case .tooManyCells(let table, let cells, let limit):
            return words(
                """
                The selection from table \(table) has \(words.number(Double(cells))) cells; at most \
                \(words.number(Double(limit))) are fetched for one dataset.
                """,
                """
                Utvalget fra tabell \(table) har \(words.number(Double(cells))) celler; høyst \
                \(words.number(Double(limit))) hentes til ett datasett.
                """
            )
        default: return ""
        }
    }

    private func remedy(_ words: Words) -> String {
        switch self {
        case .updatedMeanwhile:
            words(
                "Run the command again; what is fetched anew is then of one version.",
                "Kjør kommandoen på nytt; det som hentes, er da av én versjon."
            )
        case .notSelected(_, let variable, _, let codes):
            words(
                "Add --select \(variable)=\(codes.last ?? "*"), or --select \"\(variable)=*\" for all of them.",
                "Legg til --select \(variable)=\(codes.last ?? "*"), eller --select \"\(variable)=*\" for alle."
            )
        case .tooManyCells:
            words(
                "Select fewer codes, or fetch several datasets.",
                "Velg færre koder, eller hent flere datasett."
            )
        default:
            words(
                "Look at the table's variables and codes with --variables, and correct --select or --codelist.",
                "Se på tabellens variabler og koder med --variables, og rett --select eller --codelist."
            )
        }
    }

    /// The message about the answers that are kept.
    func cache(_ words: Words) -> Message {
        switch self {
        case .cacheAltered(let path):
            words.message(
                [
                    path + ": "
                        + words(
                            "the file is not as it was written: its digest is another.",
                            "filen er ikke slik den ble skrevet: fingeravtrykket er et annet."
                        )
                ],
                remedy: words(
                    "Delete the file and run the command again without --offline, so that the answer is fetched anew.",
                    "Slett filen og kjør kommandoen på nytt uten --offline, så svaret hentes på nytt."
                ),
                .badData
            )
        case .notCached(let folder, let address):
            words.message(
                [
                    address + ": "
                        + words(
                            """
                            the cache in \(words.quoted(folder)) has no answer to this, and the server may not be \
                            asked.
                            """,
                            """
                            mellomlageret i \(words.quoted(folder)) har ikke noe svar på dette, og tjeneren skal \
                            ikke spørres.
                            """
                        )
                ],
                remedy: words(
                    """
                    Run the same command once without --offline where there is a network; its answers are then \
                    kept. If they are in another folder, name it with --cache.
                    """,
                    """
                    Kjør samme kommando én gang uten --offline der det er nett; svarene blir da tatt vare på. \
                    Ligger de i en annen mappe, oppgi den med --cache.
                    """
                ),
                .noInput
            )
        default: query(words)
        }
    }
}
