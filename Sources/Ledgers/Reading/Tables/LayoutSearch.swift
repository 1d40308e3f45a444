import FileFormats

/// Finds how a table holds a firm's books: from its own header, or as a mapping file says.
struct LayoutSearch {
    let path: String
    let mapping: LedgerMapping?

    /// A header names at least this many meanings.
    static let enough = 3

    /// The layout of the first table of the file that is a ledger, and the table it is in.
    func found() throws(LedgersError) -> (layout: TableLayout, table: TableFile) {
        var first: LedgersError?
        for (table, container) in try tables() {
            do throws(LedgersError) {
                return (try layout(of: table, container), table)
            } catch {
                // What is wrong with the first sheet that holds something says more than that a later one is empty.
                if case .emptyTable? = first { first = error }
                first = first ?? error
            }
        }
        throw first ?? .emptyTable(path: path, sheet: nil)
    }

    /// The tables of the file: itself, or a workbook's sheets, of which a mapping may name one.
    func tables() throws(LedgersError) -> [(table: TableFile, container: TableLayout.Container)] {
        guard try LayoutSearch.isWorkbook(path) else {
            let form = CSVStream.Form(separator: mapping?.separator, encoding: mapping?.encoding)
            return [(TableFile(path: path, container: .text(form)), try textContainer(form))]
        }
        do throws(FileFormatError) {
            let workbook = try XLSXWorkbook(contentsOf: path, limits: .ledger)
            if let sheet = mapping?.sheet, !workbook.sheetNames.contains(sheet) {
                throw FileFormatError.noSheet(path: path, wanted: sheet, found: workbook.sheetNames)
            }
            let counts = workbook.countsFrom1904
            return (mapping?.sheet.map { [$0] } ?? workbook.sheetNames).map { sheet in
                (TableFile(path: path, container: .sheet(sheet)), .sheet(sheet, countsFrom1904: counts))
            }
        } catch {
            throw .file(error)
        }
    }

    /// Whether the file begins as a zip archive or a compound file does, whatever its name.
    private static func isWorkbook(_ path: String) throws(LedgersError) -> Bool {
        do throws(FileFormatError) {
            let source = try ByteSource(contentsOf: path)
            let start = UnsafeMutableRawBufferPointer.allocate(byteCount: 4, alignment: 1)
            defer { start.deallocate() }
            let count = try source.read(into: start)
            return count == 4
                && (start.starts(with: [0x50, 0x4B]) || start.elementsEqual([0xD0, 0xCF, 0x11, 0xE0]))
        } catch {
            throw .file(error)
        }
    }

    private func textContainer(_ form: CSVStream.Form) throws(LedgersError) -> TableLayout.Container {
        do throws(FileFormatError) {
            let stream = try CSVStream(contentsOf: path, form: form)
            // The encoding shows at the first letter outside ASCII, which the header nearly always has.
            for _ in 0..<1_000 { guard try stream.next() else { break } }
            return .text(separator: stream.separator, encoding: stream.encoding)
        } catch {
            throw .file(error)
        }
    }

    private func layout(of table: TableFile, _ container: TableLayout.Container) throws(LedgersError)
        -> TableLayout
    {
        let survey = try TableSurvey(table)
        var sheet: String?
        if case .sheet(let name, _) = container { sheet = name }
        guard !survey.rows.isEmpty else { throw .emptyTable(path: path, sheet: sheet) }
        let header: TableSurvey.Row
        let columns: [LedgerColumn: Int]
        if let mapping {
            (header, columns) = try mapping.header(in: survey, of: path, sheet: sheet)
        } else {
            (header, columns) = try recognised(survey, sheet: sheet)
        }
        let form: TableForm
        if let decided = mapping?.form ?? TableForm.decided(from: Set(columns.keys)),
            decided.lacking(in: Set(columns.keys)).isEmpty
        {
            form = decided
        } else {
            throw noForm(columns, line: header.line)
        }
        let amounts = LedgerColumn.amounts.compactMap { columns[$0] }
        return TableLayout(
            file: path,
            container: container,
            headerLine: header.line,
            headers: header.fields,
            columns: columns,
            form: form,
            decimalSign: mapping?.decimalSign ?? survey.decimalSign(in: amounts, below: header.line),
            creditIsNegative: columns[.credit].map { survey.isNegative($0, below: header.line) } ?? false,
            rowsSeen: survey.rows.count { $0.line > header.line },
            year: mapping?.rules.year ?? survey.year(above: header.line),
            rules: mapping?.rules ?? PartyRules()
        )
    }

    private func recognised(
        _ survey: TableSurvey,
        sheet: String?
    ) throws(LedgersError) -> (TableSurvey.Row, [LedgerColumn: Int]) {
        var best: (row: TableSurvey.Row, columns: [LedgerColumn: Int])?
        for row in survey.candidates {
            let columns = ColumnAliases.meanings(of: row.fields)
            if columns.count >= LayoutSearch.enough { return (row, columns) }
            if columns.count > best?.columns.count ?? 0 { best = (row, columns) }
        }
        throw .noHeader(path: path, sheet: sheet, line: best?.row.line, best: best?.row.fields ?? [])
    }

    private func noForm(_ columns: [LedgerColumn: Int], line: Int) -> LedgersError {
        let known = Set(columns.keys)
        let forms = mapping?.form.map { [$0] } ?? TableForm.allCases
        let lacking = forms.map { ($0, $0.lacking(in: known)) }
        let nearest = lacking.min { $0.1.count < $1.1.count } ?? (.journal, [])
        let recognised = columns.sorted { $0.value < $1.value }.map(\.key)
        return .noLedgerForm(
            path: path,
            line: line,
            recognised: recognised,
            nearest: nearest.0,
            lacking: nearest.1
        )
    }
}
