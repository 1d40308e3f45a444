import CompanyRegister
import FileFormats
import Web

extension CompanyRegisterError: Worded {
    func message(_ words: Words) -> Message {
        switch self {
        case .file(let error): error.message(words)
        case .web(let error): error.message(words)
        case .notARegisterFile(let path, let missing): notARegisterFile(path, missing, words)
        case .anotherIndex(let path):
            words.message(
                [
                    path + ": "
                        + words(
                            "the file is no register index, is damaged, or was made by another version of ringvirk.",
                            "filen er ingen registerindeks, er skadet eller laget av en annen utgave av ringvirk."
                        )
                ],
                remedy: makeAgain(words),
                .badData
            )
        case .database(let path, let reason):
            words.message(
                [
                    path + ": "
                        + words(
                            "the database refused: \(words.quoted(reason)).",
                            "databasen nektet: \(words.quoted(reason))."
                        )
                ],
                remedy: makeAgain(words),
                .badData
            )
        case .status(let address, let code):
            answer(
                address,
                words,
                words(
                    "the server answered with status \(code), which the register does not use here.",
                    "tjeneren svarte med status \(code), som registeret ikke bruker her."
                )
            )
        case .contentType(let address, let found):
            answer(
                address,
                words,
                words(
                    "the answer is of the type \(words.quoted(found)) and not JSON.",
                    "svaret er av typen \(words.quoted(found)) og ikke JSON."
                )
            )
        case .answer(let address, let rule):
            answer(
                address,
                words,
                words(
                    "the answer is not the register's: \(words.quoted(rule)) does not hold.",
                    "svaret er ikke registerets: «\(rule)» gjelder ikke."
                )
            )
        case .tooManyUnits(let address, let found, let limit):
            words.message(
                [
                    address + ": "
                        + words(
                            "\(words.number(Double(found))) units match, and the register hands out \(words.number(Double(limit))).",
                            "\(words.number(Double(found))) enheter passer, og registeret gir ut \(words.number(Double(limit)))."
                        )
                ],
                remedy: makeAgain(words),
                .badData
            )
        }
    }

    private func notARegisterFile(_ path: String, _ missing: [String], _ words: Words) -> Message {
        words.message(
            [
                path + ": "
                    + words(
                        "the file is not one of the register's: it has no column \(words.list(missing)).",
                        "filen er ikke en av registerets: den mangler kolonnen \(words.list(missing))."
                    )
            ],
            remedy: words(
                """
                Give enheter or underenheter as data.brreg.no/enhetsregisteret/api/enheter/lastned and \
                …/underenheter/lastned hand them out, as JSON or CSV, packed or not.
                """,
                """
                Oppgi enheter eller underenheter slik data.brreg.no/enhetsregisteret/api/enheter/lastned og \
                …/underenheter/lastned gir dem ut, som JSON eller CSV, pakket eller ikke.
                """
            ),
            .badData
        )
    }

    private func answer(_ address: String, _ words: Words, _ sentence: String) -> Message {
        words.message(
            [address + ": " + sentence],
            remedy: words(
                "Check the address after --server; if it is the register's own, try again later or use its bulk files.",
                "Se etter adressen etter --server; er den registerets egen, prøv igjen senere eller bruk totalfilene."
            ),
            .badData
        )
    }

    private func makeAgain(_ words: Words) -> String {
        words(
            "Make the index again of the register's bulk files, with “ringvirk register build”.",
            "Lag indeksen på nytt av registerets totalfiler, med «ringvirk register build»."
        )
    }
}
