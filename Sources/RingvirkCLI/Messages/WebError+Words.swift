import Web

extension WebError: Worded {
    func message(_ words: Words) -> Message {
        words.message([problem(words)], remedy: remedy(words), exit)
    }

    private var exit: ExitStatus {
        switch self {
        case .unreachable, .timedOut, .busy: .noInput
        case .badAddress, .untrusted, .tooLarge, .tooManyRedirects, .brokenAnswer: .badData
        }
    }

    private func problem(_ words: Words) -> String {
        switch self {
        case .badAddress(let address):
            words(
                "\(words.quoted(address)) is no address on the web.",
                "\(words.quoted(address)) er ingen adresse på nettet."
            )
        case .unreachable(let address, let reason):
            words(
                "\(address): the server cannot be reached: \(words.quoted(reason)).",
                "\(address): tjeneren kan ikke nås: \(words.quoted(reason))."
            )
        case .untrusted(let address, let reason):
            words(
                "\(address): the server cannot be trusted: \(words.quoted(reason)).",
                "\(address): tjeneren kan ikke stoles på: \(words.quoted(reason))."
            )
        case .timedOut(let address, let seconds):
            words(
                "\(address): no answer within \(words.number(seconds)) seconds.",
                "\(address): ikke noe svar innen \(words.number(seconds)) sekunder."
            )
        case .tooLarge(let address, let limit):
            words(
                "\(address): the answer is larger than the \(words.size(limit)) that are accepted.",
                "\(address): svaret er større enn de \(words.size(limit)) som godtas."
            )
        case .tooManyRedirects(let address, let limit):
            words(
                "\(address): the server sends on more than \(limit) times.",
                "\(address): tjeneren sender videre mer enn \(limit) ganger."
            )
        case .brokenAnswer(let address, let reason):
            words(
                "\(address): the answer is broken off or no web server's: \(words.quoted(reason)).",
                "\(address): svaret er avbrutt eller ikke fra en nettjener: \(words.quoted(reason))."
            )
        case .busy(let address, let status, let attempts):
            words(
                "\(address): the server asks for patience (status \(status)), \(attempts) times now.",
                "\(address): tjeneren ber om tålmodighet (status \(status)), nå \(attempts) ganger."
            )
        }
    }

    private func remedy(_ words: Words) -> String {
        switch self {
        case .badAddress:
            words(
                "Write an address that begins with https:// and holds no user name.",
                "Skriv en adresse som begynner med https:// og ikke inneholder et brukernavn."
            )
        case .unreachable, .timedOut:
            words(
                "Check the address and the connection to the network, and run the command again.",
                "Se etter adressen og forbindelsen til nettet, og kjør kommandoen på nytt."
            )
        case .untrusted:
            words(
                "Check the address and the machine's clock and certificates; do not go on by http.",
                "Se etter adressen og maskinens klokke og sertifikater; gå ikke videre med http."
            )
        case .tooLarge, .tooManyRedirects, .brokenAnswer:
            words(
                "Check that the address is the right one, and try again later.",
                "Se etter at adressen er den riktige, og prøv igjen senere."
            )
        case .busy:
            words(
                "Wait some minutes and run the command again; for many numbers use the bulk files.",
                "Vent noen minutter og kjør kommandoen på nytt; bruk totalfilene for mange numre."
            )
        }
    }
}
