import Accounts
import FileFormats

/// Writes a firm's books as SAF-T Financial, in the version its system exports (Skatteetaten's schemas 1.10 and 1.30;
/// 1.20 has the structure of 1.10).
///
/// Version 1.10 is written with a prefix and a byte order mark, as Skatteetaten's example is; the others without.
struct SAFTWriter {
    private let cluster: ExampleCluster
    private let firm: ExampleFirm
    private let truth: FirmTruth
    private let prefix: String
    private var text: TextBuffer

    private var isNewest: Bool { firm.archetype.saftVersion == "1.30" }
    private static let namespace = "urn:StandardAuditFile-Taxation-Financial:NO"

    init(_ cluster: ExampleCluster, _ firm: ExampleFirm, _ truth: FirmTruth, to file: StreamedFile) {
        self.cluster = cluster
        self.firm = firm
        self.truth = truth
        let isOldest = firm.archetype.saftVersion == "1.10"
        prefix = isOldest ? "n1:" : ""
        text = TextBuffer(file, isOldest ? .utf8WithMark : .utf8)
    }

    mutating func write() throws(FileFormatError) {
        try text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        let name = prefix.isEmpty ? "xmlns" : "xmlns:n1"
        try text.write("<\(prefix)AuditFile \(name)=\"\(SAFTWriter.namespace)\">\n")
        try text.write(header)
        try text.write("<\(prefix)MasterFiles>\n")
        try writeAccounts()
        try writeParties(areCustomers: true)
        try writeParties(areCustomers: false)
        try text.write(taxTable)
        try text.write("</\(prefix)MasterFiles>\n")
        try writeEntries()
        try text.write("</\(prefix)AuditFile>\n")
        try text.flush()
    }

    private var header: String {
        let first = cluster.days.lowerBound
        let last = cluster.days.upperBound
        let place = cluster.units[firm.unit].place
        return element(
            "Header",
            [
                element("AuditFileVersion", firm.archetype.saftVersion), element("AuditFileCountry", "NO"),
                element("AuditFileDateCreated", moved(last, by: 31).description),
                element("SoftwareCompanyName", "Oppdiktet regnskapssystem"),
                element("SoftwareID", "Ringvirk eksempel"),
                element("SoftwareVersion", "1"),
                element(
                    "Company",
                    [
                        element("RegistrationNumber", firm.number.description),
                        element("Name", firm.archetype.name),
                        element(
                            "Address",
                            [
                                element("City", place.city), element("PostalCode", place.postalCode),
                                element("Country", "NO"),
                            ]
                        ),
                        element(
                            "Contact",
                            [
                                element(
                                    "ContactPerson",
                                    [element("FirstName", "Eksempel"), element("LastName", "Oppdiktsen")]
                                )
                            ]
                        ),
                    ]
                ),
                element("DefaultCurrencyCode", "NOK"),
                element(
                    "SelectionCriteria",
                    [
                        element("SelectionStartDate", first.description),
                        element("SelectionEndDate", last.description),
                    ]
                ),
                element("TaxAccountingBasis", "A"),
            ]
        )
    }

    private mutating func writeAccounts() throws(FileFormatError) {
        let opening = OpeningBalances(firm).accounts
        try text.write("<\(prefix)GeneralLedgerAccounts>\n")
        for account in ExampleAccount.all {
            let before = opening[account.number] ?? 0
            let after = before + (truth.accounts[account.number] ?? 0)
            let mapping =
                isNewest
                ? [
                    element("GroupingCategory", account.grouping.category),
                    element("GroupingCode", account.grouping.code),
                ]
                : [element("StandardAccountID", String(account.number / 100))]
            try text.write(
                element(
                    "Account",
                    [
                        element("AccountID", String(account.number)),
                        element("AccountDescription", account.name),
                    ] + mapping
                        + [
                            element("AccountType", "GL"), balance("Opening", before),
                            balance("Closing", after),
                        ]
                )
            )
        }
        try text.write("</\(prefix)GeneralLedgerAccounts>\n")
    }

