/// A region (*fylke* or nation) as the statistics code it: `"0"` the nation, `"50"` Trøndelag.
public struct Region: Label {
    /// The code, as Statistics Norway writes it.
    public let code: String
    /// The name, in both languages.
    public let name: Name

    /// A region known to the statistics as `code`.
    public init(code: String, name: Name) {
        self.code = code
        self.name = name
    }
}
