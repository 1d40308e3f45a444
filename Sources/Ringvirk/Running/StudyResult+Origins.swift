import Accounts
import Leontief
import Regionalisation
import Reporting

extension StudyResult {
    /// The study's title, or the place and year where the command line changed them.
    static func title(_ study: Study) -> Name {
        guard study.definition.isChanged else { return study.definition.title }
        let (region, year) = (study.model.region.name, study.model.basis.year)
        return Name(english: "\(region.english) \(year)", norwegian: "\(region.norwegian) \(year)")
    }

    /// Every rule applied to the data, each once, with all it touched.
    static func rules(_ study: Study) -> [AppliedRule] {
        let inputs = study.inputs
        let region = study.model.region
        let parts = study.definition.mergedRegions.first { $0.region == region }?.parts ?? []
        let ofAccounts = (inputs.accounts?.rules ?? []).compactMap { $0.concerning([region.code] + parts) }
        let rules =
            inputs.table.rules + ofAccounts + inputs.otherRules + (study.regionalTable?.rules ?? [])
            + study.modelRules
        return rules.reduce(into: []) { rules, rule in
            guard let index = rules.firstIndex(where: { $0.name == rule.name }) else {
                rules.append(rule)
                return
            }
            let new = rule.touched.filter { !rules[index].touched.contains($0) }
            rules[index] = AppliedRule(rule.name, touched: rules[index].touched + new)
        }
    }

    /// Where the data come from, each source once.
    static func sources(_ inputs: StudyInputs, _ firms: StudyFirms?) -> [Provenance] {
        let all =
            [inputs.table.provenance]
            + [inputs.accounts?.provenance, inputs.groupsProvenance, inputs.purchases?.provenance]
            .compactMap(\.self)
            + inputs.emissions.map(\.amounts.provenance) + (firms?.sources ?? [])
        return all.distinct
    }
}

extension AppliedRule {
    /// The rule with only what it touched in a region (or in those that became it), when it is one that fills cells of
    /// all regions; `nil` where it touched nothing there. How far totals are from holding concerns every region.
    fileprivate func concerning(_ regions: [String]) -> AppliedRule? {
        guard name.hasPrefix("suppressed-cell-") else { return self }
        let cells = touched.filter { cell in
            cell.split(separator: " ").dropFirst().first.map { regions.contains(String($0)) } ?? false
        }
        guard !cells.isEmpty else { return nil }
        return AppliedRule(name, touched: cells + touched.filter(SuppressedCells.isDeviation))
    }
}
