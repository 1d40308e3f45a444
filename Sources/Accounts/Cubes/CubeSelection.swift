/// What is asked for of one variable of a published table.
public struct CubeSelection: Sendable, Hashable {
    /// The variable's code, such as `Region`.
    public let variable: String
    /// Codes and expressions: `50`, `*`, `30??`, `top(3)`, `from(2015)`, `range(2010,2019)`.
    public let codes: [String]
    /// The list whose codes they are, such as `agg_Fylker2024`; `nil` for the table's own.
    public let codeList: String?

    /// `codes` of `variable`.
    public init(_ variable: String, _ codes: [String], codeList: String? = nil) {
        self.variable = variable
        self.codes = codes
        self.codeList = codeList
    }
}
