import Accounts
import Actors
import Leontief
import Testing

@testable import Ringvirk

/// The firms' secrets as a test's attackers are told them, taken from the tables: whose cell, and what is in it.
///
/// Written apart from what decides on disclosure.
struct ClusterSecrets {
    let cells: [Cell]
    /// By firm: its industry, output, what its column has besides purchases and value added, and its own measures.
    let firms: [String: Firm]

    struct Cell: Hashable {
        let firm: String
        let place: String
        let code: String
        /// The firm of the cluster that sold it, which knows it.
        let seller: String?
        let amount: Double
    }

    struct Firm {
        let industry: Industry
        let output: Double
        let taxes: Double
        /// Jobs and tonnes per MNOK of output.
        let rates: [String: Double]
    }

    init(_ study: Study) throws {
        let trade = try #require(study.firms?.withEveryone.region)
        let own = try #require(study.definition.ledgers)
        var cells: [Cell] = []
        var firms: [String: Firm] = [:]
        for entry in own.firms {
            let own = own.only(entry)
            let alone = try StudyFirms(
                study.definition,
                own,
                StudyLedgers(own),
                study.inputs,
                study.regionalTable
            )
            let table = try #require(alone.withEveryone.region)
            let firm = try #require(table.firms.first)
            let buyer = try #require(table.sectors.labels.first { $0.code == "actor:" + firm.code })
            func add(_ place: String, _ code: String, _ amount: Double, _ seller: String? = nil) {
                guard amount > 0 else { return }
                cells.append(Cell(firm: firm.code, place: place, code: code, seller: seller, amount: amount))
            }
            for seller in table.sectors.labels where table.flows[seller, buyer] > 0 {
                let code = seller == buyer ? firm.industry.code : seller.code
                var rest = table.flows[seller, buyer]
                // What other firms of the cluster have sold it, they know.
                for partner in trade.firms where partner.industry.code == code && seller != buyer {
                    guard partner.code != firm.code else { continue }
                    let sold = trade.flows[.actor(code: partner.code, name: partner.name), buyer]
                    add("region", code, min(sold, rest), partner.code)
                    rest -= min(max(sold, 0), rest)
                }
                add("region", code, rest)
            }
            var taxes = 0.0
            for row in table.inputs.rows.labels {
                let amount = table.inputs[row, buyer]
                guard case .primary(let input) = row else {
                    if row == .rounding {
                        taxes += amount
                    } else {
                        add("rest", String(row.code.dropFirst(5)), amount)
                    }
                    continue
                }
                if input.role == .imports { add("abroad", input.code, amount) }
                if input.role == .compensation { add("wages", input.code, amount) }
                if input.role == .productTaxes { taxes += amount }
            }
            let actor = study.inputs.actors.first { $0.code == firm.code }
            var rates: [String: Double] = [:]
            for measure in study.model.measures {
                let own = firm.extensions[measure.measure.code].map { $0.amount / firm.output.amount }
                rates[measure.measure.code] = own ?? measure.inRegion[actor?.technology ?? firm.industry]
            }
            firms[firm.code] = Firm(
                industry: firm.industry,
                output: firm.output.amount,
                taxes: taxes,
                rates: rates
            )
        }
        self.cells = cells
        self.firms = firms
    }
}
