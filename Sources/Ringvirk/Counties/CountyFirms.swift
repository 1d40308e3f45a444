import Accounts
public import Actors
import FileFormats
import Ledgers
import Leontief
import Regionalisation

/// The firms whose books a study reads, in the table of all counties.
///
/// They stand in the study's region. Their accounts are those that ``Study`` carves out of the tables of nation and region.
public struct CountyFirms: Sendable {
    /// The firms, carved out of the table of all counties.
    public let firms: MultiRegionalFirms
    /// Where their output lands.
    public let landings: FirmLandings
    /// The firms added back against the table they were carved out of, the largest deviation of a flow over the buyer's output.
    public let addedBackDeviation: Double
    /// |Σ (everything below the flows)'L − 1| of the firms' columns, the largest.
    public let columnDeviation: Double
    /// Whether figures of firms that are not invented are in it: every output is to be marked.
    public let isConfidential: Bool

    init(
        _ definition: StudyDefinition,
        _ inputs: StudyInputs,
        in table: MultiRegionalTable,
        measures: [RegionalMeasure],
        region: Region,
        isConfidential: Bool
    ) throws(StudyError) {
        let own = try Self.ledgers(definition)
        let books = try StudyFirms(
            definition,
            own,
            StudyLedgers(own),
            inputs,
            ModelBuilder(definition, inputs).regionalTable
        )
        guard isConfidential || !books.secrecy.isSecret else {
            throw .secretFirms(actors: books.secrecy.doubted.map(\.code), file: definition.file)
        }
        let counties = Self.counties(definition, table)
        let parties = books.ledgers.review.parties
        let located = books.accounts.only(books.tables.nation.firms.map(\.code)).firms.map { firm in
            LocatedFirm(
                firm.account,
                in: region,
                partners: PartnerRegions(firm.explanation, parties: parties) { place in
                    guard case .municipality(let number) = place else { return nil }
                    return counties[String(number.prefix(2))]
                }
            )
        }
        do {
            firms = try MultiRegionalFirms(of: located, in: table, repairs: own.repairs)
            landings = try FirmLandings(of: inputs.actors, in: firms, measures: measures)
            addedBackDeviation = firms.table.addedBackDeviation
            columnDeviation = try firms.table.columnDeviation()
        } catch {
            throw .actors(error, source: definition.source(of: error))
        }
        self.isConfidential = isConfidential
    }

    /// The books a study reads.
    ///
    /// - Throws: `.file` for a study without.
    private static func ledgers(
        _ definition: StudyDefinition
    ) throws(StudyError) -> StudyDefinition.Ledgers {
        guard let ledgers = definition.ledgers else {
            throw .lacksKey("ledgers", in: definition.file)
        }
        return ledgers
    }

    /// Refuses firms that are not said to be invented, unless all may be shown, before anything is worked out; what their books
    /// tell of it (``BookSecrecy``) is held against it when these are read.
    ///
    /// - Throws: `.secretFirms`; `.file` for a study without books.
    static func admit(
        _ definition: StudyDefinition,
        _ actors: [Actor],
        _ access: CountyOptions.Firms
    ) throws(StudyError) {
        let booked = Set(try ledgers(definition).firms.map(\.actor))
        let secret = actors.filter { booked.contains($0.code) && !$0.isIllustrative }
        guard access == .confidential || secret.isEmpty else {
            throw .secretFirms(actors: secret.map(\.code), file: definition.file)
        }
    }

    /// The county of a municipality's first two digits: the table's own, and those that were merged.
    private static func counties(
        _ definition: StudyDefinition,
        _ table: MultiRegionalTable
    ) -> [String: Region] {
        var counties: [String: Region] = [:]
        for region in table.regions.labels { counties[region.code] = region }
        for merged in definition.mergedRegions {
            guard let region = counties[merged.region.code] else { continue }
            for part in merged.parts where counties[part] == nil { counties[part] = region }
        }
        return counties
    }
}
