import Accounts

/// Finds invoices that were registered twice, and nothing else.
///
/// Two registrations are of one invoice when firm, role, party (by organisation number, else by its number in the books)
/// and amount are the same, and besides either
///
/// - day and voucher number, and the invoice numbers do not differ (`same-voucher-twice`); or
/// - the invoice number (`same-invoice-twice`), unless it stands on other amounts too, or comes back month by month: then it
///   is a contract's or a customer's number; nor when the second was reversed.
///
/// Equal amounts alone are no sign, rent is the same each month. On one day, without invoice numbers to tell them apart
/// by, they are worth a remark (`possible-duplicate`).
struct DuplicateSearch {
    private let ledgers: [Ledger]
    private let parties: PartyKeys
    private let settings: ReviewSettings

    init(in ledgers: [Ledger], identities: [[PartyIdentity]], owners: [Int], settings: ReviewSettings) {
        self.ledgers = ledgers
        self.settings = settings
        parties = PartyKeys(identities: identities, owners: owners)
    }

    /// What was found of one invoice: the rule, and the invoice it repeats.
    struct Finding {
        let rule: ReviewRule
        let original: InvoicePlace
    }

    /// The findings by invoice.
    func findings() -> [InvoicePlace: Finding] {
        let count = ledgers.reduce(0) { $0 + $1.trades.invoiceCount }
        // Some invoices at a time, by their hashes, so that millions need little memory besides the ledgers.
        let rounds = UInt64(count / Self.mostAtOnce + 1)
        var candidates: [[DuplicateCandidate]] = []
        for round in 0..<rounds {
            for entries in entriesWithTwins(of: rounds, round) { candidates += groups(of: entries) }
        }
        var found: [InvoicePlace: Finding] = [:]
        let others = OtherAmounts(of: candidates, in: ledgers) { key(of: $0) }
        for group in candidates {
            DuplicateGroup(group, settings: settings, otherAmounts: others).note(in: &found)
        }
        return found
    }

    private static let mostAtOnce = 1 << 20

    /// The invoices of one round that share their hash with another, hash by hash.
    private func entriesWithTwins(of rounds: UInt64, _ round: UInt64) -> [ArraySlice<Entry>] {
        var entries: [Entry] = []
        for (file, ledger) in ledgers.enumerated() {
            for index in 0..<ledger.trades.invoiceCount {
                let place = InvoicePlace(file: file, index: index)
                let hash = hash(of: place)
                if hash % rounds == round { entries.append(Entry(hash: hash, place: place)) }
            }
        }
        entries.sort()
        var twins: [ArraySlice<Entry>] = []
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
            if end - start > 1 { twins.append(entries[start..<end]) }
            start = end
        }
        return twins
    }

    private func key(of place: InvoicePlace) -> PartyKeys.Key {
        parties.key(file: place.file, party: ledgers[place.file].trades.party(ofInvoice: place.index))
    }

    private func hash(of place: InvoicePlace) -> UInt64 {
        var hash = StableHash()
        hash.add(Int64(key(of: place).number))
        hash.add(amount(of: place).magnitude.oere)
        return hash.value
    }

    /// The amount that is compared: the party's own posting, or what is net where it has none.
    private func amount(of place: InvoicePlace) -> Kroner {
        let trades = ledgers[place.file].trades
        let gross = trades.gross(ofInvoice: place.index)
        return gross != .zero ? gross : trades.net(ofInvoice: place.index)
    }

    /// The invoices behind entries with the same hash, apart where only the hash is the same.
    private func groups(of entries: ArraySlice<Entry>) -> [[DuplicateCandidate]] {
        struct Same: Hashable {
            let key: PartyKeys.Key
            let amount: Kroner
        }
        var order: [Same] = []
        var groups: [Same: [DuplicateCandidate]] = [:]
        for entry in entries {
            let trades = ledgers[entry.place.file].trades
            let amount = amount(of: entry.place)
            let same = Same(key: key(of: entry.place), amount: amount.magnitude)
            if groups[same] == nil { order.append(same) }
            let texts = trades.texts(ofInvoice: entry.place.index)
            groups[same, default: []].append(
                DuplicateCandidate(
                    place: entry.place,
                    key: same.key,
                    date: trades.date(ofInvoice: entry.place.index),
                    number: texts.number,
                    reference: InvoiceNumber.normalised(texts.reference),
                    amount: amount
                )
            )
        }
        return order.compactMap { groups[$0] }.filter { $0.count > 1 }
    }

    private struct Entry: Comparable {
        let hash: UInt64
        let place: InvoicePlace

        static func < (left: Entry, right: Entry) -> Bool {
            left.hash != right.hash ? left.hash < right.hash : left.place < right.place
        }
    }
}

/// An invoice of one of the files under review.
struct InvoicePlace: Hashable, Comparable, Sendable {
    private let fileNumber: Int32
    private let number: Int32

    init(file: Int, index: Int) {
        fileNumber = Int32(clamping: file)
        number = Int32(clamping: index)
    }

    var file: Int { Int(fileNumber) }

    var index: Int { Int(number) }

    static func < (left: InvoicePlace, right: InvoicePlace) -> Bool {
        left.file != right.file ? left.file < right.file : left.index < right.index
    }
}

/// An invoice whose party and amount another one has too.
struct DuplicateCandidate: Sendable {
    let place: InvoicePlace
    let key: PartyKeys.Key
    let date: CalendarDate
    let number: String
    /// Empty where there is none.
    let reference: String
    let amount: Kroner
}

/// Invoice numbers as they are compared: without spaces, leading zeros and case.
enum InvoiceNumber {
    static func normalised(_ text: String) -> String {
        let kept = text.lowercased().unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        return String(String(String.UnicodeScalarView(kept)).drop { $0 == "0" })
    }
}
