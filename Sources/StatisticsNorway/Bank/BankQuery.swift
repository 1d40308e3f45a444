import Accounts
import FileFormats

/// A selection worked out against a table's description: the very codes of every variable that is asked for.
struct BankQuery {
    let table: BankTable
    /// What was asked for, as it was written.
    let selections: [CubeSelection]
    /// The dimensions the answer must have, in the table's order, each with the categories asked for.
    let dimensions: [CubeDimension]
    /// The list that each dimension's codes are of; `nil` for the table's own.
    private let codeLists: [String?]
    /// Whether each dimension has all the codes there are.
    private let isWhole: [Bool]

    /// How many codes of each dimension.
    var sizes: [Int] { dimensions.map(\.categories.count) }

    /// Whether a code holds a comma, which separates codes in an address.
    var hasCommas: Bool {
        dimensions.contains { $0.categories.contains { $0.code.utf8.contains(UInt8(ascii: ",")) } }
    }

    /// Works out `selections`.
    ///
    /// - Parameter codeList: the categories of a list; `nil` where they cannot be known, and must then be given code
    ///   by code.
    init(
        _ table: BankTable,
        _ selections: [CubeSelection],
        codeList: (String) throws(StatisticsNorwayError) -> [CubeCategory]?
    ) throws(StatisticsNorwayError) {
        for selection in selections
        where !table.variables.contains(where: { $0.dimension.code == selection.variable }) {
            let known = table.variables.map(\.dimension.code)
            throw .unknownCode(table: table.id, variable: nil, code: selection.variable, known: known)
        }
        var dimensions: [CubeDimension] = []
        var lists: [String?] = []
        var whole: [Bool] = []
        for variable in table.variables {
            let dimension = variable.dimension
            let chosen = selections.filter { $0.variable == dimension.code }
            guard let first = chosen.first else {
                if variable.isEliminable { continue }
                throw .notSelected(
                    table: table.id,
                    variable: dimension.code,
                    name: dimension.name.norwegian,
                    codes: dimension.categories.map(\.code)
                )
            }
            let list = chosen.compactMap(\.codeList).first
            let codes = chosen.flatMap(\.codes)
            var categories: [CubeCategory]? = dimension.categories
            if let list {
                let known = variable.codeLists.map(\.code)
                guard known.isEmpty || known.contains(list) else {
                    throw .unknownCode(table: table.id, variable: first.variable, code: list, known: known)
                }
                categories = try codeList(list)
            }
            let found = try BankQuery.categories(codes, of: categories, dimension, table.id)
            dimensions.append(
                CubeDimension(
                    code: dimension.code,
                    name: dimension.name,
                    role: dimension.role,
                    categories: found
                )
            )
            lists.append(list)
            whole.append(found.count == categories?.count)
        }
        let cells = dimensions.reduce(1.0) { $0 * Double($1.categories.count) }
        guard cells <= Double(StatisticsBankClient.mostCells) else {
            throw .tooManyCells(
                table: table.id,
                cells: Int(min(cells, 1e15)),
                limit: StatisticsBankClient.mostCells
            )
        }
        self.table = table
        self.selections = selections
        self.dimensions = dimensions
        codeLists = lists
        isWhole = whole
    }

    /// The categories that `codes` select, in the order of `all`; where those are not known, the codes themselves.
    private static func categories(
        _ codes: [String],
        of all: [CubeCategory]?,
        _ dimension: CubeDimension,
        _ table: String
    ) throws(StatisticsNorwayError) -> [CubeCategory] {
        guard let all else {
            if let mask = codes.first(where: { code in code.contains { "*?(".contains($0) } }) {
                throw .selection(mask, rule: "in version 1 the codes of a list are written out")
            }
            var met: Set<String> = []
            return codes.filter { met.insert($0).inserted }.map { CubeCategory(code: $0, name: Name($0)) }
        }
        let known = all.map(\.code)
        var selected: Set<Int> = []
        for code in codes {
            let expression = try SelectionExpression(code)
            let positions = expression.positions(in: known, isTime: dimension.role == .time)
            guard !positions.isEmpty else {
                throw .unknownCode(table: table, variable: dimension.code, code: code, known: known)
            }
            selected.formUnion(positions)
        }
        return selected.sorted().map { all[$0] }
    }

    /// The arguments of an address in version 2, for one part.
    func arguments(_ part: [Range<Int>]) -> [(name: String, value: String)] {
        zip(dimensions.indices, part).flatMap { position, range in
            let dimension = dimensions[position]
            let codes = self.codes(position, range).map(BankRequest.encoded).joined(separator: ",")
            let list = codeLists[position].map { ("codelist[\(dimension.code)]", BankRequest.encoded($0)) }
            return [("valueCodes[\(dimension.code)]", codes)] + [list].compactMap(\.self)
        }
    }

    /// What is posted in version 2, for one part.
    func version2(_ part: [Range<Int>]) -> JSONValue {
        let selection = zip(dimensions.indices, part).map { position, range in
            var members: [(String, JSONValue)] = [
                ("variableCode", .string(dimensions[position].code)),
                ("valueCodes", .array(codes(position, range).map(JSONValue.string))),
            ]
            if let list = codeLists[position] { members.append(("codelist", .string(list))) }
            return JSONValue.object(pairs: members)
        }
        return .object(pairs: [("selection", .array(selection))])
    }

    /// What is posted in version 1, for one part.
    func version1(_ part: [Range<Int>]) -> JSONValue {
        let query = zip(dimensions.indices, part).map { position, range in
            let codes = codes(position, range)
            let filter = codeLists[position] ?? (codes == ["*"] ? "all" : "item")
            return JSONValue.object(pairs: [
                ("code", .string(dimensions[position].code)),
                (
                    "selection",
                    .object(pairs: [
                        ("filter", .string(filter)), ("values", .array(codes.map(JSONValue.string))),
                    ])
                ),
            ])
        }
        return .object(pairs: [
            ("query", .array(query)), ("response", .object(pairs: [("format", .string("json-stat2"))])),
        ])
    }

    /// The codes of a part of a dimension; all of a whole one are `*`.
    private func codes(_ position: Int, _ range: Range<Int>) -> [String] {
        let categories = dimensions[position].categories
        if isWhole[position], range == 0..<categories.count { return ["*"] }
        return categories[range].map(\.code)
    }
}
