import Accounts
import FileFormats

/// Writes a firm's journal as a workbook: days as dates, amounts as numbers; the feed plant's as texts, which some
/// systems export.
struct JournalXLSXWriter {
    private let cluster: ExampleCluster
    private let firm: ExampleFirm
    private let style: JournalStyle

    init(_ cluster: ExampleCluster, _ firm: ExampleFirm) {
        self.cluster = cluster
        self.firm = firm
        style = JournalStyle.all[firm.index]
    }

    func write(to file: StreamedFile) throws(FileFormatError) {
        let workbook = try XLSXWriter(to: file)
        let widths: [String: Double] = [
            "Kontonavn": 32, "Kundenavn": 32, "Leverandørnavn": 32, "Tekst": 40, "Beløp": 16, "Debet": 16,
            "Kredit": 16,
        ]
        try workbook.begin(
            sheet: "Bilagsjournal",
            columns: style.columns.map { XLSXWriter.Column($0, width: widths[$0] ?? 12) },
            above: style.hasTitleAndSum ? [[.text("Bilagsjournal")], [.text(firm.archetype.name)]] : []
        )
        var keeper = BookKeeper(cluster, firm)
        var sum: Int64 = 0
        while let day = keeper.nextDay() {
            for entry in day {
                for posting in entry.postings {
                    try workbook.write(row: row(posting, entry))
                    sum += posting.oere
                }
            }
        }
        if style.hasTitleAndSum, !style.hasTwoColumns {
            try workbook.write(row: [.text("Sum"), .empty, .empty, .empty, amount(sum)])
        }
        try workbook.finish(publishing: false)
    }

    private func row(_ posting: Posting, _ entry: Entry) -> [XLSXWriter.Cell] {
        let party = posting.party.map { firm.parties[$0] }
        let amounts: [XLSXWriter.Cell] =
            !style.hasTwoColumns
            ? [amount(posting.oere)]
            : posting.oere < 0 ? [.empty, amount(-posting.oere)] : [amount(posting.oere), .empty]
        let names: [XLSXWriter.Cell] =
            party.map {
                $0.isCustomer
                    ? [.text($0.id), .text($0.name), .empty, .empty]
                    : [.empty, .empty, .text($0.id), .text($0.name)]
            } ?? [.empty, .empty, .empty, .empty]
        return [
            .number(Double(entry.number)), .date(daysSince1970: Int(entry.day.daysSince1970)),
            .number(Double(posting.account)), .text(ExampleAccount.names[posting.account] ?? ""),
        ] + amounts + [posting.tax.map { .text($0.rawValue) } ?? .empty] + names + [
            cell(party.flatMap { $0.writtenInTables ?? $0.written }), cell(party?.country),
            cell(posting.reference), .text(posting.text),
        ]
    }

    private func amount(_ oere: Int64) -> XLSXWriter.Cell {
        if case .dotted = style.amounts { return .text(style.text(ofAmount: oere)) }
        return .amount(Double(oere) / 100)
    }

    private func cell(_ text: String?) -> XLSXWriter.Cell {
        guard let text, !text.isEmpty else { return .empty }
        return .text(text)
    }
}
