import Accounts

extension CountyGrid {
    /// The accounts of all years, with the rules that made them of the printed figures.
    func accounts(provenance: Provenance) throws(AccountsError) -> CountyAccounts {
        var accounts: [RegionalAccounts] = []
        var details: [Year: CountyYear.Cells] = [:]
        var rules = tableRules
        for year in years {
            let observed = CountyYear(self, year: year)
            accounts.append(
                RegionalAccounts(
                    year: year,
                    nation: nation,
                    regions: try Axis(Array(regions(in: year).dropFirst())),
                    industries: try Axis(rows(.industry).map(\.industry)),
                    subtotals: (rows(.total) + rows(.subtotal)).map {
                        RegionalAccounts.Subtotal(code: $0.industry.code, industries: $0.covers)
                    },
                    cells: observed.cells,
                    provenance: provenance,
                    rules: observed.rules + tableRules
                )
            )
            details[year] = observed.details
            rules += observed.rules.map { rule in
                AppliedRule(rule.name, touched: rule.touched.map { "\(year) \($0)" })
            }
        }
        return CountyAccounts(
            series: try RegionalAccountsSeries(accounts),
            industries: CountyIndustry.all,
            counties: counties,
            provenance: provenance,
            rules: AppliedRule.joined(rules),
            details: details
        )
    }

    /// Rules that concern whole rows of the table; those that touched nothing are left out.
    private var tableRules: [AppliedRule] {
        let outside = counties.map { ($0.region.code, yearsOutsideLifetime(of: $0)) }.filter { !$0.1.isEmpty }
        return [
            AppliedRule(
                "region-not-existing-that-year",
                touched: outside.map { code, years in
                    "\(code): " + years.map(\.description).joined(separator: ", ")
                }
            ),
            AppliedRule(
                "mainland-norway-dropped",
                touched: mainlandRows == 0 ? [] : ["\(CountyIndustry.mainlandNorway): \(mainlandRows) rows"]
            ),
        ].filter { !$0.touched.isEmpty }
    }

    private func rows(_ role: CountyIndustry.Role) -> [CountyIndustry] {
        CountyIndustry.all.filter { $0.role == role }
    }
}

extension AppliedRule {
    /// Rules of the same name put together, in the order in which they first stand.
    static func joined(_ rules: [AppliedRule]) -> [AppliedRule] {
        var names: [String] = []
        var touched: [String: [String]] = [:]
        for rule in rules {
            if touched[rule.name] == nil { names.append(rule.name) }
            touched[rule.name, default: []] += rule.touched
        }
        return names.map { AppliedRule($0, touched: touched[$0] ?? []) }
    }
}
