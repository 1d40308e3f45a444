import Accounts
import FileFormats

extension [Fault] {
    /// What to do about the faults of a file, in a sentence.
    func remedy(_ words: Words) -> String {
        if contains(where: { $0.form == .workbook }) || words.isAboutPublisher {
            return words(
                """
                Download \(files) from Statistics Norway again and leave it as it is; if this comes back, the form \
                has changed, and the text above says where.
                """,
                """
                Last ned \(files) fra Statistisk sentralbyrå på nytt og la innholdet stå urørt; kommer dette igjen, \
                er skjemaet endret, og teksten over sier hvor.
                """
            )
        }
        if contains(where: { $0.form == .markup }) { return Words.exportAgain(files, words) }
        return action(words) + words.thenTryAgain
    }

    private var files: String {
        var met: [String] = []
        for fault in self where !met.contains(fault.place.file) { met.append(fault.place.file) }
        return met.joined(separator: ", ")
    }

    private func action(_ words: Words) -> String {
        switch first?.problem {
        case .missingColumn(let name) where count == 1 && first?.form == .keyed:
            words(
                "Write the key \(words.quoted(name)) in \(files)",
                "Skriv inn nøkkelen \(words.quoted(name)) i \(files)"
            )
        case .missingColumn(let name) where count == 1:
            words(
                "Add the column \(words.quoted(name)) to the header of \(files), with a value in every line",
                "Legg til kolonnen \(words.quoted(name)) i overskriftslinjen i \(files), med en verdi i hver linje"
            )
        case .unknownKey where count == 1:
            words("Correct the name in \(files) or take it out,", "Rett navnet i \(files) eller fjern det")
        case .duplicate where count == 1:
            words("Take out one of the two in \(files)", "Fjern den ene av de to i \(files)")
        case .missing where count == 1:
            words("Write what is missing in \(files)", "Skriv inn det som mangler i \(files)")
        default:
            words("Correct \(files) where it says above", "Rett \(files) der det står over")
        }
    }
}

extension Words {
    /// Whether the error is about Statistics Norway's own files, which the user should not edit.
    var isAboutPublisher: Bool {
        if case .publisher = source { true } else { false }
    }
}
