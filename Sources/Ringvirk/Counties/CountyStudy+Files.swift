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
        try Self.region(code, in: build.table, definition)
    }

    static func region(
        _ code: String,
        in table: MultiRegionalTable,
        _ definition: StudyDefinition
    ) throws(StudyError) -> Region {
        guard let region = table.regions.labels.first(where: { $0.code == code }) else {
            throw .accounts(
                .noSuchRegion(code: code, year: definition.year, known: table.regions.codes),
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

    /// The files: where effects land, spill-over and feedback, the nation's multipliers, the table itself, trade, how it was
    /// balanced, the rules; with firms, those too. All are marked, in `language`, where they are for the owner of the books alone.
    ///
    /// - Throws: never for a study's own table.
    public func files(language: Language) throws(StudyError) -> [(name: String, text: String)] {
        let rows = MultiRegionalRows(build)
        let trade = try fitting(definition.file) { () throws(AccountsError) in try rows.trade() }
        let files: [(name: String, text: String)] = [
            ("landings.csv", LandingRows(landings, in: build.table).csv),
            ("spillovers.csv", SpilloverRows(spillovers, singleRegion: singleRegion, band: band).csv),
            ("national_multipliers.csv", NationalMultiplierRows(nationalMultipliers).csv),
            ("table.csv", rows.table),
            ("trade.csv", trade),
            ("balancing.csv", rows.balancing),
            ("rules.csv", rows.rules),
        ]
        guard let firms else { return files }
        let all = files + FirmLandingRows(firms.firms, firms.landings).files
        let mark = ConfidentialMark(language)
        return firms.isConfidential ? all.map { ($0.name, mark.marking($0.text, in: $0.name)) } : all
    }

    /// Writes all files to a folder, or none; an earlier run's files of firms are removed where this one has none.
    ///
    /// - Throws: `.file(.cannotWrite)`.
    public func write(to folder: String, language: Language) throws(StudyError) {
        let files = try files(language: language)
        do {
            var output = OutputSet(folder: folder)
            for file in files { try output.add(file.name, file.text) }
            try output.write()
            try output.remove(stale: FirmLandingRows.names)
        } catch {
            throw .file(error)
        }
    }
}
