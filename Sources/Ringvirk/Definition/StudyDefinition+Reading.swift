import Accounts
import FileFormats
import Leontief
public import LinearAlgebra
import Regionalisation
import Reporting

extension StudyDefinition {
    /// The format line a study begins with.
    public static let format = "ringvirk-study-1"

    /// What the command line may change of a study without editing it.
    public struct Changes: Sendable {
        /// Another region.
        public var region: String?
        /// Another year; `{year}` in dataset paths follows.
        public var year: Int?
        /// The folder datasets are found in; otherwise two levels above the study's own folder.
        public var dataFolder: String?

        /// Other mergers of regions; `nil` keeps the study's.
        public var mergedRegions: [MergedRegion]?

        /// How the Leontief systems are solved; `nil` leaves the choice to their size and structure.
        public var engine: SolverEngine?

        /// Whether the study's own questions (shocks, actors, recipes) are asked. They are in the prices and for the
        /// region the study names, and may not fit another.
        public var asksItsQuestions = true

        /// No changes.
        public init() {}
    }

    /// Reads a definition.
    ///
    /// Dataset paths are looked up inside the data folder (two levels above the study's folder unless changed)
    /// and the study's own files inside the study's folder; neither may lead outside.
    /// - Throws: `.file` with every fault of the file.
    public init(contentsOf path: String, changes: Changes = Changes()) throws(StudyError) {
        do {
            try self.init(document: YAMLDocument(contentsOf: path), changes: changes)
        } catch {
            throw .file(error)
        }
    }

    private init(document: YAMLDocument, changes: Changes) throws(FileFormatError) {
        var reader = YAMLReader()
        let root = document.root
        reader.unknownKeys(
            in: root,
            allowed: [
                "format", "name", "title", "language", "year", "region", "data", "merged_regions",
                "regionalisation", "households", "shocks", "actors", "recipes", "ledgers",
            ]
        )
        _ = reader.choice("format", in: root, of: [Self.format])
        let name = Self.folderName(in: root, &reader)
        let title = reader.required("title", in: root).flatMap { Self.name($0, &reader) }
        let language = reader.choice("language", in: root, of: Language.allCases.map(\.rawValue))
            .flatMap(Language.init(rawValue:))
        let statedYear = reader.integer("year", in: root)
        let statedRegion = reader.text("region", in: root)
        let year = (changes.year ?? statedYear).map { Year($0) }
        let folders = StudyFolders(study: document.file, data: changes.dataFolder, year: year)
        let data = reader.required("data", in: root).flatMap { Self.data($0, folders, &reader) }
        let merged = reader.optionalMapping("merged_regions", in: root) ?? []
        let mergedRegions = merged.compactMap { Self.mergedRegion($0, &reader) }
        let regionalisation = reader.optional("regionalisation", in: root).flatMap {
            Self.regionalisation($0, folders, &reader)
        }
        let households = reader.required("households", in: root).flatMap {
            Self.households($0, folders, &reader)
        }
        let shocks = Self.shocks(in: root, &reader)
        let actors = reader.optional("actors", in: root).flatMap { folders.own($0, &reader) }
        let recipes = reader.optional("recipes", in: root).flatMap { folders.own($0, &reader) }
        let ledgers = reader.optional("ledgers", in: root).flatMap { Ledgers($0, folders, &reader) }
        // Firms are named by the actors' codes.
        if ledgers != nil, root["actors"] == nil { reader.fault(root, .missingColumn("actors")) }
        try reader.finish()
        guard let name, let title, let language, let year, let data, let households,
            let region = changes.region ?? statedRegion
        else { throw .faults([Fault(at: root.place, .missing)]) }
        self.init(
            name: name,
            title: title,
            language: language,
            year: year,
            region: region,
            data: data,
            mergedRegions: changes.mergedRegions ?? mergedRegions,
            regionalisation: regionalisation,
            households: households,
            shocks: changes.asksItsQuestions ? shocks : [],
            dataFolder: folders.data,
            actorsFile: changes.asksItsQuestions ? actors : nil,
            recipesFile: changes.asksItsQuestions ? recipes : nil,
            ledgers: changes.asksItsQuestions && actors != nil ? ledgers : nil,
            engine: changes.engine,
            isChanged: region != statedRegion || year.number != statedYear,
            file: document.file
        )
    }

    /// The study's name, which becomes a folder's: it must not lead anywhere else.
    private static func folderName(in root: YAMLNode, _ reader: inout YAMLReader) -> String? {
        let name = reader.text("name", in: root)
        if let name, let node = root["name"],
            name.hasPrefix(".") || name.contains("/") || name.utf8.contains(0)
        {
            reader.fault(
                node,
                .malformed(rule: "a folder's name, without slashes and not beginning with a dot")
            )
        }
        return name
    }

    /// A name in both languages.
    static func name(_ node: YAMLNode, _ reader: inout YAMLReader) -> Name? {
        reader.unknownKeys(in: node, allowed: ["nb", "en"])
        guard let norwegian = reader.text("nb", in: node), let english = reader.text("en", in: node) else {
            return nil
        }
        return Name(english: english, norwegian: norwegian)
    }

    private static func data(_ node: YAMLNode, _ folders: StudyFolders, _ reader: inout YAMLReader) -> Data? {
        reader.unknownKeys(in: node, allowed: ["national_table", "regional_accounts", "emissions", "groups"])
        let table = reader.required("national_table", in: node).flatMap { folders.dataset($0, &reader) }
        let accounts = reader.optional("regional_accounts", in: node).flatMap { folders.dataset($0, &reader) }
        let emissions = reader.optional("emissions", in: node).flatMap { folders.dataset($0, &reader) }
        let groups = reader.optional("groups", in: node).flatMap { Self.groups($0, folders, &reader) }
        guard let table else { return nil }
        return Data(nationalTable: table, regionalAccounts: accounts, emissions: emissions, groups: groups)
    }

    private static func groups(_ node: YAMLNode, _ folders: StudyFolders, _ reader: inout YAMLReader)
        -> Groups?
    {
        reader.unknownKeys(in: node, allowed: ["dataset", "table_scheme", "accounts_scheme"])
        let dataset = reader.required("dataset", in: node).flatMap { folders.dataset($0, &reader) }
        let table = reader.text("table_scheme", in: node)
        let accounts = reader.text("accounts_scheme", in: node)
        guard let dataset, let table, let accounts else { return nil }
        return Groups(dataset: dataset, tableScheme: table, accountsScheme: accounts)
    }

    private static func mergedRegion(_ entry: YAMLNode.Entry, _ reader: inout YAMLReader) -> MergedRegion? {
        reader.unknownKeys(in: entry.value, allowed: ["name", "of"])
        let name = reader.required("name", in: entry.value).flatMap { Self.name($0, &reader) }
        let parts = (reader.sequence("of", in: entry.value) ?? []).compactMap { reader.text(of: $0) }
        if let list = entry.value["of"], list.elements?.isEmpty == true { reader.fault(list, .missing) }
        guard let name else { return nil }
        return MergedRegion(region: Region(code: entry.key, name: name), parts: parts)
    }
}
