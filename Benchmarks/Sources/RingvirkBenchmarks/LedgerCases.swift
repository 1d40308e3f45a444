import Accounts
import Ledgers

/// A firm's books from their file to sums per party and account.
enum LedgerCases {
    /// SAF-T, read whole: what stands on each party and each account, and whether every voucher adds up.
    static func saft(_ arguments: Arguments) throws -> Record {
        let path = try arguments.text("inputs") + "/books.xml"
        let sums = LedgerSums()
        let (seconds, books) = try timed { try SAFTReader(file: path).read(into: sums) }
        return [
            "seconds": .number(seconds),
            "lines": .integer(books.lineCount),
            "vouchers": .integer(books.voucherCount),
            "unbalanced": .integer(books.controls.unbalancedCount),
            "parties": .integer(sums.parties.count),
            "party_checksum": .integer(Int(sums.parties.values.reduce(0) { $0 + abs($1) })),
            "account_checksum": .integer(Int(sums.accounts.values.reduce(0) { $0 + abs($1) })),
            "last_day": .integer(Int(sums.lastDay)),
        ]
    }

    /// A journal in CSV, read whole: header and decimal sign found, every field checked, and the same sums.
    static func csv(_ arguments: Arguments) throws -> Record {
        let path = try arguments.text("inputs") + "/books.csv"
        let sums = LedgerSums()
        let (seconds, books) = try timed { try TableLedgerReader(file: path).read(into: sums).books }
        return [
            "seconds": .number(seconds),
            "lines": .integer(books.lineCount),
            "vouchers": .integer(books.voucherCount),
            "parties": .integer(sums.parties.count),
            "party_checksum": .integer(Int(sums.parties.values.reduce(0) { $0 + abs($1) })),
            "account_checksum": .integer(Int(sums.accounts.values.reduce(0) { $0 + abs($1) })),
            "last_day": .integer(Int(sums.lastDay)),
        ]
    }
}

/// What stands on each party and each account, in øre.
final class LedgerSums: VoucherConsumer {
    private(set) var parties: [PartyReference: Int64] = [:]
    private(set) var accounts: [String: Int64] = [:]
    private(set) var lastDay: Int32 = .min

    func take(_ voucher: Voucher) {
        lastDay = max(lastDay, voucher.date.daysSince1970)
        for line in voucher.lines {
            accounts[line.account, default: 0] += line.amount.oere
            if let party = line.party { parties[party, default: 0] += line.amount.oere }
        }
    }
}
