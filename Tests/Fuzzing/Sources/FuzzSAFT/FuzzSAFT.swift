import CFuzzer
import Ledgers

/// Any bytes as an audit file or an archive of some: read or refused, and if read, adding up.
@main
enum FuzzSAFT {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        withUnsafeMutablePointer(to: &arguments) { pointer in
            pointer.withMemoryRebound(
                to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self,
                capacity: 1
            ) {
                _ = LLVMFuzzerRunDriver(&count, $0) { bytes, size in FuzzSAFT.read(bytes, size) }
            }
        }
    }

    private static func read(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
        let file = file_in_memory(bytes, size)
        let sums = Sums()
        guard file >= 0, let books = try? SAFTReader(file: "/proc/self/fd/\(file)").read(into: sums) else {
            return 0
        }
        precondition(books.voucherCount == sums.vouchers && books.lineCount == sums.lines)
        precondition(books.debit.oere - books.credit.oere == sums.oere)
        precondition(books.controls.unbalancedCount == sums.unbalanced)
        return 0
    }
}

/// What the reader should have counted itself.
private final class Sums: VoucherConsumer {
    private(set) var vouchers = 0
    private(set) var lines = 0
    private(set) var oere: Int64 = 0
    private(set) var unbalanced = 0

    func take(_ voucher: Voucher) {
        let balance = voucher.lines.reduce(0) { $0 + $1.amount.oere }
        vouchers += 1
        lines += voucher.lines.count
        oere += balance
        if balance != 0 { unbalanced += 1 }
    }
}
