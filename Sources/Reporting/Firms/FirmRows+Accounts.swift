import Accounts
import Actors
import FileFormats
import Ledgers

extension FirmRows {
    /// The firms' accounts, cell by cell: MNOK in the table's basic prices, per krone of output, source and spread (σ of ln).
    public var accounts: String {
        var writer = CSVWriter()
        writer.write(row: [
            "firm", "side", "item", "place", "partner", "mnok", "per_output", "source", "spread",
        ])
        for books in results.accounts.firms {
            let account = books.account
            func write(_ side: String, _ item: String, _ place: String, _ partner: String?, _ figure: Figure)
            {
                writer.write(row: [
                    account.code, side, item, place, partner ?? "", CSVNumber.text(figure.amount),
                    CSVNumber.text(figure.amount / account.output.amount), figure.source.rawValue,
                    CSVNumber.text(figure.spread),
                ])
            }
            write("output", account.industry.code, "", nil, account.output)
            for purchase in account.purchases ?? [] {
                write(
                    "purchase",
                    purchase.seller.code,
                    purchase.from.rawValue,
                    purchase.firm,
                    purchase.figure
                )
            }
            write("purchase", "unattributed", "", nil, account.unattributedPurchases)
            for (code, figure) in account.primaryInputs.sorted(by: { $0.key < $1.key }) {
                write("primary_input", code, "", nil, figure)
            }
            for sale in account.sales ?? [] {
                write("sale", sale.buyer?.code ?? "final_demand", sale.to.rawValue, sale.firm, sale.figure)
            }
            write("sale", "unattributed", "", nil, account.unattributedSales)
            for (code, figure) in account.extensions.sorted(by: { $0.key < $1.key }) {
                write("extension", code, "", nil, figure)
            }
        }
        return writer.text
    }

    /// What stands behind each cell of the accounts: parties with their lines in the books, shares of pools, the rest.
    public var cells: String {
        var writer = CSVWriter()
        writer.write(row: [
            "firm", "side", "item", "place", "partner", "part", "party", "mnok", "lines",
        ])
        for books in results.accounts.firms {
            func write(_ head: [String], _ parts: [FirmAccountExplanation.Part]) {
                for part in parts {
                    let (kind, party, lines) = origin(part.origin)
                    writer.write(
                        row: [books.account.code] + head + [kind, party, CSVNumber.text(part.amount), lines]
                    )
                }
            }
            for cell in books.explanation.cells {
                write(
                    [
                        cell.side.rawValue, cell.industry ?? "final_demand", cell.place.rawValue,
                        cell.firm ?? "",
                    ],
                    cell.parts
                )
            }
            for pool in books.explanation.pools { write(["pool", pool.pool.rawValue, "", ""], pool.parts) }
        }
        return writer.text
    }

    private func origin(_ origin: FirmAccountExplanation.Origin) -> (String, String, String) {
        switch origin {
        case .pool(let pool): return (pool.rawValue, "", "")
        case .rest: return ("rest", "", "")
        case .party(let place):
            let party = results.review.parties[place]
            return (
                "party",
                party.number.map { "\($0)" } ?? party.bookNumbers.first ?? party.kind.rawValue,
                party.lines.map { "\($0.file + 1):\($0.line)" }.joined(separator: " ")
            )
        }
    }

    /// The rules that made the accounts, with the MNOK each met.
    public var rules: String {
        var writer = CSVWriter()
        writer.write(row: ["firm", "rule", "side", "mnok"])
        for books in results.accounts.firms {
            for use in books.rules {
                writer.write(row: [
                    books.account.code, use.rule.rawValue, use.side?.rawValue ?? "",
                    CSVNumber.text(use.amount),
                ])
            }
        }
        return writer.text
    }

    /// The repairs and every cell they changed, MNOK before and after; without a firm, the parent's cell.
    public var repairs: String {
        Self.repairs(of: [results.tables.region, results.tables.nation].compactMap(\.self))
    }

    static func repairs(of tables: [AugmentedTable]) -> String {
        var writer = CSVWriter()
        writer.write(row: ["area", "repair", "row", "column", "firm", "before", "after"])
        for table in tables {
            for repair in table.repairs {
                for cell in repair.cells {
                    writer.write(row: [
                        table.parent.area, repair.repair.rawValue, cell.cell.row, cell.cell.industry.code,
                        cell.firm ?? "", CSVNumber.text(cell.before), CSVNumber.text(cell.after),
                    ])
                }
            }
        }
        return writer.text
    }

    /// What two firms' books say of the deliveries from one to the other, in kroner; blank where a book is silent.
    public var agreements: String {
        var writer = CSVWriter()
        writer.write(row: ["seller", "buyer", "sold_nok", "bought_nok", "difference_nok", "invested_nok"])
        for agreement in results.accounts.agreements {
            writer.write(
                row: [agreement.seller, agreement.buyer]
                    + [agreement.sold, agreement.bought, agreement.difference, agreement.invested].map {
                        $0.map(ReviewRows.text) ?? ""
                    }
            )
        }
        return writer.text
    }
}
