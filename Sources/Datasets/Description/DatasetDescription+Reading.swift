import Accounts
public import FileFormats

extension DatasetDescription {
    /// The description in a `dataset.json`.
    ///
    /// - Throws: `.faults` with every missing, misspelt or unfit key, those of the kind included. Where `format`
    ///   is another than this package reads, that fault stands alone: the rest may mean something else.
    public init(_ document: JSONDocument) throws(FileFormatError) {
        var reader = JSONObjectReader(document)
        guard let root = reader.root(),
            reader.choice("format", in: root, of: [DatasetDescription.format]) != nil
        else { throw reader.faults.error }
        let kind = reader.choice("kind", in: root, of: DatasetKind.allCases.map(\.rawValue))
            .flatMap(DatasetKind.init(rawValue:))
        if let kind { reader.refuseKeys(of: root, otherThan: DatasetDescription.keys(of: kind)) }
        let title = reader.object("title", in: root, known: ["en", "nb"]).flatMap { reader.name(in: $0) }
        let provenance = reader.provenance(in: root)
        let contents = kind.flatMap { reader.contents(of: $0, in: root) }
        let rules = reader.rules(in: root)
        let files = reader.files(of: kind, in: root)
        guard reader.faults.isEmpty, let title, let provenance, let contents else {
            throw reader.faults.error
        }
        self.init(title: title, provenance: provenance, contents: contents, rules: rules, files: files)
    }

    /// The keys a `dataset.json` of `kind` may have, in the order they are written.
    static func keys(of kind: DatasetKind) -> [String] {
        let own =
            switch kind {
            case .inputOutputTable, .regionalTables, .supplyUseTable:
                ["area", "year", "unit", "price_basis", "prices_of", "tolerance"]
            case .purchaseCoefficients: ["area", "year"]
            case .regionalAccounts: ["nation", "unit"]
            case .cube: ["query"]
            case .extensions, .concordance, .regionHistory, .regionPlaces: [String]()
            }
        return [
            "format", "kind", "title", "publisher", "table", "licence", "attribution", "vintage",
            "retrieved", "source_files",
        ] + own + ["rules", "files"]
    }
}

extension JSONObjectReader {
    fileprivate mutating func provenance(in root: Object) -> Provenance? {
        let publisher = text("publisher", in: root)
        let table = text("table", in: root)
        let licence = text("licence", in: root)
        let attribution = text("attribution", in: root)
        let vintage = optionalText("vintage", in: root)
        let retrieved = optionalText("retrieved", in: root)
        var sources: [Provenance.FileTrace] = []
        for (path, value) in optionalArray("source_files", in: root) {
            guard let source = object(value, path: path) else { continue }
            refuseKeys(of: source, otherThan: ["name", "sha256"])
            let name = text("name", in: source)
            let stated = self.value("sha256", in: source)
            let digest = stated.flatMap { self.digest($0, path: source.path(of: "sha256")) }
            if let name, let digest { sources.append(Provenance.FileTrace(name: name, sha256: digest)) }
        }
        guard let publisher, let table, let licence, let attribution else { return nil }
        return Provenance(
            publisher: publisher,
            table: table,
            licence: licence,
            attribution: attribution,
            vintage: vintage,
            retrieved: retrieved,
            files: sources
        )
    }

    fileprivate mutating func contents(
        of kind: DatasetKind,
        in root: Object
    ) -> DatasetDescription.Contents? {
        switch kind {
        case .inputOutputTable:
            return areaAndBasis(in: root, tolerance(in: root)).map {
                .inputOutputTable(area: $0.area, basis: $0.basis, tolerance: $0.tolerance)
            }
        case .supplyUseTable:
            return areaAndBasis(in: root, supplyUseTolerance(in: root)).map {
                .supplyUseTable(area: $0.area, basis: $0.basis, tolerance: $0.tolerance)
            }
        case .regionalTables:
            return areaAndBasis(in: root, tolerance(in: root)).map {
                .regionalTables(nation: $0.area, basis: $0.basis, tolerance: $0.tolerance)
            }
        case .purchaseCoefficients:
            let nation = region("area", in: root)
            let year = integer("year", in: root)
            guard let nation, let year else { return nil }
            return .purchaseCoefficients(nation: nation, year: Year(year))
        case .regionalAccounts:
            let nation = region("nation", in: root)
            let unit = text("unit", in: root)
            guard let nation, let unit else { return nil }
            return .regionalAccounts(nation: nation, unit: Unit(unit))
        case .cube: return .cube(query: query(in: root))
        case .regionHistory: return .regionHistory
        case .extensions: return .extensions
        case .concordance: return .concordance
        case .regionPlaces: return .regionPlaces
        }
    }

