import Accounts

/// A voucher of the example's books, with what is known of it beside what a file tells.
struct Entry: Sendable {
    var number: Int
    var day: CalendarDate
    let text: String
    var postings: [Posting]
    /// What was bought or sold by it.
    var trades: [BookedTrade]
    /// The faults and traps planted in it.
    var marks: [Mark] = []

    /// Whether it is in the books once more than it should be.
    var isSecondRegistration: Bool {
        marks.contains { $0.planted == .duplicateExact || $0.planted == .duplicateInvoice }
    }

    /// A fault or trap, the voucher it repeats if it repeats one, and the net amount it is about.
    struct Mark: Sendable {
        let planted: Planted
        let party: Int?
        let original: Int?
        let oere: Int64
    }
}

/// One line of a voucher; debit positive.
struct Posting: Sendable {
    let account: Int
    let oere: Int64
    /// The party in the firm's list.
    var party: Int?
    var tax: ExampleTax?
    /// The tax that belongs to the line, with the line's sign.
    var taxOere: Int64 = 0
    let text: String
    /// The invoice's number; empty where none stands.
    var reference = ""
    /// The amount in hundredths of the invoice's currency, with the line's sign.
    var foreign: (currency: ExampleCurrency, hundredths: Int64)?
}

/// What a voucher says was bought from or sold to a party, without tax; credit notes negative.
struct BookedTrade: Sendable, Hashable {
    /// The party in the firm's list; `nil` where the voucher names nobody.
    let party: Int?
    let isSale: Bool
    let oere: Int64
    let isInvestment: Bool
}
