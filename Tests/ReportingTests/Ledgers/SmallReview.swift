import Accounts
import Ledgers

/// The review of two invented firms' books: a concrete works with every kind of supplier, and a wood chip producer that
/// sells to it. Organisation numbers begin with 5, as no real ones do; sums are small enough to be checked by hand.
enum SmallReview {
    /// The sole proprietor's name and the private person's, which must stand nowhere.
    static let persons = ["Ola Nordmann", "Kari Nordmann"]

    static let concrete = number("510000005")
    static let chips = number("510001370")

    static func number(_ digits: String) -> OrganisationNumber {
        guard let number = OrganisationNumber(digits) else { preconditionFailure(digits) }
        return number
    }

    static func review(suppliers extra: [Party] = [], vouchers: [Voucher] = []) -> LedgerReview {
        LedgerReview(
            of: [
                ledger(
                    "betong.xml",
                    "SAF-T Financial 1.30",
                    concrete,
                    "Betongvarefabrikk (eksempel) AS",
                    concreteParties + extra,
                    concreteVouchers + vouchers
                ),
                ledger(
                    "flis.csv",
                    "CSV",
                    chips,
                    "Treflisprodusent (eksempel) AS",
                    chipsParties,
                    chipsVouchers
                ),
            ],
            register: register,
            annualAccounts: [
                AnnualAccounts(
                    number: concrete,
                    year: 2023,
                    figures: [
                        .operatingIncome: Kroner(oere: 60_000_000), .costOfGoods: Kroner(oere: 14_500_000),
                    ]
                )
            ],
            settings: ReviewSettings(group: [number("510021924")])
        )
    }

    static func ledger(
        _ file: String,
        _ format: String,
        _ owner: OrganisationNumber?,
        _ name: String,
        _ parties: [Party],
        _ vouchers: [Voucher]
    ) -> Ledger {
        let extraction = TradeExtraction()
        vouchers.forEach(extraction.take)
        let lines = vouchers.flatMap(\.lines)
        let debit = lines.reduce(Kroner.zero) { $1.amount > .zero ? $0 + $1.amount : $0 }
        let books = Books(
            file: "books/" + file,
            format: format,
            owner: owner?.description,
            ownerName: name,
            period: nil,
            accounts: [:],
            parties: parties,
            voucherCount: vouchers.count,
            lineCount: lines.count,
            debit: debit,
            credit: debit
        )
        return Ledger(books: books, trades: extraction.book)
    }

    private static let concreteParties = [
        party(.supplier, "20001", "Kraftlag (eksempel) AS", "510002741"),
        party(
            .supplier,
            "20002",
            "Grustak (eksempel) AS",
            "NO 510 004 116 MVA",
            opening: 0,
            closing: -125_000
        ),
        party(.supplier, "20003", "Ola Nordmann Transport", "510005481"),
        party(.supplier, "20004", "Verksted & Sønner AS <script>alert(1)</script>", nil),
        party(.supplier, "20005", "Bindemittel (Beispiel) GmbH", nil),
        party(.supplier, "20006", "Faktura 4711", nil),
        party(.supplier, "20007", "Pallefabrikk (eksempel) AS", "510006852"),
        party(.supplier, "20008", "Armering (eksempel) AS", "9,1E+08"),
        party(.supplier, "20009", "Flisleverandør", "510001370"),
        party(.supplier, "20010", "Konsernhus (eksempel) AS", "510021924"),
        party(.customer, "10001", "Kommunen (eksempel) kommune", "510009592"),
        party(.customer, "77777", "Kari Nordmann", nil),
    ]

    private static let concreteVouchers: [Voucher] = [
        purchase("1", 3, "20001", "K-1", net: 40_000, on: "6200"),
        purchase("2", 5, "20002", "G-1", net: 100_000, on: "4000"),
        purchase("3", 9, "20003", "17", net: 8_000, on: "6100"),
        purchase("4", 12, "20004", "A-9", net: 12_345, on: "6600"),
        purchase("5", 14, "20005", "R-77", net: 30_000, on: "4000", tax: 0),
        purchase("6", 17, "20006", "4711", net: 2_500, on: "6800"),
        purchase("7", 20, "20007", "P-1", net: 6_000, on: "4300"),
        purchase("8", 22, "20008", "S-3", net: 200_000, on: "1200"),
        purchase("9", 23, "20009", "F-1", net: 9_000, on: "4000"),
        purchase("10", 24, "20010", "L-1", net: 5_000, on: "6300"),
        // The same voucher again, and a credit note.
        purchase("4", 12, "20004", "A-9", net: 12_345, on: "6600"),
        purchase("11", 25, "20002", "G-2", net: -20_000, on: "4000"),
        // The gravel pit is paid; a cash purchase; wages.
        voucher("12", 26, [("2400", 2_500_000, supplier("20002")), ("1920", -2_500_000, nil)]),
        voucher("13", 27, [("6800", 40_000, nil), ("2710", 10_000, nil), ("1920", -50_000, nil)]),
        voucher("14", 28, [("5000", 5_000_000, nil), ("2600", -1_500_000, nil), ("1920", -3_500_000, nil)]),
        sale("15", 29, "10001", "101", net: 500_000),
        sale("16", 30, "77777", "102", net: 1_000),
    ]

    private static let chipsParties = [party(.customer, "1", "Betongvare", "510000005")]

