import Accounts
import Ledgers

@testable import ExampleLedgers

/// What a review found of what is planted, class by class.
struct ReviewFindings {
    /// One class: what is planted, what was found, and what of it is right.
    struct Row {
        let planted: Planted
        let rules: [ReviewRule]
        let truth: [String: Int64]
        let found: [String: Int64]

        var right: Int { found.keys.count { truth[$0] != nil } }
        /// What was found of all that is there.
        var recall: Double { truth.isEmpty ? 1 : Double(right) / Double(truth.count) }
        /// What is right of all that was found.
        var precision: Double { found.isEmpty ? 1 : Double(right) / Double(found.count) }
        /// Whether the amount is right of everything found that is there.
        var amountsAgree: Bool { otherAmounts.isEmpty }
        /// Found and there, but of another amount.
        var otherAmounts: [String] {
            found.keys.filter { key in truth[key].map { $0 != found[key] } ?? false }.sorted()
                .map { "\($0): \(truth[$0] ?? 0) is \(found[$0] ?? 0)" }
        }
        /// What is there and was not found, and what was found and is not there.
        var missed: [String] { truth.keys.filter { found[$0] == nil }.sorted() }
        var invented: [String] { found.keys.filter { truth[$0] == nil }.sorted() }
    }

    private let isTable: Bool
    private let cluster: ExampleCluster
    private let truths: [FirmTruth]
    private let review: LedgerReview

    init(_ example: ReadExample, _ review: LedgerReview, isTable: Bool) {
        cluster = example.cluster
        truths = example.truths
        self.review = review
        self.isTable = isTable
    }

    /// Every class that is planted.
    var rows: [Row] {
        let units = cluster.units
        let withoutNumber: (BookParty) -> Bool = { $0.written == nil && $0.unit != nil }
        let failing: (BookParty) -> Bool = { $0.planted.contains(.invalidNumber) }
        let isTable = isTable
        let lost: (BookParty) -> Bool = { isTable && $0.planted.contains(.scientificNumber) }
        let unregistered: (BookParty) -> Bool = { $0.planted.contains(.notInRegister) || failing($0) }
        let unit = { (party: BookParty) in party.unit.map { units[$0] } }
        var rows: [Row] = []
        func add(
            _ planted: Planted,
            _ rules: [ReviewRule],
            _ truth: [String: Int64],
            _ found: [String: Int64]
        ) {
            rows.append(Row(planted: planted, rules: rules, truth: truth, found: found))
        }
        for (planted, rule) in [
            (Planted.duplicateExact, ReviewRule.sameVoucherTwice), (.duplicateInvoice, .sameInvoiceTwice),
            (.invoiceNumberOnly, .invoiceNumberOnly),
        ] {
            add(planted, [rule], vouchers(planted), foundVouchers(rule))
        }
        add(.missingNumber, [.numberMissing], parties(withoutNumber), foundParties([.numberMissing]))
        add(.invalidNumber, [.numberFailsCheck], parties(failing), foundParties([.numberFailsCheck]))
        if isTable {
            let rule = ReviewRule.numberInScientificNotation
            add(.scientificNumber, [rule], parties(lost), foundParties([rule]))
        }
        add(
            .notInRegister,
            [.notInRegister],
            parties { $0.planted.contains(.notInRegister) },
            foundParties([.notInRegister])
        )
        let guessed: [ReviewRule] = [.industryFromAccount, .industryFromName, .industryUnknown]
        add(
            .withoutIndustry,
            guessed,
            parties {
                $0.unit != nil
                    && ($0.planted.contains(.withoutIndustry) || unregistered($0) || withoutNumber($0)
                        || lost($0))
            },
            foundParties(guessed)
        )
        let abroad: [ReviewRule] = [.foreignParty, .foreignByCompanyForm]
        add(
            .foreign,
            abroad,
            parties { $0.unit == nil },
            // One party can be met by both rules.
            foundParties([.foreignParty]).merging(foundParties([.foreignByCompanyForm])) { first, _ in first }
        )
        for (planted, rule) in [
            (Planted.dissolved, ReviewRule.afterDissolution), (.bankrupt, .afterBankruptcy),
            (.merged, .mergedIntoSuccessor),
        ] {
            add(
                planted,
                [rule],
                parties(afterwards: true) { $0.planted.contains(planted) },
                foundParties([rule])
            )
        }
        add(
            .headOffice,
            [.headOfficeSpread],
            parties { unit($0)?.planted.contains(.headOffice) == true },
            foundParties([.headOfficeSpread])
        )
        add(
            .intragroup,
            [.intragroup],
            parties { $0.planted.contains(.intragroup) },
            foundParties([.intragroup])
        )
        add(.soleProprietor, [.soleProprietors], proprietors, foundByFirm(.soleProprietors))
        add(
            .capitalGoods,
            [.capitalGoods],
            parties(investment: true) { _ in true },
            foundParties([.capitalGoods])
        )
        if !isTable {
            add(.annualAccounts, [], plantedDifferences, foundDifferences)
            add(.sellerBuyer, [], plantedPairs, foundPairs)
        }
        return rows
    }

