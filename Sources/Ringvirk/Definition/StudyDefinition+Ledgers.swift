public import Accounts
public import Actors
public import FileFormats
public import Ledgers

extension StudyDefinition {
    /// The firms' books, and what it takes to put them into the table.
    public struct Ledgers: Sendable {
        /// The concordance from the business register's industry codes to the national table's industries.
        public let industryCodes: String
        /// The supply and use table that trade margins are taken from.
        public let supplyUse: String
        /// The business register: an index, or the bulk files it is made from; none when empty.
        public let register: [String]
        /// Repairs that the user asks for where a firm does not fit into its industry, in the order they are tried.
        public let repairs: [CarvingRepair]
        /// What of the books may be told.
        public let disclosure: Disclosure
        /// The firms, in the file's order.
        public let firms: [Firm]

        /// Every file read: the register's, then each firm's.
        var files: [String] { register + books }

        /// The firms' files.
        var books: [String] {
            firms.flatMap { firm in
                firm.books + [firm.mapping, firm.annualAccounts].compactMap(\.self)
            }
        }

        /// The same with the books of one firm.
        func only(_ firm: Firm) -> Ledgers {
            Ledgers(
                industryCodes: industryCodes,
                supplyUse: supplyUse,
                register: register,
                repairs: repairs,
                disclosure: disclosure,
                firms: [firm]
            )
        }

        /// One firm's books.
        public struct Firm: Sendable {
            /// The actor's code.
            public let actor: String
            /// The books.
            public let books: [String]
            /// What the columns of CSV files and workbooks mean.
            public let mapping: String?
            /// The annual accounts.
            public let annualAccounts: String?
            /// Whose books they are, for formats that do not say.
            public let organisationNumber: OrganisationNumber?
            /// Price level of the table's year over that of the books'; needed when the years differ.
            public let deflator: Double?
            /// How much of its purchases and of its sales the books hold, where the books do not tell.
            public let coverage: (suppliers: LedgerCoverage?, customers: LedgerCoverage?)
            /// Whether 43xx are goods that are sold on.
            public let resells: Bool
            /// Excise inside the operating income, kroner.
            public let excise: Kroner
            /// Jobs, tonnes and the like as stated, by the extension's code.
            public let extensions: [String: Double]
            /// Quality as the user judges it, in place of what the review finds.
            public let scores: QualityScores?
            /// Whether it is in the study's table; the books of one that is not are read to protect what earlier runs told of
            /// it.
            public let isInTable: Bool
            /// Where it stands in the study's file.
            public let place: Place
        }
    }
}

extension StudyDefinition.Ledgers {
    init?(_ node: YAMLNode, _ folders: StudyFolders, _ reader: inout YAMLReader) {
        reader.unknownKeys(
            in: node,
            allowed: ["industry_codes", "supply_use", "register", "repairs", "disclosure", "firms"]
        )
        let codes = reader.required("industry_codes", in: node).flatMap { folders.dataset($0, &reader) }
        let supplyUse = reader.required("supply_use", in: node).flatMap { folders.dataset($0, &reader) }
        let register = (reader.optionalSequence("register", in: node) ?? []).compactMap {
            folders.books($0, &reader)
        }
        let repairs = (reader.optionalSequence("repairs", in: node) ?? []).compactMap {
            Self.repair($0, &reader)
        }
        let disclosure =
            reader.optional("disclosure", in: node)
            .map { Disclosure($0, folders, &reader) } ?? .usual
        let firms = (reader.mapping("firms", in: node) ?? []).compactMap { Firm($0, folders, &reader) }
        guard let codes, let supplyUse else { return nil }
        industryCodes = codes
        self.supplyUse = supplyUse
        self.register = register
        self.repairs = repairs
        self.disclosure = disclosure
        self.firms = firms
    }

    private static func repair(_ node: YAMLNode, _ reader: inout YAMLReader) -> CarvingRepair? {
        guard let text = reader.text(of: node) else { return nil }
        let repair = CarvingRepair(rawValue: text)
        if repair == nil { reader.fault(node, .notOneOf(CarvingRepair.allCases.map(\.rawValue))) }
        return repair
    }
}

extension StudyDefinition.Ledgers.Firm {
    fileprivate init?(_ entry: YAMLNode.Entry, _ folders: StudyFolders, _ reader: inout YAMLReader) {
        let node = entry.value
        reader.unknownKeys(
            in: node,
            allowed: [
                "books", "mapping", "annual_accounts", "organisation_number", "deflator", "suppliers",
                "customers", "resells", "excise", "extensions", "scores", "in_table",
            ]
        )
        actor = entry.key
        books = (reader.sequence("books", in: node) ?? []).compactMap { folders.books($0, &reader) }
        mapping = reader.optional("mapping", in: node).flatMap { folders.books($0, &reader) }
        annualAccounts = reader.optional("annual_accounts", in: node).flatMap { folders.books($0, &reader) }
        organisationNumber = reader.optional("organisation_number", in: node).flatMap { node in
            guard let text = reader.text(of: node) else { return nil }
            let number = OrganisationNumber(text)
            if number == nil { reader.fault(node, .expected("an organisation number")) }
            return number
        }
        deflator = reader.optionalNumber("deflator", in: node)
        if let deflator, deflator <= 0, let place = node["deflator"] { reader.fault(place, .negative) }
        coverage = (Self.coverage("suppliers", node, &reader), Self.coverage("customers", node, &reader))
        func isSaid(_ key: String) -> Bool {
            reader.optional(key, in: node) == nil || reader.choice(key, in: node, of: ["yes", "no"]) == "yes"
        }
        resells = isSaid("resells")
        isInTable = isSaid("in_table")
        excise = Self.excise(node, &reader)
        extensions = Dictionary(
            (reader.optionalMapping("extensions", in: node) ?? []).compactMap { entry in
                reader.number(of: entry.value).map { (entry.key, $0) }
            },
            uniquingKeysWith: { first, _ in first }
        )
        scores = reader.optional("scores", in: node).flatMap { Self.scores($0, &reader) }
        place = entry.place
        if let list = node["books"], list.elements?.isEmpty == true { reader.fault(list, .missing) }
    }

    private static func coverage(
        _ key: String,
        _ node: YAMLNode,
        _ reader: inout YAMLReader
    ) -> LedgerCoverage? {
        guard reader.optional(key, in: node) != nil else { return nil }
        return reader.choice(key, in: node, of: LedgerCoverage.allCases.map(\.rawValue))
            .flatMap(LedgerCoverage.init(rawValue:))
    }

    private static func excise(_ node: YAMLNode, _ reader: inout YAMLReader) -> Kroner {
        guard let kroner = reader.optionalNumber("excise", in: node) else { return .zero }
        guard (0...1e13).contains(kroner) else {
            if let place = node["excise"] { reader.fault(place, .outside(lower: 0, upper: 1e13)) }
            return .zero
        }
        return Kroner(oere: Int64((kroner * 100).rounded()))
    }

    private static func scores(_ node: YAMLNode, _ reader: inout YAMLReader) -> QualityScores? {
        let names = ["access", "measurability", "completeness"]
        reader.unknownKeys(in: node, allowed: names)
        let values = names.compactMap { reader.number($0, in: node) }
        for (name, value) in zip(names, values) where !QualityScores.range.contains(value) {
            if let place = node[name] { reader.fault(place, .outside(lower: 1, upper: 10)) }
        }
        guard values.count == names.count else { return nil }
        return try? QualityScores(access: values[0], measurability: values[1], completeness: values[2])
    }
}
