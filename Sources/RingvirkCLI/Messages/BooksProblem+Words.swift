import Accounts
import Actors

extension BooksProblem {
    /// Why the books of `firm` make no account, with what to mend. Sums are the firm's own.
    func message(aboutThoseOf firm: String, _ words: Words) -> Message {
        let books = words("the books of \(words.quoted(firm))", "bøkene til \(words.quoted(firm))")
        let (problem, remedy) = problemAndRemedy(firm, books, words)
        return words.message([words.problem(problem)], remedy: remedy, .badData)
    }

    private func problemAndRemedy(
        _ firm: String,
        _ books: String,
        _ words: Words
    ) -> (problem: String, remedy: String) {
        switch self {
        case .organisationNumber(let number, let isShared): numbers(firm, number, isShared, words)
        case .deflatorNeeded, .deflatorNotUsable, .severalYears, .annualAccountsOfAnotherYear:
            years(books, words)
        case .totalNeeded(let side): totals(books, side, words)
        case .exceedsTotal(let side, let ledger, let total, let source):
            excess(books, side, ledger: ledger, total: total, source, words)
        case .nothingLeftOfIncome(let income, let resale, let excise):
            (
                words(
                    """
                    \(books) have an operating income of \(words.mnok(income)), but goods sold on cost \
                    \(words.mnok(resale)) and excise is \(words.mnok(excise)): no output is left.
                    """,
                    """
                    \(books) har driftsinntekter på \(words.mnok(income)), men varer kjøpt for videresalg koster \
                    \(words.mnok(resale)) og særavgiftene er \(words.mnok(excise)): det blir ingen produksjon igjen.
                    """
                ),
                words(
                    "Check accounts 43xx and the excise; write resells: no for the firm if 43xx are used otherwise.",
                    "Kontroller konto 43xx og særavgiftene; skriv resells: no for bedriften hvis 43xx brukes til noe annet."
                )
            )
        case .noOutput:
            (
                words(
                    "neither annual accounts, ledger nor price and quantity give \(words.quoted(firm)) an output.",
                    "verken årsregnskap, reskontro eller pris og mengde gir \(words.quoted(firm)) noen produksjon."
                ),
                words(
                    "Give its annual accounts, its customer ledger, or price and output in the actors' file.",
                    "Oppgi årsregnskapet, kundereskontroen, eller pris og produksjon i aktørfila."
                )
            )
        }
    }

    private func numbers(
        _ firm: String,
        _ number: String,
        _ isShared: Bool,
        _ words: Words
    ) -> (String, String) {
        let quoted = words.quoted(number)
        if isShared {
            return (
                words(
                    "\(words.quoted(firm)) has organisation number \(quoted), as another actor has.",
                    "\(words.quoted(firm)) har organisasjonsnummer \(quoted), som en annen aktør også har."
                ),
                words(
                    "Give each actor its own number, or leave the column blank for the one without books.",
                    "Gi hver aktør sitt eget nummer, eller la kolonnen stå tom for den som ikke har bøker."
                )
            )
        }
        return (
            words(
                "the organisation number of \(words.quoted(firm)), \(quoted), is none.",
                "organisasjonsnummeret til \(words.quoted(firm)), \(quoted), er ikke et organisasjonsnummer."
            ),
            words(
                "Write the nine digits, or leave the column blank.",
                "Skriv de ni sifrene, eller la kolonnen stå tom."
            )
        )
    }

    private func years(_ books: String, _ words: Words) -> (String, String) {
        switch self {
        case .deflatorNeeded(let year, let table):
            (
                words(
                    "\(books) are of \(year), but the table is in prices of \(table), and no deflator is given.",
                    "\(books) er fra \(year), men tabellen er i \(table)-priser, og det er ikke oppgitt noen deflator."
                ),
                words(
                    "Give the price level of \(table) over that of \(year), or the books of \(table).",
                    "Oppgi prisnivået i \(table) delt på prisnivået i \(year), eller bruk bøkene for \(table)."
                )
            )
        case .deflatorNotUsable(let deflator, let year):
            (
                words(
                    "\(books) are of \(year) and have a deflator of \(words.number(deflator)), which cannot be used.",
                    "\(books) er fra \(year) og har en deflator på \(words.number(deflator)), som ikke kan brukes."
                ),
                words(
                    "A deflator is above zero, and left out for books of the table's year.",
                    "En deflator er større enn null, og utelates for bøker fra tabellens år."
                )
            )
        case .severalYears(let from, let to):
            (
                words(
                    "\(books) go from \(from) to \(to), which is more than a year.",
                    "\(books) går fra \(from) til \(to), som er mer enn ett år."
                ),
                words("Give the files of one year.", "Oppgi filene for ett år.")
            )
        case .annualAccountsOfAnotherYear(let annual, let years):
            (
                words(
                    "the annual accounts are of \(annual), but \(books) are of \(span(years)).",
                    "årsregnskapet er for \(annual), men \(books) er for \(span(years))."
                ),
                words(
                    "Give annual accounts of the books' year.",
                    "Oppgi årsregnskapet for samme år som bøkene."
                )
            )
        default: ("", "")
        }
    }

    private func totals(_ books: String, _ side: TradeSide, _ words: Words) -> (String, String) {
        let parties =
            side == .purchases ? words("suppliers", "leverandører") : words("customers", "kunder")
        return (
            words(
                "\(books) hold the largest \(parties) only, and nothing says what all of them add up to.",
                "\(books) har bare de største \(parties), og ingenting sier hva alle til sammen utgjør."
            ),
            words(
                "Give the annual accounts: operating income, cost of goods and other operating costs.",
                "Oppgi årsregnskapet: driftsinntekter, varekostnad og annen driftskostnad."
            )
        )
    }

    private func excess(
        _ books: String,
        _ side: TradeSide,
        ledger: Double,
        total: Double,
        _ source: FigureSource,
        _ words: Words
    ) -> (String, String) {
        let parties =
            side == .purchases ? words("suppliers", "leverandørene") : words("customers", "kundene")
        let whole =
            source == .annualAccounts
            ? words("the annual accounts", "årsregnskapet")
            : words("price and output in the actors' file", "pris og produksjon i aktørfila")
        return (
            words(
                """
                in \(books) the \(parties) add up to \(words.mnok(ledger)), but \(whole) \
                give \(words.mnok(total)).
                """,
                "i \(books) utgjør \(parties) \(words.mnok(ledger)), men \(whole) gir \(words.mnok(total))."
            ),
            words(
                """
                Look for double registrations, investments among the costs and invoices of another year, and correct the \
                books or the annual accounts.
                """,
                """
                Se etter dobbeltregistreringer, investeringer blant kostnadene og fakturaer fra et annet år, og rett \
                bøkene eller årsregnskapet.
                """
            )
        )
    }

    private func span(_ years: ClosedRange<Int>) -> String {
        years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
    }
}
