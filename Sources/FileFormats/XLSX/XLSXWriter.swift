import CXLSXWriter

/// Writes a workbook row by row, in memory that does not grow with the rows.
///
/// Numbers are numbers and dates dates, the header is bold and stays in view. The same rows give the same bytes: the
/// file bears no time, user or machine. What it writes, `XLSXWorkbook` reads back. The file stands under a temporary
/// name until `finish()`; dropped before, it leaves nothing.
public final class XLSXWriter {
    /// A column: what stands above it, and how wide it is.
    public struct Column: Sendable, Hashable {
        /// The text in the header.
        public let heading: String
        /// The width in characters.
        public let width: Double

        /// A column.
        public init(_ heading: String, width: Double = 12) {
            self.heading = heading
            self.width = width
        }
    }

    /// What is written in a cell.
    public enum Cell: Sendable, Hashable {
        /// Nothing.
        case empty
        /// A text, shown as it stands; of more than 32,767 characters, Excel's most, the first.
        case text(String)
        /// A number, shown with the decimals it has.
        case number(Double)
        /// A number shown with two decimals and a space between thousands.
        case amount(Double)
        /// A day, as the number of days since 1 January 1970; not before 1 March 1900.
        case date(daysSince1970: Int)
    }

    /// The most rows a sheet can have, the header and rows above it included.
    public static let mostRows = 1_048_576

    private let file: StreamedFile
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private let bold: UnsafeMutablePointer<lxw_format>?
    private let amount: UnsafeMutablePointer<lxw_format>?
    private let date: UnsafeMutablePointer<lxw_format>?
    private var row: UInt32 = 0

    /// The most characters Excel lets a cell hold.
    private static let mostCharacters = 32_767

    /// A workbook without sheets, which will stand at `path`.
    ///
    /// - Throws: `.cannotWrite`.
    public convenience init(_ path: String) throws(FileFormatError) {
        try self.init(to: try StreamedFile(path))
    }

    /// A workbook written to a file of a set; `finish(publishing: false)` then leaves its name to the set.
    ///
    /// - Throws: `.cannotWrite`.
    public init(to file: StreamedFile) throws(FileFormatError) {
        self.file = file
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
        workbook = workbook_new_opt(file.temporaryPath, &options)
        guard let workbook else { throw .cannotWrite(path: file.path, reason: "No memory for a workbook") }
        var properties = lxw_doc_properties()
        properties.created = 1_577_836_800  // 1 January 2020: a file without a clock's time
        workbook_set_properties(workbook, &properties)
        bold = workbook_add_format(workbook)
        format_set_bold(bold)
        amount = workbook_add_format(workbook)
        format_set_num_format(amount, "# ##0.00")
        date = workbook_add_format(workbook)
        format_set_num_format(date, "dd.mm.yyyy")
    }

    deinit {
        // libxlsxwriter frees a workbook only by closing it; the file it then writes goes with the temporary name.
        if let workbook { workbook_close(workbook) }
    }

    /// Begins a sheet: rows above the header, then the header.
    ///
    /// - Throws: `.cannotWrite` for a name that a workbook does not take or has already.
    public func begin(
        sheet name: String,
        columns: [Column],
        above: [[Cell]] = []
    ) throws(FileFormatError) {
        // Asked first, for libxlsxwriter tells standard error of a name it refuses.
        guard let workbook, workbook_validate_sheet_name(workbook, name).rawValue == 0,
            let made = workbook_add_worksheet(workbook, name)
        else {
            throw .cannotWrite(path: file.path, reason: "Not a sheet name")
        }
        sheet = made
        row = 0
        for (index, column) in columns.enumerated() {
            worksheet_set_column(made, UInt16(index), UInt16(index), column.width, nil)
        }
        for cells in above { try write(row: cells) }
        for (index, column) in columns.enumerated() {
            try check(worksheet_write_string(made, row, UInt16(index), column.heading, bold))
        }
        row += 1
        worksheet_freeze_panes(made, row, 0)
    }

    /// Adds a row to the sheet begun last.
    ///
    /// - Throws: `.tooMany` beyond `mostRows`, `.cannotWrite` where no sheet was begun.
    public func write(row cells: [Cell]) throws(FileFormatError) {
        guard row < UInt32(XLSXWriter.mostRows) else {
            throw .tooMany(path: file.path, of: "rows", limit: XLSXWriter.mostRows)
        }
        guard let sheet else { throw .cannotWrite(path: file.path, reason: "No sheet to write to") }
        for (index, cell) in cells.enumerated() {
            let column = UInt16(index)
            switch cell {
            case .empty: continue
            case .text(let text):
                let short =
                    text.utf8.count > XLSXWriter.mostCharacters
                    ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(XLSXWriter.mostCharacters)))
                    : text
                try check(worksheet_write_string(sheet, row, column, short, nil))
            case .number(let value): try check(worksheet_write_number(sheet, row, column, value, nil))
            case .amount(let value): try check(worksheet_write_number(sheet, row, column, value, amount))
            case .date(let days):
                // Day 25,569 of Excel's calendar, which takes 1900 for a leap year, is 1 January 1970.
                try check(worksheet_write_number(sheet, row, column, Double(days + 25_569), date))
            }
        }
        row += 1
    }

    /// Writes the file and, unless it belongs to a set, gives it its name.
    ///
    /// - Throws: `.cannotWrite`.
    public func finish(publishing: Bool = true) throws(FileFormatError) {
        guard let closing = workbook else { return }
        workbook = nil
        sheet = nil
        try check(workbook_close(closing))
        if publishing { try file.publish() }
    }

    private func check(_ result: lxw_error) throws(FileFormatError) {
        guard result.rawValue != 0 else { return }
        throw .cannotWrite(path: file.path, reason: String(cString: lxw_strerror(result)))
    }
}
