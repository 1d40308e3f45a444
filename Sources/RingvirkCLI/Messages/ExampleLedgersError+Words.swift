import Accounts
import ExampleLedgers

extension ExampleLedgersError: Worded {
    func message(_ words: Words) -> Message {
        func count(_ number: Int) -> String { words.number(Double(number), decimals: 0) }
        switch self {
        case .file(let error):
            return error.message(words)
        case .tooManyRows(let firm, let lines, let limit):
            return words.message(
                [
                    words(
                        "The books of \(firm) have \(count(lines)) lines; a workbook holds \(count(limit)).",
                        "Bøkene til \(firm) har \(count(lines)) linjer; en arbeidsbok rommer \(count(limit))."
                    )
                ],
                remedy: words(
                    "Ask for --books saft or csv, or for fewer --lines.",
                    "Be om --books saft eller csv, eller om færre linjer med --lines."
                ),
                .usage
            )
        case .yearOutside(let asked, let first, let last):
            return words.message(
                [
                    words(
                        "The example is not made for books of the year \(asked).",
                        "Eksemplet er ikke laget for bøker fra året \(asked)."
                    )
                ],
                remedy: words(
                    "Ask for a year from \(first) to \(last) with --year.",
                    "Be om et år fra \(first) til \(last) med --year."
                ),
                .usage
            )
        case .tooFewLines(let asked, let least):
            return words.message(
                [
                    words(
                        "\(count(asked)) lines do not hold what is planted in the example.",
                        "\(count(asked)) linjer rommer ikke det som er lagt inn i eksemplet."
                    )
                ],
                remedy: words(
                    "Ask for at least \(count(least)) with --lines.",
                    "Be om minst \(count(least)) med --lines."
                ),
                .usage
            )
        case .tooManyLines(let asked, let most):
            return words.message(
                [
                    words(
                        "\(count(asked)) lines are more than the example is made for.",
                        "\(count(asked)) linjer er flere enn eksemplet er laget for."
                    )
                ],
                remedy: words(
                    "Ask for at most \(count(most)) with --lines.",
                    "Be om høyst \(count(most)) med --lines."
                ),
                .usage
            )
        }
    }
}
