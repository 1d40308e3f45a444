import Accounts
import Ledgers

/// What every line of the journals was used for, adding up to all lines, and the rules that read the vouchers.
struct LinesSection {
    private let content: PageContent

    init(_ content: PageContent) {
        self.content = content
    }

    private var words: Wording { content.words }
    private var number: NumberFormat { content.number }

    var markup: Markup {
        content.section(
            "lines",
            words("What the lines were used for", "Hva linjene ble brukt til"),
            [
                content.paragraph(
                    """
                    Every line of the files has one use, and together they are all lines. Purchases are debited and sales \
                    credited; what stands on the other side are credit notes.
                    """,
                    """
                    Hver linje i filene har én bruk, og til sammen er de alle linjene. Innkjøp er ført i debet og salg i \
                    kredit; det som står på den andre siden, er kreditnotaer.
                    """
                ), purposes,
            ] + readings
        )
    }

    private var purposes: Markup {
        var table = PageTable([
            (words("Use", "Bruk"), false), (words("Lines", "Linjer"), true),
            (words("Debit, kr", "Debet, kr"), true),
            (words("Credit, kr", "Kredit, kr"), true),
        ])
        let accounts = content.review.files.map(\.lines)
        var whole = Sum()
        for purpose in LinePurpose.allCases {
            let sum = accounts.reduce(into: Sum()) { $0.add($1[purpose]) }
            guard sum.lines > 0 else { continue }
            whole.add(sum)
            let wording = LinePurposeWording(purpose, in: content.language)
            table.add([
                "<b>\(wording.title)</b><br><span class=\"dim\">\(wording.text)</span>",
                "\(number.count(sum.lines))",
                "\(number.kroner(sum.debit))", "\(number.kroner(sum.credit))",
            ])
        }
        table.add(
            [
                "\(words("All lines", "Alle linjer"))", "\(number.count(whole.lines))",
                "\(number.kroner(whole.debit))",
                "\(number.kroner(whole.credit))",
            ],
            isSum: true
        )
        return table.markup
    }

    private struct Sum {
        var lines = 0
        var debit = Kroner.zero
        var credit = Kroner.zero

        mutating func add(_ tally: LineAccount.Tally) {
            lines += tally.lines
            debit += tally.debit
            credit += tally.credit
        }

        mutating func add(_ sum: Sum) {
            lines += sum.lines
            debit += sum.debit
            credit += sum.credit
        }
    }

    private var readings: [Markup] {
        var table = PageTable([
            (
                words(
                    "Where a voucher could be read in more than one way",
                    "Der et bilag kunne leses på flere måter"
                ), false
            ),
            (words("Vouchers", "Bilag"), true), (words("The first", "De første"), false),
        ])
        for rule in ExtractionRule.allCases {
            let uses = content.review.files.compactMap { $0.rules[rule] }
            guard !uses.isEmpty else { continue }
            let wording = ExtractionRuleWording(rule, in: content.language)
            let vouchers = uses.flatMap(\.vouchers)
            let count = uses.reduce(0) { $0 + $1.count }
            table.add([
                "<b>\(wording.title)</b> <code>\(rule.rawValue)</code><br><span class=\"dim\">\(wording.text)</span>",
                "\(number.count(count))",
                "\(vouchers.prefix(5).joined(separator: ", "))\(count > 5 ? ", …" : "")",
            ])
        }
        return table.isEmpty ? [] : [table.markup]
    }
}
