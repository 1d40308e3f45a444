/// A cube of figures as JSON-stat writes it (json-stat.org, versions 1.x and 2.0).
///
/// Dimensions keep their order, and categories theirs. Cells lie in row-major order: the last dimension moves
/// fastest. A cell without a number stays without one, and its status is kept as it stands; what statuses mean is the
/// publisher's to say.
public struct JSONStatCube: Sendable {
    /// The file or address it came from, for messages.
    public let file: String
    /// The title; `nil` where it has none.
    public let label: String?
    /// Who published it, in the publisher's words.
    public let source: String?
    /// When it was last updated, as it stands.
    public let updated: String?
    /// The notes on the whole cube.
    public let notes: [String]
    /// The dimensions, slowest first.
    public let dimensions: [Dimension]
    /// The numbers and statuses of the cells; none in a description.
    let cells: JSONStatCells

    /// The parts of a document that hold a number or a status for each cell: to be packed when the document is read, or else
    /// each takes a hundred bytes.
    public static let packing = packing(limit: 1 << 24)

    /// The same, for cubes of at most `limit` cells.
    public static func packing(limit: Int) -> JSONPacking { JSONPacking(["value", "status"], limit: limit) }

    /// How many cells the cube has; none in a description.
    public var cellCount: Int { cells.numbers.count }

    /// The number of the cell at `position`, row by row; `nil` where it has none.
    public func number(at position: Int) -> Double? {
        let number = cells.numbers[position]
        return number.isNaN ? nil : number
    }

    /// The different statuses of cells, in the order they were met.
    public var statuses: [String] { cells.statuses }

    /// The status of the cell at `position`, as its place among `statuses`; `nil` where it has none.
    public func status(at position: Int) -> Int? {
        guard !cells.codes.isEmpty, cells.codes[position] > 0 else { return nil }
        return Int(cells.codes[position]) - 1
    }

    /// One dimension, with its categories in order.
    public struct Dimension: Sendable, Hashable {
        /// The code.
        public let code: String
        /// The name in the answer's language; the code where it has none.
        public let label: String
        /// What the dimension is, where that is said.
        public let role: Role?
        /// The categories; never none.
        public let categories: [Category]
        /// Whether a query may leave the dimension out (PxWeb's `extension.elimination`); `nil` where it is not said.
        public let isEliminable: Bool?
        /// Lists of other categories that the dimension can be asked by (PxWeb's `extension.codelists`).
        public let codeLists: [CodeList]
    }

    /// One category of a dimension.
    public struct Category: Sendable, Hashable {
        /// The code.
        public let code: String
        /// The name in the answer's language; the code where it has none.
        public let label: String
        /// The unit of the figures, where the category has one.
        public let unit: String?
        /// The decimals the figures are published with.
        public let decimals: Int?
    }

    /// A list of categories, by its code and name.
    public struct CodeList: Sendable, Hashable {
        /// The code, such as `agg_Fylker2024`.
        public let code: String
        /// The name in the answer's language.
        public let label: String
    }

    /// What a dimension is.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// Points in time.
        case time
        /// Places.
        case geo
        /// What is measured.
        case metric
    }

    /// What is expected of an answer.
    public enum Contents: Sendable, Hashable {
        /// Figures, as many as the dimensions make room for.
        case figures
        /// The dimensions alone, as PxWeb describes a table; figures, if there are any, are not looked at.
        case description
    }

    /// Reads the cube in `document`.
    ///
    /// - Parameter limit: the most cells that are read.
    /// - Throws: `.faults` with everything that is missing, contradicts itself or is no number: a size that is not
    ///   the number of categories, values that are not as many as the sizes make room for, positions outside the
    ///   cube. `.tooMany` for more cells than `limit`, and for more than 65,535 different statuses.
    /// - Complexity: O(*n*) in the size of the document.
    public init(
        _ document: JSONDocument,
        _ contents: Contents = .figures,
        limit: Int = 1 << 24
    ) throws(FileFormatError) {
        var reader = try JSONStatReader(document)
        let dimensions = try reader.dimensions()
        try reader.faults.finish()
        let sizes = dimensions.map(\.categories.count)
        let (count, overflows) = sizes.reduce((1, false)) { product, size in
            let (next, overflow) = product.0.multipliedReportingOverflow(by: size)
            return (next, product.1 || overflow)
        }
        switch contents {
        case .description: cells = JSONStatCells()
        case .figures:
            guard !overflows, count <= limit else {
                throw .tooMany(path: document.file, of: "cells", limit: limit)
            }
            cells = try reader.cells(count)
        }
        file = document.file
        label = reader.text("label")
        source = reader.text("source")
        updated = reader.text("updated")
        notes = reader.notes
        self.dimensions = dimensions
    }
}