    /// The keys that every table has, beside its tolerance.
    private mutating func areaAndBasis<Tolerance>(
        in root: Object,
        _ tolerance: Tolerance?
    ) -> (area: Region, basis: Basis, tolerance: Tolerance)? {
        let area = region("area", in: root)
        let year = integer("year", in: root)
        let unit = text("unit", in: root)
        let valuation = choice("price_basis", in: root, of: PriceBasis.allCases.map(\.rawValue))
            .flatMap(PriceBasis.init(rawValue:))
        let pricesOf = integer("prices_of", in: root)
        guard let area, let year, let unit, let valuation, let pricesOf, let tolerance else { return nil }
        let basis = Basis(unit: Unit(unit), year: Year(year), valuation: valuation, pricesOf: Year(pricesOf))
        return (area, basis, tolerance)
    }

    private mutating func tolerance(in root: Object) -> BalanceTolerance? {
        guard let object = object("tolerance", in: root, known: ["row", "column", "reason"]) else {
            return nil
        }
        let row = amount("row", in: object)
        let column = amount("column", in: object)
        let reason = text("reason", in: object)
        guard let row, let column, let reason else { return nil }
        return BalanceTolerance(row: row, column: column, reason: reason)
    }

    private mutating func supplyUseTolerance(in root: Object) -> SupplyUseTolerance? {
        guard let object = object("tolerance", in: root, known: ["product", "industry", "reason"]) else {
            return nil
        }
        let product = amount("product", in: object)
        let industry = amount("industry", in: object)
        let reason = text("reason", in: object)
        guard let product, let industry, let reason else { return nil }
        return SupplyUseTolerance(product: product, industry: industry, reason: reason)
    }

    private mutating func region(_ key: String, in root: Object) -> Region? {
        guard let object = object(key, in: root, known: ["code", "en", "nb"]) else { return nil }
        let code = text("code", in: object)
        let name = name(in: object)
        guard let code, let name else { return nil }
        return Region(code: code, name: name)
    }

    private mutating func query(in root: Object) -> [CubeSelection] {
        var query: [CubeSelection] = []
        for (path, value) in optionalArray("query", in: root) {
            guard let selection = object(value, path: path) else { continue }
            refuseKeys(of: selection, otherThan: ["variable", "codes", "code_list"])
            let variable = text("variable", in: selection)
            let list = optionalText("code_list", in: selection)
            _ = self.value("codes", in: selection)
            let codes = optionalArray("codes", in: selection).compactMap { text($0.value, path: $0.path) }
            if let variable { query.append(CubeSelection(variable, codes, codeList: list)) }
        }
        return query
    }

    fileprivate mutating func rules(in root: Object) -> [AppliedRule] {
        var rules: [AppliedRule] = []
        for (path, value) in optionalArray("rules", in: root) {
            guard let rule = object(value, path: path) else { continue }
            refuseKeys(of: rule, otherThan: ["name", "touched"])
            let name = text("name", in: rule)
            _ = self.value("touched", in: rule)
            let touched = optionalArray("touched", in: rule).compactMap { text($0.value, path: $0.path) }
            if let name { rules.append(AppliedRule(name, touched: touched)) }
        }
        return rules
    }

    fileprivate mutating func files(of kind: DatasetKind?, in root: Object) -> [Provenance.FileTrace] {
        guard root.value["files"] != nil, let kind else { return [] }
        let known = kind.requiredFiles + kind.optionalFiles
        guard let files = object("files", in: root, known: known) else { return [] }
        return (files.value.members ?? []).compactMap { member in
            digest(member.value, path: files.path(of: member.key))
                .map { Provenance.FileTrace(name: member.key, sha256: $0) }
        }
    }
}
