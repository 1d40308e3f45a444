import Accounts
import FileFormats
import Ledgers

extension LedgersError {
    /// The message of an error about a table as a whole.
    func tableMessage(_ words: Words) -> Message {
        let (problem, remedy) = tableWords(words)
        return words.message([problem], remedy: remedy, .badData)
    }

    /// The message of faults in a table's rows; `nil` for other errors, and for faults of a mapping file or an audit file.
    func tableFaults(_ error: FileFormatError, _ words: Words) -> Message? {
        guard case .faults(let faults) = error, let first = faults.first,
            faults.allSatisfy({ $0.form == .table || $0.form == .workbook })
        else { return nil }
        let file = first.place.file
        return words.message(
            faults.map { $0.line(words) },
            remedy: words(
                """
                Correct \(file) where it says above, or export it again; where a column was misunderstood, run \
                “ringvirk ledger map \(file)” and give the corrected mapping with --mapping.
                """,
                """
                Rett \(file) der det står over, eller eksporter den på nytt; er en kolonne misforstått, kjør \
                «ringvirk ledger map \(file)» og oppgi den rettede koblingen med --mapping.
                """
            ),
            .badData
        )
    }

    private func tableWords(_ words: Words) -> (problem: String, remedy: String) {
        switch self {
        case .emptyTable(let path, let sheet): return empty(path, sheet, words)
        case .noHeader(let path, let sheet, let line, let best):
            return noHeader(path, sheet, line, best, words)
        case .noLedgerForm(let path, let line, let recognised, let nearest, let lacking):
            return noForm(path, line, (recognised, nearest, lacking), words)
        case .taxRuleNeeded(let path):
            return (
                words(
                    "\(path): the amounts are gross, and nothing says whether VAT is in them.",
                    "\(path): beløpene er brutto, og ingenting sier om det er mva i dem."
                ),
                words(
                    "\(mapping(path, words)), and write “vat: included 25” or “vat: excluded” in it.",
                    "\(mapping(path, words)), og skriv «vat: included 25» eller «vat: excluded» i den."
                )
            )
        case .roleNeeded(let path, let column):
            return (
                words(
                    "\(path): the column \(words.quoted(column)) does not say whether the parties are customers or suppliers.",
                    "\(path): kolonnen \(words.quoted(column)) sier ikke om partene er kunder eller leverandører."
                ),
                words(
                    "\(mapping(path, words)), and write “role: customer” or “role: supplier” in it.",
                    "\(mapping(path, words)), og skriv «role: customer» eller «role: supplier» i den."
                )
            )
        case .yearNeeded(let path):
            return (
                words(
                    "\(path): nothing says which year the sums are of.",
                    "\(path): ingenting sier hvilket år summene gjelder."
                ),
                words(
                    "\(mapping(path, words)), and write “year: 2024” in it.",
                    "\(mapping(path, words)), og skriv «year: 2024» i den."
                )
            )
        case .decimalSignUnclear(let fault):
            let value = words.quoted(fault.value ?? "")
            return (
                words(
                    "\(fault.place.text(words)): \(value) can be thousands or kroner and øre, and no other amount shows which.",
                    "\(fault.place.text(words)): \(value) kan være tusener eller kroner og øre, og ingen andre beløp viser hva."
                ),
                words(
                    "\(mapping(fault.place.file, words)), and write “decimal_sign: comma” or “decimal_sign: point” in it.",
                    "\(mapping(fault.place.file, words)), og skriv «decimal_sign: comma» eller «decimal_sign: point» i den."
                )
            )
        case .noVouchers(let path, let form):
            let name = formName(form, words)
            return (
                words(
                    "\(path) is \(name) and has no vouchers, which are needed here.",
                    "\(path) er \(name) og har ingen bilag, som trengs her."
                ),
                words(
                    "Export a journal with accounts (bilagsjournal) or SAF-T from the accounting system.",
                    "Eksporter en bilagsjournal med konto eller SAF-T fra regnskapssystemet."
                )
            )
        case .file, .unknownFormat, .notAnAuditFile, .noLedgerInArchive, .severalFirms:
            return (words("The file cannot be read.", "Filen kan ikke leses."), words.tellTheMakers)
        }
    }

    private func mapping(_ path: String, _ words: Words) -> String {
        words(
            "Run “ringvirk ledger map \(path) --output mapping.yaml”, give the file with --mapping",
            "Kjør «ringvirk ledger map \(path) --output mapping.yaml», oppgi filen med --mapping"
        )
    }

    private func empty(_ path: String, _ sheet: String?, _ words: Words) -> (String, String) {
        let what =
            sheet.map {
                words("The sheet \(words.quoted($0)) of \(path)", "Arket \(words.quoted($0)) i \(path)")
            } ?? path
        return (
            words("\(what) holds no postings.", "\(what) har ingen posteringer."),
            words(
                "Export the ledger again, or name the right sheet in a mapping file.",
                "Eksporter reskontroen på nytt, eller oppgi riktig ark i en mapping-fil."
            )
        )
    }

    private func noHeader(
        _ path: String,
        _ sheet: String?,
        _ line: Int?,
        _ best: [String],
        _ words: Words
    ) -> (String, String) {
        let place =
            sheet.map { words("\(path), sheet \(words.quoted($0))", "\(path), ark \(words.quoted($0))") }
            ?? path
        var problem = words(
            "\(place): none of the first 30 lines names the columns of a ledger.",
            "\(place): ingen av de første 30 linjene har kolonnenavn fra en reskontro."
        )
        if let line, !best.isEmpty {
            let names = words.list(best.filter { !$0.isEmpty }.map(words.quoted))
            problem += words(" Nearest is line \(line): \(names).", " Nærmest er linje \(line): \(names).")
        }
        return (
            problem,
            words(
                "\(mapping(path, words)), and write which columns mean what in it.",
                "\(mapping(path, words)), og skriv i den hvilke kolonner som betyr hva."
            )
        )
    }

    private func noForm(
        _ path: String,
        _ line: Int,
        _ found: (recognised: [LedgerColumn], nearest: TableForm, lacking: [LedgerColumn]),
        _ words: Words
    ) -> (String, String) {
        let recognised = words.list(found.recognised.map(\.rawValue))
        let lacking = words.list(found.lacking.map(\.rawValue))
        let name = formName(found.nearest, words)
        var problem = words(
            "\(path), line \(line): the columns make no ledger. Recognised: \(recognised). For \(name) it lacks: \(lacking).",
            "\(path), linje \(line): kolonnene gir ingen reskontro. Gjenkjent: \(recognised). Til \(name) mangler: \(lacking)."
        )
        if found.recognised.contains(.balance) {
            problem += words(
                " A balance says what is owed, not what was bought or sold.",
                " En saldo sier hva som skyldes, ikke hva som er kjøpt eller solgt."
            )
        }
        return (
            problem,
            words(
                "Export a table with amounts; or, where they stand under other names: \(lowered(mapping(path, words))), and name the columns in it.",
                "Eksporter en tabell med beløp; eller, der de står under andre navn: \(lowered(mapping(path, words))), og sett navn på kolonnene i den."
            )
        )
    }

    private func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

    private func formName(_ form: TableForm, _ words: Words) -> String {
        switch form {
        case .journal: words("a journal", "en bilagsjournal")
        case .partyLedger: words("a party ledger", "en reskontro")
        case .summary: words("a summary", "et sammendrag")
        }
    }
}
