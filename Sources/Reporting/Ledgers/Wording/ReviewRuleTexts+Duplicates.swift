import Accounts

// Double registrations.
extension ReviewRuleTexts {
    static let sameVoucherTwice = ReviewRuleTexts(
        title: Name(
            english: "The same voucher twice",
            norwegian: "Samme bilag to ganger"
        ),
        effect: Name(
            english: "The second registration is left out; the first counts.",
            norwegian: "Den andre registreringen er utelatt; den første teller."
        ),
        reason: Name(
            english: """
                Party, day, voucher number and amounts on every account are the same, and the invoice numbers do not \
                differ.
                """,
            norwegian: """
                Part, dato, bilagsnummer og beløp på hver konto er like, og fakturanumrene er ikke forskjellige.
                """
        ),
        remedy: Name(
            english: """
                Look the two lines up in the accounts. If they are two deliveries, give them voucher or invoice \
                numbers of their own and export again.
                """,
            norwegian: """
                Slå opp de to linjene i regnskapet. Er det to leveranser, gi dem hvert sitt bilags- eller \
                fakturanummer og eksporter på nytt.
                """
        )
    )

    static let sameInvoiceTwice = ReviewRuleTexts(
        title: Name(
            english: "The same invoice on two vouchers",
            norwegian: "Samme faktura på to bilag"
        ),
        effect: Name(
            english: "The later registration is left out; the first counts.",
            norwegian: "Den siste registreringen er utelatt; den første teller."
        ),
        reason: Name(
            english: """
                Party, invoice number and amounts on every account are the same under another voucher number. A \
                number that comes back month by month, or stands on several amounts, is not taken for an invoice \
                number.
                """,
            norwegian: """
                Part, fakturanummer og beløp på hver konto er like under et annet bilagsnummer. Et nummer som kommer \
                igjen måned for måned, eller står på flere beløp, regnes ikke som fakturanummer.
                """
        ),
        remedy: Name(
            english: """
                Ask whoever keeps the books whether the invoice was booked twice. If both are right, give them \
                invoice numbers of their own and export again.
                """,
            norwegian: """
                Spør den som fører regnskapet, om fakturaen er bokført to ganger. Er begge riktige, gi dem hvert \
                sitt fakturanummer og eksporter på nytt.
                """
        )
    )

    static let duplicateAlreadyReversed = ReviewRuleTexts(
        title: Name(
            english: "Registered twice and reversed",
            norwegian: "Registrert to ganger og tilbakeført"
        ),
        effect: Name(
            english: "All three postings count; together they make one invoice.",
            norwegian: "Alle tre posteringene teller; til sammen blir de én faktura."
        ),
        reason: Name(
            english: """
                The invoice was registered twice, and a credit note of the same amount takes one of them out again.
                """,
            norwegian: """
                Fakturaen er registrert to ganger, og en kreditering av samme beløp tar den ene ut igjen.
                """
        ),
        remedy: Name(
            english: "Nothing.",
            norwegian: "Ingenting."
        )
    )

    static let possibleDuplicate = ReviewRuleTexts(
        title: Name(
            english: "Perhaps the same invoice twice",
            norwegian: "Kanskje samme faktura to ganger"
        ),
        effect: Name(
            english: "Both count.",
            norwegian: "Begge teller."
        ),
        reason: Name(
            english: """
                Party, day or invoice number, and amounts are the same, but it cannot be told whether it is one \
                invoice or two. Rent is the same every month, too.
                """,
            norwegian: """
                Part, dato eller fakturanummer, og beløp er like, men det kan ikke avgjøres om det er én faktura \
                eller to. Husleie er også lik hver måned.
                """
        ),
        remedy: Name(
            english: """
                Look the lines up. If it is one invoice, correct the books, or delete one of the rows from the file.
                """,
            norwegian: """
                Slå opp linjene. Er det én faktura, rett regnskapet eller slett den ene raden i filen.
                """
        )
    )
}
