import Accounts
import Testing

@testable import Ledgers

@Suite("Purchases and sales of vouchers")
struct TradeExtractionTests {
    private typealias T = TestBooks
    private let one = TestBooks.supplier("1")
    private let two = TestBooks.supplier("2")
    private let customer = TestBooks.customer("10")

    private func book(_ lines: JournalLine...) throws -> TradeBook {
        T.book([try T.voucher("1", "2023-05-02", lines)])
    }

    @Test("A supplier's invoice: the cost lines, net of tax; several tax codes and accounts")
    func invoice() throws {
        let book = try book(
            T.line("4000", "1000"),
            T.line("6100", "100"),
            T.line("2710", "250"),
            T.line("2711", "15"),
            T.line("2400", "-1365", one, ref: "F77")
        )
        let invoice = book.invoice(at: 0)
        #expect(invoice.net == T.kroner("1100"))
        #expect(invoice.gross == T.kroner("1365"))
        #expect(invoice.reference == "F77")
        #expect(invoice.trades.map { book.accounts[$0.account] } == ["4000", "6100"])
        #expect(book.lines[.valueAddedTax].lines == 2)
        #expect(book.lines[.purchase].balance == T.kroner("1100"))
        #expect(book.parties[0].movement == T.kroner("-1365"))
    }

    @Test("A credit note is negative")
    func creditNote() throws {
        let book = try book(
            T.line("4000", "-1000"),
            T.line("2710", "-250"),
            T.line("2400", "1250", one)
        )
        #expect(book.net(one) == T.kroner("-1000"))
        #expect(book.parties[0].gross == T.kroner("-1250"))
    }

    @Test("A sale, and a fixed asset sold")
    func sale() throws {
        let book = try book(
            T.line("1500", "1250", customer),
            T.line("3000", "-800"),
            T.line("3800", "-200"),
            T.line("2700", "-250")
        )
        #expect(book.net(customer) == T.kroner("1000"))
        #expect(book.lines[.capitalSale].balance == T.kroner("-200"))
        #expect(book.invoice(at: 0).trades.filter { $0.kind.isInvestment }.map(\.amount) == [T.kroner("200")])
    }

    @Test("Capital goods are kept apart")
    func capitalGoods() throws {
        let book = try book(
            T.line("1250", "13000"),
            T.line("2710", "3250"),
            T.line("2400", "-16250", one)
        )
        #expect(book.net(one) == T.kroner("13000"))
        #expect(book.lines[.capitalPurchase].lines == 1)
        #expect(book.trade(at: 0).kind == .capitalGoods)
    }

    @Test("Reverse charge nets out; the cost is what the supplier invoiced")
    func reverseCharge() throws {
        let book = try book(
            T.line("6790", "1000"),
            T.line("2702", "-250"),
            T.line("2712", "250"),
            T.line("2400", "-1000", one)
        )
        #expect(book.net(one) == T.kroner("1000"))
        #expect(book.lines[.valueAddedTax].balance == .zero)
    }

    @Test("A payment is no purchase, with its charge, rounding and exchange difference")
    func payment() throws {
        let book = try book(
            T.line("2400", "1000", one),
            T.line("8160", "12.40"),
            T.line("7770", "0.60"),
            T.line("1920", "-1013")
        )
        #expect(book.invoiceCount == 0)
        #expect(book.lines[.notAttributed].balance == T.kroner("0.60"))
        #expect(book.lines[.finance].balance == T.kroner("12.40"))
        #expect(book.parties[0].movement == T.kroner("1000"))
    }

    @Test("A discount on a payment is the party's")
    func discount() throws {
        let book = try book(
            T.line("2400", "600", one),
            T.line("2400", "400", two),
            T.line("4300", "-20"),
            T.line("1920", "-980")
        )
        #expect(book.net(one) == T.kroner("-12"))
        #expect(book.net(two) == T.kroner("-8"))
        #expect(book.rules[.paymentDiscount]?.count == 1)
        let sold = try self.book(
            T.line("1500", "-1000", customer),
            T.line("1920", "980"),
            T.line("3080", "20")
        )
        #expect(sold.net(customer) == T.kroner("-20"))
    }

