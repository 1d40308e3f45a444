import Accounts
import TestSupport

@testable import Ledgers

/// Vouchers and books as tests write them: kroner as text, lines in order.
enum TestBooks {
    static func date(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(iso: text) else { throw Misspelt(text: text) }
        return date
    }

    /// `-1 234.50` and the like, to the øre.
    static func kroner(_ text: String) -> Kroner {
        let isNegative = text.hasPrefix("-")
        let parts = text.drop { $0 == "-" }.replacing(" ", with: "").split(separator: ".")
        let whole = Int64(parts[0]) ?? 0
        let cents = parts.count > 1 ? Int64((parts[1] + "0").prefix(2)) ?? 0 : 0
        return Kroner(oere: (whole * 100 + cents) * (isNegative ? -1 : 1))
    }

    static func supplier(_ id: String) -> PartyReference { PartyReference(.supplier, id) }

    static func customer(_ id: String) -> PartyReference { PartyReference(.customer, id) }

    static func line(
        _ account: String,
        _ amount: String,
        _ party: PartyReference? = nil,
        ref reference: String? = nil,
        at line: Int = 1
    ) -> JournalLine {
        JournalLine(
            line: line,
            account: account,
            amount: kroner(amount),
            party: party,
            taxCode: nil,
            text: "",
            reference: reference
        )
    }

    static func voucher(_ number: String, _ date: String, _ lines: [JournalLine]) throws -> Voucher {
        Voucher(journal: "", number: number, date: try self.date(date), lines: lines)
    }

    /// A supplier's invoice with 25 % value added tax.
    static func purchase(
        _ number: String,
        _ date: String,
        _ supplier: String,
        net: String,
        ref reference: String? = nil,
        account: String = "4000",
        at line: Int = 1
    ) throws -> Voucher {
        let net = kroner(net)
        let tax = Kroner(oere: net.oere / 4)
        return Voucher(
            journal: "",
            number: number,
            date: try self.date(date),
            lines: [
                JournalLine(
                    line: line,
                    account: account,
                    amount: net,
                    party: nil,
                    taxCode: "1",
                    text: "",
                    reference: reference
                ),
                JournalLine(
                    line: line + 1,
                    account: "2710",
                    amount: tax,
                    party: nil,
                    taxCode: nil,
                    text: "",
                    reference: nil
                ),
                JournalLine(
                    line: line + 2,
                    account: "2400",
                    amount: -(net + tax),
                    party: self.supplier(supplier),
                    taxCode: nil,
                    text: "",
                    reference: reference
                ),
            ]
        )
    }

    /// A customer's invoice with 25 % value added tax.
    static func sale(
        _ number: String,
        _ date: String,
        _ customer: String,
        net: String,
        ref reference: String? = nil,
        account: String = "3000",
        at line: Int = 1
    ) throws -> Voucher {
        let net = kroner(net)
        let tax = Kroner(oere: net.oere / 4)
        return Voucher(
            journal: "",
            number: number,
            date: try self.date(date),
            lines: [
                JournalLine(
                    line: line,
                    account: "1500",
                    amount: net + tax,
                    party: self.customer(customer),
                    taxCode: nil,
                    text: "",
                    reference: reference
                ),
                JournalLine(
                    line: line + 1,
                    account: account,
                    amount: -net,
                    party: nil,
                    taxCode: "3",
                    text: "",
                    reference: nil
                ),
                JournalLine(
                    line: line + 2,
                    account: "2700",
                    amount: -tax,
                    party: nil,
                    taxCode: nil,
                    text: "",
                    reference: nil
                ),
            ]
        )
    }

    static func book(_ vouchers: [Voucher]) -> TradeBook {
        let extraction = TradeExtraction()
        for voucher in vouchers { extraction.take(voucher) }
        return extraction.book
    }

    /// A party: its number in the books, its name and organisation number, its country.
    static func party(
        _ reference: PartyReference,
        _ name: String,
        _ number: String? = nil,
        _ country: String? = nil
    ) -> Party {
        Party(
            reference: reference,
            name: name,
            organisationNumber: number,
            country: country,
            postalCode: nil,
            opening: nil,
            closing: nil,
            line: 1
        )
    }

    static func ledger(
        _ vouchers: [Voucher],
        parties: [Party] = [],
        owner: String? = "999999999",
        file: String = "a.xml"
    ) -> Ledger {
        let book = book(vouchers)
        return Ledger(
            books: Books(
                file: file,
                format: "test",
                owner: owner,
                ownerName: "Silisiumsmelteverk (eksempel)",
                period: book.period,
                accounts: [:],
                parties: parties,
                voucherCount: book.voucherCount,
                lineCount: book.lines.total.lines,
                debit: book.lines.total.debit,
                credit: book.lines.total.credit
            ),
            trades: book
        )
    }

    struct Misspelt: Error {
        let text: String
    }
}

extension TradeBook {
    /// The net amount of a party, in øre; `nil` where it is not met.
    func net(_ reference: PartyReference) -> Kroner? { parties.first { $0.reference == reference }?.net }
}
