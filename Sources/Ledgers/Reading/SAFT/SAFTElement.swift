import FileFormats

/// The elements of SAF-T Financial that mean something here (Skatteetaten, schemas 1.10, 1.20 and 1.30).
enum SAFTElement: String, CaseIterable {
    case auditFile = "AuditFile"
    case header = "Header"
    case masterFiles = "MasterFiles"
    case entries = "GeneralLedgerEntries"
    // Header
    case auditFileVersion = "AuditFileVersion"
    case company = "Company"
    case defaultCurrencyCode = "DefaultCurrencyCode"
    case selectionCriteria = "SelectionCriteria"
    case selectionStartDate = "SelectionStartDate"
    case selectionEndDate = "SelectionEndDate"
    case periodStart = "PeriodStart"
    case periodStartYear = "PeriodStartYear"
    case periodEnd = "PeriodEnd"
    case periodEndYear = "PeriodEndYear"
    // Companies
    case registrationNumber = "RegistrationNumber"
    case name = "Name"
    case address = "Address"
    case postalCode = "PostalCode"
    case country = "Country"
    case taxRegistration = "TaxRegistration"
    case taxRegistrationNumber = "TaxRegistrationNumber"
    // Master files
    case accounts = "GeneralLedgerAccounts"
    case account = "Account"
    case accountDescription = "AccountDescription"
    case standardAccountID = "StandardAccountID"
    case groupingCode = "GroupingCode"
    case customers = "Customers"
    case customer = "Customer"
    case suppliers = "Suppliers"
    case supplier = "Supplier"
    case balanceAccount = "BalanceAccount"
    case openingDebitBalance = "OpeningDebitBalance"
    case openingCreditBalance = "OpeningCreditBalance"
    case closingDebitBalance = "ClosingDebitBalance"
    case closingCreditBalance = "ClosingCreditBalance"
    // Entries
    case numberOfEntries = "NumberOfEntries"
    case totalDebit = "TotalDebit"
    case totalCredit = "TotalCredit"
    case journal = "Journal"
    case journalID = "JournalID"
    case transaction = "Transaction"
    case transactionID = "TransactionID"
    case transactionDate = "TransactionDate"
    case postingDate = "GLPostingDate"
    case description = "Description"
    case line = "Line"
    case accountID = "AccountID"
    case customerID = "CustomerID"
    case supplierID = "SupplierID"
    case sourceDocumentID = "SourceDocumentID"
    case referenceNumber = "ReferenceNumber"
    case debitAmount = "DebitAmount"
    case creditAmount = "CreditAmount"
    case amount = "Amount"
    case taxInformation = "TaxInformation"
    case taxCode = "TaxCode"

    /// The elements by their number in the vocabulary.
    static let all = allCases

    /// The names above, in Skatteetaten's namespace or, as some systems write them, in none.
    static let vocabulary = XMLVocabulary(
        allCases.map(\.rawValue),
        withText: Set(SAFTPlace.fields.map(\.rawValue)),
        namespaces: ["urn:StandardAuditFile-Taxation-Financial:NO"],
        acceptsNone: true
    )
}
