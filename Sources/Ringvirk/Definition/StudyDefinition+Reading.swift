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

    private static func name(_ node: YAMLNode, _ reader: inout YAMLReader) -> Name? {
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

    private static func regionalisation(
        _ node: YAMLNode,
        _ folders: StudyFolders,
        _ reader: inout YAMLReader
    ) -> Regionalisation? {
        reader.unknownKeys(
            in: node,
            allowed: [
                "method", "delta", "alpha", "beta", "size_measure", "flows", "coefficients",
                "purchase_coefficients",
            ]
        )
        let code = reader.choice("method", in: node, of: QuotientMethod.codes)
        let size = reader.choice("size_measure", in: node, of: SizeMeasure.allCases.map(\.rawValue))
            .flatMap(SizeMeasure.init(rawValue:))
        let flows = reader.choice("flows", in: node, of: FlowBasis.allCases.map(\.rawValue))
            .flatMap(FlowBasis.init(rawValue:))
        let source = reader.choice(
            "coefficients",
            in: node,
            of: CoefficientSource.allCases.map(\.rawValue)
        ).flatMap(CoefficientSource.init(rawValue:))
        let purchases = reader.optional("purchase_coefficients", in: node).flatMap {
            Self.purchases($0, folders, &reader)
        }
        let method = code.flatMap { Self.method($0, node, &reader) }
        guard let method, let size, let flows, let source else { return nil }
        Self.refuse(method, size, flows, in: node, &reader)
        if method.balancesProducts, flows != .total, let place = node["method"] {
            reader.fault(place, .malformed(rule: "charm and pooling want total flows"))
            return nil
        }
        return Regionalisation(
            method: method,
            sizeMeasure: size,
            flows: flows,
            coefficients: source,
            purchases: purchases
        )
    }

    private static func purchases(
        _ node: YAMLNode,
        _ folders: StudyFolders,
        _ reader: inout YAMLReader
    ) -> Purchases? {
        reader.unknownKeys(in: node, allowed: ["dataset", "classification"])
        let dataset = reader.required("dataset", in: node).flatMap { folders.dataset($0, &reader) }
        let classification = reader.optional("classification", in: node).flatMap { reader.text(of: $0) }
        return dataset.map { Purchases(dataset: $0, classification: classification) }
    }

    /// Calibrated shares are learned on output and domestic flows, and only they need coefficients.
    private static func refuse(
        _ method: QuotientMethod,
        _ size: SizeMeasure,
        _ flows: FlowBasis,
        in node: YAMLNode,
        _ reader: inout YAMLReader
    ) {
        guard method == .calibrated else {
            if let key = node["purchase_coefficients"] {
                reader.fault(key, .malformed(rule: "purchase_coefficients belong to calibrated only"))
            }
            return
        }
        if node["purchase_coefficients"] == nil {
            reader.fault(node, .missingColumn("purchase_coefficients"))
        }
        if size != .output, let key = node["size_measure"] {
            reader.fault(key, .notOneOf([SizeMeasure.output.rawValue]))
        }
        if flows != .domestic, let key = node["flows"] {
            reader.fault(key, .notOneOf([FlowBasis.domestic.rawValue]))
        }
    }

    /// The method `code` with its parameters; each parameter belongs to some methods and is refused with the others.
    private static func method(
        _ code: String,
        _ node: YAMLNode,
        _ reader: inout YAMLReader
    ) -> QuotientMethod? {
        var given: [String: Double] = [:]
        for name in ["delta", "alpha", "beta"] {
            guard let value = reader.optionalNumber(name, in: node), let place = node[name] else { continue }
            if !(value >= 0 && (name == "delta" ? value < 1 : value <= 1)) {
                reader.fault(place, .outside(lower: 0, upper: 1))
            }
            given[name] = value
        }
        let (method, needed): (QuotientMethod, [String]) =
            switch code {
            case "cilq": (.cilq, [])
            case "rlq": (.rlq, [])
            case "flq": (.flq(delta: given["delta"] ?? 0), ["delta"])
            case "aflq": (.aflq(delta: given["delta"] ?? 0), ["delta"])
            case "2d-lq":
                (.twoDimensional(alpha: given["alpha"] ?? 0, beta: given["beta"] ?? 0), ["alpha", "beta"])
            case "charm": (.charm, [])
            case "pooling": (.pooling, [])
            case "calibrated": (.calibrated, [])
            default: (.slq, [])
            }
        let rules = [
            "delta": "delta belongs to flq and aflq only", "alpha": "alpha and beta belong to 2d-lq only",
            "beta": "alpha and beta belong to 2d-lq only",
        ]
        for name in ["delta", "alpha", "beta"] {
            // A key without a number is a fault of its own.
            if needed.contains(name), node[name] == nil { reader.fault(node, .missingColumn(name)) }
            if !needed.contains(name), let place = node[name], let rule = rules[name] {
                reader.fault(place, .malformed(rule: rule))
            }
        }
        return needed.allSatisfy { given[$0] != nil } && given.count == needed.count ? method : nil
    }

    private static func households(
        _ node: YAMLNode,
        _ folders: StudyFolders,
        _ reader: inout YAMLReader
    ) -> Households? {
        let shares = ["wage_share_of_compensation", "income_tax", "saving", "resident_share"]
        reader.unknownKeys(
            in: node,
            allowed: shares + ["sources", "consumption_not_from_wages", "commuting"]
        )
        let values = shares.map { key -> Double? in
            guard let value = reader.number(key, in: node) else { return nil }
            if !(0...1).contains(value), let place = node[key] {
                reader.fault(place, .outside(lower: 0, upper: 1))
            }
            return value
        }
        let sources = (reader.sequence("sources", in: node) ?? []).compactMap { source in
            source.entries == nil ? reader.text(of: source).map { Name($0) } : Self.name(source, &reader)
        }
        let excluded = (reader.optionalSequence("consumption_not_from_wages", in: node) ?? [])
            .compactMap { reader.text(of: $0) }
        let commuting = reader.optional("commuting", in: node).flatMap { folders.own($0, &reader) }
        let known = values.compactMap(\.self)
        guard known.count == shares.count,
            let leakages = try? HouseholdLeakages(
                wageShareOfCompensation: known[0],
                incomeTax: known[1],
                saving: known[2],
                residentShare: known[3]
            )
        else { return nil }
        return Households(
            leakages: leakages,
            sources: sources,
            excluded: excluded,
            commuting: commuting
        )
    }

    /// The shocks; a name is what tells their results apart, and stands once.
    private static func shocks(in root: YAMLNode, _ reader: inout YAMLReader) -> [Shock] {
        var lines: [String: Int?] = [:]
        return (reader.optionalSequence("shocks", in: root) ?? []).compactMap { node in
            guard let shock = Self.shock(node, &reader) else { return nil }
            if let first = lines.updateValue(node.place.line, forKey: shock.name) {
                reader.fault(node["name"] ?? node, .duplicate(firstLine: first))
            }
            return shock
        }
    }

    private static func shock(_ node: YAMLNode, _ reader: inout YAMLReader) -> Shock? {
        reader.unknownKeys(in: node, allowed: ["name", "mnok", "price_basis", "prices_of"])
        let name = reader.text("name", in: node)
        let valuation = reader.choice("price_basis", in: node, of: PriceBasis.allCases.map(\.rawValue))
            .flatMap(PriceBasis.init(rawValue:))
        let pricesOf = reader.integer("prices_of", in: node)
        let amounts = (reader.mapping("mnok", in: node) ?? []).compactMap {
            entry -> (industry: String, amount: Double, place: Place)? in
            // In braces a comma ends an amount: {C10_12: 100,5} is 100, and a key called 5.
            if Int(entry.key) != nil, entry.value.isNull {
                reader.fault(entry.value, .malformed(rule: "an amount with a decimal point"))
                return nil
            }
            return reader.number(of: entry.value).map { (entry.key, $0, entry.place) }
        }
        guard let name, let valuation, let pricesOf else { return nil }
        return Shock(
            name: name,
            amounts: amounts,
            valuation: valuation,
            pricesOf: Year(pricesOf),
            place: node.place
        )
    }
}
