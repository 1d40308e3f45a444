public import FileFormats

extension LedgerMapping {
    private static let keys = [
        "separator", "encoding", "sheet", "header_line", "form", "decimal_sign", "role", "vat", "invoices",
        "year", "columns",
    ]

    /// The words for the separators in a mapping file.
    public static let separators: [(word: String, separator: CSVTable.Separator)] = [
        (";", .semicolon), (",", .comma), ("tab", .tab), ("|", .bar),
    ]

    /// Reads the mapping file at `path`.
    ///
    /// - Throws: `.file` as `YAMLDocument.init(contentsOf:)` does, or with every fault: a key that is not known, a value
    ///   that is not one of those it may be, a header that two meanings share.
    public init(contentsOf path: String) throws(LedgersError) {
        do throws(FileFormatError) {
            try self.init(try YAMLDocument(contentsOf: path))
        } catch {
            throw .file(error)
        }
    }

    /// Reads the mapping in `document`.
    ///
    /// - Throws: `.faults` with every fault.
    public init(_ document: YAMLDocument) throws(FileFormatError) {
        var reader = YAMLReader()
        let root = document.root
        reader.unknownKeys(in: root, allowed: Self.keys)
        let word = reader.optionalChoice("separator", in: root, of: Self.separators.map(\.word))
        separator = Self.separators.first { $0.word == word }?.separator
        encoding = Self.choice("encoding", in: root, &reader)
        sheet = reader.optionalText("sheet", in: root)
        headerLine = reader.optionalInteger("header_line", in: root)
        form = Self.choice("form", in: root, &reader)
        decimalSign = Self.choice("decimal_sign", in: root, &reader)
        rules = PartyRules(
            role: Self.choice("role", in: root, &reader),
            tax: Self.taxRule(in: root, &reader),
            invoiceSign: Self.choice("invoices", in: root, &reader),
            year: Self.year(in: root, &reader)
        )
        columns = Self.columns(in: root, &reader)
        file = document.file
        try reader.finish()
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String,
        in root: YAMLNode,
        _ reader: inout YAMLReader
    ) -> Choice? where Choice.RawValue == String {
        reader.optionalChoice(key, in: root, of: Choice.allCases.map(\.rawValue)).flatMap(
            Choice.init(rawValue:)
        )
    }

    private static func taxRule(in root: YAMLNode, _ reader: inout YAMLReader) -> TaxRule? {
        guard let node = reader.optional("vat", in: root), let text = reader.text(of: node) else {
            return nil
        }
        guard let rule = TaxRule(text) else {
            reader.fault(node, .notOneOf(["included 25", "included 15", "included 12", "excluded"]))
            return nil
        }
        return rule
    }

    private static func year(in root: YAMLNode, _ reader: inout YAMLReader) -> Int? {
        guard let node = reader.optional("year", in: root), let year = reader.integer(of: node) else {
            return nil
        }
        guard (1950...2098).contains(year) else {
            reader.fault(node, .outside(lower: 1950, upper: 2098))
            return nil
        }
        return year
    }

    private static func columns(in root: YAMLNode, _ reader: inout YAMLReader) -> [Column] {
        var columns: [Column] = []
        guard let node = reader.required("columns", in: root), let entries = reader.mapping(of: node) else {
            return []
        }
        for entry in entries {
            guard let meaning = LedgerColumn(rawValue: entry.key) else {
                let known = LedgerColumn.allCases.map(\.rawValue)
                reader.add(Fault(at: entry.place, value: entry.key, .unknownKey(known: known)))
                continue
            }
            // A key whose value was taken away says that the table has no such column.
            if entry.value.isNull { continue }
            guard let header = reader.text(of: entry.value) else { continue }
            if let earlier = columns.first(where: { $0.header == header }) {
                reader.fault(entry.value, .duplicate(firstLine: earlier.place.line))
            }
            columns.append(Column(meaning: meaning, header: header, place: entry.value.place))
        }
        return columns
    }
}
