import Accounts
import Ledgers
import Reporting

/// A review in a terminal: what became of the kroner, what each rule met, and the controls.
struct LedgerReviewSummary {
    private let review: LedgerReview
    private let language: Language
    private let words: Wording
    private let number: NumberFormat

    init(_ review: LedgerReview, language: Language) {
        self.review = review
        self.language = language
        words = Wording(language)
        number = NumberFormat(language)
    }

    /// The whole summary, in plain text.
    var text: String {
        ([balances, whole] + rules + parties + annual + balancesOfParties + pairs).joined(separator: "\n")
    }

    private func name(_ role: PartyRole) -> String {
        role == .supplier ? words("purchases", "innkjøp") : words("sales", "salg")
    }

    private func name(ofOwner owner: Int) -> String {
        let owner = review.owners[owner]
        return owner.name ?? owner.number.map { "\($0)" } ?? words("unknown firm", "ukjent foretak")
    }

    /// The file's own name; with its folder where another file has the same.
    private func name(ofFile file: Int) -> String {
        func last(_ path: String) -> Substring { path.split(separator: "/").last ?? Substring(path) }
        let path = review.files[file].file
        return review.files.count { last($0.file) == last(path) } > 1 ? path : String(last(path))
    }

    private var balances: String {
        var table = TextTable(
            header: [
                words("File", "Fil"), "", words("In the books", "I regnskapet"), words("Kept", "Beholdt"),
                words("Changed", "Endret"), words("Refused", "Utelatt"),
            ],
            numeric: [false, false, true, true, true, true]
        )
        for balance in review.balances {
            table.add(
                [name(ofFile: balance.file), name(balance.role)]
                    + [balance.input, balance.kept, balance.changed, balance.refused].map {
                        number.kroner($0.amount)
                    }
            )
        }
        return table.plainText
    }

    private var whole: String {
        review.isWhole
            ? words(
                "Kept, changed and refused add up to what is in the books, to the øre.\n",
                "Beholdt, endret og utelatt er til sammen det som står i regnskapet, på øret.\n"
            )
            : words(
                "Kept, changed and refused do NOT add up to what is in the books: an error in the program.\n",
                "Beholdt, endret og utelatt er IKKE til sammen det som står i regnskapet: en feil i programmet.\n"
            )
    }

    private var rules: [String] {
        struct Sum {
            var amounts: [PartyRole: Kroner] = [:]
            var rows = 0
        }
        var sums: [ReviewRule: Sum] = [:]
        for sum in review.ruleSums {
            sums[sum.rule, default: Sum()].amounts[sum.role, default: .zero] += sum.amount
            sums[sum.rule, default: Sum()].rows += sum.rows
        }
        return [ReviewOutcome.refused, .changed, .kept].flatMap { outcome -> [String] in
            let met = ReviewRule.allCases.filter { $0.outcome == outcome && sums[$0] != nil }
            guard !met.isEmpty else { return [] }
            var table = TextTable(
                header: [
                    heading(outcome), words("Rows", "Rader"), words("Purchases", "Innkjøp"),
                    words("Sales", "Salg"),
                ],
                numeric: [false, true, true, true]
            )
            for rule in met {
                let sum = sums[rule] ?? Sum()
                table.add([
                    ReviewRuleWording(rule, in: language).title, number.count(sum.rows),
                    number.kroner(sum.amounts[.supplier] ?? .zero),
                    number.kroner(sum.amounts[.customer] ?? .zero),
                ])
            }
            return [table.plainText]
        }
    }

    private func heading(_ outcome: ReviewOutcome) -> String {
        switch outcome {
        case .refused: words("Refused", "Utelatt")
        case .changed: words("Counted as another's", "Regnet som en annens")
        case .kept: words("Remarks", "Merknader")
        }
    }

    private var parties: [String] {
        let suppliers = review.parties.count { $0.role == .supplier }
        let customers = number.count(review.parties.count - suppliers)
        return [
            words(
                "Parties after the review: \(number.count(suppliers)) suppliers, \(customers) customers.\n",
                "Parter etter gjennomgangen: \(number.count(suppliers)) leverandører, \(customers) kunder.\n"
            )
        ]
    }

    private var annual: [String] {
        guard !review.controls.annual.isEmpty else { return [] }
        var table = TextTable(
            header: [
                words("Against the annual accounts", "Mot årsregnskapet"), words("Year", "År"), "",
                words("Annual accounts", "Årsregnskapet"), words("Books", "Regnskapet"),
                words("Difference", "Differanse"), "",
            ],
            numeric: [false, false, false, true, true, true, false]
        )
        for control in review.controls.annual {
            table.add([
                name(ofOwner: control.owner), "\(control.year)", name(control.item),
                number.kroner(control.stated), number.kroner(control.booked),
                number.kroner(control.difference),
                control.agrees ? words("agrees", "stemmer") : words("DIFFERS", "AVVIKER"),
            ])
        }
        return [table.plainText]
    }

    private func name(_ item: AnnualAccounts.Item) -> String {
        switch item {
        case .operatingIncome: words("operating income", "driftsinntekter")
        case .costOfGoods: words("cost of goods", "varekostnad")
        case .wages: words("wages", "lønnskostnad")
        case .otherOperatingCosts: words("other operating costs", "annen driftskostnad")
        }
    }

    private var balancesOfParties: [String] {
        guard review.controls.partiesChecked > 0 else { return [] }
        let checked = number.count(review.controls.partiesChecked)
        let open = number.count(review.controls.openParties.count)
        return [
            words(
                "Opening + movement = closing: checked for \(checked) parties, does not hold for \(open).\n",
                "Inngående + bevegelse = utgående saldo: kontrollert for \(checked) parter, stemmer ikke for \(open).\n"
            )
        ]
    }

    private var pairs: [String] {
        guard !review.controls.pairs.isEmpty else { return [] }
        var table = TextTable(
            header: [
                words("Seller", "Selger"), words("Buyer", "Kjøper"), words("Sold", "Solgt"),
                words("Bought", "Kjøpt"), words("Difference", "Differanse"),
            ],
            numeric: [false, false, true, true, true]
        )
        for pair in review.controls.pairs {
            table.add([
                name(ofOwner: pair.seller), name(ofOwner: pair.buyer), number.kroner(pair.sold),
                number.kroner(pair.bought), number.kroner(pair.difference),
            ])
        }
        return [table.plainText]
    }
}
