import Accounts
import FileFormats

/// Writes a firm's journal as text.
struct JournalCSVWriter {
    private let cluster: ExampleCluster
    private let firm: ExampleFirm
    private let style: JournalStyle
    private var text: TextBuffer
    private var sum: (debit: Int64, credit: Int64) = (0, 0)

    init(_ cluster: ExampleCluster, _ firm: ExampleFirm, to file: StreamedFile) {
        self.cluster = cluster
        self.firm = firm
        style = JournalStyle.all[firm.index]
        text = TextBuffer(file, style.encoding)
    }

    mutating func write() throws(FileFormatError) {
        if style.hasTitleAndSum {
            try write(["Bilagsjournal"])
            try write([firm.archetype.name])
            try write(["Periode \(date(cluster.days.lowerBound)) – \(date(cluster.days.upperBound))"])
        }
        try write(style.columns)
        var keeper = BookKeeper(cluster, firm)
        while let day = keeper.nextDay() {
            for entry in day {
                let number = String(entry.number)
                let date = date(entry.day)
                for posting in entry.postings { try write(row(posting, number, date)) }
            }
        }
        if style.hasTitleAndSum {
            let amounts =
                style.hasTwoColumns
                ? [style.text(ofAmount: sum.debit), style.text(ofAmount: sum.credit)]
                : [style.text(ofAmount: sum.debit - sum.credit)]
            try write(["Sum", "", "", ""] + amounts)
        }
        try text.flush()
    }

    private mutating func row(_ posting: Posting, _ number: String, _ date: String) -> [String] {
        sum.debit += max(0, posting.oere)
        sum.credit += max(0, -posting.oere)
        let party = posting.party.map { firm.parties[$0] }
        let amounts =
            !style.hasTwoColumns
            ? [style.text(ofAmount: posting.oere)]
            : posting.oere < 0
                ? ["", style.text(ofAmount: -posting.oere)] : [style.text(ofAmount: posting.oere), ""]
        let names =
            party.map { $0.isCustomer ? [$0.id, $0.name, "", ""] : ["", "", $0.id, $0.name] } ?? [
                "", "", "", "",
            ]
        return [number, date, String(posting.account), ExampleAccount.names[posting.account] ?? ""] + amounts
            + [posting.tax?.rawValue ?? ""] + names
            + [
                party.flatMap { $0.writtenInTables ?? $0.written } ?? "", party?.country ?? "",
                posting.reference, posting.text,
            ]
    }

    private func date(_ day: CalendarDate) -> String {
        let iso = day.description
        guard !style.hasISODates else { return iso }
        return iso.suffix(2) + "." + iso.dropFirst(5).prefix(2) + "." + iso.prefix(4)
    }

    private mutating func write(_ row: [String]) throws(FileFormatError) {
        try text.write(row.map { style.field($0) }.joined(separator: style.separator) + style.lineEnd)
    }
}
