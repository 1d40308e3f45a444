import Accounts
import FileFormats

/// Writes what is true of the example: CSV files that a review's results can be held against.
struct TruthWriter {
    let cluster: ExampleCluster
    let truths: [FirmTruth]

    /// Everything planted, voucher by voucher and party by party.
    var planted: String {
        var writer = CSVWriter()
        writer.write(
            row: [
                "firm", "planted", "trap", "formats", "role", "party", "organisation_number", "voucher",
                "original_voucher", "day", "oere", "detail",
            ]
        )
        for (firm, truth) in zip(cluster.firms, truths) {
            for row in truth.planted {
                let party = row.party.map { firm.parties[$0] }
                writer.write(
                    row: [
                        firm.archetype.key, row.planted.rawValue, row.planted.isTrap ? "yes" : "no", "all",
                        party.map { TruthWriter.role($0) } ?? "", party?.id ?? "", number(party),
                        String(row.voucher), row.original.map(String.init) ?? "", row.day.description,
                        String(row.oere), "",
                    ]
                )
            }
            for (party, totals) in zip(firm.parties, truth.parties) where totals.trades > 0 {
                for planted in Planted.allCases where party.planted.contains(planted) {
                    writer.write(row: row(firm, party, totals, planted))
                }
            }
        }
        let year = cluster.options.year
        for difference in AnnualAccountsWriter.differences(truths, in: year) {
            writer.write(
                row: [
                    cluster.firms[difference.firm].archetype.key, Planted.annualAccounts.rawValue, "no",
                    "all", "", "", "",
                    "", "", "\(year)-12-31", String(difference.oere), difference.item,
                ]
            )
        }
        for delivery in cluster.deliveries where delivery.sold != delivery.bought {
            writer.write(
                row: [
                    cluster.firms[delivery.seller].archetype.key, Planted.sellerBuyer.rawValue, "no", "all",
                    "customer",
                    "", cluster.firms[delivery.buyer].number.description, "", "", delivery.day.description,
                    String((delivery.sold ?? 0) - (delivery.bought ?? 0)), delivery.invoice,
                ]
            )
        }
        return writer.text
    }

    private func row(
        _ firm: ExampleFirm,
        _ party: BookParty,
        _ totals: FirmTruth.PartyTotals,
        _ planted: Planted
    ) -> [String] {
        let isAfter = [.dissolved, .bankrupt, .merged].contains(planted)
        let unit = party.unit.map { cluster.units[$0] }
        return [
            firm.archetype.key, planted.rawValue, "no", planted == .scientificNumber ? "csv xlsx" : "all",
            TruthWriter.role(party), party.id, number(party), "", "",
            isAfter ? unit?.lastDay?.description ?? "" : "",
            String(isAfter ? totals.afterwards : totals.net + totals.investment),
            planted == .merged ? unit?.mergedInto?.description ?? "" : "",
        ]
    }

    /// What each firm bought from and sold to each party.
    var parties: String {
        var writer = CSVWriter()
        writer.write(
            row: [
                "firm", "role", "party", "organisation_number", "legal_form", "industry", "municipality",
                "country", "trades",
                "net_oere", "investment_oere", "duplicated_oere", "opening_oere", "movement_oere",
                "closing_oere",
            ]
        )
        for (firm, truth) in zip(cluster.firms, truths) {
            for (party, totals) in zip(firm.parties, truth.parties) {
                let unit = party.unit.map { cluster.units[$0] }
                writer.write(
                    row: [
                        firm.archetype.key, TruthWriter.role(party), party.id, number(party),
                        unit?.form ?? "",
                        unit?.industry ?? "", unit?.place.municipality ?? "",
                        party.home, String(totals.trades),
                        String(totals.net),
                        String(totals.investment), String(totals.duplicated), String(party.opening),
                        String(totals.movement), String(party.opening + totals.movement),
                    ]
                )
            }
        }
        return writer.text
    }

    /// What each firm's books hold in all.
    var firms: String {
        var writer = CSVWriter()
        writer.write(
            row: [
                "firm", "organisation_number", "vouchers", "lines", "debit_oere", "purchases_oere",
                "investment_oere",
                "sales_oere", "purchases_of_nobody_oere", "group",
            ]
        )
        for (firm, truth) in zip(cluster.firms, truths) {
            let pairs = Array(zip(firm.parties, truth.parties))
            let bought = pairs.filter { !$0.0.isCustomer }.map(\.1)
            let sold = pairs.filter(\.0.isCustomer).map(\.1)
            writer.write(
                row: [
                    firm.archetype.key, firm.number.description, String(truth.vouchers), String(truth.lines),
                    String(truth.debit), String(bought.reduce(0) { $0 + $1.net }),
                    String(bought.reduce(0) { $0 + $1.investment }), String(sold.reduce(0) { $0 + $1.net }),
                    String(truth.nameless),
                    (cluster.groups[firm.index] ?? []).map(\.description).joined(separator: " "),
                ]
            )
        }
        return writer.text
    }

    /// What the six firms have delivered to each other, as the seller and the buyer have it.
    var deliveries: String {
        var writer = CSVWriter()
        writer.write(row: ["seller", "buyer", "invoice", "day", "sold_oere", "bought_oere"])
        for delivery in cluster.deliveries {
            writer.write(
                row: [
                    cluster.firms[delivery.seller].archetype.key, cluster.firms[delivery.buyer].archetype.key,
                    delivery.invoice, delivery.day.description, delivery.sold.map { String($0) } ?? "",
                    delivery.bought.map { String($0) } ?? "",
                ]
            )
        }
        return writer.text
    }

    private static func role(_ party: BookParty) -> String { party.isCustomer ? "customer" : "supplier" }

    /// The right number; none for a firm abroad.
    private func number(_ party: BookParty?) -> String {
        party?.unit.map { cluster.units[$0].number.description } ?? ""
    }
}
