/// How a system writes its journal (*bilagsjournal*) as text; each of the six firms has another of the usual ways.
struct JournalStyle: Sendable {
    let separator: String
    let encoding: TextBuffer.Encoding
    let lineEnd: String
    let amounts: Amounts
    /// Days as `2024-01-31` rather than `31.01.2024`.
    let hasISODates: Bool
    /// Debit and credit in a column each, rather than one with a sign.
    let hasTwoColumns: Bool
    /// Lines with the firm's name and the period above the header, and the sum below.
    let hasTitleAndSum: Bool

    /// How an amount is written.
    enum Amounts: Sendable {
        /// `1 234,50`, with a no-break space.
        case spaced
        /// `1.234,50`
        case dotted
        /// `1234.50`
        case plain
        /// `1 234,50-`
        case trailingMinus
    }

    static let all: [JournalStyle] = [
        JournalStyle(
            separator: ";",
            encoding: .windows1252,
            lineEnd: "\r\n",
            amounts: .spaced,
            hasISODates: false,
            hasTwoColumns: false,
            hasTitleAndSum: true
        ),
        JournalStyle(
            separator: ",",
            encoding: .utf8WithMark,
            lineEnd: "\n",
            amounts: .plain,
            hasISODates: true,
            hasTwoColumns: false,
            hasTitleAndSum: false
        ),
        JournalStyle(
            separator: "\t",
            encoding: .utf16LittleEndian,
            lineEnd: "\r\n",
            amounts: .spaced,
            hasISODates: false,
            hasTwoColumns: false,
            hasTitleAndSum: false
        ),
        JournalStyle(
            separator: ";",
            encoding: .utf8,
            lineEnd: "\r\n",
            amounts: .dotted,
            hasISODates: false,
            hasTwoColumns: true,
            hasTitleAndSum: true
        ),
        JournalStyle(
            separator: ";",
            encoding: .windows1252,
            lineEnd: "\r\n",
            amounts: .trailingMinus,
            hasISODates: false,
            hasTwoColumns: false,
            hasTitleAndSum: true
        ),
        JournalStyle(
            separator: ";",
            encoding: .utf8,
            lineEnd: "\n",
            amounts: .spaced,
            hasISODates: true,
            hasTwoColumns: true,
            hasTitleAndSum: false
        ),
    ]

    /// The columns, in their order.
    var columns: [String] {
        ["Bilagsnr", "Bilagsdato", "Konto", "Kontonavn"] + (hasTwoColumns ? ["Debet", "Kredit"] : ["Beløp"])
            + [
                "Mva-kode", "Kundenr", "Kundenavn", "Leverandørnr", "Leverandørnavn", "Orgnr", "Land",
                "Fakturanr", "Tekst",
            ]
    }

    func text(ofAmount oere: Int64) -> String {
        switch amounts {
        case .spaced: OereText.grouped(oere, by: "\u{A0}")
        case .dotted: OereText.grouped(oere, by: ".")
        case .plain: OereText.plain(oere)
        case .trailingMinus: OereText.grouped(abs(oere), by: " ") + (oere < 0 ? "-" : "")
        }
    }

    func field(_ text: String) -> String {
        let needsQuotes = text.utf8.contains {
            $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == separator.utf8.first
        }
        guard needsQuotes else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
