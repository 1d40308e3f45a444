/// The list of sheets in `xl/workbook.xml`.
final class WorkbookPart: WorkbookHandler {
    /// Sheet names and the relationships that lead to their parts, in the workbook's order.
    private(set) var sheets: [(name: String, relationship: String)] = []

    func start(_ element: WorkbookElement?, _ attributes: XMLTag) throws(FileFormatError) {
        guard element == .sheet, let name = attributes["name"], let id = attributes.relationship else {
            return
        }
        sheets.append((name, id))
    }

    func end(_ element: WorkbookElement?) {}

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
