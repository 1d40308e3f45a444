public import Accounts
import FileFormats

extension DatasetWriter {
    /// Writes regional accounts with the lines they are printed with.
    ///
    /// `lines` holds every line in the order it is printed: the industries and subtotals of the accounts, and
    /// details, whose cells the accounts have under their codes. A rule that some years have and others have not
    /// is written once, for all. A region's first and last year are left open at the ends of the series.
    ///
    /// - Throws: `.accounts` with `.lacks` for an empty series, or with `.differ` where `lines` are not
    ///   those of the accounts; `.cannotExpress` for a cell filled by a rule, years with different sources or
    ///   nations, and regions that come and go or change their order; `.file`.
    public func write(
        _ series: RegionalAccountsSeries,
        lines: [PrintedLine],
        unit: Unit = .millionKroner
    ) throws(DatasetError) {
        guard let first = series.accounts.first else {
            throw .accounts(path: folder, .lacks(role: DatasetKind.regionalAccounts.rawValue))
        }
        for accounts in series.accounts { try check(accounts, against: first, lines) }
        let order: RegionOrder
        do {
            order = try RegionOrder(series)
        } catch {
            throw refusal(error)
        }
        var rules: [AppliedRule] = []
        for rule in series.accounts.flatMap(\.rules) where !rules.contains(rule) { rules.append(rule) }
        let details = Dictionary(lines.map { ($0.industry.code, $0) }) { first, _ in first }
        let years = Dictionary(order.regions.map { ($0.region.code, $0) }) { first, _ in first }
        try write(
            .regionalAccounts(nation: first.nation, unit: unit),
            first.provenance,
            rules,
            [
                (
                    "industries.csv",
                    labels(lines.map(\.industry), more: ["role", "covers"]) { industry in
                        let line = details[industry.code]
                        return [line?.role.rawValue ?? "", line?.covers.joined(separator: " ") ?? ""]
                    }
                ),
                (
                    "regions.csv",
                    labels(order.regions.map(\.region), more: ["first_year", "last_year"]) { region in
                        let dated = years[region.code]
                        return [dated?.first.map(String.init) ?? "", dated?.last.map(String.init) ?? ""]
                    }
                ),
                ("accounts.csv", try text(of: series, lines)),
            ]
        )
    }

    private func check(
        _ accounts: RegionalAccounts,
        against first: RegionalAccounts,
        _ lines: [PrintedLine]
    ) throws(DatasetError) {
        var codes: Set<String> = []
        for line in lines {
            guard codes.insert(line.industry.code).inserted else {
                throw .accounts(path: folder, .duplicateLabel(code: line.industry.code))
            }
            // Codes stand in one field, a space between them.
            if line.covers.contains(where: { $0.contains(" ") }) {
                throw refusal(.inconsistent(code: line.industry.code))
            }
        }
        let industries = lines.filter { $0.role == .industry }.map(\.industry)
        if let difference = firstDifference(industries.map(\.code), accounts.industries.codes) {
            throw .accounts(path: folder, .differ(difference))
        }
        let subtotals = lines.filter(\.role.isTotal).map {
            RegionalAccounts.Subtotal(code: $0.industry.code, industries: $0.covers)
        }
        if let difference = firstDifference(subtotals.map(\.code), accounts.subtotals.map(\.code)) {
            throw .accounts(path: folder, .differ(difference))
        }
        for (mine, theirs) in zip(subtotals, accounts.subtotals) where mine != theirs {
            throw refusal(.inconsistent(code: mine.code))
        }
        guard accounts.nation == first.nation else {
            throw refusal(.inconsistent(code: accounts.nation.code))
        }
        guard accounts.provenance == first.provenance else {
            throw refusal(.severalSources(codes: [first.year.description, accounts.year.description]))
        }
    }

    private func firstDifference(_ mine: [String], _ theirs: [String]) -> Difference? {
        for position in 0..<max(mine.count, theirs.count) {
            let one = position < mine.count ? mine[position] : nil
            let other = position < theirs.count ? theirs[position] : nil
            if one != other { return .label(position: position, one, other) }
        }
        return nil
    }

    private func text(of series: RegionalAccountsSeries, _ lines: [PrintedLine]) throws(DatasetError)
        -> String
    {
        var writer = CSVWriter()
        writer.write(row: AccountsFile.columns)
        for accounts in series.accounts {
            for region in [accounts.nation] + accounts.regions.labels {
                for line in lines {
                    var row = [accounts.year.description, region.code, line.industry.code]
                    for measure in AccountsFile.measures {
                        row.append(try text(accounts, measure, region.code, line.industry.code))
                    }
                    writer.write(row: row)
                }
            }
        }
        return writer.text
    }

    private func text(
        _ accounts: RegionalAccounts,
        _ measure: RegionalAccounts.Measure,
        _ region: String,
        _ industry: String
    ) throws(DatasetError) -> String {
        switch accounts[measure, region, industry] {
        case .suppressed: return ":"
        case .notAvailable: return ".."
        case .notApplicable: return "."
        case .value(let number, .published):
            guard number.isFinite else {
                throw .accounts(path: folder, .notFinite(row: region, column: industry))
            }
            return CSVNumber.text(number)
        case .value:
            throw refusal(
                .notPublished(
                    year: accounts.year,
                    region: region,
                    industry: industry,
                    measure: measure.rawValue
                )
            )
        }
    }
}
