public import FileFormats

/// How a table holds a firm's books: where its header stands, what its columns mean, and how amounts are written.
public struct TableLayout: Sendable, Hashable {
    /// The file, as the user named it.
    public let file: String
    /// What kind of file it is.
    public let container: Container
    /// The line, or the row of the sheet, of the header.
    public let headerLine: Int
    /// The names in the header, in order.
    public let headers: [String]
    /// Where each meaning stands among the headers, counted from zero.
    public let columns: [LedgerColumn: Int]
    /// What kind of table it is.
    public let form: TableForm
    /// What stands between kroner and øre; `nil` where the rows looked at have neither comma nor point in an amount.
    public let decimalSign: DecimalSign?
    /// Whether the column of credits holds negative amounts, which says the same twice. Where it holds amounts above zero,
    /// one below is a correction.
    public let creditIsNegative: Bool
    /// How many rows were looked at below the header.
    public let rowsSeen: Int
    /// The year a summary is of, from the mapping file or the latest in the rows above the header.
    public let year: Int?
    /// What was told by a mapping file, or else left open: the parties' role, the VAT rule, the sign of invoices.
    public let rules: PartyRules

    /// The kinds of file a table can stand in.
    public enum Container: Sendable, Hashable {
        /// A text table.
        case text(separator: CSVTable.Separator, encoding: TextEncoding)
        /// A sheet of a workbook, and whether its days count from 1904.
        case sheet(String, countsFrom1904: Bool)
    }

    /// The headers whose meaning is not known, or that stand beside a better one of the same meaning.
    public var unrecognised: [String] {
        let known = Set(columns.values)
        return headers.indices.filter { !known.contains($0) && !headers[$0].isEmpty }.map { headers[$0] }
    }

    /// The sheet of a workbook.
    public var sheet: String? {
        if case .sheet(let name, _) = container { name } else { nil }
    }

    /// What the format is called among the books read.
    var formatName: String {
        switch container {
        case .text(let separator, let encoding):
            "CSV (\(separator == .tab ? "tab" : String(UnicodeScalar(separator.rawValue))), \(encoding.rawValue))"
        case .sheet(let sheet, _): "XLSX (\(sheet))"
        }
    }

    /// What the columns alone ask to be said.
    var notices: [TableNotice] {
        var notices: [TableNotice] = []
        if form == .partyLedger, columns[.open] != nil {
            notices.append(.openItemsOnly(column: name(of: .open)))
        }
        if !unrecognised.isEmpty { notices.append(.columnsUnread(unrecognised)) }
        return notices
    }

    /// The header of the column that means `column`, or its key where the table has none.
    func name(of column: LedgerColumn) -> String {
        guard let index = columns[column] else { return column.rawValue }
        return headers[index].isEmpty ? column.rawValue : headers[index]
    }

    /// The place of the field that means `column` on `line`, as the format tells places.
    func place(_ line: Int, _ column: LedgerColumn) -> Place {
        switch container {
        case .text: return Place(file: file, line: line, column: name(of: column))
        case .sheet(let sheet, _):
            guard let index = columns[column], index < CellAddress.lastColumn,
                (1...CellAddress.lastRow).contains(line)
            else { return Place(file: file, line: line, sheet: sheet) }
            return Place(
                file: file,
                line: line,
                column: CellAddress(column: index + 1, row: line).description,
                sheet: sheet
            )
        }
    }

    /// The place of a whole row.
    func place(_ line: Int) -> Place {
        switch container {
        case .text: Place(file: file, line: line)
        case .sheet(let sheet, _): Place(file: file, line: line, sheet: sheet)
        }
    }
}

/// What a table of parties does not say of itself, and its mapping file must.
public struct PartyRules: Sendable, Hashable {
    /// Whether the parties are customers or suppliers, where one column serves both.
    public var role: PartyRole?
    /// Whether gross amounts hold VAT.
    public var tax: TaxRule?
    /// Whether an invoice is a positive or a negative amount; `nil` where the rows show it.
    public var invoiceSign: InvoiceSign?
    /// The year of a summary.
    public var year: Int?

    /// Nothing said.
    public init(
        role: PartyRole? = nil,
        tax: TaxRule? = nil,
        invoiceSign: InvoiceSign? = nil,
        year: Int? = nil
    ) {
        self.year = year
        self.role = role
        self.tax = tax
        self.invoiceSign = invoiceSign
    }

    /// The sign of an invoice in a single column of amounts.
    public enum InvoiceSign: String, Sendable, Hashable, CaseIterable {
        /// Invoices are above zero, payments and credit notes below.
        case positive
        /// The other way about, as a supplier's account has them.
        case negative
    }
}

/// What a table's gross amounts hold.
public enum TaxRule: Sendable, Hashable {
    /// VAT at this rate in percent, the same in every row: net = gross · 100 / (100 + rate).
    case included(percent: Int)
    /// No VAT.
    case excluded

    /// As a mapping file writes it: `included 25`, `excluded`.
    public init?(_ text: String) {
        let words = text.split(separator: " ")
        switch words.first {
        case "excluded" where words.count == 1: self = .excluded
        case "included" where words.count == 2:
            guard let percent = Int(words[1]), (1...100).contains(percent) else { return nil }
            self = .included(percent: percent)
        default: return nil
        }
    }

    /// As a mapping file writes it.
    public var description: String {
        switch self {
        case .included(let percent): "included \(percent)"
        case .excluded: "excluded"
        }
    }

    /// The part of `gross` that is not VAT, rounded to the nearest øre, halves away from zero.
    public func net(of gross: Kroner) -> Kroner {
        guard case .included(let percent) = self else { return gross }
        let divisor = Int64(100 + percent)
        let (whole, rest) = (gross.magnitude.oere * 100).quotientAndRemainder(dividingBy: divisor)
        let rounded = whole + (2 * rest >= divisor ? 1 : 0)
        return Kroner(oere: gross.oere < 0 ? -rounded : rounded)
    }
}
