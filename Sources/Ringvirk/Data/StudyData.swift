public import Accounts
public import Datasets
import FileFormats
public import StatisticsNorway

/// The datasets a study is made of: which table each is from, when it was fetched, and whether there is a newer one.
public struct StudyData: Sendable {
    /// The datasets, in the order study.yaml names them.
    public let datasets: [Entry]

    /// One dataset.
    public struct Entry: Sendable {
        /// The key in study.yaml: `national_table`, …
        public let key: String
        /// The folder.
        public let folder: String
        /// What it holds.
        public let kind: DatasetKind
        /// Where it is from.
        public let provenance: Provenance
        /// The number of its table in the statistics bank; `nil` where it is from elsewhere.
        public let table: String?
        /// When the table was last updated, as far as that is known; `nil` where it is not.
        public let updated: String?
        /// Whether there is a newer one.
        public let state: State
    }

    /// Whether a newer dataset is known.
    public enum State: String, Sendable, CaseIterable {
        /// The table has not been updated since.
        case current
        /// The table has been updated since.
        case outdated
        /// It is not known when the table was updated, or the dataset has no date to compare with.
        case unknown
        /// The dataset is not from the statistics bank: there is nobody to ask.
        case elsewhere
    }

    /// Looks the datasets of the study in `definition` up.
    ///
    /// - Parameter known: when a table was last updated, as far as that is known.
    /// - Throws: `.dataset` for one that cannot be opened; `.statisticsNorway`.
    public init(
        of definition: StudyDefinition,
        known: (_ table: String) throws(StatisticsNorwayError) -> String?
    ) throws(StudyError) {
        var datasets: [Entry] = []
        for (key, folder) in StudyData.folders(definition) {
            let description: DatasetDescription
            do {
                description = try Dataset(at: folder).description
            } catch {
                throw .dataset(error)
            }
            let provenance = description.provenance
            let isFromBank = provenance.publisher == StatisticsBankClient.publisher
            let table = isFromBank ? BankTable.number(in: provenance.table) : nil
            var updated: String?
            do {
                if let table { updated = try known(table) }
            } catch {
                throw .statisticsNorway(error)
            }
            datasets.append(
                Entry(
                    key: key,
                    folder: folder,
                    kind: description.kind,
                    provenance: provenance,
                    table: table,
                    updated: updated,
                    state: table == nil
                        ? .elsewhere : StudyData.state(provenance, updated: updated)
                )
            )
        }
        self.datasets = datasets
    }

    private static func folders(_ definition: StudyDefinition) -> [(key: String, folder: String)] {
        let data = definition.data
        return [
            ("national_table", data.nationalTable), ("regional_accounts", data.regionalAccounts),
            ("emissions", data.emissions), ("groups", data.groups?.dataset),
            ("purchase_coefficients", definition.regionalisation?.purchases?.dataset),
            ("industry_codes", definition.ledgers?.industryCodes),
            ("supply_use", definition.ledgers?.supplyUse),
        ].compactMap { key, folder in folder.map { (key, $0) } }
    }

    /// A dataset is outdated when its table was updated after its vintage or, without one, after the day it was
    /// fetched.
    static func state(_ provenance: Provenance, updated: String?) -> State {
        guard let updated, let own = provenance.vintage ?? provenance.retrieved,
            let day = CalendarDate(iso: own), let latest = CalendarDate(iso: updated)
        else { return .unknown }
        if day != latest { return day < latest ? .outdated : .current }
        // On the same day the times decide, where both have one.
        return own.utf8.count > 10 && own < updated ? .outdated : .current
    }
}