    private mutating func writeParties(areCustomers: Bool) throws(FileFormatError) {
        let kind = areCustomers ? "Customer" : "Supplier"
        try text.write("<\(prefix)\(kind)s>\n")
        for (party, totals) in zip(firm.parties, truth.parties) where party.isCustomer == areCustomers {
            let address = [
                party.city.map { element("City", $0) }, party.postalCode.map { element("PostalCode", $0) },
                party.country.map { element("Country", $0) },
            ].compactMap(\.self)
            let balances = [
                balance("Opening", party.opening), balance("Closing", party.opening + totals.movement),
            ]
            let account = element("AccountID", areCustomers ? "1500" : "2400")
            try text.write(
                element(
                    kind,
                    [
                        party.written.map { element("RegistrationNumber", $0) }, element("Name", party.name),
                        // The older schemas ask for an address, if an empty one.
                        address.isEmpty && isNewest ? nil : element("Address", address),
                        element(kind + "ID", party.id),
                    ].compactMap(\.self)
                        + (isNewest
                            ? [element("BalanceAccount", [account] + balances)] : [account] + balances)
                )
            )
        }
        try text.write("</\(prefix)\(kind)s>\n")
    }

    private var taxTable: String {
        let codes = ExampleTax.allCases.map { tax in
            element(
                "TaxCodeDetails",
                [
                    element("TaxCode", tax.rawValue), element("Description", tax.name),
                    element("TaxPercentage", String(tax.percent)), element("Country", "NO"),
                    element("StandardTaxCode", tax.rawValue), element("BaseRate", "100"),
                ]
            )
        }
        let entry = element(
            "TaxTableEntry",
            [element("TaxType", "MVA"), element("Description", "Merverdiavgift")] + codes
        )
        return element("TaxTable", [entry])
    }

    private mutating func writeEntries() throws(FileFormatError) {
        try text.write("<\(prefix)GeneralLedgerEntries>\n")
        try text.write(element("NumberOfEntries", String(truth.vouchers)))
        try text.write(element("TotalDebit", OereText.plain(truth.debit)))
        try text.write(element("TotalCredit", OereText.plain(truth.debit)))
        try text.write("<\(prefix)Journal>\n")
        try text.write(
            element("JournalID", "GL") + element("Description", "Hovedbok") + element("Type", "GL")
        )
        var keeper = BookKeeper(cluster, firm)
        while let day = keeper.nextDay() {
            for entry in day { try write(entry) }
        }
        try text.write("</\(prefix)Journal>\n</\(prefix)GeneralLedgerEntries>\n")
    }

    private mutating func write(_ entry: Entry) throws(FileFormatError) {
        let day = entry.day.description
        try text.write(
            "<\(prefix)Transaction>" + element("TransactionID", String(entry.number))
                + element("Period", String(entry.day.parts.month))
                + element("PeriodYear", String(entry.day.year))
                + element("TransactionDate", day) + element("TransactionType", "Normal")
                + element("Description", entry.text) + element("SystemEntryDate", day)
                + element("GLPostingDate", day)
        )
        for (index, posting) in entry.postings.enumerated() {
            try text.write(line(posting, index + 1))
        }
        try text.write("</\(prefix)Transaction>\n")
    }

    private func line(_ posting: Posting, _ number: Int) -> String {
        var line = element("RecordID", String(number)) + element("AccountID", String(posting.account))
        if let party = posting.party.map({ firm.parties[$0] }) {
            line += element(party.isCustomer ? "CustomerID" : "SupplierID", party.id)
        }
        line += element("Description", posting.text)
        var amount = element("Amount", OereText.plain(abs(posting.oere)))
        if let foreign = posting.foreign {
            amount += element("CurrencyCode", foreign.currency.rawValue)
            amount += element("CurrencyAmount", OereText.plain(abs(foreign.hundredths)))
        }
        line += element(posting.oere < 0 ? "CreditAmount" : "DebitAmount", [amount])
        if let tax = posting.tax {
            let side = posting.taxOere < 0 ? "Credit" : "Debit"
            line += element(
                "TaxInformation",
                [
                    element("TaxType", "MVA"), element("TaxCode", tax.rawValue),
                    element("TaxPercentage", String(tax.percent)),
                    element("TaxBase", OereText.plain(abs(posting.oere))),
                    element(
                        isNewest ? side + "TaxAmount" : "TaxAmount",
                        [element("Amount", OereText.plain(abs(posting.taxOere)))]
                    ),
                ]
            )
        }
        if !posting.reference.isEmpty { line += element("ReferenceNumber", posting.reference) }
        return element("Line", [line])
    }

    private func balance(_ when: String, _ oere: Int64) -> String {
        element(when + (oere < 0 ? "CreditBalance" : "DebitBalance"), OereText.plain(abs(oere)))
    }

    private func element(_ name: String, _ children: [String]) -> String {
        "<\(prefix)\(name)>\(children.joined())</\(prefix)\(name)>\n"
    }

    private func element(_ name: String, _ text: String) -> String {
        "<\(prefix)\(name)>\(SAFTWriter.escaped(text))</\(prefix)\(name)>"
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else { return text }
        return text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.append(character)
            }
        }
    }
}