    // MARK: What is true

    private func vouchers(_ planted: Planted) -> [String: Int64] {
        var truth: [String: Int64] = [:]
        for (firm, own) in zip(cluster.firms, truths) {
            for voucher in own.planted where voucher.planted == planted {
                truth["\(firm.index) \(voucher.voucher)"] = voucher.oere
            }
        }
        return truth
    }

    private func parties(
        afterwards: Bool = false,
        investment: Bool = false,
        _ holds: (BookParty) -> Bool
    ) -> [String: Int64] {
        var truth: [String: Int64] = [:]
        for (firm, own) in zip(cluster.firms, truths) {
            for (party, totals) in zip(firm.parties, own.parties) where totals.trades > 0 && holds(party) {
                let amount =
                    afterwards
                    ? totals.afterwards : investment ? totals.investment : totals.net + totals.investment
                if afterwards || investment, amount == 0 { continue }
                truth["\(firm.index) \(party.isCustomer ? "customer" : "supplier") \(party.id)"] = amount
            }
        }
        return truth
    }

    /// Nobody's name or number may be found again: the sum of a firm's trade with them tells.
    private var proprietors: [String: Int64] {
        var truth: [String: Int64] = [:]
        for (firm, own) in zip(cluster.firms, truths) {
            for (party, totals) in zip(firm.parties, own.parties)
            where totals.trades > 0 && party.planted.contains(.soleProprietor) {
                truth["\(firm.index) \(party.isCustomer ? "customer" : "supplier")", default: 0] += totals.net
            }
        }
        return truth
    }

    private var plantedDifferences: [String: Int64] {
        Dictionary(
            uniqueKeysWithValues: AnnualAccountsWriter.differences(truths, in: cluster.options.year).map {
                ("\($0.firm) \($0.item)", -$0.oere)
            }
        )
    }

    private var plantedPairs: [String: Int64] {
        cluster.deliveries.filter { $0.sold != $0.bought }.reduce(into: [:]) { truth, delivery in
            truth["\(delivery.seller) \(delivery.buyer)", default: 0] +=
                (delivery.sold ?? 0) - (delivery.bought ?? 0)
        }
    }

    // MARK: What was found

    private func foundVouchers(_ rule: ReviewRule) -> [String: Int64] {
        review.changes.filter { $0.rule == rule }.reduce(into: [:]) { found, change in
            found["\(change.file) \(change.voucher ?? "?")", default: 0] += change.amount.oere
        }
    }

    private func foundParties(_ rules: [ReviewRule]) -> [String: Int64] {
        review.changes.filter { rules.contains($0.rule) }.reduce(into: [:]) { found, change in
            found["\(change.file) \(change.role.rawValue) \(change.bookNumber ?? "?")", default: 0] +=
                change.amount.oere
        }
    }

    private func foundByFirm(_ rule: ReviewRule) -> [String: Int64] {
        review.changes.filter { $0.rule == rule }.reduce(into: [:]) { found, change in
            found["\(change.file) \(change.role.rawValue)", default: 0] += change.amount.oere
        }
    }

    private var foundDifferences: [String: Int64] {
        review.controls.annual.filter { !$0.agrees }.reduce(into: [:]) { found, control in
            found["\(firm(control.owner)) \(control.item.rawValue)"] = control.difference.oere
        }
    }

    private var foundPairs: [String: Int64] {
        review.controls.pairs.filter { $0.difference != .zero }.reduce(into: [:]) { found, control in
            found["\(firm(control.seller)) \(firm(control.buyer))"] = control.difference.oere
        }
    }

    private func firm(_ owner: Int) -> Int {
        cluster.firms.firstIndex { $0.number == review.owners[owner].number } ?? -1
    }
}
