import Accounts
import FileFormats
import Reporting

extension Report {
    /// Rows with what they presuppose: `{"assumptions": […], "rows": […]}`.
    func json(_ rows: JSONValue, _ language: Language) -> JSONValue {
        .object([
            .init("assumptions", .array(assumptions.map { .string($0.text(in: language)) })),
            .init("rows", rows),
        ])
    }
}
