import Accounts
public import FileFormats

extension DatasetDescription {
    /// The description as JSON, keys in the documented order.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("format", .string(DatasetDescription.format)),
            .init("kind", .string(kind.rawValue)),
            .init("title", JSONValue(title)),
            .init("publisher", .string(provenance.publisher)),
            .init("table", .string(provenance.table)),
            .init("licence", .string(provenance.licence)),
            .init("attribution", .string(provenance.attribution)),
            .init("vintage", provenance.vintage.map(JSONValue.string) ?? .null),
        ]
        if let retrieved = provenance.retrieved { members.append(.init("retrieved", .string(retrieved))) }
        members += [
            .init("source_files", .array(provenance.files.map(JSONValue.init(source:))))
        ]
        members += kindMembers
        members.append(.init("rules", .array(rules.map(JSONValue.init(rule:)))))
        if !files.isEmpty {
            let digests = files.map { JSONValue.Member($0.name, .string($0.sha256)) }
            members.append(.init("files", .object(digests)))
        }
        return .object(members)
    }

    private var kindMembers: [JSONValue.Member] {
        switch contents {
        case .inputOutputTable(let area, let basis, let tolerance),
            .regionalTables(let area, let basis, let tolerance):
            members(area, basis) + [
                .init(
                    "tolerance",
                    .object(pairs: [
                        ("row", .number(tolerance.row)), ("column", .number(tolerance.column)),
                        ("reason", .string(tolerance.reason)),
                    ])
                )
            ]
        case .supplyUseTable(let area, let basis, let tolerance):
            members(area, basis) + [
                .init(
                    "tolerance",
                    .object(pairs: [
                        ("product", .number(tolerance.product)), ("industry", .number(tolerance.industry)),
                        ("reason", .string(tolerance.reason)),
                    ])
                )
            ]
        case .regionalAccounts(let nation, let unit):
            [.init("nation", JSONValue(nation)), .init("unit", .string(unit.symbol))]
        case .purchaseCoefficients(let nation, let year):
            [.init("area", JSONValue(nation)), .init("year", .integer(year.number))]
        case .cube(let query):
            query.isEmpty ? [] : [.init("query", .array(query.map(JSONValue.init(selection:))))]
        case .extensions, .concordance, .regionHistory, .regionPlaces: []
        }
    }

    /// The keys that every table has, beside its tolerance.
    private func members(_ area: Region, _ basis: Basis) -> [JSONValue.Member] {
        [
            .init("area", JSONValue(area)),
            .init("year", .integer(basis.year.number)),
            .init("unit", .string(basis.unit.symbol)),
            .init("price_basis", .string(basis.valuation.rawValue)),
            .init("prices_of", .integer(basis.pricesOf.number)),
        ]
    }
}

extension JSONValue {
    fileprivate init(_ name: Name) {
        self = .object(pairs: [("en", .string(name.english)), ("nb", .string(name.norwegian))])
    }

    fileprivate init(_ region: Region) {
        self = .object(pairs: [
            ("code", .string(region.code)), ("en", .string(region.name.english)),
            ("nb", .string(region.name.norwegian)),
        ])
    }

    fileprivate init(source: Provenance.FileTrace) {
        self = .object(pairs: [("name", .string(source.name)), ("sha256", .string(source.sha256))])
    }

    fileprivate init(selection: CubeSelection) {
        var members: [JSONValue.Member] = [
            .init("variable", .string(selection.variable)),
            .init("codes", .array(selection.codes.map(JSONValue.string))),
        ]
        if let list = selection.codeList { members.append(.init("code_list", .string(list))) }
        self = .object(members)
    }

    fileprivate init(rule: AppliedRule) {
        self = .object(pairs: [
            ("name", .string(rule.name)), ("touched", .array(rule.touched.map(JSONValue.string))),
        ])
    }
}
