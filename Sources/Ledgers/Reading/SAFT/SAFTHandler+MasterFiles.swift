import FileFormats

/// The header and the master files.
extension SAFTHandler {
    func takeParty(_ element: SAFTElement, _ tag: XMLTag) {
        switch element {
        case .customerID, .supplierID: party.id = some(field.text())
        case .name: party.name = field.text()
        case .registrationNumber: party.registrationNumber = some(field.text())
        case .taxRegistrationNumber: party.taxNumber = party.taxNumber ?? some(field.text())
        case .country: party.country = party.country ?? some(field.text())
        case .postalCode: party.postalCode = party.postalCode ?? some(field.text())
        default:
            if let amount = counted(element, tag) { party.add(element, amount) }
        }
    }

    func endParty(_ tag: XMLTag) throws(FileFormatError) {
        guard let complete = party.party else {
            note(party.line, party.role == .customer ? .customerID : .supplierID, nil, .missing)
            return
        }
        try books.add(complete, of: file)
    }

    func endAccount(_ tag: XMLTag) throws(FileFormatError) {
        guard let number = account.number else {
            note(tag, .accountID, nil, .missing)
            return
        }
        try books.add(account: number, called: account.name, standard: account.standard, of: file)
    }

    func takeHeader(_ element: SAFTElement, _ tag: XMLTag) {
        if element == .defaultCurrencyCode {
            books.header.currency = (field.text(), tag.line)
        } else if books.header.version.isEmpty {
            books.header.version = field.text()
        }
    }

    func takeCompany(_ element: SAFTElement) {
        if element == .name {
            if books.header.ownerName.isEmpty { books.header.ownerName = field.text() }
        } else if let number = some(field.text()) {
            books.header.add(owner: number)
        }
    }

    func takeSelection(_ element: SAFTElement, _ tag: XMLTag) {
        if element == .selectionStartDate || element == .selectionEndDate {
            if let day = day(element, tag) { books.header.select(element, day) }
        } else if let number = number(element, tag) {
            if element == .periodStartYear || element == .periodEndYear, !LedgerBounds.years.contains(number)
            {
                note(tag, element, field.text(), SAFTHandler.dateExpected)
                return
            }
            books.header.select(element, number)
        }
    }

    /// Amounts in another currency than kroner cannot be told from kroner afterwards. A file of zeros says the same in any.
    func endFile() {
        guard let (code, line) = books.header.currency, code != "NOK",
            books.totals.debit != .zero || books.totals.credit != .zero
        else { return }
        note(line, .defaultCurrencyCode, code, .expected("NOK"))
    }
}
