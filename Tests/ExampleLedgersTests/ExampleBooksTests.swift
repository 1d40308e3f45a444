import Accounts
import Testing

@testable import ExampleLedgers

@Suite("The example's books")
struct ExampleBooksTests {
    static let seeds: [UInt64] = [1, 2, 7]

    private static func cluster(_ seed: UInt64, years: ExampleOptions.Years = .one, lines: Int = 6_000) throws
        -> ExampleCluster
    {
        ExampleCluster(try ExampleOptions(seed: seed, years: years, lines: lines))
    }

    private static func entries(_ cluster: ExampleCluster, _ firm: ExampleFirm) -> [Entry] {
        var keeper = BookKeeper(cluster, firm)
        var entries: [Entry] = []
        while let day = keeper.nextDay() { entries += day }
        return entries
    }

    @Test("Every voucher adds up to nothing, has a line, and lies within the books", arguments: seeds)
    func conservation(seed: UInt64) throws {
        let cluster = try Self.cluster(seed, years: .two)
        for firm in cluster.firms {
            for entry in Self.entries(cluster, firm) {
                #expect(
                    entry.postings.reduce(0) { $0 + $1.oere } == 0,
                    "\(firm.archetype.key) \(entry.number)"
                )
                #expect(!entry.postings.isEmpty)
                #expect(cluster.days.contains(entry.day))
                #expect(entry.postings.allSatisfy { ExampleAccount.names[$0.account] != nil && $0.oere != 0 })
            }
        }
    }

    @Test(
        "What a voucher says was traded is what stands on its cost, capital or income accounts",
        arguments: seeds
    )
    func trades(seed: UInt64) throws {
        let cluster = try Self.cluster(seed)
        for firm in cluster.firms {
            for entry in Self.entries(cluster, firm) where !entry.trades.isEmpty {
                let isSale = entry.trades[0].isSale
                let accounts = entry.postings.filter {
                    isSale
                        ? (3_000...3_999).contains($0.account)
                        : (4_000...7_999).contains($0.account) || $0.account < 1_300
                }
                let sum = accounts.reduce(0) { $0 + $1.oere }
                #expect(entry.trades.reduce(0) { $0 + $1.oere } == (isSale ? -sum : sum), "\(entry.number)")
            }
        }
    }

    @Test("Opening and movement give the closing of receivables and payables", arguments: seeds)
    func balances(seed: UInt64) throws {
        let cluster = try Self.cluster(seed)
        for firm in cluster.firms {
            let truth = FirmTruth(cluster, firm)
            let opening = OpeningBalances(firm).accounts
            #expect(opening.values.reduce(0, +) == 0)
            #expect(truth.accounts.values.reduce(0, +) == 0)
            let pairs = Array(zip(firm.parties, truth.parties))
            let receivables = pairs.filter(\.0.isCustomer).reduce(0) { $0 + $1.0.opening + $1.1.movement }
            #expect(receivables == (opening[1500] ?? 0) + (truth.accounts[1500] ?? 0))
        }
    }

    @Test(
        "Every fault and trap is planted in every firm that can have it, and every party is met",
        arguments: seeds
    )
    func everythingIsPlanted(seed: UInt64) throws {
        let cluster = try Self.cluster(seed)
        let vouchers: Set<Planted> = [
            .duplicateExact, .duplicateInvoice, .invoiceNumberOnly, .capitalGoods, .trapRent,
            .trapEqualInvoices,
            .trapSplitInvoice, .trapCreditedInvoice, .trapSameNumberElsewhere, .trapBankFee, .trapBadDebt,
        ]
        let parties: Set<Planted> = [
            .missingNumber, .invalidNumber, .scientificNumber, .foreign, .headOffice, .soleProprietor,
        ]
        for firm in cluster.firms {
            let truth = FirmTruth(cluster, firm)
            #expect(vouchers.isSubset(of: truth.planted.map(\.planted)), "\(firm.archetype.key)")
            #expect(parties.isSubset(of: firm.parties.flatMap(\.planted)), "\(firm.archetype.key)")
            for (party, totals) in zip(firm.parties, truth.parties) where party.dealing != nil {
                #expect(totals.trades > 0, "\(firm.archetype.key) \(party.id)")
            }
        }
        let everywhere = Set(cluster.firms.flatMap { $0.parties.flatMap(\.planted) })
        #expect(
            everywhere.isSuperset(of: [
                .dissolved, .bankrupt, .merged, .withoutIndustry, .intragroup, .notInRegister,
            ])
        )
        #expect(cluster.deliveries.count { $0.sold != $0.bought } == 3)
        #expect(cluster.firms.reduce(0) { $0 + $1.parties.count } > 200)
    }

    @Test(
        "A duplicate repeats its original; no other two vouchers of a party have number and amount in common"
    )
    func duplicates() throws {
        let cluster = try Self.cluster(3, lines: 60_000)
        for firm in cluster.firms {
            let entries = Self.entries(cluster, firm)
            let byNumber = Dictionary(grouping: entries, by: \.number)
            for (number, same) in byNumber where same.count > 1 {
                #expect(same.count == 2)
                #expect(
                    same.contains {
                        $0.marks.contains { $0.planted == .duplicateExact && $0.original == number }
                    }
                )
                #expect(same[0].day == same[1].day)
            }
            let copies = entries.flatMap { entry in
                entry.marks.filter { $0.planted == .duplicateInvoice }.map { (entry, $0) }
            }
            for (copy, mark) in copies {
                let number = try #require(mark.original)
                let original = try #require(byNumber[number]?.first)
                #expect(original.number != copy.number && original.day < copy.day)
                #expect(original.trades == copy.trades)
                #expect(original.postings.map(\.reference) == copy.postings.map(\.reference))
            }
            // Vouchers that stand one after another are told apart by their numbers.
            #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.number != $1.number })
            let planted = Set(copies.map(\.0.number))
            var seen: Set<[String]> = []
            var again = 0
            for entry in entries where !entry.marks.contains(where: { $0.planted == .duplicateExact }) {
                guard let trade = entry.trades.first, let party = trade.party,
                    let reference = entry.postings.first(where: { $0.party != nil })?.reference,
                    !reference.isEmpty
                else { continue }
                let isNew = seen.insert([String(party), reference, String(trade.oere)]).inserted
                if !isNew { again += planted.contains(entry.number) ? 1 : 100 }
            }
            #expect(again == planted.count)
        }
    }

    @Test("Organisation numbers are sound, unlike all real ones, and each is given once", arguments: seeds)
    func numbers(seed: UInt64) throws {
        let cluster = try Self.cluster(seed)
        #expect(Set(cluster.units.map(\.number)).count == cluster.units.count)
        #expect(cluster.units.allSatisfy { $0.number.isValid && $0.number.description.hasPrefix("5") })
        for party in cluster.firms.flatMap(\.parties) {
            guard let unit = party.unit else { continue }
            let number = cluster.units[unit].number
            let written = party.written.map { OrganisationNumber($0) }
            if party.planted.contains(.missingNumber) {
                #expect(party.written == nil)
            } else if party.planted.contains(.invalidNumber) {
                #expect(written??.isValid == false)
            } else {
                #expect(written == .some(.some(number)))
            }
            if party.planted.contains(.scientificNumber) {
                let text = try #require(party.writtenInTables)
                #expect(OrganisationNumber(text) == nil && text.hasSuffix("E+08"))
            }
        }
    }

    @Test("Seeds differ; the same seed gives the same books")
    func seedsDiffer() throws {
        let first = try Self.cluster(1)
        let again = try Self.cluster(1)
        let other = try Self.cluster(2)
        func print(_ cluster: ExampleCluster) -> [String] {
            Self.entries(cluster, cluster.firms[0]).map { entry in
                "\(entry.number) \(entry.day) "
                    + entry.postings.map { "\($0.account) \($0.oere)" }.joined(separator: " ")
            }
        }
        #expect(print(first) == print(again))
        #expect(print(first) != print(other))
        #expect(first.firms[0].number != other.firms[0].number)
    }

    @Test("Seller and buyer have the same deliveries, but for the three planted")
    func deliveries() throws {
        let cluster = try Self.cluster(1)
        for seller in cluster.firms {
            for buyer in cluster.firms where seller.index != buyer.index {
                guard let customer = seller.party(isCustomer: true, unit: buyer.unit),
                    let supplier = buyer.party(isCustomer: false, unit: seller.unit)
                else { continue }
                let sold = FirmTruth(cluster, seller).parties[customer]
                let bought = FirmTruth(cluster, buyer).parties[supplier]
                let planted = cluster.deliveries
                    .filter { $0.seller == seller.index && $0.buyer == buyer.index }
                    .reduce(0) { $0 + ($1.sold ?? 0) - ($1.bought ?? 0) }
                #expect(sold.net - bought.net - bought.investment == planted)
            }
        }
    }

    @Test("Books of another year are that year's")
    func otherYear() throws {
        let cluster = ExampleCluster(try ExampleOptions(year: 2024, years: .two))
        let days = cluster.firms.flatMap { Self.entries(cluster, $0) }.map(\.day)
        #expect(Set(days.map(\.year)) == [2024, 2025])
        #expect(cluster.units.allSatisfy { $0.registered.year < 2020 })
        #expect(cluster.units.compactMap(\.lastDay?.year).allSatisfy { $0 == 2024 || $0 == 2022 })
        #expect(throws: ExampleLedgersError.yearOutside(asked: 1_999, first: 2_000, last: 2_090)) {
            try ExampleOptions(year: 1_999)
        }
    }

    @Test("Too few and too many lines are refused, and books too long for a workbook")
    func refusals() {
        #expect(throws: ExampleLedgersError.tooFewLines(asked: 10, least: ExampleOptions.leastLines)) {
            try ExampleOptions(lines: 10)
        }
        #expect(throws: ExampleLedgersError.tooManyLines(asked: .max, most: ExampleOptions.mostLines)) {
            try ExampleOptions(lines: .max)
        }
    }

    @Test("About as many lines as were asked for", arguments: [6_000, 60_000, 300_000])
    func lines(asked: Int) throws {
        let cluster = try Self.cluster(1, lines: asked)
        let lines = cluster.firms.reduce(0) { $0 + FirmTruth(cluster, $1).lines }
        #expect(abs(Double(lines) / Double(asked) - 1) < 0.1, "\(lines)")
    }
}
