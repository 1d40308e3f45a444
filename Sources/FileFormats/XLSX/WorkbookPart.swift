/// The list of sheets in `xl/workbook.xml`.
final class WorkbookPart: WorkbookHandler {
    /// Sheet names and the relationships that lead to their parts, in the workbook's order.
    private(set) var sheets: [(name: String, relationship: String)] = []

    /// Whether dates are days since 1 January 1904 and not 1900.
    private(set) var countsFrom1904 = false

    func start(_ element: WorkbookElement?, _ attributes: XMLTag) throws(FileFormatError) {
        if element == .properties, let value = attributes["date1904"] {
            countsFrom1904 = value == "1" || value == "true"
        }
        guard element == .sheet, let name = attributes["name"], let id = attributes.relationship else {
            return
        }
        sheets.append((name, id))
    }

    func end(_ element: WorkbookElement?) {}

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
