import FileFormats

/// The vouchers, and what the file states of them.
extension SAFTHandler {
    func takeLine(_ element: SAFTElement) {
        switch element {
        case .accountID: voucher.line.account = some(field.text())
        case .customerID: voucher.line.customer = some(field.text())
        case .supplierID: voucher.line.supplier = some(field.text())
        case .description: voucher.line.text = some(field.text())
        case .referenceNumber: voucher.line.reference = some(field.text())
        default: voucher.line.document = some(field.text())
        }
    }

    func takeTransaction(_ element: SAFTElement, _ tag: XMLTag) {
        switch element {
        case .transactionID: voucher.number = field.text()
        case .transactionDate: voucher.date = day(element, tag)
        case .postingDate: voucher.postingDate = day(element, tag)
        case .description: voucher.text = field.text()
        case .customerID: voucher.customer = some(field.text())
        default: voucher.supplier = some(field.text())
        }
    }

    func takeAmount(in place: SAFTPlace, _ tag: XMLTag) {
        guard let amount = counted(.amount, tag) else {
            voucher.line.hasFaultyAmount = true
            return
        }
        if place == .debit {
            voucher.line.debit = (voucher.line.debit ?? .zero) + amount
        } else {
            voucher.line.credit = (voucher.line.credit ?? .zero) + amount
        }
    }

    func endLine(_ tag: XMLTag) throws(FileFormatError) {
        let line = voucher.line
        if line.account == nil { note(line.place, .accountID, nil, .missing) }
        if line.debit == nil, line.credit == nil, !line.hasFaultyAmount {
            note(line.place, .amount, nil, .missing)
        }
        guard books.faults.isEmpty else { return }
        guard voucher.lines.count < LedgerBounds.linesInAVoucher else {
            throw .tooMany(path: file, of: "lines in one voucher", limit: LedgerBounds.linesInAVoucher)
        }
        guard voucher.textBytes <= LedgerBounds.heldBytes else {
            throw .tooMany(path: file, of: "bytes in one voucher", limit: LedgerBounds.heldBytes)
        }
        let net = (line.debit ?? .zero) - (line.credit ?? .zero)
        books.totals.count(debit: line.debit, credit: line.credit, net: net)
        voucher.endLine(amount: net)
    }

    /// Hands the voucher over, unless the file is refused anyway.
    func endTransaction(_ tag: XMLTag) {
        if voucher.number.isEmpty { note(tag, .transactionID, nil, .missing) }
        let complete = voucher.voucher(journal: journal)
        guard books.faults.isEmpty else { return }
        guard let complete else {
            note(tag, .transactionDate, nil, .missing)
            return
        }
        books.totals.count(complete, difference: voucher.balance)
        consumer.take(complete)
    }

    func takeTotal(_ element: SAFTElement, _ tag: XMLTag) {
        if element == .numberOfEntries {
            if let count = number(element, tag) { books.totals.state(element, count) }
        } else if let amount = amount(element, tag, atMost: .mostInAFile) {
            books.totals.state(element, amount)
        }
    }
}
