import Accounts
import FileFormats

/// Joins the answers to the parts of a query into one cube, each cell in its place.
struct CubeAssembly {
    private let query: BankQuery
    private var filling: CubeFilling
    private var units: [String: CubeCategory] = [:]
    private var names: [String: [String: String]] = [:]
    private var parts = 0
    private var partsFromCache = 0
    private var retrieved: CalendarDate?
    private var updated: String?
    private var files: [Provenance.FileTrace] = []
    private var withoutStatus: [String] = []
    private var withoutStatusCount = 0

    /// A rule names this many cells, and counts the rest.
    private static let mostNamed = 1_000

    init(_ query: BankQuery) {
        self.query = query
        filling = CubeFilling(cells: query.sizes.reduce(1, *))
    }

    /// Adds the answer to one part.
    ///
    /// - Throws: `.otherAnswer` where its dimensions or categories are not those asked for; `.updatedMeanwhile`;
    ///   `.answer` with every status that is none of Statistics Norway's.
    mutating func add(
        _ cube: JSONStatCube,
        _ part: [Range<Int>],
        _ answer: BankAnswer
    ) throws(StatisticsNorwayError) {
        if parts > 0, cube.updated != updated {
            throw .updatedMeanwhile(table: query.table.id, first: updated ?? "", then: cube.updated ?? "")
        }
        let steps = try steps(of: cube, part)
        let marks = try CellMarks(cube)
        updated = cube.updated
        var places = CellPlaces(steps)
        for position in 0..<cube.cellCount {
            let target = places.next()
            guard let figure = marks.figure(at: position), filling.put(figure, at: target) else {
                throw .otherAnswer(address: cube.file, rule: "every cell asked for is answered")
            }
            if figure.mark == .notAvailable, marks.isWithoutStatus(position) {
                withoutStatusCount += 1
                if withoutStatusCount <= CubeAssembly.mostNamed { withoutStatus.append(cell(target)) }
            }
        }
        learn(from: cube)
        parts += 1
        partsFromCache += answer.isFromCache ? 1 : 0
        retrieved = min(retrieved ?? answer.retrieved, answer.retrieved)
        files.append(
            Provenance.FileTrace(
                name: "table \(query.table.id), answer \(parts)",
                sha256: answer.digest.hexadecimal
            )
        )
    }

    /// For each of the answer's dimensions and categories, how far it moves the cell in the whole cube.
    private func steps(
        of cube: JSONStatCube,
        _ part: [Range<Int>]
    ) throws(StatisticsNorwayError) -> [[Int]] {
        guard Set(cube.dimensions.map(\.code)) == Set(query.dimensions.map(\.code)) else {
            throw .otherAnswer(address: cube.file, rule: "the dimensions are the variables asked for")
        }
        var strides = [Int](repeating: 1, count: query.dimensions.count)
        for position in strides.indices.dropLast().reversed() {
            strides[position] = strides[position + 1] * query.sizes[position + 1]
        }
        var steps: [[Int]] = []
        for dimension in cube.dimensions {
            guard let own = query.dimensions.firstIndex(where: { $0.code == dimension.code }) else {
                continue
            }
            let asked = query.dimensions[own].categories[part[own]].map(\.code)
            let positions = Dictionary(zip(asked, part[own])) { first, _ in first }
            let found = dimension.categories.compactMap { positions[$0.code] }
            guard found.count == dimension.categories.count, found.count == asked.count else {
                throw .otherAnswer(address: cube.file, rule: "the codes of each variable are those asked for")
            }
            steps.append(found.map { $0 * strides[own] })
        }
        return steps
    }

    /// Takes units, decimals and names over from an answer: version 1 describes no units, and no code lists.
    private mutating func learn(from cube: JSONStatCube) {
        for dimension in cube.dimensions {
            for category in dimension.categories {
                names[dimension.code, default: [:]][category.code] = category.label
                guard category.unit != nil || category.decimals != nil else { continue }
                units[dimension.code + "\n" + category.code] = CubeCategory(
                    code: category.code,
                    name: Name(category.label),
                    unit: category.unit.map { Unit($0) },
                    decimals: category.decimals
                )
            }
        }
    }

    private func cell(_ position: Int) -> String {
        var rest = position
        var codes: [String] = []
        for dimension in query.dimensions.reversed() {
            codes.append(dimension.categories[rest % dimension.categories.count].code)
            rest /= dimension.categories.count
        }
        return codes.reversed().joined(separator: " ")
    }

    /// The cube, once every part is there.
    consuming func fetched(at address: String) throws(StatisticsNorwayError) -> FetchedCube {
        guard let retrieved, let figures = CubeFigures(filling) else {
            throw .otherAnswer(address: address, rule: "every cell asked for is answered")
        }
        let provenance = Provenance(
            publisher: Publisher.name,
            table: query.table.id,
            licence: Publisher.licence,
            attribution: Publisher.attribution,
            vintage: updated ?? query.table.updated,
            retrieved: retrieved.description,
            files: files
        )
        do {
            let cube = try StatisticsCube(
                dimensions: dimensions,
                figures: figures,
                provenance: provenance,
                rules: rules,
                query: query.selections
            )
            return FetchedCube(
                cube: cube,
                parts: parts,
                partsFromCache: partsFromCache,
                retrieved: retrieved
            )
        } catch {
            throw .accounts(error, files: [address])
        }
    }

    private var rules: [AppliedRule] {
        guard withoutStatusCount > 0 else { return [] }
        let rest = withoutStatusCount - withoutStatus.count
        let touched = rest > 0 ? withoutStatus + ["… +\(rest)"] : withoutStatus
        return [AppliedRule("null-without-status", touched: touched)]
    }

    /// The query's dimensions with what the answers know beside it.
    private var dimensions: [CubeDimension] {
        query.dimensions.map { dimension in
            CubeDimension(
                code: dimension.code,
                name: dimension.name,
                role: dimension.role,
                categories: dimension.categories.map { category in
                    let own = units[dimension.code + "\n" + category.code]
                    let isNamed = category.name.norwegian != category.code
                    let label = names[dimension.code]?[category.code]
                    return CubeCategory(
                        code: category.code,
                        name: isNamed ? category.name : Name(label ?? category.code),
                        unit: category.unit ?? own?.unit,
                        decimals: category.decimals ?? own?.decimals
                    )
                }
            )
        }
    }
}
