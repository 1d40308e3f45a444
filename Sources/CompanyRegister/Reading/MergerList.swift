import Accounts
import FileFormats

/// A list of mergers: a CSV file of the user's own, with the columns `number`, `merged_into` and `day`.
///
/// The register itself does not say whom a firm was merged into; its announcements do (Brønnøysundregistrenes kunngjøringer).
struct MergerList {
    let path: String
    let sha256: String
    let mergers: [Merger]

    /// A firm, and the firm that took it over.
    struct Merger: Equatable {
        let number: OrganisationNumber
        let into: OrganisationNumber
        let day: CalendarDate?
    }

    /// The list in the file at `path`; `nil` where its header is another.
    init?(_ path: String) throws(CompanyRegisterError) {
        self.path = path
        do {
            guard try MergerList.isList(path) else { return nil }
            let bytes = try InputFile.bytes(at: path, limit: 64 << 20)
            sha256 = SHA256Digest(of: bytes).hexadecimal
            mergers = try MergerList.mergers(in: try CSVTable(bytes: bytes, file: path))
        } catch {
            throw .file(error)
        }
    }

    private static func isList(_ path: String) throws(FileFormatError) -> Bool {
        var stream = try ByteStream(path)
        var piece: [UInt8] = []
        _ = try stream.next(&piece)
        let text = String(decoding: piece.prefix(200), as: UTF8.self)
        return text.prefix { !$0.isNewline }.split(separator: ",").contains("merged_into")
    }

    private static func mergers(in table: CSVTable) throws(FileFormatError) -> [Merger] {
        var reader = CSVReader(table)
        let (number, into, day) = (
            reader.column("number"), reader.column("merged_into"), reader.column("day")
        )
        var mergers: [Merger] = []
        for row in table.rows {
            let from = reader.text(number, in: row)
            let target = reader.text(into, in: row)
            let date = reader.optionalText(day, in: row)
            if let date, CalendarDate(iso: date) == nil {
                reader.fault(day, in: row, .malformed(rule: "a date is written 2024-02-29"))
            }
            guard let from, let target else { continue }
            guard let from = OrganisationNumber(from) else {
                reader.fault(number, in: row, .malformed(rule: "an organisation number has nine digits"))
                continue
            }
            guard let target = OrganisationNumber(target) else {
                reader.fault(into, in: row, .malformed(rule: "an organisation number has nine digits"))
                continue
            }
            mergers.append(Merger(number: from, into: target, day: date.flatMap { CalendarDate(iso: $0) }))
        }
        try reader.finish()
        return mergers
    }
}
