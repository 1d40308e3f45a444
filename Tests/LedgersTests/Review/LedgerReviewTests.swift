import Accounts
import Testing

@testable import Ledgers

@Suite("A ledger's review")
struct LedgerReviewTests {
    private typealias T = TestBooks

    /// One purchase of 1,000 kroner from a party with this name, number and country.
    private func review(
        _ name: String,
        _ number: String? = nil,
        _ country: String? = nil,
        role: PartyRole = .supplier,
        date: String = "2023-06-15",
        account: String? = nil,
        register: TestRegister = TestRegister(),
        settings: ReviewSettings = ReviewSettings()
    ) throws -> LedgerReview {
        let party = T.party(PartyReference(role, "1"), name, number, country)
        let voucher =
            role == .supplier
            ? try T.purchase("5", date, "1", net: "1000", account: account ?? "4000")
            : try T.sale("5", date, "1", net: "1000", account: account ?? "3000")
        let review = LedgerReview(
            of: [T.ledger([voucher], parties: [party])],
            register: register.extract,
            settings: settings
        )
        #expect(review.isWhole)
        return review
    }

    private func rules(_ review: LedgerReview) -> Set<ReviewRule> { Set(review.changes.map(\.rule)) }

    // MARK: Organisation numbers

    @Test("Numbers are warned about, and never rejected")
    func numbers() throws {
        let cases: [(String?, ReviewRule?)] = [
            ("923609016", nil), ("NO 923 609 016 MVA", nil), ("923609017", .numberFailsCheck),
            (nil, .numberMissing), ("", .numberMissing), ("0", .numberMissing),
            ("9,23609E+08", .numberInScientificNotation), ("9.236E8", .numberInScientificNotation),
            ("12345", .numberUnreadable), ("ukjent", .numberUnreadable), ("923609016.0", nil),
        ]
        let every: Set<ReviewRule> = [
            .numberFailsCheck, .numberMissing, .numberInScientificNotation, .numberUnreadable,
        ]
        for (number, rule) in cases {
            let review = try review("Maskin AS", number)
            #expect(rules(review).intersection(every) == Set([rule].compactMap(\.self)), "\(number ?? "-")")
            #expect(review.balances[0].kept.amount == T.kroner("1000"))
        }
    }

    @Test(
        "Nothing but an invoice number is refused, and counted",
        arguments: ["", "Faktura 10023", "Bilag 77", "10023"]
    )
    func invoiceNumberOnly(name: String) throws {
        let review = try review(name)
        #expect(review.balances[0].refused == .init(amount: T.kroner("1000"), rows: 1))
        #expect(review.parties.isEmpty)
        let change = try #require(review.changes.first)
        #expect(change.rule == .invoiceNumberOnly)
        #expect(change.voucher == "5")
        #expect(change.line == 3)
    }

    @Test("A party that the books' own list does not have, and a line without a party, are refused")
    func unlisted() throws {
        let review = LedgerReview(of: [
            T.ledger([
                try T.purchase("5", "2023-01-01", "77", net: "1000"),
                try T.purchase("6", "2023-01-01", "", net: "20"),
            ])
        ])
        #expect(review.balances[0].refused.amount == T.kroner("1020"))
    }

    @Test("Goods for resale, wages and months are told apart, and split with their party")
    func resale() throws {
        let party = T.party(T.supplier("1"), "Kraft AS", "923609016")
        let review = LedgerReview(
            of: [
                T.ledger(
                    [
                        try T.purchase("5", "2023-01-05", "1", net: "1000", account: "4300"),
                        try T.purchase("6", "2023-03-05", "1", net: "500"),
                        try T.voucher("7", "2023-03-06", [T.line("5000", "70"), T.line("1920", "-70")]),
                    ],
                    parties: [party]
                )
            ],
            register: try headOffice(employees: [10, 30]).extract
        )
        #expect(review.parties.map(\.resale).sorted() == [T.kroner("250"), T.kroner("750")])
        #expect(review.parties.map(\.intermediate).sorted() == [T.kroner("375"), T.kroner("1125")])
        #expect(review.files[0].resale == T.kroner("1000"))
        #expect(review.files[0].wages == T.kroner("70"))
        #expect(review.files[0].months.map(\.month) == [1, 3])
    }