    private static let chipsVouchers = [
        sale("1", 22, "1", "F-1", net: 9_000), sale("2", 24, "1", "F-2", net: 700),
    ]

    /// The register of these parties.
    static let register = RegisterExtract(
        units: Dictionary(
            uniqueKeysWithValues: [
                unit(concrete, "Betongvarefabrikk (eksempel) AS", industry: "23.610"),
                unit(chips, "Treflisprodusent (eksempel) AS", industry: "16.100"),
                unit(number("510002741"), "Kraftlag (eksempel) AS", industry: "35.140", municipality: "5059"),
                unit(number("510004116"), "Grustak (eksempel) AS", industry: "08.120"),
                unit(number("510005481"), nil, form: "ENK", industry: "49.410", municipality: "5059"),
                unit(
                    number("510006852"),
                    "Pallefabrikk (eksempel) AS",
                    industry: "16.240",
                    events: .init(dissolved: day(10), mergedInto: number("510008227"))
                ),
                unit(
                    number("510008227"),
                    "Emballasje (eksempel) AS",
                    industry: "16.240",
                    municipality: "5001"
                ),
                unit(
                    number("510009592"),
                    "Kommunen (eksempel)",
                    form: "KOMM",
                    industry: "84.110",
                    municipality: "5059"
                ),
                unit(
                    number("510021924"),
                    "Konsernhus (eksempel) AS",
                    industry: "68.209",
                    municipality: "5001"
                ),
            ].map { ($0.number, $0) }
        ),
        establishments: [
            number("510004116"): [
                establishment(
                    number("510010965"),
                    of: number("510004116"),
                    municipality: "5055",
                    employees: 10
                ),
                establishment(
                    number("510013700"),
                    of: number("510004116"),
                    municipality: "5001",
                    employees: nil
                ),
            ],
            number("510002741"): [
                establishment(
                    number("510016440"),
                    of: number("510002741"),
                    municipality: "5059",
                    employees: 7
                )
            ],
        ],
        day: CalendarDate(year: 2024, month: 1, day: 2),
        provenance: nil
    )
}

// Small books by hand.
extension SmallReview {
    static func day(_ day: Int) -> CalendarDate {
        CalendarDate(daysSince1970: 19_357 + Int32(day))
    }

    static func supplier(_ id: String) -> PartyReference { PartyReference(.supplier, id) }

    static func party(
        _ role: PartyRole,
        _ id: String,
        _ name: String,
        _ number: String?,
        opening: Int64? = nil,
        closing: Int64? = nil
    ) -> Party {
        Party(
            reference: PartyReference(role, id),
            name: name,
            organisationNumber: number,
            country: nil,
            postalCode: nil,
            opening: opening.map { Kroner(oere: $0 * 100) },
            closing: closing.map { Kroner(oere: $0 * 100) },
            line: 1
        )
    }

    /// A voucher of lines (account, øre, party); its number is also where its lines stand in the file.
    static func voucher(
        _ number: String,
        _ day: Int,
        _ lines: [(account: String, oere: Int64, party: PartyReference?)],
        reference: String? = nil
    ) -> Voucher {
        Voucher(
            journal: "",
            number: number,
            date: self.day(day),
            lines: lines.enumerated().map { place, line in
                JournalLine(
                    line: 100 * (Int(number) ?? 0) + place,
                    account: line.account,
                    amount: Kroner(oere: line.oere),
                    party: line.party,
                    taxCode: nil,
                    text: "",
                    reference: line.party == nil ? nil : reference
                )
            }
        )
    }

    /// An invoice from a supplier, in whole kroner net.
    static func purchase(
        _ number: String,
        _ day: Int,
        _ party: String,
        _ reference: String,
        net: Int64,
        on account: String,
        tax: Int64 = 25
    ) -> Voucher {
        voucher(
            number,
            day,
            [
                (account, net * 100, nil), ("2710", net * tax, nil),
                ("2400", -net * (100 + tax), supplier(party)),
            ],
            reference: reference
        )
    }

    /// An invoice to a customer, in whole kroner net.
    static func sale(_ number: String, _ day: Int, _ party: String, _ reference: String, net: Int64)
        -> Voucher
    {
        voucher(
            number,
            day,
            [
                ("1500", net * 125, PartyReference(.customer, party)), ("3000", -net * 100, nil),
                ("2700", -net * 25, nil),
            ],
            reference: reference
        )
    }

    private static func unit(
        _ number: OrganisationNumber,
        _ name: String?,
        form: String = "AS",
        industry: String,
        municipality: String? = nil,
        events: RegisteredUnit.Events = .init()
    ) -> RegisteredUnit {
        RegisteredUnit(
            number: number,
            name: name,
            kind: .enterprise,
            legalForm: form,
            industry: industry,
            municipality: municipality,
            country: "NO",
            parent: nil,
            employees: 20,
            events: events
        )
    }

    private static func establishment(
        _ number: OrganisationNumber,
        of parent: OrganisationNumber,
        municipality: String,
        employees: Int?
    ) -> RegisteredUnit {
        RegisteredUnit(
            number: number,
            name: "Bedrift \(number.description.suffix(3)) (eksempel) AS",
            kind: .establishment,
            legalForm: "BEDR",
            industry: "08.120",
            municipality: municipality,
            country: "NO",
            parent: parent,
            employees: employees,
            events: .init()
        )
    }
}
