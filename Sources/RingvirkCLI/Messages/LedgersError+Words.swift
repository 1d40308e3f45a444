import Accounts
import FileFormats
import Ledgers

extension LedgersError: Worded {
    func message(_ words: Words) -> Message {
        switch self {
        case .file(let error): tableFaults(error, words) ?? error.message(words)
        case .unknownFormat(let path):
            words.message(
                [
                    path + ": "
                        + words(
                            "the file is neither SAF-T nor a table that ledgers are read from.",
                            "filen er verken SAF-T eller en tabell som reskontro kan leses fra."
                        )
                ],
                remedy: words(
                    "Export the books from the accounting system as SAF-T Financial (.xml or .zip), and give that file.",
                    "Eksporter regnskapet fra regnskapssystemet som SAF-T Regnskap (.xml eller .zip), og oppgi den filen."
                ),
                .badData
            )
        case .notAnAuditFile(let path, let root):
            words.message(
                [
                    path + ": "
                        + words(
                            "the file is not SAF-T Financial; it begins with the element \(words.quoted(root)).",
                            "filen er ikke SAF-T Regnskap; den begynner med elementet \(words.quoted(root))."
                        )
                ],
                remedy: words(
                    """
                    Give the file of SAF-T Financial (its outermost element is AuditFile, in Skatteetaten's namespace); \
                    SAF-T of cash registers and single invoices are other formats.
                    """,
                    """
                    Oppgi filen med SAF-T Regnskap (det ytterste elementet er AuditFile, i Skatteetatens navnerom); \
                    SAF-T fra kassasystemer og enkeltfakturaer er andre formater.
                    """
                ),
                .badData
            )
        case .noLedgerInArchive(let path, let entries):
            words.message(
                [
                    path + ": "
                        + words(
                            "the archive holds no SAF-T file and no workbook. It holds: \(words.list(entries)).",
                            "arkivet inneholder verken SAF-T-fil eller arbeidsbok. Det inneholder: \(words.list(entries))."
                        )
                ],
                remedy: words(
                    "Give the .zip as the accounting system wrote it, or the .xml file itself.",
                    "Oppgi .zip-filen slik regnskapssystemet skrev den, eller selve .xml-filen."
                ),
                .badData
            )
        case .severalFirms(let path, let owners):
            words.message(
                [
                    path + ": "
                        + words(
                            "the files in the archive are of several firms: \(words.list(owners)).",
                            "filene i arkivet gjelder flere foretak: \(words.list(owners))."
                        )
                ],
                remedy: words(
                    "Unpack the archive and give the file of each firm by itself.",
                    "Pakk ut arkivet og oppgi filen til hvert foretak for seg."
                ),
                .badData
            )
        case .emptyTable, .noHeader, .noLedgerForm, .taxRuleNeeded, .roleNeeded, .yearNeeded,
            .decimalSignUnclear, .noVouchers:
            tableMessage(words)
        }
    }
}
