import Accounts
import Actors
import Ledgers
import TestSupport
import Testing

/// One firm of industry C10, a hundred MNOK by price and quantity, with more or less of its books.
@Suite("Partial ledgers, odd ledgers and no ledgers")
struct PartialBooksTests {
    private static let mill: UInt32 = 911_111_111
    private static let other: UInt32 = 922_222_222
    private let small: SmallFrame

    init() throws { small = try SmallFrame() }

    private func register() -> SmallBooks {
        var books = SmallBooks()
        books.register(Self.mill, "10.110", in: "5059")
        books.register(1, "01.110", in: "5001")
        books.register(2, "62.010", in: "0301")
        books.register(3, "01.110", in: nil)
        books.register(4, "99.000", in: "5001")
        return books
    }

    private func books(
        _ entries: [SmallBooks.Entry],
        year: Int = 2019,
        wages: Double = 0,
        annual: AnnualAccounts? = nil,
        suppliers: LedgerCoverage? = nil,
        customers: LedgerCoverage? = nil,
        resells: Bool = true,
        excise: Double = 0,
        deflator: Double? = nil,
        options: FirmBooksOptions = .exact
    ) throws -> FirmBooks {
        var books = register()
        if !entries.isEmpty { books.add(Self.mill, year: year, wages: wages, entries) }
        let firm = BookedFirm(
            actor: try small.actor("mill", "C10", number: Self.mill),
            annualAccounts: annual,
            suppliers: suppliers,
            customers: customers,
            resells: resells,
            exciseInIncome: SmallBooks.kroner(excise),
            deflator: deflator
        )
        let made = try ClusterBooks(
            of: [firm],
            in: books.review([annual].compactMap(\.self)),
            frame: small.frame(books),
            options: options
        ).firms[0]
        made.expectWhole()
        return made
    }

    private let suppliersOnly = [SmallBooks.bought(10, of: "Gård AS", 1)]
    private let customersOnly = [SmallBooks.sold(30, to: "Data AS", 2)]
    private let annual = SmallBooks.annual(mill, income: 100, goods: 30, wages: 12, other: 20)

    @Test("Suppliers only: sales are the industry's, output is price times quantity")
    func suppliers() throws {
        let made = try books(suppliersOnly)
        #expect(made.account.output == Figure(100, from: .stated))
        #expect(made.account.sales == nil)
        #expect(made.account.unattributedSales.amount == 100)
        #expect(isClose(made.account.bought("A01", .region), 9.5))
        #expect(made.facts.sales == nil)
    }

    @Test("Customers only: purchases are the industry's; wages where annual accounts tell")
    func customers() throws {
        let income = SmallBooks.annual(Self.mill, income: 100, wages: 12)
        let made = try books(customersOnly, annual: income)
        #expect(made.account.purchases == nil)
        #expect(made.account.unattributedPurchases.amount == 0)
        #expect(made.account.primaryInputs == ["compensation": Figure(12, from: .annualAccounts)])
        #expect(isClose(made.account.sold("J62", .restOfCountry), 30))
        #expect(isClose(made.account.unattributedSales.amount, 70))
    }

    @Test("The largest twenty with the annual accounts' sums: the rest is the industry's")
    func largest() throws {
        let made = try books(
            suppliersOnly + customersOnly,
            annual: annual,
            suppliers: .largest,
            customers: .largest
        )
        #expect(isClose(made.account.unattributedPurchases.amount, 40 * 0.95))
        #expect(isClose(made.account.unattributedSales.amount, 70))
        // Known sales alone say nothing of output: price and quantity do.
        let stated = try books(customersOnly, customers: .largest)
        #expect(stated.account.output == Figure(100, from: .stated))
        #expect(isClose(stated.account.unattributedSales.amount, 70))
    }

    @Test("Annual accounts alone: a column of known sums")
    func annualAccountsAlone() throws {
        let made = try books([], annual: annual)
        #expect(made.account.purchases == [])
        #expect(isClose(made.account.unattributedPurchases.amount, 47.5))
        #expect(made.account.output == Figure(100, from: .annualAccounts))
        #expect(made.account.sales == nil)
        #expect(made.facts.months == 12)
    }

