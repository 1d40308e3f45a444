import Accounts

/// Makes the vouchers of trade and payment; every one adds up to nothing.
enum VoucherMaker {
    /// One cost or income line of an invoice, without tax; negative on a credit note.
    struct Item {
        let account: Int
        let tax: ExampleTax
        let net: Int64
        let text: String
    }

    /// An invoice from a supplier; of nobody where `party` is `nil`.
    static func purchase(
        from party: Int?,
        _ items: [Item],
        reference: String,
        on day: CalendarDate,
        rounding: Int64 = 0,
        currency: ExampleCurrency? = nil
    ) -> Entry {
        var postings: [Posting] = []
        var taxes: [Posting] = []
        var gross = rounding
        let text = VoucherMaker.text("Faktura", reference, items)
        for item in items {
            let tax = item.tax.amount(on: item.net)
            postings.append(
                Posting(
                    account: item.account,
                    oere: item.net,
                    tax: item.tax,
                    taxOere: tax,
                    text: item.text,
                    reference: reference
                )
            )
            gross += item.net
            guard tax != 0, let account = item.tax.account else { continue }
            taxes.append(Posting(account: account, oere: tax, text: "Merverdiavgift", reference: reference))
            if item.tax.isReversed {
                taxes.append(
                    Posting(
                        account: item.tax.counterAccount,
                        oere: -tax,
                        text: "Merverdiavgift",
                        reference: reference
                    )
                )
            } else {
                gross += tax
            }
        }
        if rounding != 0 {
            postings.append(
                Posting(account: 7740, oere: rounding, text: "Øreavrunding", reference: reference)
            )
        }
        postings.append(
            Posting(
                account: 2400,
                oere: -gross,
                party: party,
                text: text,
                reference: reference,
                foreign: currency.map { ($0, VoucherMaker.hundredths(-gross, in: $0)) }
            )
        )
        let investment = items.filter { $0.account < 1300 }.reduce(0) { $0 + $1.net }
        let net = items.reduce(rounding) { $0 + $1.net }
        var trades: [BookedTrade] = []
        if investment != 0 {
            trades.append(BookedTrade(party: party, isSale: false, oere: investment, isInvestment: true))
        }
        if net != investment {
            trades.append(
                BookedTrade(party: party, isSale: false, oere: net - investment, isInvestment: false)
            )
        }
        return Entry(number: 0, day: day, text: text, postings: postings + taxes, trades: trades)
    }

    /// An invoice to a customer.
    static func sale(
        to party: Int,
        _ items: [Item],
        reference: String,
        on day: CalendarDate,
        currency: ExampleCurrency? = nil
    ) -> Entry {
        var postings: [Posting] = []
        var gross: Int64 = 0
        let text = VoucherMaker.text("Utgående faktura", reference, items)
        for item in items {
            let tax = item.tax.amount(on: item.net)
            gross += item.net + tax
            postings.append(
                Posting(
                    account: item.account,
                    oere: -item.net,
                    tax: item.tax,
                    taxOere: -tax,
                    text: item.text,
                    reference: reference
                )
            )
            guard tax != 0, let account = item.tax.account else { continue }
            postings.append(
                Posting(account: account, oere: -tax, text: "Merverdiavgift", reference: reference)
            )
        }
        let receivable = Posting(
            account: 1500,
            oere: gross,
            party: party,
            text: text,
            reference: reference,
            foreign: currency.map { ($0, VoucherMaker.hundredths(gross, in: $0)) }
        )
        let net = items.reduce(0) { $0 + $1.net }
        return Entry(
            number: 0,
            day: day,
            text: text,
            postings: [receivable] + postings,
            trades: [BookedTrade(party: party, isSale: true, oere: net, isInvestment: false)]
        )
    }

    /// One voucher with invoices from two suppliers, all at one rate; the amounts are whole multiples of four øre, so
    /// that the tax has no fractions and each supplier's part of the cost is in proportion to its gross.
    static func collected(
        _ parts: [(party: Int, net: Int64, reference: String)],
        account: Int,
        on day: CalendarDate
    ) -> Entry {
        var postings: [Posting] = []
        var tax: Int64 = 0
        for part in parts {
            tax += ExampleTax.input25.amount(on: part.net)
            postings.append(
                Posting(
                    account: account,
                    oere: part.net,
                    tax: .input25,
                    taxOere: ExampleTax.input25.amount(on: part.net),
                    text: "Samlebilag",
                    reference: part.reference
                )
            )
        }
        for part in parts {
            let gross = part.net + ExampleTax.input25.amount(on: part.net)
            postings.append(
                Posting(
                    account: 2400,
                    oere: -gross,
                    party: part.party,
                    text: "Samlebilag",
                    reference: part.reference
                )
            )
        }
        postings.append(Posting(account: 2710, oere: tax, text: "Merverdiavgift"))
        return Entry(
            number: 0,
            day: day,
            text: "Samlebilag",
            postings: postings,
            trades: parts.map {
                BookedTrade(party: $0.party, isSale: false, oere: $0.net, isInvestment: false)
            }
        )
    }

    /// A voucher of one's own without parties: debit positive, and a last line that makes it add up.
    static func own(
        _ text: String,
        _ lines: [(account: Int, oere: Int64)],
        balancedOn account: Int,
        on day: CalendarDate
    ) -> Entry {
        let sum = lines.reduce(0) { $0 + $1.oere }
        let all = lines + [(account, -sum)]
        return Entry(
            number: 0,
            day: day,
            text: text,
            postings: all.filter { $0.1 != 0 }.map { Posting(account: $0.0, oere: $0.1, text: text) },
            trades: []
        )
    }

    private static func hundredths(_ oere: Int64, in currency: ExampleCurrency) -> Int64 {
        oere * 10_000 / Int64(currency.oerePerHundred)
    }

    private static func text(_ kind: String, _ reference: String, _ items: [Item]) -> String {
        let what = items.first?.text ?? ""
        return reference.isEmpty ? what : "\(kind) \(reference) – \(what)"
    }
}
