public import Accounts
import FileFormats

/// A table of the statistics bank (*Statistikkbanken*), as its description has it.
public struct BankTable: Sendable, Hashable {
    /// The table's number, five digits: `09391`.
    public let id: String
    /// The title, without the number, in both languages.
    public let title: Name
    /// When the figures were last updated (ISO date and time); `nil` where the interface does not say.
    public let updated: String?
    /// The variables in the table's order.
    public let variables: [Variable]

    /// A variable and its codes.
    public struct Variable: Sendable, Hashable {
        /// The dimension it makes of a cube, with all its categories.
        public let dimension: CubeDimension
        /// Whether it can be left out of a query; the figures are then those of all categories together.
        public let isEliminable: Bool
        /// The lists of other categories it can be asked by: codes and names.
        public let codeLists: [CodeList]

        /// A list and its name, in both languages.
        public struct CodeList: Label {
            /// The code, such as `agg_Fylker2024`.
            public let code: String
            /// The name, in both languages.
            public let name: Name
        }
    }

    /// Whether `text` is a table's number.
    public static func isNumber(_ text: String) -> Bool {
        text.utf8.count == 5 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The number of the table that a dataset's `table` names, such as `11713` or `Table 09391, by county`; `nil`
    /// where it names none or several.
    public static func number(in text: String) -> String? {
        let words = text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
        let numbers = Set(words.filter(isNumber))
        return numbers.count == 1 ? numbers.first : nil
    }
}

extension BankTable {
    /// The table described in bokmål and in English.
    init(id: String, norwegian: JSONStatCube, english: JSONStatCube) {
        self.id = id
        title = Name(
            english: BankTable.title(english.label, id),
            norwegian: BankTable.title(norwegian.label, id)
        )
        updated = norwegian.updated
        variables = norwegian.dimensions.map { dimension in
            let other = english.dimensions.first { $0.code == dimension.code }
            let lists = Dictionary((other?.codeLists ?? []).map { ($0.code, $0.label) }) { first, _ in first }
            return Variable(
                dimension: CubeDimension(dimension, other),
                isEliminable: dimension.isEliminable ?? false,
                codeLists: dimension.codeLists.map {
                    .init(code: $0.code, name: Name(english: lists[$0.code] ?? $0.label, norwegian: $0.label))
                }
            )
        }
    }

    /// The title without the number that stands before it.
    private static func title(_ label: String?, _ id: String) -> String {
        guard let label, !label.isEmpty else { return id }
        let rest = label.hasPrefix(id + ":") ? label.dropFirst(id.count + 1) : label[...]
        let title = rest.drop { $0 == " " }
        return title.isEmpty ? id : String(title)
    }
}

extension CubeDimension {
    /// The dimension of a cube in bokmål, with the English names that `other` has for the same codes.
    init(_ norwegian: JSONStatCube.Dimension, _ other: JSONStatCube.Dimension?) {
        let labels = Dictionary((other?.categories ?? []).map { ($0.code, $0.label) }) { first, _ in first }
        let role: Role =
            switch norwegian.role {
            case .time: .time
            case .geo: .region
            case .metric: .measure
            case nil: .other
            }
        self.init(
            code: norwegian.code,
            name: Name(english: other?.label ?? norwegian.label, norwegian: norwegian.label),
            role: role,
            categories: norwegian.categories.map { category in
                CubeCategory(
                    code: category.code,
                    name: Name(english: labels[category.code] ?? category.label, norwegian: category.label),
                    unit: category.unit.map { Unit($0) },
                    decimals: category.decimals
                )
            }
        )
    }
}