    // MARK: Abroad

    @Test("Foreign parties by country, by the form of their number, by their form of company")
    func foreign() throws {
        let cases: [(String, String?, String?, String)] = [
            ("Elkem GmbH", nil, "DE", "DE"), ("Stål AB", "SE556012579001", nil, "SE"),
            ("Stål AB", "556012-5790", nil, "SE"),
            ("Ferro GmbH", nil, nil, "DE"), ("Minera S.A.C.", nil, nil, "PE"),
            ("Kobe Steel K.K.", nil, nil, "JP"),
            ("Huta Sp. z o.o.", nil, nil, "PL"), ("Acero S.A.", nil, nil, "ZZ"),
            ("Lignite", "PL1234567890", nil, "PL"),
            ("Foo Ltd", "123456789", "GB", "GB"),
        ]
        for (name, number, country, expected) in cases {
            let review = try review(name, number, country)
            let party = try #require(review.parties.first)
            #expect(party.kind == .foreign, "\(name)")
            #expect(party.place == .abroad(expected), "\(name)")
            #expect(party.rules.contains(.foreignParty))
            #expect(review.balances[0].kept.amount == T.kroner("1000"))
        }
        #expect(try rules(review("Ferro GmbH")).contains(.foreignByCompanyForm))
    }

    @Test("The register decides where books and register disagree")
    func countryContradicted() throws {
        var register = TestRegister()
        register.add(923_609_016)
        let review = try review("Kraftlag AS", "923609016", "SE", register: register)
        #expect(review.parties[0].place == .municipality("5059"))
        #expect(rules(review).contains(.countryContradicted))
    }

    // MARK: The register's dates

    @Test("Dissolved and bankrupt parties are remarked from the day after, earlier trades are not")
    func dissolved() throws {
        var register = TestRegister()
        register.add(
            923_609_016,
            events: .init(dissolved: try T.date("2023-06-14"), bankrupt: try T.date("2023-03-01"))
        )
        func met(_ date: String) throws -> Set<ReviewRule> {
            try rules(review("Kraftlag AS", "923609016", date: date, register: register))
                .intersection([.afterDissolution, .afterBankruptcy])
        }
        #expect(try met("2023-03-01").isEmpty)
        #expect(try met("2023-06-14") == [.afterBankruptcy])
        #expect(try met("2023-06-15") == [.afterBankruptcy, .afterDissolution])
    }

    @Test("A merged unit's trade is its successor's from the day it was dissolved, through several mergers")
    func merged() throws {
        var register = TestRegister()
        let (first, second, third): (UInt32, UInt32, UInt32) = (923_609_016, 974_760_673, 971_274_190)
        let day = try T.date("2023-06-01")
        register.add(first, events: .init(dissolved: day, mergedInto: TestRegister.number(second)))
        register.add(second, events: .init(dissolved: day, mergedInto: TestRegister.number(third)))
        register.add(third, "Kraft Nord AS", industry: "35.130", municipality: "5001")
        let before = try review("Kraftlag AS", "923609016", date: "2023-05-31", register: register)
        #expect(before.parties.map(\.number) == [TestRegister.number(first)])
        let after = try review("Kraftlag AS", "923609016", date: "2023-06-01", register: register)
        #expect(after.parties.map(\.number) == [TestRegister.number(third)])
        #expect(after.parties[0].bookedOn == [TestRegister.number(first)])
        #expect(after.balances[0].changed.amount == T.kroner("1000"))
        #expect(after.changes.first { $0.rule == .mergedIntoSuccessor }?.target == "\(third)")
        // A circle of mergers ends.
        register.add(third, events: .init(mergedInto: TestRegister.number(first)))
        _ = try review("Kraftlag AS", "923609016", register: register)
    }