    @Test("Cash sales beside a customer's payment are nobody's")
    func cashSale() throws {
        let book = try book(
            T.line("1920", "5000"),
            T.line("1500", "-1000", customer),
            T.line("3000", "-3200"),
            T.line("2700", "-800")
        )
        #expect(book.invoiceCount == 0)
        #expect(book.lines[.notAttributed].balance == T.kroner("-3200"))
    }

    @Test("An invoice and its payment on one voucher, whatever the order of the lines")
    func invoiceAndPayment() throws {
        let lines = [
            T.line("4000", "1000"), T.line("2710", "250"), T.line("2400", "-1250", one),
            T.line("2400", "1250", one), T.line("1920", "-1250"),
        ]
        for order in [[0, 1, 2, 3, 4], [2, 3, 0, 1, 4], [3, 4, 2, 1, 0], [4, 0, 3, 1, 2]] {
            let book = T.book([try T.voucher("1", "2023-05-02", order.map { lines[$0] })])
            #expect(book.net(one) == T.kroner("1000"), "\(order)")
            #expect(book.parties[0].gross == T.kroner("1250"), "\(order)")
            #expect(book.parties[0].movement == .zero, "\(order)")
        }
    }

    @Test("A bill paid at once is the supplier's whom the bank line names, and nobody's without one")
    func paidAtOnce() throws {
        let named = try book(T.line("6300", "800"), T.line("2710", "200"), T.line("1920", "-1000", one))
        #expect(named.net(one) == T.kroner("800"))
        #expect(named.rules[.paidAtOnce]?.count == 1)
        let nobody = try book(T.line("4000", "550"), T.line("2711", "82.50"), T.line("1900", "-632.50"))
        #expect(nobody.invoiceCount == 0)
        #expect(nobody.lines[.notAttributed].balance == T.kroner("550"))
    }

    @Test("Accruals and their reversals are left out, and the invoice counts once")
    func accruals() throws {
        let book = T.book([
            try T.voucher("1", "2022-12-31", [T.line("6300", "100"), T.line("2960", "-100")]),
            try T.voucher("2", "2023-01-01", [T.line("2960", "100"), T.line("6300", "-100")]),
            try T.purchase("3", "2023-01-20", "1", net: "100", account: "6300"),
            try T.voucher(
                "4",
                "2023-02-01",
                [T.line("1700", "90"), T.line("6300", "10"), T.line("2400", "-100", one)]
            ),
            try T.voucher("5", "2023-03-01", [T.line("6300", "30", one), T.line("1700", "-30", one)]),
        ])
        #expect(book.net(one) == T.kroner("110"))
        #expect(book.lines[.accrual].lines == 2 * 2 + 1 + 2)
    }

    @Test("Parts of a voucher that add up to nothing are read apart")
    func parts() throws {
        let book = try book(
            T.line("2400", "-1250", one),
            T.line("4000", "1000"),
            T.line("2710", "250"),
            T.line("2400", "-1150", two),
            T.line("4001", "1000"),
            T.line("2711", "150")
        )
        #expect(book.net(one) == T.kroner("1000"))
        #expect(book.net(two) == T.kroner("1000"))
        #expect(book.rules[.balancedParts]?.vouchers == ["1"])
    }

    @Test("Several suppliers share in proportion to gross, to the øre")
    func proportional() throws {
        let three = T.supplier("3")
        let book = try book(
            T.line("2400", "-100", one),
            T.line("2400", "-100", two),
            T.line("2400", "-100", three),
            T.line("4000", "240.01"),
            T.line("2710", "59.99")
        )
        #expect(book.net(one) == T.kroner("80.01"))
        #expect(book.net(two) == T.kroner("80"))
        #expect(book.net(three) == T.kroner("80"))
        #expect(book.rules[.proportionalToGross]?.count == 1)
    }

