import Glibc
import Ledgers
import TestSupport

/// Keeps the vouchers it is handed.
final class Collected: VoucherConsumer {
    private(set) var vouchers: [Voucher] = []

    /// The standard accounts it was told before the first voucher.
    private(set) var standardAccounts: [String: String] = [:]

    func prepare(standardAccounts: [String: String]) {
        if vouchers.isEmpty { self.standardAccounts = standardAccounts }
    }

    func take(_ voucher: Voucher) { vouchers.append(voucher) }

    var lines: [JournalLine] { vouchers.flatMap(\.lines) }
}

/// The path of a small file in a real format.
func fixture(_ name: String) -> String { Repository.fixtures + "/saft/" + name }

/// Whether published files lie beside the repository.
func isShared(_ path: String) -> Bool { access(Repository.shared + "/" + path, R_OK) == 0 }

/// The error `body` throws; `nil` when it throws none.
func thrown(_ body: () throws(LedgersError) -> Void) -> LedgersError? {
    do {
        try body()
        return nil
    } catch {
        return error
    }
}
