import FileFormats
import Ledgers
import Testing

@testable import Reporting

@Suite("A review as rows")
struct ReviewRowsTests {
    private let review = SmallReview.review()

    private func sum(_ table: CSVTable, _ column: String, where isWanted: ([String]) -> Bool = { _ in true })
        throws -> Int
    {
        let index = try #require(table.header.firstIndex(of: column))
        return try table.rows.filter { isWanted($0.fields) }.reduce(0) { sum, row in
            let parts = row.fields[index].split(separator: ".")
            let whole = try #require(Int(parts[0] + parts[1]))
            return sum + whole
        }
    }

    @Test("The parties' kroner are what was kept and changed, to the øre")
    func parties() throws {
        let table = try CSVTable(text: ReviewRows(review).parties, file: "parties")
        #expect(table.header == ReviewRows.partyHeader)
        let counted = review.balances.reduce(0) { $0 + $1.kept.amount.oere + $1.changed.amount.oere }
        #expect(try Int64(sum(table, "intermediate_nok") + sum(table, "investment_nok")) == counted)
    }

    @Test("The refused rows are the refused bucket")
    func changes() throws {
        let table = try CSVTable(text: ReviewRows(review).changes, file: "changes")
        #expect(table.rows.count == review.changes.count)
        let refused = review.balances.reduce(0) { $0 + $1.refused.amount.oere }
        #expect(refused != 0)
        #expect(try Int64(sum(table, "amount_nok") { $0[2] == "refused" }) == refused)
    }

    @Test("The summary's balance adds up, and its lines are all the journal's")
    func summary() throws {
        let table = try CSVTable(text: ReviewRows(review).summary, file: "summary")
        func balance(_ item: String) throws -> Int {
            try sum(table, "amount_nok") { $0[0] == "balance" && $0[3] == item }
        }
        #expect(try balance("input") == balance("kept") + balance("changed") + balance("refused"))
        let debit = try sum(table, "amount_nok") { $0[0] == "lines" && $0[4] == "debit" }
        #expect(debit == Int(review.files.reduce(0) { $0 + $1.lines.total.debit.oere }))
        #expect(table.rows.contains { $0.fields[0] == "annual_accounts" && $0.fields[4] == "difference" })
    }

    @Test("No person stands in any of them, and the same review gives the same bytes")
    func persons() throws {
        let rows = ReviewRows(review)
        let again = ReviewRows(SmallReview.review())
        for (text, other) in [
            (rows.parties, again.parties), (rows.changes, again.changes), (rows.summary, again.summary),
            (rows.json.prettyText, again.json.prettyText),
        ] {
            #expect(text == other)
            for person in SmallReview.persons { #expect(!text.contains(person)) }
        }
        let json = try JSONValue(parsing: rows.json.prettyText, file: "json")
        #expect(json["is_whole"]?.boolean == true)
        #expect(json["parties"]?.elements?.count == review.parties.count)
    }

    @Test("Kroner are exact", arguments: [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (-123_450, "-1234.50")])
    func kroner(oere: Int, text: String) {
        #expect(ReviewRows.text(Kroner(oere: Int64(oere))) == text)
    }
}
