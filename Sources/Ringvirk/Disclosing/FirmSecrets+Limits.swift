import Accounts
import Actors
import Disclosure

extension FirmSecrets {
    /// What everybody knows of the firms' cells from the public table: no part of a cell is larger than the cell.
    ///
    /// For the firms of one industry p, together:
    ///
    ///     Σ bought of i in the region and the rest of the country ≤ z_ip,region + z_ip,rest     (each, unless trade moved)
    ///     Σ imports ≤ m_p        Σ wages ≤ w_p        Σ value added ≤ v_p, which purchases do not fall below
    ///
    /// - Parameter isMoved: whether the repairs in force can move purchases between region and rest of the country.
    func limits(isMoved: Bool) -> [PublicLimit] {
        guard let parent = firms.first?.table.unrepaired else { return [] }
        let valueAdded = parent.primaryInputs(where: \.isValueAdded)
        return parent.industries.labels.flatMap { industry -> [PublicLimit] in
            let members = firms.filter { $0.account.industry == industry }
            guard !members.isEmpty else { return [] }
            let codes = Set(members.map(\.account.code))
            let own = cells.filter { $0.isSecret && codes.contains($0.firm) }
            var limits: [PublicLimit] = []
            func add(_ name: String, _ parts: [Cell], low: Double = 0, high: Double) {
                let sum = parts.reduce(0) { $0 + $1.amount }
                // A repair can lift a cell above the public one: then nobody knows that it is not.
                guard !parts.isEmpty, sum <= high, sum >= low else { return }
                limits.append(
                    PublicLimit(
                        "limit:\(industry.code):\(name)",
                        terms: parts.map { .init($0.name) },
                        low: low,
                        high: high
                    )
                )
            }
            var bought = 0.0
            for seller in parent.industries.labels {
                let here = parent.flows[seller, industry]
                let elsewhere = parent.amount(of: .restOfCountry(seller), industry)
                let parts = own.filter {
                    $0.code == seller.code && ($0.place == .region || $0.place == .rest)
                }
                bought += max(here, 0) + max(elsewhere, 0)
                add(seller.code, parts, high: here + elsewhere)
                guard !isMoved else { continue }
                add("region:" + seller.code, parts.filter { $0.place == .region }, high: here)
                add("rest:" + seller.code, parts.filter { $0.place == .rest }, high: elsewhere)
            }
            for case .primary(let input) in parent.inputs.rows.labels {
                let whole = parent.amount(of: .primary(input), industry)
                switch input.role {
                case .imports:
                    bought += max(whole, 0)
                    add(input.code, own.filter { $0.place == .abroad && $0.code == input.code }, high: whole)
                case .compensation:
                    add(input.code, own.filter { $0.place == .wages && $0.code == input.code }, high: whole)
                default: continue
                }
            }
            let least = members.reduce(-valueAdded[industry]) {
                $0 + boughtAndAdded(by: $1.account, $1.table)
            }
            add("purchases", own.filter { $0.place != .wages }, low: max(least, 0), high: bought)
            return limits
        }
    }

    /// What a firm's purchases and value added add up to: output without product taxes, rounding and what is negative.
    private func boughtAndAdded(by firm: FirmAccount, _ table: AugmentedTable) -> Double {
        let buyer = Sector.actor(code: firm.code, name: firm.name)
        let other = table.inputs.rows.labels.reduce(0) { sum, row in
            switch row {
            case .rounding: return sum + table.inputs[row, buyer]
            case .primary(let input) where input.role == .productTaxes: return sum + table.inputs[row, buyer]
            default: return sum
            }
        }
        let negative = cells.filter { $0.firm == firm.code && !$0.isSecret && $0.place != .wages }
        return table.output[buyer] - other - negative.reduce(0) { $0 + $1.amount }
    }
}

extension AreaTable {
    /// What an industry takes of a row, nothing where there is no such row.
    fileprivate func amount(of row: AreaInput, _ industry: Industry) -> Double {
        inputs.rows.contains(row) ? inputs[row, industry] : 0
    }
}
