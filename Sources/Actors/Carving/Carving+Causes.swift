import Accounts

extension Carving {
    /// What is likely to be behind `offences`, from the facts alone: first of whole columns, then of single cells.
    func causes(of offences: [CarvingOffence]) -> [CarvingCause] {
        let rest = remainder()
        let members = members
        var causes: [CarvingCause] = []
        for industry in layout.industries.labels.indices where !members[industry].isEmpty {
            causes += columnCauses(
                industry,
                members[industry],
                offences.filter { $0.cell.industry == layout.industries.labels[industry] }
            )
        }
        // What firms that are too large are spread over is too small with them, and says nothing more.
        let tooLarge = Set(
            offences.compactMap { offence in
                if case .output(let industry) = offence.cell { industry } else { nil }
            }
        )
        for offence in offences {
            if case .flow(let seller, _) = offence.cell, tooLarge.contains(seller) { continue }
            if tooLarge.contains(offence.cell.industry) { continue }
            if offence.parent > 0, offence.remainder < 0,
                estimate(in: offence.cell, members) + offence.remainder >= 0
            {
                causes.append(.estimate(offence.cell))
            }
            switch offence.cell {
            case .output, .valueAdded: continue
            case .flow(let seller, let buyer):
                let (from, to) = (
                    layout.industries.position(seller.code), layout.industries.position(buyer.code)
                )
                if let from, let to, offence.parent > 0, offence.remainder < 0,
                    elsewhere(from, to, rest) + offence.remainder >= -tolerance(to)
                {
                    causes.append(.tradePlace(seller: seller, buyer: buyer))
                    continue
                }
            case .input(.restOfCountry(let seller), let buyer):
                let (from, to) = (
                    layout.industries.position(seller.code), layout.industries.position(buyer.code)
                )
                if let from, let to, offence.remainder < 0,
                    rest.flows[from][to] + offence.remainder >= -tolerance(to)
                {
                    causes.append(.tradePlace(seller: seller, buyer: buyer))
                    continue
                }
            default: break
            }
            if offence.parent == 0 { causes.append(.emptyCell(offence.cell)) }
            if offence.parent < 0 { causes.append(.negativeCell(offence.cell)) }
            if offence.parent >= 0, let part = offence.parts.first(where: { $0.amount < 0 }) {
                causes.append(.negativeAmount(offence.cell, firm: part.firm))
            }
        }
        return causes
    }

    /// What remains of a purchase in the other places it could be made: the rest of the country, or the other regions.
    private func elsewhere(_ seller: Int, _ buyer: Int, _ rest: AreaNumbers) -> Double {
        if let row = layout.restOfCountry[seller] { return rest.inputs[row][buyer] }
        return layout.everywhere(seller).reduce(0) { sum, other in
            other == seller ? sum : sum + max(0, rest.flows[other][buyer])
        }
    }

    /// How much of the firms' parts of a cell no account tells.
    private func estimate(in cell: AreaCell, _ members: [[Int]]) -> Double {
        let estimates = firms.estimates
        guard let column = layout.industries.position(cell.industry.code) else { return 0 }
        switch cell {
        case .flow(let from, _):
            guard let seller = layout.industries.position(from.code) else { return 0 }
            let bought = members[column].reduce(0) { $0 + estimates.purchases[$1][seller] }
            return members[seller].reduce(bought) { sum, firm in
                members[column].reduce(sum + estimates.sales[firm][column]) {
                    $0 + estimates.between[firm][$1]
                }
            }
        case .input(let input, _):
            guard let row = layout.rows.firstIndex(of: input) else { return 0 }
            return members[column].reduce(0) { $0 + estimates.inputs[$1][row] }
        case .finalDemand: return members[column].reduce(0) { $0 + estimates.finalDemand[$1] }
        case .output, .valueAdded: return 0
        }
    }

    private func columnCauses(
        _ industry: Int,
        _ own: [Int],
        _ offences: [CarvingOffence]
    ) -> [CarvingCause] {
        guard !offences.isEmpty else { return [] }
        let label = layout.industries.labels[industry]
        let codes = own.map { firms.codes[$0] }
        var causes: [CarvingCause] = []
        let outputShare = own.reduce(0) { $0 + firms.output[$1] } / parent.output[industry]
        if outputShare > 1 + 1e-12 {
            causes.append(.largerThanIndustry(label, firms: codes, share: outputShare))
        }
        let whole =
            parent.flows.reduce(0) { $0 + $1[industry] }
            + layout.bought.reduce(0) { $0 + parent.inputs[$1][industry] }
        let bought = own.reduce(0.0) { sum, firm in
            let inside = firms.purchases[firm].reduce(0) { $0 + $1.amount }
            let ofFirms = firms.between.reduce(0) { $0 + $1[firm].amount }
            return sum + inside + ofFirms + layout.bought.reduce(0) { $0 + firms.inputs[firm][$1].amount }
        }
        let share = max(outputShare, whole > 0 ? bought / whole : 0)
        if share >= 1.5 { causes.append(.headOffice(label, firms: codes, share: share)) }
        if outputShare > 1 + 1e-12 { return causes }
        let inColumn = offences.filter { offence in
            switch offence.cell {
            case .flow, .input: offence.remainder < 0 && offence.parent >= 0
            default: false
            }
        }
        let ratios = inColumn.filter { $0.parent > 0 }.map { $0.firms / $0.parent }.sorted()
        // Another industry's purchases exceed by all sorts of factors, taxes and prices by one.
        let median = ratios.isEmpty ? 0 : ratios[ratios.count / 2]
        let isOneFactor = 4 * ratios.count { abs($0 - median) <= 0.05 } >= 3 * inColumn.count
        if inColumn.count >= 3, 2 * inColumn.count >= filledCells(industry, own), !isOneFactor {
            causes.append(.wrongIndustry(label, firms: codes, cells: inColumn.count))
        }
        if offences.contains(where: { if case .valueAdded = $0.cell { true } else { false } }) {
            causes.append(.missingPurchases(label, firms: codes))
        }
        guard ratios.count > 1 else { return causes }
        if (1.2...1.3).contains(median) {
            causes.append(.valueAddedTax(label, firms: codes, ratio: median))
        } else if median < 1.2 {
            causes.append(.yearOrPrices(label, firms: codes, ratio: median))
        }
        return causes
    }

    /// How many cells of an industry's column its firms have anything of.
    private func filledCells(_ industry: Int, _ own: [Int]) -> Int {
        let flows = parent.flows.indices.filter { seller in
            own.contains { firms.purchases[$0][seller].amount > 0 }
        }
        let rows = layout.rows.indices.filter { row in
            !layout.mayChangeSign[row] && own.contains { firms.inputs[$0][row].amount > 0 }
        }
        return flows.count + rows.count
    }
}
