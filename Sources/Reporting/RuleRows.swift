public import Accounts
public import FileFormats

/// Applied rules as rows: `rule,touched`, a line for each place a rule touched.
public struct RuleRows: Sendable {
    private let rules: [AppliedRule]

    /// The rows of `rules`.
    public init(_ rules: [AppliedRule]) {
        self.rules = rules
    }

    /// The rows as CSV.
    public var csv: String {
        var writer = CSVWriter()
        writer.write(row: ["rule", "touched"])
        for rule in rules {
            for touched in rule.touched { writer.write(row: [rule.name, touched]) }
        }
        return writer.text
    }

    /// The rules as a JSON array.
    public var json: JSONValue {
        .array(
            rules.map {
                .object([
                    .init("name", .string($0.name)),
                    .init("touched", .array($0.touched.map(JSONValue.string))),
                ])
            }
        )
    }
}