    // MARK: Head offices

    private func headOffice(employees: [Int?], closed: Int? = nil) throws -> TestRegister {
        var register = TestRegister()
        register.add(923_609_016, "Kraft AS", industry: "70.100", municipality: "0301")
        for (index, employees) in employees.enumerated() {
            register.add(
                UInt32(800_000_000 + index),
                "Kraft AS avd \(index)",
                form: "BEDR",
                municipality: "500\(index)",
                parent: 923_609_016,
                employees: employees,
                events: .init(dissolved: index == closed ? try T.date("2023-01-31") : nil)
            )
        }
        return register
    }

    @Test("An enterprise's trade is spread over its establishments by employees, to the øre")
    func headOfficeSpread() throws {
        let review = try review("Kraft AS", "923609016", register: try headOffice(employees: [1, 1, 1]))
        #expect(review.parties.map(\.intermediate.oere) == [33_334, 33_333, 33_333])
        #expect(
            review.parties.map(\.place) == [
                .municipality("5000"), .municipality("5001"), .municipality("5002"),
            ]
        )
        #expect(review.parties[0].industry == PartyIndustry(code: "35.140", source: .register))
        #expect(review.balances[0].changed.amount == T.kroner("1000"))
        #expect(rules(review).contains(.headOfficeSpread))
        #expect(!rules(review).contains(.employeesWithheld))
    }

    @Test(
        "Employees kept back count as two and a half; without any, all have the same; closed ones have none"
    )
    func withheld() throws {
        let withheld = try review("Kraft AS", "923609016", register: try headOffice(employees: [nil, 5, 0]))
        #expect(withheld.parties.map(\.amount.oere) == [33_333, 66_667])
        #expect(rules(withheld).contains(.employeesWithheld))
        let equal = try review("Kraft AS", "923609016", register: try headOffice(employees: [0, 0]))
        #expect(equal.parties.map(\.amount.oere) == [50_000, 50_000])
        #expect(rules(equal).contains(.equalShares))
        let closed = try headOffice(employees: [5, 5], closed: 1)
        let one = try review("Kraft AS", "923609016", register: closed)
        #expect(one.parties.map(\.number) == [TestRegister.number(800_000_000)])
        #expect(rules(one).contains(.onlyEstablishment))
        let open = try review("Kraft AS", "923609016", date: "2023-01-31", register: closed)
        #expect(open.parties.count == 2)
        let none = try review("Kraft AS", "923609016", register: try headOffice(employees: [5], closed: 0))
        #expect(none.parties.map(\.number) == [TestRegister.number(923_609_016)])
        #expect(rules(none).contains(.noEstablishmentOpen))
    }

    @Test("A trade booked on the establishment itself stays there, and spreading can be turned off")
    func noSpread() throws {
        let register = try headOffice(employees: [10, 20])
        let own = try review("Kraft AS", "800000001", register: register)
        #expect(own.balances[0].kept.amount == T.kroner("1000"))
        let off = try review(
            "Kraft AS",
            "923609016",
            register: register,
            settings: ReviewSettings(spreadsHeadOffices: false)
        )
        #expect(off.parties.map(\.place) == [.municipality("0301")])
    }

    // MARK: Persons

    @Test("Sole proprietors are one party an industry, without names and numbers anywhere")
    func soleProprietors() throws {
        var register = TestRegister()
        register.add(923_609_016, nil, form: "ENK", industry: "49.410")
        register.add(974_760_673, nil, form: "ENK", industry: "49.410")
        register.add(800_000_000, "Nordmann Transport", form: "BEDR", industry: "49.410", parent: 974_760_673)
        let parties = [
            T.party(T.supplier("1"), "Kari Nordmann", "923609016"),
            T.party(T.supplier("2"), "Ola Nordmann", "974760673"),
            T.party(T.supplier("3"), "Per Nordmann ENK"),
        ]
        let vouchers = try (1...3).map { try T.purchase("\($0)", "2023-01-0\($0)", "\($0)", net: "100") }
        let review = LedgerReview(of: [T.ledger(vouchers, parties: parties)], register: register.extract)
        #expect(review.isWhole)
        #expect(review.parties.map(\.kind) == [.soleProprietors, .soleProprietors])
        #expect(Set(review.parties.map(\.intermediate.oere)) == [20_000, 10_000])
        #expect(review.balances[0].changed.amount == T.kroner("300"))
        var text = ""
        dump((review.parties, review.changes), to: &text)
        for personal in ["Nordmann", "923609016", "974760673"] { #expect(!text.contains(personal)) }
        #expect(review.changes.allSatisfy { $0.bookNumber == nil })
    }

    @Test("Customers without number whose name is no firm's are added up; firms and suppliers are not")
    func privatePersons() throws {
        #expect(try review("Kari Nordmann", role: .customer).parties.map(\.kind) == [.privatePersons])
        #expect(try review("Kontantkunde", role: .customer).parties.map(\.kind) == [.privatePersons])
        #expect(try review("Orkland kommune", role: .customer).parties.map(\.name) == ["Orkland kommune"])
        #expect(try review("Kari Nordmann", "01017012345").parties.map(\.kind) == [.privatePersons])
        let supplier = try review("Kari Nordmann")
        #expect(supplier.parties.map(\.name) == [nil])
        #expect(rules(supplier).contains(.nameWithheld))
    }

    @Test("A national identity number is never written")
    func identityNumber() throws {
        var text = ""
        let review = try review("Kari Nordmann", "01017012345")
        dump((review.parties, review.changes), to: &text)
        #expect(!text.contains("01017012345"))
        #expect(!text.contains("Nordmann"))
    }

    // MARK: Group, capital goods, industries

    @Test("Trade within the group: own establishments, sisters, listed numbers")
    func intragroup() throws {
        var register = TestRegister()
        register.add(999_999_999, parent: 974_760_673)
        register.add(923_609_016, parent: 974_760_673)
        register.add(971_274_190)
        #expect(try rules(review("A AS", "923609016", register: register)).contains(.intragroup))
        #expect(try rules(review("A AS", "974760673", register: register)).contains(.intragroup))
        #expect(try !rules(review("A AS", "971274190", register: register)).contains(.intragroup))
        let listed = ReviewSettings(group: [TestRegister.number(971_274_190)])
        #expect(
            try rules(review("A AS", "971274190", register: register, settings: listed)).contains(.intragroup)
        )
    }

    @Test("Capital goods are investment")
    func capitalGoods() throws {
        let review = try review("Maskin AS", "923609016", account: "1200")
        #expect(review.parties[0].investment == T.kroner("1000"))
        #expect(review.parties[0].intermediate == .zero)
        #expect(review.changes.first { $0.rule == .capitalGoods }?.amount == T.kroner("1000"))
    }

    @Test("An industry is estimated from account or name, marked, or not at all")
    func industries() throws {
        #expect(
            try review("Ukjent AS", account: "6340").parties[0].industry
                == PartyIndustry(code: "35", source: .account)
        )
        let named = try review("Orkla Transport AS")
        #expect(named.parties[0].industry == PartyIndustry(code: "49", source: .name))
        #expect(named.parties[0].rules.contains(.industryFromName))
        let unknown = try review("Ukjent AS")
        #expect(unknown.parties[0].industry == nil)
        #expect(unknown.parties[0].rules.contains(.industryUnknown))
        let off = ReviewSettings(estimatesIndustries: false)
        #expect(try review("Orkla Transport AS", settings: off).parties[0].industry == nil)
    }
}
