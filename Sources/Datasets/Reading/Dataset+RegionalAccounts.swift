public import Accounts
import FileFormats

extension Dataset {
    /// The regional accounts of every year, and the lines they are printed with.
    ///
    /// Lines of role `detail` are no industry and no subtotal of the accounts, but their cells are there under
    /// their codes. A measure for which a year has nothing but `..` is not among that year's measures.
    ///
    /// - Throws: `.anotherKind`; `.file` with the faults of all the files.
    public func regionalAccounts() throws(DatasetError) -> (
        series: RegionalAccountsSeries, lines: [PrintedLine]
    ) {
        let parts = try regionalParts()
        let series = try building { () throws(AccountsError) in try parts.series(of: description) }
        return (series, parts.lines)
    }

    func regionalParts() throws(DatasetError) -> RegionalParts {
        guard case .regionalAccounts(let nation, _) = description.contents else {
            throw .anotherKind(path: folder, wanted: .regionalAccounts, found: description.kind)
        }
        return try reading(.regionalAccounts) { () throws(FileFormatError) in
            try RegionalParts(files, nation: nation)
        }
    }
}

/// Regional accounts as their files have them.
struct RegionalParts {
    let nation: Region
    let regions: [DatedRegion]
    let lines: [PrintedLine]
    let accounts: AccountsFile

    init(_ files: DatasetFiles, nation: Region) throws(FileFormatError) {
        self.nation = nation
        var labelFaults = GatheredFaults()
        lines = try files.printedLines(faults: &labelFaults)
        regions = try files.datedRegions(apartFrom: nation, faults: &labelFaults)
        try labelFaults.finish()
        var faults = GatheredFaults()
        accounts = try AccountsFile(files, nation: nation, regions: regions, lines: lines, faults: &faults)
        try faults.finish()
    }

    func series(of description: DatasetDescription) throws(AccountsError) -> RegionalAccountsSeries {
        let industries = try Axis(lines.filter { $0.role == .industry }.map(\.industry))
        let subtotals = lines.filter(\.role.isTotal).map {
            RegionalAccounts.Subtotal(code: $0.industry.code, industries: $0.covers)
        }
        var years: [RegionalAccounts] = []
        for (year, cells) in accounts.years.sorted(by: { $0.key < $1.key }) {
            years.append(
                RegionalAccounts(
                    year: Year(year),
                    nation: nation,
                    regions: try Axis(regions.filter { $0.exists(in: year) }.map(\.region)),
                    industries: industries,
                    subtotals: subtotals,
                    cells: keyed(cells, year: year),
                    provenance: description.provenance,
                    rules: description.rules
                )
            )
        }
        return try RegionalAccountsSeries(years)
    }

    private func keyed(
        _ cells: AccountsFile.YearCells,
        year: Int
    ) -> [RegionalAccounts.Measure: [RegionalAccounts.Cell: Observation]] {
        let present = accounts.codes.indices.filter { $0 == 0 || regions[$0 - 1].exists(in: year) }
        var keyed: [RegionalAccounts.Measure: [RegionalAccounts.Cell: Observation]] = [:]
        for (position, measure) in AccountsFile.measures.enumerated() {
            var found: [RegionalAccounts.Cell: Observation] = [:]
            found.reserveCapacity(present.count * lines.count)
            var isAvailable = false
            for region in present {
                for line in lines.indices {
                    let index = accounts.position(region: region, line: line, measure: position)
                    let observation = cells.observations[index]
                    if observation != .notAvailable { isAvailable = true }
                    let cell = RegionalAccounts.Cell(
                        region: accounts.codes[region],
                        industry: accounts.lineCodes[line]
                    )
                    found[cell] = observation
                }
            }
            if isAvailable { keyed[measure] = found }
        }
        return keyed
    }
}
