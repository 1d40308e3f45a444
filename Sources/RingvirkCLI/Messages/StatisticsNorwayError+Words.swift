import Accounts
import StatisticsNorway

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
        }
    }
}