    @Test("An invoice and a credit note on one voucher: costs up to the one, costs down to the other")
    func creditNoteBeside() throws {
        let apart = try book(
            T.line("2400", "-1250", one),
            T.line("2400", "115", two),
            T.line("4000", "1000"),
            T.line("4001", "-100"),
            T.line("2710", "235")
        )
        #expect(apart.net(one) == T.kroner("1000"))
        #expect(apart.net(two) == T.kroner("-100"))
        let netted = try book(
            T.line("2400", "-1250", one),
            T.line("2400", "125", two),
            T.line("4000", "900"),
            T.line("2710", "225")
        )
        #expect(netted.net(one) == T.kroner("1000"))
        #expect(netted.net(two) == T.kroner("-100"))
        let cancelled = try book(
            T.line("2400", "-1250", one),
            T.line("2400", "1250", two),
            T.line("4000", "10"),
            T.line("2710", "-10")
        )
        #expect(cancelled.tradeCount == 0)
        #expect(cancelled.lines[.notAttributed].balance == T.kroner("10"))
        #expect(cancelled.rules[.cannotBeShared]?.count == 1)
    }

    @Test("Lines that name their party are its own, also where every line of the voucher does")
    func ownLines() throws {
        let book = try book(
            T.line("4000", "1000", one),
            T.line("2710", "250", one),
            T.line("2400", "-1250", one),
            T.line("4000", "500", two),
            T.line("2710", "100"),
            T.line("2400", "-600", two)
        )
        #expect(book.net(one) == T.kroner("1000"))
        #expect(book.net(two) == T.kroner("500"))
        #expect(book.parties[0].movement == T.kroner("-1250"))
    }

    @Test("Customers' and suppliers' lines without a party are somebody's, and not forgotten")
    func nobody() throws {
        let book = try book(T.line("4000", "80"), T.line("2710", "20"), T.line("2400", "-100"))
        #expect(book.net(T.supplier("")) == T.kroner("80"))
    }

    @Test("Wages, depreciation and changes in stock are no trade")
    func internalVouchers() throws {
        let book = T.book([
            try T.voucher("1", "2023-01-31", [T.line("5000", "374000"), T.line("1920", "-374000")]),
            try T.voucher("2", "2023-01-31", [T.line("6000", "10"), T.line("1200", "-10")]),
            try T.voucher("3", "2023-01-31", [T.line("1460", "70"), T.line("4190", "-70")]),
        ])
        #expect(book.invoiceCount == 0)
        #expect(book.lines[.wages].balance == T.kroner("374000"))
        #expect(book.lines[.depreciation].balance == T.kroner("10"))
        #expect(book.lines[.stock].balance == .zero)
    }

    @Test("Goods bought into stock, with the counter-entry on the same voucher")
    func stock() throws {
        let book = try book(
            T.line("2400", "-1250", one),
            T.line("4000", "1000"),
            T.line("2710", "250"),
            T.line("1460", "1000"),
            T.line("4190", "-1000")
        )
        #expect(book.net(one) == T.kroner("1000"))
    }

    @Test("A standard account decides where the firm's own number says nothing")
    func standardAccounts() throws {
        let extraction = TradeExtraction()
        extraction.prepare(standardAccounts: ["K-100": "40", "L-1": "2400", "M-1": "2710"])
        extraction.take(
            try T.voucher(
                "1",
                "2023-05-02",
                [T.line("K-100", "1000"), T.line("M-1", "250"), T.line("L-1", "-1250", one)]
            )
        )
        #expect(extraction.book.net(one) == T.kroner("1000"))
    }

    @Test("A voucher of many accounts and many parties is shared by kind of account")
    func manyOfBoth() throws {
        var lines: [JournalLine] = []
        for index in 0..<500 {
            lines.append(T.line("4\(String(1_000 + index).dropFirst())", "1"))
            lines.append(T.line("2400", "-1", T.supplier("\(index)")))
        }
        // In an order where no part adds up to nothing before the end.
        lines.sort { $0.amount > $1.amount }
        let book = T.book([try T.voucher("1", "2023-05-02", lines)])
        #expect(book.net(of: .supplier) == T.kroner("500"))
        #expect(book.rules[.addedByKind]?.count == 1)
        #expect(book.tradeCount == 500)
    }
}
