import Accounts
import FileFormats

extension FileFormatError: Worded {
    func message(_ words: Words) -> Message {
        words.message(problems(words), remedy: remedy(words), exitCode)
    }

    private var exitCode: ExitStatus {
        switch self {
        case .notFound, .unreadable: .noInput
        case .cannotWrite: .cannotWrite
        default: .badData
        }
    }

    private func problems(_ words: Words) -> [String] {
        switch self {
        case .notFound(let path):
            [path + ": " + words("there is no such file or folder.", "filen eller mappen finnes ikke.")]
        case .unreadable(let path, let reason):
            [
                path + ": " + words("cannot be read: ", "kan ikke leses: ") + ReasonWords.text(reason, words)
                    + "."
            ]
        case .tooLarge(let path, let bytes, let limit):
            [
                path + ": "
                    + words(
                        "the file is \(words.size(bytes)); at most \(words.size(limit)) is read.",
                        "filen er på \(words.size(bytes)); høyst \(words.size(limit)) leses."
                    )
            ]
        case .notUTF8(let path, let offset):
            [
                path + ": "
                    + words(
                        "the text is not UTF-8; byte number \(words.number(Double(offset + 1))) breaks it.",
                        "teksten er ikke UTF-8; byte nummer \(words.number(Double(offset + 1))) bryter med det."
                    )
            ]
        case .damaged(let path, let reason):
            [
                path + ": "
                    + words(
                        "the file is damaged or of another kind: ",
                        "filen er skadet eller av en annen type: "
                    )
                    + ReasonWords.text(reason, words) + "."
            ]
        case .unpacksTooLarge(let path, let entry, let bytes, let limit):
            [
                path + ": "
                    + words(
                        """
                        \(words.quoted(entry)) inside the file unpacks to \(words.size(bytes)); at most \
                        \(words.size(limit)) is accepted.
                        """,
                        """
                        \(words.quoted(entry)) inne i filen pakkes ut til \(words.size(bytes)); høyst \
                        \(words.size(limit)) godtas.
                        """
                    )
            ]
        case .tooMany(let path, let what, let limit):
            [
                path + ": "
                    + words(
                        "the file has more than \(words.number(Double(limit))) \(ReasonWords.things(what, words)).",
                        "filen har flere enn \(words.number(Double(limit))) \(ReasonWords.things(what, words))."
                    )
            ]
        case .encrypted(let path):
            [
                path + ": "
                    + (path.isOfAnAuditFile
                        ? words("the archive is locked with a password.", "arkivet er låst med passord.")
                        : words(
                            "the workbook is locked with a password.",
                            "arbeidsboken er låst med passord."
                        ))
            ]
        case .noSheet(let path, let wanted, let found):
            [
                path + ": "
                    + words(
                        "there is no sheet \(words.quoted(wanted)). ",
                        "arket \(words.quoted(wanted)) finnes ikke. "
                    )
                    + words.known(found, insteadOf: wanted)
            ]
        case .outsideFolder(let path, let folder):
            [
                words.quoted(path) + ": "
                    + words(
                        "the path leads out of the folder \(folder).",
                        "stien fører ut av mappen \(folder)."
                    )
            ]
        case .faults(let faults): faults.map { $0.line(words) }
        case .cannotWrite(let path, let reason):
            [
                path + ": " + words("cannot be written: ", "kan ikke skrives: ")
                    + ReasonWords.text(reason, words) + "."
            ]
        }
    }

