import Accounts
import Actors
import Foundation
import Ledgers
import TestSupport
import Testing

@testable import Ringvirk

/// The six example ledgers, read, reviewed and made accounts of, against the truth that was planted.
@Suite("The example cluster's accounts")
struct ExampleAccountsTests {
    @Test("Six accounts add up on both sides, at basic prices and as invoiced", arguments: [true, false])
    func addUp(isConverted: Bool) throws {
        let example = try ExampleAccounts { isConverted ? .basic($0) : .asInvoiced }
        let cluster = try example.books()
        #expect(cluster.firms.count == 6)
        for books in cluster.firms {
            let account = books.account
            let tolerance = 1e-12 * account.output.amount
            let bought = try #require(account.purchases).reduce(0) { $0 + $1.figure.amount }
            let paid = account.primaryInputs.values.map(\.amount).sorted().reduce(0, +)
            let sold = try #require(account.sales).reduce(0) { $0 + $1.figure.amount }
            let column = bought + account.unattributedPurchases.amount + paid
            #expect(abs(column - account.output.amount) <= tolerance, "\(account.code)")
            #expect(abs(sold + account.unattributedSales.amount - account.output.amount) <= tolerance)
            #expect(account.unattributedPurchases.amount >= 0 && account.unattributedSales.amount >= 0)
        }
    }

    /// Rules that give kroner to others than the party they were booked on.
    private static let elsewhere: Set<ReviewRule> = [
        .headOfficeSpread, .mergedIntoSuccessor, .soleProprietors, .privatePersons,
    ]

    @Test("As invoiced, every cell is what the truth says of its industry and place")
    func truth() throws {
        let example = try ExampleAccounts { _ in .asInvoiced }
        let cluster = try example.books()
        let actors = example.firms.map(\.actor)
        var (known, all) = (0.0, 0.0)
        for (position, books) in cluster.firms.enumerated() {
            let truth = try ExampleAccounts.truth(example.keys[position])
            for cell in books.explanation.cells {
                for part in cell.parts {
                    guard case .party(let place) = part.origin else { continue }
                    let party = example.review.parties[place]
                    all += abs(part.amount)
                    guard party.kind == .unit, party.industry?.source == .register,
                        Self.elsewhere.isDisjoint(with: party.rules)
                    else { continue }
                    let rows = try party.bookNumbers.map {
                        try #require(truth["\(party.role.rawValue):\($0)"], "\($0)")
                    }
                    let amount = rows.reduce(0) { $0 + $1.amount.millions } * books.deflator
                    #expect(
                        abs(part.amount - amount) < 1e-9 * max(1, amount),
                        "\(books.account.code) \(place)"
                    )
                    let row = try #require(rows.first?.row)
                    let isPlaced =
                        cell.place
                        == (row["municipality"]?.hasPrefix("50") == true ? .region : .restOfCountry)
                    #expect(isPlaced, "\(books.account.code) \(place)")
                    if cell.industry == nil {
                        // One of the six books it as an investment.
                        let numbers = example.review.owners.compactMap(\.number)
                        let booked = [party.number].compactMap(\.self) + party.bookedOn
                        #expect(!Set(booked).isDisjoint(with: numbers), "\(books.account.code) \(place)")
                    } else if let firm = cell.firm {
                        #expect(actors.first { $0.code == firm }?.industry.code == cell.industry)
                    } else {
                        let code = try #require(row["industry"])
                        guard case .industry(let fine) = example.frame.codes.placement(of: code, in: .sn2007)
                        else {
                            Issue.record("\(code)")
                            continue
                        }
                        let group = example.frame.groups.target(
                            of: try example.frame.groups.source.label(fine)
                        )
                        #expect(group.code == cell.industry, "\(books.account.code) \(place)")
                    }
                    known += abs(part.amount)
                }
            }
        }
        // The rest are the planted: sole proprietors, head offices, mergers, numbers that are none, parties abroad.
        #expect(known > 0.4 * all)
    }

    @Test("The six fit into the nation's table, and into the region's when the sellers' places are mended")
    func tables() throws {
        let example = try ExampleAccounts()
        let accounts = try example.books().firms.map(\.account)
        let nation = try AreaTable(of: example.frame.nation)
        let region = try AreaTable(of: try #require(example.frame.region))
        for firms in accounts.map({ [$0] }) + [accounts] {
            let codes = firms.map(\.code)
            #expect(throws: Never.self, "\(codes)") { try AugmentedTable(parent: nation, firms: firms) }
            #expect(throws: Never.self, "\(codes)") {
                try AugmentedTable(parent: region, firms: firms, repairs: [.tradePlace])
            }
        }
        for account in accounts {
            #expect((account.primaryInputs["B2A3N"]?.amount ?? 0) > 0, "\(account.code)")
        }
    }

    @Test("What the six say of deliveries among them is what was planted")
    func agreements() throws {
        let example = try ExampleAccounts()
        let agreements = try example.books().agreements
        let rows = try ExampleAccounts.table("truth/deliveries.csv")
        for agreement in agreements {
            let pair = rows.filter {
                ExampleAccounts.actors[$0["seller"] ?? ""] == agreement.seller
                    && ExampleAccounts.actors[$0["buyer"] ?? ""] == agreement.buyer
            }
            let sold = pair.reduce(Int64(0)) { $0 + (Int64($1["sold_oere"] ?? "") ?? 0) }
            let bought = pair.reduce(Int64(0)) { $0 + (Int64($1["bought_oere"] ?? "") ?? 0) }
            #expect(agreement.sold?.oere == sold, "\(agreement.seller) → \(agreement.buyer)")
            #expect(agreement.bought?.oere == bought, "\(agreement.seller) → \(agreement.buyer)")
        }
        #expect(agreements.contains { $0.difference != .zero })
    }
}
