import FileFormats
import Ledgers
import TestSupport

/// The path of a small ledger.
func ledger(_ name: String) -> String {
    Repository.fixtures + "/ledgers/" + name
}

/// Keeps the vouchers and postings it is handed.
final class Gathered: VoucherConsumer, PartyPostingConsumer {
    private(set) var vouchers: [Voucher] = []
    private(set) var postings: [PartyPosting] = []

    func take(_ voucher: Voucher) { vouchers.append(voucher) }
    func take(_ posting: PartyPosting) { postings.append(posting) }
}

/// What stands in the table, by itself or with its mapping file.
func reading(
    _ name: String,
    mapping: String? = nil
) throws(LedgersError) -> (gathered: Gathered, reading: TableLedgerReader.Reading, layout: TableLayout) {
    let given: LedgerMapping? = if let mapping { try LedgerMapping(contentsOf: ledger(mapping)) } else { nil }
    let reader = try TableLedgerReader(file: ledger(name), mapping: given)
    let gathered = Gathered()
    let reading = try reader.read(into: gathered, parties: gathered)
    return (gathered, reading, reader.layout)
}

/// The error of a table that is refused; `nil` where it is not.
func refusal(_ name: String, mapping: String? = nil) -> LedgersError? {
    do throws(LedgersError) {
        _ = try reading(name, mapping: mapping)
        return nil
    } catch {
        return error
    }
}

extension LedgersError {
    /// The faults told, where it is about faults.
    var faults: [Fault] {
        if case .file(.faults(let faults)) = self { faults } else { [] }
    }
}
