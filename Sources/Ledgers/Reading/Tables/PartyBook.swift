import FileFormats

/// The parties met on a table's rows, with what the rows say of them.
struct PartyBook {
    private var customers: PartySide
    private var suppliers: PartySide
    private var order: [(role: PartyRole, index: Int)] = []

    init(_ layout: TableLayout) {
        customers = PartySide(.customer, layout)
        suppliers = PartySide(.supplier, layout)
    }

    /// Whether there are more parties than are kept.
    var isFull: Bool { order.count > LedgerBounds.parties || customers.isFull || suppliers.isFull }

    /// The party numbered `id` on `row`, met for the first time or again.
    mutating func party(_ role: PartyRole, _ id: UnsafeBufferPointer<UInt8>, _ row: TableRow)
        -> PartyReference
    {
        let known = role == .customer ? customers.count : suppliers.count
        let index = role == .customer ? customers.index(id, row) : suppliers.index(id, row)
        if index == known { order.append((role, index)) }
        return PartyReference(role, role == .customer ? customers.id(index) : suppliers.id(index))
    }

    /// What is known of the parties, in the order they were met.
    var parties: [Party] {
        order.map { $0.role == .customer ? customers.party($0.index) : suppliers.party($0.index) }
    }

    /// The numbers of parties that a spreadsheet has spoilt.
    var notices: [TableNotice] {
        let spoilt = customers.spoilt + suppliers.spoilt
        guard let first = spoilt.min(by: { $0.line < $1.line }) else { return [] }
        return [.scientificNotation(line: first.line, value: first.value, count: spoilt.count)]
    }
}

/// The parties of one role.
struct PartySide {
    private struct Entry {
        var name = ""
        var organisationNumber: String?
        var country: String?
        var postalCode: String?
        let line: Int
    }

    private let role: PartyRole
    private let names: [Int]
    private let organisationNumbers: Int?
    private let countries: Int?
    private let postalCodes: Int?
    private var numbers = ByteTable()
    private var entries: [Entry] = []
    private var textBytes = 0
    /// Organisation numbers in scientific notation, and where they stand.
    private(set) var spoilt: [(line: Int, value: String)] = []

    init(_ role: PartyRole, _ layout: TableLayout) {
        self.role = role
        let own: LedgerColumn = role == .customer ? .customerName : .supplierName
        names = [own, .partyName].compactMap { layout.columns[$0] }
        organisationNumbers = layout.columns[.organisationNumber]
        countries = layout.columns[.country]
        postalCodes = layout.columns[.postalCode]
    }

    var count: Int { entries.count }

    /// Whether there is more text on parties than is kept.
    var isFull: Bool { numbers.isFull || textBytes > 128 << 20 }

    func id(_ index: Int) -> String { numbers.texts[index] }

    func party(_ index: Int) -> Party {
        let entry = entries[index]
        return Party(
            reference: PartyReference(role, id(index)),
            name: entry.name,
            organisationNumber: entry.organisationNumber,
            country: entry.country,
            postalCode: entry.postalCode,
            opening: nil,
            closing: nil,
            line: entry.line
        )
    }

    /// The index of the party numbered `id`. What an earlier row left open is filled in from this one; what it said stays.
    mutating func index(_ id: UnsafeBufferPointer<UInt8>, _ row: TableRow) -> Int {
        let index = numbers.index(of: id)
        if index == entries.count {
            entries.append(Entry(line: row.line))
            fill(index, row)
        } else if entries[index].name.isEmpty || entries[index].organisationNumber == nil {
            fill(index, row)
        }
        return index
    }

    private mutating func fill(_ index: Int, _ row: TableRow) {
        func text(_ field: Int?) -> String? {
            guard let field else { return nil }
            let bytes = RowFields.trimmed(row[field])
            return bytes.isEmpty ? nil : String(decoding: bytes.prefix(LedgerBounds.textBytes), as: UTF8.self)
        }
        if entries[index].name.isEmpty {
            entries[index].name = names.lazy.compactMap { text($0) }.first ?? ""
        }
        if entries[index].organisationNumber == nil, let number = text(organisationNumbers) {
            entries[index].organisationNumber = number
            if PartySide.isScientific(number), spoilt.count < 1_000 { spoilt.append((row.line, number)) }
        }
        textBytes += entries[index].name.utf8.count + (entries[index].organisationNumber?.utf8.count ?? 0)
        if entries[index].country == nil { entries[index].country = text(countries) }
        if entries[index].postalCode == nil { entries[index].postalCode = text(postalCodes) }
    }

    /// Whether `text` is what a spreadsheet makes of a long number: `9,23609E+08`.
    static func isScientific(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,2}/) != nil
    }
}