    private func remedy(_ words: Words) -> String {
        switch self {
        case .notFound: notFoundRemedy(words)
        case .unreadable(let path, _):
            words(
                "See to it that \(path) is an ordinary file that you may open, and run the command again.",
                "Sørg for at \(path) er en vanlig fil som du har lov til å åpne, og kjør kommandoen på nytt."
            )
        case .tooLarge, .tooMany, .unpacksTooLarge:
            words(
                "Look whether it is the right file, and take out what does not belong there.",
                "Se etter om det er riktig fil, og ta ut det som ikke hører hjemme der."
            )
        case .notUTF8(let path, _):
            words(
                "Open \(path) and save it again as “CSV UTF-8” (in Excel) or with the encoding UTF-8.",
                "Åpne \(path) og lagre den på nytt som «CSV UTF-8» (i Excel) eller med tegnkodingen UTF-8."
            )
        case .damaged(let path, _) where path.isOfAnAuditFile: Words.exportAgain(path, words)
        case .damaged(let path, _):
            words(
                "Fetch \(path) again, or open it in Excel and save it as .xlsx.",
                "Hent \(path) på nytt, eller åpne den i Excel og lagre den som .xlsx."
            )
        case .encrypted(let path) where path.isOfAnAuditFile:
            words(
                "Unpack \(path) with its password, and give the .xml file in it.",
                "Pakk ut \(path) med passordet, og oppgi .xml-filen i det."
            )
        case .encrypted(let path):
            words(
                "Open \(path) in Excel, save it without a password, and run the command again.",
                "Åpne \(path) i Excel, lagre den uten passord og kjør kommandoen på nytt."
            )
        case .noSheet(let path, let wanted, _):
            words(
                "Give the right workbook, or call the sheet in \(path) \(words.quoted(wanted)).",
                "Oppgi riktig arbeidsbok, eller gi arket i \(path) navnet \(words.quoted(wanted))."
            )
        case .outsideFolder(_, let folder) where folder.isOfAnAuditFile: Words.exportAgain(folder, words)
        case .outsideFolder(_, let folder):
            words(
                "Move the file into \(folder) and give its path from there, without “..” and without “/” in front.",
                "Flytt filen inn i \(folder) og oppgi stien derfra, uten «..» og uten «/» foran."
            )
        case .faults(let faults): faults.remedy(words)
        case .cannotWrite:
            words(
                "Choose another folder for the results, or see to it that you may write there and that there is room.",
                "Velg en annen mappe for resultatene, eller sørg for at du har lov til å skrive der og at det er plass."
            )
        }
    }

    private func notFoundRemedy(_ words: Words) -> String {
        guard case .dataset(let folder) = words.source else {
            return words(
                "Check the spelling of the path, and that the command is run in the right folder.",
                "Se etter at stien er riktig skrevet, og at kommandoen kjøres i riktig mappe."
            )
        }
        let years = DatedFolder(folder).others
        if !years.isEmpty {
            return words(
                """
                Choose one of the years there are, \(words.list(years)), with --year or under the key year in study.yaml; \
                or put the dataset in place and run “\(words.checking(folder))”.
                """,
                """
                Velg et av årene som finnes, \(words.list(years)), med --year eller under nøkkelen year i study.yaml; eller \
                legg datasettet på plass og kjør «\(words.checking(folder))».
                """
            )
        }
        return words(
            """
            Put the file in place, or correct the dataset's path under the key data in study.yaml; then run \
            “\(words.checking(folder))”.
            """,
            """
            Legg filen på plass, eller rett stien til datasettet under nøkkelen data i study.yaml; kjør så \
            «\(words.checking(folder))».
            """
        )
    }
}

extension String {
    /// Whether this is the path of a SAF-T file, or of one inside an archive: what is wrong in it is mended where it came from.
    var isOfAnAuditFile: Bool {
        let path = lowercased()
        return path.hasSuffix(".xml") || path.hasSuffix(".zip")
    }
}

extension Words {
    /// What to do with a file that an accounting system wrote wrong.
    static func exportAgain(_ file: String, _ words: Words) -> String {
        words(
            """
            Export \(file) from the accounting system again and leave it as it is; if this comes back, show what is said \
            above to those who made the system.
            """,
            """
            Eksporter \(file) fra regnskapssystemet på nytt og la innholdet stå urørt; kommer dette igjen, vis det som står \
            over, til dem som har laget systemet.
            """
        )
    }
}
