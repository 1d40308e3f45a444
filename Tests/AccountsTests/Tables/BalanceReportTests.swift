@testable import Accounts
import Testing

@Suite("Balance report")
struct BalanceReportTests {
    private func report(_ side: BalanceReport.Imbalance.Side, found: Double) -> BalanceReport {
        BalanceReport(
            imbalances: [.init(side: side, code: "a", stated: 10, found: found)],
            tolerance: BalanceTolerance(row: 2, column: 0.5, reason: "typed")
        )
    }

    @Test("rows have their tolerance, columns and imports the other")
    func tolerances() {
        #expect(report(.row, found: 12).isBalanced)
        #expect(!report(.row, found: 12.01).isBalanced)
        #expect(report(.column, found: 9.5).isBalanced)
        #expect(!report(.column, found: 9.4).isBalanced)
        #expect(!report(.imports, found: 11).isBalanced)
    }

    @Test("a deviation that is no number is off balance")
    func notANumber() {
        #expect(!report(.row, found: .nan).isBalanced)
    }

    @Test("the difference is what is found less what is stated; the largest is told without sign")
    func differences() {
        #expect(report(.row, found: 7).imbalances.map(\.difference) == [-3])
        #expect(report(.row, found: 7).largest(.row) == 3)
        #expect(report(.row, found: 7).largest(.column) == 0)
        #expect(report(.row, found: 7).beyondTolerance.map(\.code) == ["a"])
    }
}
