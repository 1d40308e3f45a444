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
        case .booksOfAnother, .severalOwners, .annualAccountsOfAnother: owners(firm, books, words)
        case .deflatorNeeded, .deflatorNotUsable, .severalYears, .annualAccountsOfAnotherYear:
            years(books, words)
        case .totalNeeded:
            (
                words(
                    "\(books) hold the largest suppliers only, and nothing says what all of them add up to.",
                    "\(books) har bare de største leverandører, og ingenting sier hva alle til sammen utgjør."
                ),
                words(
                    "Give the annual accounts: operating income, cost of goods and other operating costs.",
                    "Oppgi årsregnskapet: driftsinntekter, varekostnad og annen driftskostnad."
                )
            )
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

    private func owners(_ firm: String, _ books: String, _ words: Words) -> (String, String) {
        switch self {
        case .booksOfAnother(let number, let actor):
            (
                words(
                    """
                    \(books) are those of organisation number \(words.quoted(number)), but \(words.quoted(firm)) has \
                    \(words.quoted(actor)).
                    """,
                    """
                    \(books) er bøkene til organisasjonsnummer \(words.quoted(number)), men \(words.quoted(firm)) har \
                    \(words.quoted(actor)).
                    """
                ),
                words(
                    "Correct the number in the actors' file, or give the firm's own books in study.yaml.",
                    "Rett nummeret i aktørfila, eller oppgi foretakets egne bøker i study.yaml."
                )
            )
        case .severalOwners(let numbers):
            (
                numbers.isEmpty
                    ? words(
                        "\(books) are several files, and none says whose it is.",
                        "\(books) er flere filer, og ingen sier hvem den tilhører."
                    )
                    : words(
                        """
                        \(books) are those of several firms: of organisation number \
                        \(words.list(numbers.map(words.quoted)))\(numbers.count == 1 ? ", and files that do not say whose they are" : "").
                        """,
                        """
                        \(books) er bøkene til flere foretak: til organisasjonsnummer \
                        \(words.list(numbers.map(words.quoted)))\(numbers.count == 1 ? ", og filer som ikke sier hvem de tilhører" : "").
                        """
                    ),
                words(
                    "Give each firm its own books; organisation_number under ledgers says whose files are that do not.",
                    "Gi hvert foretak sine egne bøker; organisation_number under ledgers sier hvem filer som ikke sier det selv, tilhører."
                )
            )
        case .annualAccountsOfAnother(let annual, let number):
            (
                words(
                    """
                    the annual accounts of \(words.quoted(firm)) are those of organisation number \(words.quoted(annual)), but its \
                    books or the actors' file have \(words.quoted(number)).
                    """,
                    """
                    årsregnskapet til \(words.quoted(firm)) er det til organisasjonsnummer \(words.quoted(annual)), men bøkene \
                    eller aktørfila har \(words.quoted(number)).
                    """
                ),
                words("Give the firm's own annual accounts.", "Oppgi foretakets eget årsregnskap.")
            )
        default: ("", "")
        }
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
