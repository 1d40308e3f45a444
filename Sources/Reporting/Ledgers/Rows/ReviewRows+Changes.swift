import Accounts
import FileFormats
import Ledgers

extension ReviewRows {
    /// The columns of `changes`.
    public static let changeHeader = [
        "file", "rule", "outcome", "role", "book_number", "organisation_number", "counted_as", "date",
        "voucher",
        "reference", "line", "original_file", "original_line", "amount_nok", "rows",
    ]

    /// What the rules did and remarked, one row an invoice for double registrations and refusals, else one a party.
    public var changes: String {
        var writer = CSVWriter()
        writer.write(row: Self.changeHeader)
        for change in review.changes {
            writer.write(row: [
                name(ofFile: change.file), change.rule.rawValue, change.rule.outcome.rawValue,
                change.role.rawValue, change.bookNumber ?? "", change.number ?? "", change.target ?? "",
                change.date.map { "\($0)" } ?? "", change.voucher ?? "", change.reference ?? "",
                "\(change.line)", change.original.map { name(ofFile: $0.file) } ?? "",
                change.original.map { "\($0.line)" } ?? "", Self.text(change.amount), "\(change.rows)",
            ])
        }
        return writer.text
    }
}
