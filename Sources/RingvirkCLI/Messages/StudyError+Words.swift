import Accounts
import FileFormats
import Ringvirk

extension StudyError: Worded {
    func message(_ words: Words) -> Message {
        switch self {
        case .file(let error): error.message(words)
        case .dataset(let error): error.message(words)
        case .statisticsNorway(let error): error.message(words)
        case .accounts(let error, let source): error.message(words.about(.named(source)))
        case .regionalisation(let error, let source): error.message(words.about(.named(source)))
        case .leontief(let error, let source): error.message(words.about(.named(source)))
        case .actors(let error, let source): error.message(words.about(.named(source)))
        case .ledgers(let error): error.message(words)
        case .register(let error): error.message(words)
        case .disclosure(let error): error.message(words)
        case .secretFirms(let actors, let file): secret(actors, file, words)
        case .missing(let what, let place, let known): missing(what, place, known, words)
        case .repeatedExtension(let code, let first, let second): repeated(code, first, second, words)
        case .severalCategories(let dimension, let place, let known): several(dimension, place, known, words)
        }
    }

    private func secret(_ actors: [String], _ file: String, _ words: Words) -> Message {
        words.message(
            [
                file + ": "
                    + words(
                        "\(words.list(actors.map(words.quoted))) are not shown to be invented, and figures of single firms "
                            + "are their owners' alone.",
                        "\(words.list(actors.map(words.quoted))) er ikke vist å være oppdiktede, og tall for enkeltbedrifter "
                            + "er eiernes alene."
                    )
            ],
            remedy: words(
                "With --confidential, for the owner of the books alone, every output is marked; ringvirk run publishes what "
                    + "may be published.",
                "Med --confidential, bare for eieren av regnskapene, merkes alt som skrives; ringvirk run gir ut det som kan "
                    + "gis ut."
            ),
            .usage
        )
    }

    private func repeated(_ code: String, _ first: String, _ second: String, _ words: Words) -> Message {
        words.message(
            [
                second + ": "
                    + words(
                        "the measure \(words.quoted(code)) stands in \(first) too.",
                        "målet \(words.quoted(code)) står også i \(first)."
                    )
            ],
            remedy: words(
                "Take \(words.quoted(code)) out of one of the two datasets, or give it another code there",
                "Ta \(words.quoted(code)) ut av ett av de to datasettene, eller gi det en annen kode der"
            ) + words.thenTryAgain,
            .badData
        )
    }

    private func several(
        _ dimension: String,
        _ place: Place,
        _ known: [String],
        _ words: Words
    ) -> Message {
        words.message(
            [
                place.text(words) + ": "
                    + words(
                        "the table has \(known.count) codes of \(words.quoted(dimension)), and the figures of one are wanted. ",
                        "tabellen har \(known.count) koder for \(words.quoted(dimension)), og tallene skal gjelde én av dem. "
                    )
                    + words.known(known, insteadOf: nil)
            ],
            remedy: words(
                "Name the year with --year; of other variables, fetch one code: --select \(dimension)=code.",
                "Oppgi året med --year; av andre variabler, hent bare én kode: --select \(dimension)=kode."
            ),
            .badData
        )
    }

    /// `what` is a code, or a key, a colon and a code.
    private func missing(_ what: String, _ place: Place, _ known: [String], _ words: Words) -> Message {
        let parts = what.split(separator: ": ", maxSplits: 1).map(String.init)
        let code = parts.last ?? what
        let at =
            parts.count == 2 && place.column == nil
            ? Place(file: place.file, line: place.line, column: parts.first, sheet: place.sheet) : place
        return words.message(
            [
                at.text(words) + ": "
                    + words(
                        "the data have no \(words.quoted(code)). ",
                        "dataene har ikke \(words.quoted(code)). "
                    )
                    + words.known(known, insteadOf: code)
            ],
            remedy: words(
                "Write one of the codes there are in \(place.file), and run the command again.",
                "Skriv en av kodene som finnes, i \(place.file), og kjør kommandoen på nytt."
            ),
            .badData
        )
    }
}

extension Words.Source {
    /// A study's own file, or else a dataset's folder.
    static func named(_ path: String) -> Words.Source {
        [".yaml", ".yml", ".csv"].contains { path.hasSuffix($0) } ? .study(path) : .dataset(path)
    }
}
