import FileFormats

/// Takes the elements of one SAF-T file, hands the vouchers over and keeps the rest.
final class SAFTHandler: XMLHandler {
    let vocabulary = SAFTElement.vocabulary
    // Nothing that these are lent to can reach them again: checking that at every tag would take a tenth of the time.
    @exclusivity(unchecked) var books: SAFTBooks
    /// Why the document is refused as a whole.
    private(set) var refusal: LedgersError?
    let file: String
    let consumer: any VoucherConsumer
    @exclusivity(unchecked) private var places: [SAFTPlace] = [.outside]
    @exclusivity(unchecked) var field = SAFTField()
    @exclusivity(unchecked) var voucher = SAFTVoucher()
    @exclusivity(unchecked) var party = SAFTParty(.customer, line: 0)
    @exclusivity(unchecked) var account = SAFTAccount()
    @exclusivity(unchecked) var journal = ""
    private var isPrepared = false

    /// A handler of `file` that adds to `books`.
    init(file: String, books: SAFTBooks, consumer: some VoucherConsumer) {
        self.file = file
        self.books = books
        self.consumer = consumer
        self.books.header.beginFile()
    }

    func start(_ element: Int?, _ tag: XMLTag) throws(FileFormatError) {
        let here = places.last ?? .ignored
        let place = here.entering(element)
        places.append(place)
        switch place {
        case .field: field.begin()
        case .line: voucher.line = SAFTLine(at: tag.line)
        case .transaction: voucher.begin()
        case .entries: prepare()
        case .journal: journal = ""
        case .customer: party = SAFTParty(.customer, line: tag.line)
        case .supplier: party = SAFTParty(.supplier, line: tag.line)
        case .account: account = SAFTAccount()
        case .ignored where here == .outside:
            refusal = .notAnAuditFile(path: file, root: tag.name)
            throw .damaged(path: file, reason: "not an audit file")
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if places.last == .field { field.append(bytes) }
    }

    func end(_ element: Int?, _ tag: XMLTag) throws(FileFormatError) {
        guard let place = places.popLast() else { return }
        switch place {
        case .field:
            if let element { try take(SAFTElement.all[element], in: places.last ?? .ignored, tag) }
        case .line: try endLine(tag)
        case .transaction: endTransaction(tag)
        case .customer, .supplier: try endParty(tag)
        case .account: try endAccount(tag)
        case .selection:
            if !books.header.endSelection() {
                note(tag, .selectionCriteria, nil, .malformed(rule: "the period ends before it begins"))
            }
        case .auditFile: endFile()
        default: break
        }
    }

    /// Takes the field that ends: the element `element` of `place`.
    private func take(_ element: SAFTElement, in place: SAFTPlace, _ tag: XMLTag) throws(FileFormatError) {
        if field.isTooLong {
            note(tag, element, nil, .malformed(rule: "a field holds at most 4096 bytes"))
            return
        }
        switch place {
        case .line: takeLine(element)
        case .debit, .credit: takeAmount(in: place, tag)
        case .taxInformation: voucher.line.taxCode = voucher.line.taxCode ?? some(field.text())
        case .transaction: takeTransaction(element, tag)
        case .journal: journal = field.text()
        case .entries: takeTotal(element, tag)
        case .customer, .supplier, .balance, .address, .tax: takeParty(element, tag)
        case .account: account.take(element, field.text())
        case .header: takeHeader(element, tag)
        case .company: takeCompany(element)
        case .companyTax:
            if books.header.owners.isEmpty, let number = some(field.text()) {
                books.header.add(owner: number)
            }
        case .selection: takeSelection(element, tag)
        default: break
        }
    }

    /// Tells the consumer, once a file, what the accounts stand for: they come before the entries.
    private func prepare() {
        guard !isPrepared else { return }
        isPrepared = true
        consumer.prepare(standardAccounts: books.standardAccounts)
    }

    func some(_ text: String) -> String? { text.isEmpty ? nil : text }

    func note(_ tag: XMLTag, _ element: SAFTElement, _ value: String?, _ problem: Fault.Problem) {
        note(tag.line, element, value, problem)
    }

    func note(_ line: Int, _ element: SAFTElement, _ value: String?, _ problem: Fault.Problem) {
        books.faults.add(file, line, element.rawValue, value, problem)
    }
}
