/// An element of a workbook's parts that means something to a reader.
enum WorkbookElement: String, CaseIterable {
    case relationship = "Relationship"
    case properties = "workbookPr"
    case sheet
    case sheetData
    case row
    case cell = "c"
    case value = "v"
    case inlineString = "is"
    case sharedString = "si"
    case phonetic = "rPh"
    case text = "t"

    /// These names, in the namespaces of workbooks (ECMA-376, transitional and strict) and of packages.
    static let vocabulary = XMLVocabulary(
        allCases.map(\.rawValue),
        withText: [value.rawValue, text.rawValue],
        namespaces: [
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
            "http://schemas.openxmlformats.org/package/2006/relationships",
        ]
    )
    private static let all = allCases

    /// The element with this number in the vocabulary.
    fileprivate static func numbered(_ number: Int?) -> WorkbookElement? { number.map { all[$0] } }
}

/// Takes the elements of one part of a workbook as they come; those it does not know arrive as `nil`.
protocol WorkbookHandler: XMLHandler {
    func start(_ element: WorkbookElement?, _ attributes: XMLTag) throws(FileFormatError)
    func end(_ element: WorkbookElement?) throws(FileFormatError)
    /// Whether nothing after the piece being read is wanted.
    var hasEnough: Bool { get }
}

extension WorkbookHandler {
    var hasEnough: Bool { false }

    var vocabulary: XMLVocabulary { WorkbookElement.vocabulary }

    func start(_ element: Int?, _ tag: XMLTag) throws(FileFormatError) {
        try start(WorkbookElement.numbered(element), tag)
    }

    func end(_ element: Int?, _ tag: XMLTag) throws(FileFormatError) {
        try end(WorkbookElement.numbered(element))
    }
}
