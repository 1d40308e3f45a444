/// Where in a file something stands, as far as the format can tell.
///
/// Text formats know the line and the column; workbooks know the sheet and the cell. A message to the user
/// names every part that is known.
public struct Place: Sendable, Hashable {
    /// The file's path, as the user named it.
    public let file: String
    /// Line in a text file, counted from 1.
    public let line: Int?
    /// The column's name (CSV header, YAML key) or a workbook cell such as `"R52"`.
    public let column: String?
    /// The sheet of a workbook.
    public let sheet: String?

    /// A place in `file`; leave out what the format cannot tell.
    public init(file: String, line: Int? = nil, column: String? = nil, sheet: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.sheet = sheet
    }
}
