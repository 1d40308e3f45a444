public import Accounts
import FileFormats
import Leontief
import Regionalisation
import Reporting

extension CountyStudy {
    /// The region whose code is `code`, the territory outside all counties included.
    ///
    /// - Throws: `.accounts(.noSuchRegion)` with the year and the codes there are.
    public func region(_ code: String) throws(StudyError) -> Region {
        guard let region = build.table.regions.labels.first(where: { $0.code == code }) else {
            throw .accounts(
                .noSuchRegion(code: code, year: definition.year, known: build.table.regions.codes),
                source: definition.data.regionalAccounts ?? definition.file
            )
        }
        return region
    }

    /// An industry in a region, where it produces anything.
    ///
    /// - Throws: `.accounts(.unknownLabel)`; `.leontief(.noProduction)` where the region has none of it.
    public func sector(_ code: String, in region: Region) throws(StudyError) -> Located<Industry> {
        let source = definition.data.regionalAccounts ?? definition.file
        let industry = try fitting(source) { () throws(AccountsError) in
            try build.table.industries.label(code)
        }
        let sector = Located(industry, in: region)
        guard build.table.output[sector] > 0 else {
            throw .leontief(.noProduction(demand: code, sector: code, region: region.code), source: source)
        }
        return sector
    }

    /// The files: where effects land, spill-over and feedback, the nation's multipliers, the table itself, trade, how it was balanced, the rules.
    ///
    /// - Throws: never for a study's own table.
    public func files() throws(StudyError) -> [(name: String, text: String)] {
        let rows = MultiRegionalRows(build)
        let trade = try fitting(definition.file) { () throws(AccountsError) in try rows.trade() }
        return [
            ("landings.csv", LandingRows(landings, in: build.table).csv),
            ("spillovers.csv", SpilloverRows(spillovers, singleRegion: singleRegion, band: band).csv),
            ("national_multipliers.csv", NationalMultiplierRows(nationalMultipliers).csv),
            ("table.csv", rows.table),
            ("trade.csv", trade),
            ("balancing.csv", rows.balancing),
            ("rules.csv", rows.rules),
        ]
    }

    /// Writes all files to a folder, or none.
    ///
    /// - Throws: `.file(.cannotWrite)`.
    public func write(to folder: String) throws(StudyError) {
        let files = try files()
        do {
            var output = OutputSet(folder: folder)
            for file in files { try output.add(file.name, file.text) }
            try output.write()
        } catch {
            throw .file(error)
        }
    }
}
