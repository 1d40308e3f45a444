import Accounts
import FileFormats
import StatisticsNorway
import Web

extension StatisticsNorwayError: Worded {
    func message(_ words: Words) -> Message {
        switch self {
        case .file(let error): return error.message(words.about(.publisher([])))
        case .accounts(let error, let files):
            let message = error.message(words.about(.publisher(files)))
            return Message(
                problems: message.problems,
                remedy: words(
                    """
                    Download the files from Statistics Norway again and leave them as they are; if this comes back, \
                    the published figures themselves do not add up: use another year.
                    """,
                    """
                    Last ned filene fra Statistisk sentralbyrå på nytt og la innholdet stå urørt; kommer dette \
                    igjen, går de publiserte tallene selv ikke opp: bruk et annet år.
                    """
                ),
                exitCode: message.exitCode
            )
        case .web(let error): return web(error, words)
        case .unreachable(let error, let cached): return unreachable(error, cached, words)
        case .refused(let address, let status, let reason): return refused(address, status, reason, words)
        case .contentType(let address, let found):
            return answer(
                [
                    address + ": "
                        + words(
                            "the answer is of the type \(words.quoted(found)) and not JSON.",
                            "svaret er av typen \(words.quoted(found)) og ikke JSON."
                        )
                ],
                words
            )
        case .answer(_, let error): return answer(error.message(words).problems, words)
        case .otherAnswer(let address, let rule):
            let reason = ReasonWords.text(rule, words)
            return answer(
                [
                    address + ": "
                        + words(
                            "the answer is not what was asked for: \(reason).",
                            "svaret er ikke det det ble spurt om: \(reason)."
                        )
                ],
                words
            )
        case .regions(let error, let table):
            return error.message(words.about(.study(words("Table \(table)", "Tabell \(table)"))))
        case .updatedMeanwhile, .selection, .unknownCode, .notSelected, .tooManyCells: return query(words)
        case .notCached, .cacheAltered: return cache(words)
        }
    }

    private func web(_ error: WebError, _ words: Words) -> Message {
        let message = error.message(words)
        guard case .busy = error else { return message }
        return Message(
            problems: message.problems,
            remedy: words(
                "Wait some minutes and run the command again; what is there already is not asked for again.",
                "Vent noen minutter og kjør kommandoen på nytt; det som alt er hentet, spørres det ikke om igjen."
            ),
            exitCode: message.exitCode
        )
    }

    /// An answer that is not as it should be.
    private func answer(_ problems: [String], _ words: Words) -> Message {
        words.message(
            problems,
            remedy: words(
                """
                Check the address after --server; if it is Statistics Norway's own, try again later, and if this comes back, \
                the interface has changed.
                """,
                """
                Se etter adressen etter --server; er den Statistisk sentralbyrås egen, prøv igjen senere, og kommer dette \
                igjen, er grensesnittet endret.
                """
            ),
            .badData
        )
    }

    private func unreachable(_ error: WebError, _ cached: CalendarDate, _ words: Words) -> Message {
        let message = error.message(words)
        return Message(
            problems: message.problems,
            remedy: words(
                "Try again later, or use the answer of \(cached) that the cache has: run the command with --offline.",
                "Prøv igjen senere, eller bruk svaret fra \(cached) i mellomlageret: kjør kommandoen med --offline."
            ),
            exitCode: message.exitCode
        )
    }

    private func refused(_ address: String, _ status: Int, _ reason: String?, _ words: Words) -> Message {
        let own = reason.map { words(": \(words.quoted($0))", ": \(words.quoted($0))") } ?? ""
        return words.message(
            [
                address + ": "
                    + words(
                        "the server answered with status \(status)\(own).",
                        "tjeneren svarte med status \(status)\(own)."
                    )
            ],
            remedy: refusalRemedy(status, words),
            .badData
        )
    }

    private func refusalRemedy(_ status: Int, _ words: Words) -> String {
        switch status {
        case 300..<400:
            words(
                "The server sends on to another address; give that one after --server.",
                "Tjeneren sender videre til en annen adresse; oppgi den etter --server."
            )
        case 404:
            words(
                "Check the table's number on ssb.no/statbank; it may have been replaced by another.",
                "Se etter tabellnummeret på ssb.no/statbank; tabellen kan være erstattet av en annen."
            )
        case 400..<500:
            words(
                "Look at the table's variables and codes with --variables, and correct the selection.",
                "Se på tabellens variabler og koder med --variables, og rett utvalget."
            )
        default:
            words(
                "The fault is the server's: try again later.",
                "Feilen er tjenerens: prøv igjen senere."
            )
        }
    }
}
