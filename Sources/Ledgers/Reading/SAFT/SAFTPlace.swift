/// Where in the document the reader is: an element whose children mean something, a field, or neither.
///
/// The same name means different things in different places (`Amount` of a line and of its analysis), so what an
/// element is depends on its parent. What is not named here is passed over with everything in it.
enum SAFTPlace: UInt8, CaseIterable {
    case outside, auditFile, masterFiles, accounts, customers, suppliers
    case header, company, companyTax, selection
    case account, customer, supplier, address, tax, balance
    case entries, journal, transaction, line, debit, credit, taxInformation
    /// An element whose text is read.
    case field
    /// An element that is passed over.
    case ignored

    /// Where an element with this number leads from here.
    func entering(_ element: Int?) -> SAFTPlace {
        guard let element else { return .ignored }
        return SAFTPlace.table[Int(rawValue) * SAFTElement.all.count + element]
    }

    /// The elements that are fields somewhere.
    static let fields = Set(leaves.values.joined())

    private static let party: [SAFTElement] = [.registrationNumber, .name]
    private static let balances: [SAFTElement] = [
        .openingDebitBalance, .openingCreditBalance, .closingDebitBalance, .closingCreditBalance,
    ]

    private static let leaves: [SAFTPlace: [SAFTElement]] = [
        .header: [.auditFileVersion, .defaultCurrencyCode],
        .company: party, .companyTax: [.taxRegistrationNumber],
        .selection: [
            .selectionStartDate, .selectionEndDate, .periodStart, .periodStartYear, .periodEnd,
            .periodEndYear,
        ],
        .account: [.accountID, .accountDescription, .standardAccountID, .groupingCode],
        // Before 1.30 the balances stand in the party itself, from then on in its BalanceAccount.
        .customer: party + [.customerID] + balances, .supplier: party + [.supplierID] + balances,
        .balance: balances, .address: [.postalCode, .country], .tax: [.taxRegistrationNumber],
        .entries: [.numberOfEntries, .totalDebit, .totalCredit], .journal: [.journalID],
        .transaction: [
            .transactionID, .transactionDate, .postingDate, .description, .customerID, .supplierID,
        ],
        .line: [
            .accountID, .customerID, .supplierID, .sourceDocumentID, .referenceNumber, .description,
        ],
        .debit: [.amount], .credit: [.amount], .taxInformation: [.taxCode],
    ]

    private static let branches: [SAFTPlace: [SAFTElement: SAFTPlace]] = [
        .outside: [.auditFile: .auditFile],
        .auditFile: [.header: .header, .masterFiles: .masterFiles, .entries: .entries],
        .header: [.company: .company, .selectionCriteria: .selection],
        .company: [.taxRegistration: .companyTax],
        .masterFiles: [.accounts: .accounts, .customers: .customers, .suppliers: .suppliers],
        .accounts: [.account: .account], .customers: [.customer: .customer],
        .suppliers: [.supplier: .supplier],
        .customer: [.address: .address, .taxRegistration: .tax, .balanceAccount: .balance],
        .supplier: [.address: .address, .taxRegistration: .tax, .balanceAccount: .balance],
        .entries: [.journal: .journal], .journal: [.transaction: .transaction],
        .transaction: [.line: .line],
        .line: [.debitAmount: .debit, .creditAmount: .credit, .taxInformation: .taxInformation],
    ]

    private static let table: [SAFTPlace] = allCases.flatMap { place in
        SAFTElement.all.map { element in
            branches[place]?[element] ?? (leaves[place]?.contains(element) == true ? .field : .ignored)
        }
    }
}
