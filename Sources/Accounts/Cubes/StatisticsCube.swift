/// A published table of any shape: dimensions with codes and names, and a figure in every cell.
///
/// Cells lie in row-major order: the last dimension moves fastest. A figure that is missing stays missing, with the
/// mark the publisher gave it.
public struct StatisticsCube: Sendable, Hashable {
    /// The dimensions, slowest first.
    public let dimensions: [CubeDimension]
    /// The figures, row by row.
    public let figures: CubeFigures
    /// Where the figures come from.
    public let provenance: Provenance
    /// The rules applied on the way here.
    public let rules: [AppliedRule]
    /// What was asked for, so that it can be asked for again; empty for a cube that nobody asked for.
    public let query: [CubeSelection]
    private let positions: [[String: Int]]

    /// A cube with a figure for each cell of its dimensions.
    ///
    /// - Precondition: as many figures as the dimensions' categories multiply to. Readers make sure of it.
    /// - Throws: `.duplicateLabel` for a dimension that stands twice, or a category that does within its dimension.
    public init(
        dimensions: [CubeDimension],
        figures: CubeFigures,
        provenance: Provenance,
        rules: [AppliedRule] = [],
        query: [CubeSelection] = []
    ) throws(AccountsError) {
        precondition(
            figures.count == dimensions.reduce(1) { $0 * $1.categories.count },
            "a figure for each cell"
        )
        var met: Set<String> = []
        var positions: [[String: Int]] = []
        for dimension in dimensions {
            guard met.insert(dimension.code).inserted else { throw .duplicateLabel(code: dimension.code) }
            var places: [String: Int] = [:]
            for (position, category) in dimension.categories.enumerated() {
                guard places.updateValue(position, forKey: category.code) == nil else {
                    throw .duplicateLabel(code: category.code)
                }
            }
            positions.append(places)
        }
        self.dimensions = dimensions
        self.figures = figures
        self.provenance = provenance
        self.rules = rules
        self.query = query
        self.positions = positions
    }

    /// A cube with these figures, row by row; as with packed ones.
    ///
    /// - Throws: `.duplicateLabel`.
    public init(
        dimensions: [CubeDimension],
        figures: [CubeFigure],
        provenance: Provenance,
        rules: [AppliedRule] = [],
        query: [CubeSelection] = []
    ) throws(AccountsError) {
        try self.init(
            dimensions: dimensions,
            figures: CubeFigures(figures),
            provenance: provenance,
            rules: rules,
            query: query
        )
    }

    /// The dimension with this code.
    public func dimension(_ code: String) -> CubeDimension? {
        dimensions.first { $0.code == code }
    }

    /// The figure of the cell with these categories, by dimension; `nil` where a dimension is left out or a code is
    /// not known.
    public subscript(_ codes: [String: String]) -> CubeFigure? {
        var position = 0
        for (dimension, places) in zip(dimensions, positions) {
            guard let code = codes[dimension.code], let place = places[code] else { return nil }
            position = position * dimension.categories.count + place
        }
        return figures[position]
    }

    /// The codes of the cell at `position`, one for each dimension.
    public func codes(at position: Int) -> [String] {
        var rest = position
        var codes: [String] = []
        for dimension in dimensions.reversed() {
            codes.append(dimension.categories[rest % dimension.categories.count].code)
            rest /= dimension.categories.count
        }
        return codes.reversed()
    }
}

/// A dimension of a cube.
public struct CubeDimension: Label {
    /// The code, such as `Region`.
    public let code: String
    /// The name, in both languages.
    public let name: Name
    /// What the dimension is.
    public let role: Role
    /// The categories, in order; never none.
    public let categories: [CubeCategory]

    /// What a dimension is; raw values are those of dimensions.csv.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// Points in time.
        case time
        /// Places.
        case region
        /// What is measured.
        case measure
        /// Anything else the figures are divided by.
        case other
    }

    /// A dimension.
    public init(code: String, name: Name, role: Role, categories: [CubeCategory]) {
        self.code = code
        self.name = name
        self.role = role
        self.categories = categories
    }
}

/// A category of a cube's dimension.
public struct CubeCategory: Label {
    /// The code, such as `50` or `2019`.
    public let code: String
    /// The name, in both languages.
    public let name: Name
    /// The unit of the figures, where the category has one.
    public let unit: Unit?
    /// The decimals the figures are published with.
    public let decimals: Int?

    /// A category.
    public init(code: String, name: Name, unit: Unit? = nil, decimals: Int? = nil) {
        self.code = code
        self.name = name
        self.unit = unit
        self.decimals = decimals
    }
}
