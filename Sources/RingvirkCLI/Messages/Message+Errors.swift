import Accounts

extension Message {
    /// What the user is told of `error`: what is wrong, where it stands, and what to do next.
    ///
    /// Every error the package throws has words of its own; how the program ends follows the innermost error.
    init(for error: any Error, in language: Language) {
        let words = Words(language)
        guard let error = error as? any Worded else {
            self = words.message(
                [
                    words(
                        "The program stopped at something it has no words for.",
                        "Programmet stanset ved noe det ikke har ord for."
                    )
                ],
                remedy: words.tellTheMakers,
                .numerical
            )
            return
        }
        self = error.message(words)
    }
}

/// An error that can be put into words.
protocol Worded: Error {
    /// The error in `words`' language.
    func message(_ words: Words) -> Message
}
