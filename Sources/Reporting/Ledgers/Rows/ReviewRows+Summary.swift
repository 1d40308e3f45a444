import Accounts
import FileFormats
import Ledgers

extension ReviewRows {
    /// The columns of `summary`.
    public static let summaryHeader = ["section", "subject", "role", "item", "measure", "amount_nok", "rows"]

    /// Sums, one a row: what became of each file's purchases and sales (`balance`), what each rule met (`rule`), where every
    /// line of the file went (`lines`), and the controls (`annual_accounts`, `party_balances`, `pairs`).
    public var summary: String {
        var writer = CSVWriter()
        writer.write(row: Self.summaryHeader)
        for row in summaryRows {
            writer.write(row: [
                row.section, row.subject, row.role, row.item, row.measure, Self.text(row.amount),
                row.rows.map(String.init) ?? "",
            ])
        }
        return writer.text
    }

    private struct Row {
        let section: String
        let subject: String
        var role = ""
        let item: String
        let measure: String
        let amount: Kroner
        var rows: Int?
    }

    private var summaryRows: [Row] { balanceRows + ruleRows + lineRows + annualRows + partyRows + pairRows }

    private var balanceRows: [Row] {
        review.balances.flatMap { balance in
            [
                ("input", balance.input), ("kept", balance.kept), ("changed", balance.changed),
                ("refused", balance.refused),
            ].map { item, sum in
                Row(
                    section: "balance",
                    subject: name(ofFile: balance.file),
                    role: balance.role.rawValue,
                    item: item,
                    measure: "net",
                    amount: sum.amount,
                    rows: sum.rows
                )
            }
        }
    }

    private var ruleRows: [Row] {
        review.ruleSums.map {
            Row(
                section: "rule",
                subject: name(ofFile: $0.file),
                role: $0.role.rawValue,
                item: $0.rule.rawValue,
                measure: $0.rule.outcome.rawValue,
                amount: $0.amount,
                rows: $0.rows
            )
        }
    }

    private var lineRows: [Row] {
        review.files.indices.flatMap { file in
            LinePurpose.allCases.flatMap { purpose in
                let tally = review.files[file].lines[purpose]
                return [("debit", tally.debit), ("credit", tally.credit)].map { measure, amount in
                    Row(
                        section: "lines",
                        subject: name(ofFile: file),
                        item: purpose.name,
                        measure: measure,
                        amount: amount,
                        rows: tally.lines
                    )
                }
            }
        }
    }

    private var annualRows: [Row] {
        review.controls.annual.flatMap { control in
            [
                ("stated", control.stated), ("booked", control.booked), ("attributed", control.attributed),
                ("difference", control.difference),
            ].compactMap { measure, amount in
                guard let amount else { return nil }
                return Row(
                    section: "annual_accounts",
                    subject: "\(name(ofOwner: control.owner)) \(control.year)",
                    item: control.item.rawValue,
                    measure: measure,
                    amount: amount
                )
            }
        }
    }

    private var partyRows: [Row] {
        review.controls.openParties.map {
            Row(
                section: "party_balances",
                subject: name(ofFile: $0.file),
                role: $0.party.role.rawValue,
                item: $0.party.id,
                measure: "difference",
                amount: $0.difference
            )
        }
    }

    private var pairRows: [Row] {
        review.controls.pairs.flatMap { pair in
            [("sold", pair.sold), ("bought", pair.bought), ("difference", pair.difference)].map {
                measure,
                amount in
                Row(
                    section: "pairs",
                    subject: name(ofOwner: pair.seller),
                    item: name(ofOwner: pair.buyer),
                    measure: measure,
                    amount: amount
                )
            }
        }
    }
}