    @Test("No ledger and no annual accounts: nothing but the output")
    func nothing() throws {
        let made = try books([])
        #expect(made.account.output == Figure(100, from: .stated))
        #expect(made.account.purchases == nil)
        #expect(made.account.primaryInputs.isEmpty)
        #expect(made.account.sales == nil)
        #expect(
            made.facts
                == LedgerFacts(purchases: nil, sales: nil, months: 12, yearsApart: 0, annualDeviation: nil)
        )
    }

    @Test("Goods that are sold on are neither bought nor output; a tenth of each sale passes through")
    func resale() throws {
        let entries = [
            SmallBooks.bought(10, of: "Gård AS", 1),
            SmallBooks.bought(10, of: "Gård AS", 1, account: "4300"),
            SmallBooks.sold(30, to: "Data AS", 2),
        ]
        let made = try books(entries, annual: annual)
        #expect(isClose(made.account.output.amount, 90))
        #expect(isClose(made.account.bought("A01", .region), 9.5))
        // 30 + 20 − 10 sold on − 10 told.
        #expect(isClose(made.account.unattributedPurchases.amount, 30 * 0.95))
        #expect(isClose(made.account.sold("J62", .restOfCountry), 27))
        #expect(isClose(made.amount(.goodsForResale, .sales), 10))
        let otherwise = try books(entries, annual: annual, resells: false)
        #expect(isClose(otherwise.account.output.amount, 100))
        #expect(isClose(otherwise.account.bought("A01", .region), 19))
    }

    @Test("Excise leaves output and sales in proportion; sold fixed assets are no output")
    func exciseAndAssets() throws {
        let entries = [
            SmallBooks.sold(30, to: "Data AS", 2), SmallBooks.sold(20, to: "Data AS", 2, account: "3800"),
        ]
        let made = try books(entries, annual: annual, excise: 8)
        #expect(isClose(made.account.output.amount, 72))
        #expect(isClose(made.account.sold("J62", .restOfCountry), 27))
        #expect(isClose(made.amount(.assetSales, .sales), 20))
    }

    @Test("Books of another year: every amount times one deflator")
    func deflated() throws {
        let annual = SmallBooks.annual(Self.mill, year: 2018, income: 100, goods: 30, wages: 12, other: 20)
        let made = try books(suppliersOnly, year: 2018, annual: annual, deflator: 1.1)
        #expect(isClose(made.account.output.amount, 110))
        #expect(isClose(made.account.bought("A01", .region), 10.45))
        #expect(isClose(made.account.primaryInputs["compensation"]?.amount, 13.2))
        #expect(made.facts.yearsApart == 1)
        #expect(isClose(made.amount(.singleDeflation, .purchases), 11))
    }

    @Test("Wages on the books' accounts count where there are no annual accounts")
    func bookedWages() throws {
        let made = try books(suppliersOnly, wages: 25)
        #expect(made.account.primaryInputs["compensation"] == Figure(25, from: .ledger))
    }

    @Test("An unknown place follows the industry's purchases, an unknown industry the whole column")
    func unknown() throws {
        let made = try books([
            SmallBooks.bought(10, of: "Gård uten kommune AS", 3),
            SmallBooks.bought(6, of: "Hva som helst AS", 4),
            SmallBooks.bought(2, of: "Ukjent AS"),
            SmallBooks.bought(3, of: "Bilag 77"),
        ])
        // Location quotient 0.5 for A01.
        #expect(isClose(made.account.bought("A01", .region, .estimated), 4.75))
        #expect(isClose(made.account.bought("A01", .restOfCountry, .estimated), 4.75))
        #expect(isClose(made.amount(.industryUnknown, .purchases), 8))
        #expect(isClose(made.amount(.namesNobody, .purchases), 3))
        #expect(isClose(made.account.unattributedPurchases.amount, 11 * 0.95))
    }

    @Test(
        "Credit notes above invoices: the cell joins the rest, and a rest below zero is taken out of the other cells"
    )
    func negative() throws {
        let made = try books([
            SmallBooks.bought(-3, of: "Gård AS", 1), SmallBooks.bought(20, of: "Data AS", 2),
        ])
        #expect(made.account.bought("A01", .region) == 0)
        #expect(made.account.unattributedPurchases.amount == 0)
        #expect(isClose(made.account.bought("J62", .restOfCountry), 17 * 0.95))
        // Once, though it went to the pool and from there into the cells that are left.
        #expect(isClose(made.amount(.negativeCell, .purchases), -3 * 0.95))
    }

    @Test("Parties above the annual accounts: scaled within the tolerance, or where it is asked for")
    func scaled() throws {
        let entries = [SmallBooks.bought(50.2, of: "Data AS", 2)]
        let within = try books(entries, annual: annual)
        #expect(isClose(within.account.bought("J62", .restOfCountry), 47.5))
        #expect(isClose(within.amount(.annualAccountsAsFrame, .purchases), 0.2))
        let asked = try books(
            [SmallBooks.bought(80, of: "Data AS", 2)],
            annual: annual,
            options: FirmBooksOptions(scalesToAnnualAccounts: true) { _, _, _, _ in 0 }
        )
        #expect(isClose(asked.account.bought("J62", .restOfCountry), 47.5))
        #expect(isClose(asked.amount(.annualAccountsAsFrame, .purchases), 30))
    }

    @Test("Spreads come from the source, the side and the facts")
    func spreads() throws {
        let made = try books(
            suppliersOnly + customersOnly,
            annual: annual,
            options: FirmBooksOptions { source, side, _, quality in
                source == .ledger ? (side == .sales ? 0.2 : 0.1) * Double(quality.facts?.months ?? 0) : 0
            }
        )
        #expect(isClose(made.account.purchases?.first?.figure.spread, 0.2))
        #expect(isClose(made.account.sales?.first?.figure.spread, 0.4))
        #expect(made.account.output.spread == 0)
        // Unless told otherwise, the quality of the books decides.
        let usual = try books(suppliersOnly + customersOnly, annual: annual, options: FirmBooksOptions())
        let quality = FirmQuality(facts: usual.facts)
        #expect(usual.account.purchases?.first?.figure.spread == quality.spread(of: .ledger))
        #expect(usual.account.sales?.first?.figure.spread == quality.spread(of: .ledger, in: .sales))
    }

    @Test("A list of sums of one day tells nothing of the months; beside a journal, the journal's count")
    func months() throws {
        #expect(try books(suppliersOnly).facts.months == 12)
        var books = register()
        books.add(Self.mill, suppliersOnly + [SmallBooks.bought(5, of: "Data AS", 2)])
        books.add(Self.mill, customersOnly)
        let firm = BookedFirm(actor: try small.actor("mill", "C10", number: Self.mill))
        let made = try ClusterBooks(of: [firm], in: books.review(), frame: small.frame(books)).firms[0]
        #expect(made.facts.months == 2)
    }

    // MARK: Refusals

    private func refused(
        _ problem: BooksProblem,
        _ entries: [SmallBooks.Entry],
        year: Int = 2019,
        annual: AnnualAccounts? = nil,
        suppliers: LedgerCoverage? = nil,
        excise: Double = 0,
        deflator: Double? = nil
    ) {
        #expect(throws: ActorsError.books(firm: "mill", problem)) {
            try books(
                entries,
                year: year,
                annual: annual,
                suppliers: suppliers,
                excise: excise,
                deflator: deflator
            )
        }
    }

    @Test("Refused: years that do not meet")
    func years() {
        refused(.deflatorNeeded(books: 2018, table: 2019), suppliersOnly, year: 2018)
        refused(.deflatorNotUsable(1.1, books: 2019), suppliersOnly, deflator: 1.1)
        refused(.deflatorNotUsable(0, books: 2018), suppliersOnly, year: 2018, deflator: 0)
        refused(
            .annualAccountsOfAnotherYear(annual: 2019, books: 2018...2018),
            suppliersOnly,
            year: 2018,
            annual: annual
        )
    }

    @Test("Refused: books of several years")
    func severalYears() throws {
        var books = register()
        books.add(Self.mill, year: 2018, suppliersOnly)
        books.add(Self.mill, year: 2019, suppliersOnly + suppliersOnly)
        let firm = BookedFirm(actor: try small.actor("mill", "C10", number: Self.mill))
        let problem = BooksProblem.severalYears(
            from: SmallBooks.day(2018, 1),
            to: SmallBooks.day(2019, 2)
        )
        // 396 days are let pass, 397 too; from 1 January 2018 to 1 February 2019 it is 396.
        let frame = try small.frame(books)
        #expect(throws: Never.self) { try ClusterBooks(of: [firm], in: books.review(), frame: frame) }
        books.add(Self.mill, year: 2019, suppliersOnly + suppliersOnly + suppliersOnly)
        let late = BooksProblem.severalYears(from: SmallBooks.day(2018, 1), to: SmallBooks.day(2019, 3))
        #expect(problem != late)
        #expect(throws: ActorsError.books(firm: "mill", late)) {
            try ClusterBooks(of: [firm], in: books.review(), frame: frame)
        }
    }

    @Test("Refused: sums that are lacking or do not fit")
    func sums() {
        refused(.totalNeeded, suppliersOnly, suppliers: .largest)
        refused(
            .exceedsTotal(.purchases, ledger: 80, total: 50, from: .annualAccounts),
            [SmallBooks.bought(80, of: "Data AS", 2)],
            annual: annual
        )
        refused(
            .exceedsTotal(.sales, ledger: 120, total: 100, from: .annualAccounts),
            [SmallBooks.sold(120, to: "Data AS", 2)],
            annual: annual
        )
        refused(
            .nothingLeftOfIncome(income: 100, resale: 80, excise: 20),
            [SmallBooks.bought(80, of: "Gård AS", 1, account: "4300")],
            annual: annual,
            excise: 20
        )
        refused(.noOutput, suppliersOnly, annual: SmallBooks.annual(Self.mill, income: 0))
    }

    @Test("Refused: organisation numbers that are none, or two actors'")
    func numbers() throws {
        var books = register()
        books.add(Self.mill, suppliersOnly)
        let frame = try small.frame(books)
        let mill = BookedFirm(actor: try small.actor("mill", "C10", number: Self.mill))
        let twin = BookedFirm(actor: try small.actor("twin", "C10", number: Self.mill))
        #expect(
            throws: ActorsError.books(firm: "twin", .organisationNumber("\(Self.mill)", isShared: true))
        ) {
            try ClusterBooks(of: [mill, twin], in: books.review(), frame: frame)
        }
    }

    @Test("Refused: books and annual accounts of another than the actor")
    func another() throws {
        var books = register()
        books.add(Self.mill, suppliersOnly)
        let frame = try small.frame(books)
        let actor = try small.actor("mill", "C10", number: Self.other)
        let (mill, other) = ("\(Self.mill)", "\(Self.other)")
        func refused(_ problem: BooksProblem, _ firm: BookedFirm) throws {
            #expect(throws: ActorsError.books(firm: "mill", problem)) {
                try ClusterBooks(of: [firm], in: books.review(), frame: frame)
            }
        }
        try refused(.booksOfAnother(books: mill, actor: other), BookedFirm(actor: actor, owner: 0))
        try refused(
            .annualAccountsOfAnother(annual: mill, firm: other),
            BookedFirm(actor: actor, annualAccounts: annual)
        )
        // An actor without a number has its books'.
        let nameless = BookedFirm(actor: try small.actor("mill", "C10", number: nil), owner: 0)
        let made = try ClusterBooks(of: [nameless], in: books.review(), frame: frame).firms[0]
        #expect(made.account.purchases?.isEmpty == false)
    }

    @Test("In a study of the nation everything at home is inside")
    func nation() throws {
        var books = register()
        books.add(Self.mill, suppliersOnly + [SmallBooks.bought(10, of: "Data AS", 2)])
        let firm = BookedFirm(actor: try small.actor("mill", "C10", number: Self.mill))
        let made = try ClusterBooks(
            of: [firm],
            in: books.review(),
            frame: small.frame(books, isNational: true)
        ).firms[0]
        #expect(isClose(made.account.bought("J62", .region), 9.5))
    }
}
