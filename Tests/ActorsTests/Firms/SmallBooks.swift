import Accounts
import Ledgers
import TestSupport

/// Books of invented firms, typed party by party, and the register that knows them.
struct SmallBooks {
    private var units: [OrganisationNumber: RegisteredUnit] = [:]
    private(set) var ledgers: [Ledger] = []

    struct Entry {
        let role: PartyRole
        let name: String
        var number: UInt32?
        var country: String?
        let account: String
        let millions: Double
    }

    static func bought(
        _ millions: Double,
        of name: String,
        _ number: UInt32? = nil,
        country: String? = nil,
        account: String = "4000"
    ) -> Entry {
        Entry(
            role: .supplier,
            name: name,
            number: number,
            country: country,
            account: account,
            millions: millions
        )
    }

    static func sold(
        _ millions: Double,
        to name: String,
        _ number: UInt32? = nil,
        country: String? = nil,
        account: String = "3000"
    ) -> Entry {
        Entry(
            role: .customer,
            name: name,
            number: number,
            country: country,
            account: account,
            millions: millions
        )
    }

    static func number(_ digits: UInt32) -> OrganisationNumber {
        OrganisationNumber(digits: digits) ?? number(0)
    }

    static func kroner(_ millions: Double) -> Kroner { Kroner(oere: Int64((millions * 1e8).rounded())) }

    static func day(_ year: Int, _ month: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: 1) ?? CalendarDate(daysSince1970: 0)
    }

    mutating func register(
        _ digits: UInt32,
        _ industry: String?,
        in municipality: String?,
        form: String = "AS",
        parent: UInt32? = nil
    ) {
        let number = Self.number(digits)
        units[number] = RegisteredUnit(
            number: number,
            name: "Firma \(digits) AS",
            kind: form == "BEDR" ? .establishment : .enterprise,
            legalForm: form,
            industry: industry,
            municipality: municipality,
            country: "NO",
            parent: parent.map(Self.number),
            employees: 10,
            events: .init()
        )
    }

    /// The year's books of `owner`, an invoice a month and party: the first months have them.
    mutating func add(_ owner: UInt32, year: Int = 2019, wages: Double = 0, _ entries: [Entry]) {
        var book = TradeBook()
        var parties: [Party] = []
        for (index, entry) in entries.enumerated() {
            let reference = PartyReference(entry.role, String(index))
            let date = Self.day(year, index % 12 + 1)
            let amount = Self.kroner(entry.millions)
            book.countVoucher(on: date)
            let party = book.place(of: reference)
            let account = book.place(ofAccount: entry.account)
            let isPurchase = entry.role == .supplier
            book.add(
                party: party,
                date: date,
                number: String(index),
                reference: "F\(index)",
                line: 10 + index,
                gross: amount,
                trades: [(account, amount)]
            )
            book.count(
                isPurchase ? amount : -amount,
                as: isPurchase ? .purchase : .sale,
                account: account,
                movementOf: party
            )
            parties.append(
                Party(
                    reference: reference,
                    name: entry.name,
                    organisationNumber: entry.number.map { "\(Self.number($0))" },
                    country: entry.country,
                    postalCode: nil,
                    opening: nil,
                    closing: nil,
                    line: 1
                )
            )
        }
        if wages > 0 {
            book.countVoucher(on: Self.day(year, 12))
            let account = book.place(ofAccount: "5000")
            book.count(Self.kroner(wages), as: .wages, account: account, movementOf: nil)
        }
        let books = Ledgers.Books(
            file: "\(owner).xml",
            format: "test",
            owner: "\(Self.number(owner))",
            ownerName: "Eier \(owner) AS",
            period: book.period,
            accounts: [:],
            parties: parties,
            voucherCount: book.voucherCount,
            lineCount: entries.count,
            debit: .zero,
            credit: .zero
        )
        ledgers.append(Ledger(books: books, trades: book))
    }

    var extract: RegisterExtract {
        RegisterExtract(units: units, establishments: [:], day: nil, provenance: nil)
    }

    func review(_ annual: [AnnualAccounts] = []) -> LedgerReview {
        LedgerReview(of: ledgers, register: extract, annualAccounts: annual)
    }

    static func annual(
        _ owner: UInt32,
        year: Int = 2019,
        income: Double? = nil,
        goods: Double? = nil,
        wages: Double? = nil,
        other: Double? = nil
    ) -> AnnualAccounts {
        let figures: [(AnnualAccounts.Item, Double?)] = [
            (.operatingIncome, income), (.costOfGoods, goods), (.wages, wages), (.otherOperatingCosts, other),
        ]
        return AnnualAccounts(
            number: number(owner),
            year: year,
            figures: Dictionary(
                uniqueKeysWithValues: figures.compactMap { item, amount in
                    amount.map { (item, kroner($0)) }
                }
            )
        )
    }
}
