/// An industry (*næring*): those who produce.
public struct Industry: Label {
    /// The code in the table's own classification.
    public let code: String
    /// The name, in both languages.
    public let name: Name

    /// An industry known to the statistics as `code`.
    public init(code: String, name: Name) {
        self.code = code
        self.name = name
    }
}
