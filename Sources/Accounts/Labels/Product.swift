/// A product (*produkt*, *vare eller tjeneste*): what is supplied and used, whichever industry makes it.
///
/// A product and an industry may share a code and stay different things: a product × industry table does not
/// multiply by itself.
public struct Product: Label {
    /// The code in the table's own classification, such as `"R10_12"`.
    public let code: String
    /// The name, in both languages.
    public let name: Name

    /// A product known to the statistics as `code`.
    public init(code: String, name: Name) {
        self.code = code
        self.name = name
    }
}
