import CFuzzer
import Ledgers

/// Any bytes as a text table: read or refused, and if read, adding up.
@main
enum FuzzTable {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        withUnsafeMutablePointer(to: &arguments) { pointer in
            pointer.withMemoryRebound(
                to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self,
                capacity: 1
            ) {
                _ = LLVMFuzzerRunDriver(&count, $0) { bytes, size in FuzzTable.read(bytes, size) }
            }
        }
    }

    private static func read(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
        let file = file_in_memory(bytes, size)
        guard file >= 0 else { return 0 }
        let path = "/proc/self/fd/\(file)"
        let sums = Sums()
        // The proposal must be there for whatever holds a row.
        _ = try? MappingProposal(file: path)
        guard let reader = try? TableLedgerReader(file: path),
            let books = try? reader.read(into: sums, parties: sums).books
        else { return 0 }
        precondition(books.lineCount >= sums.lines + sums.postings || reader.layout.form == .summary)
        guard reader.layout.form == .journal else { return 0 }
        precondition(books.voucherCount == sums.vouchers && books.lineCount == sums.lines)
        precondition(books.debit.oere - books.credit.oere == sums.oere)
        return 0
    }
}

/// What the reader should have counted itself.
private final class Sums: VoucherConsumer, PartyPostingConsumer {
    private(set) var vouchers = 0
    private(set) var lines = 0
    private(set) var oere: Int64 = 0
    private(set) var postings = 0

    func take(_ voucher: Voucher) {
        vouchers += 1
        lines += voucher.lines.count
        oere += voucher.lines.reduce(0) { $0 + $1.amount.oere }
    }

    func take(_ posting: PartyPosting) {
        postings += 1
        precondition(abs(posting.net.oere) <= abs(posting.gross.oere))
    }
}
