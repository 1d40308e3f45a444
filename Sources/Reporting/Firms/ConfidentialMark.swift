public import Accounts
import FileFormats

/// Marks outputs that are for the owner of the firms' books alone.
public struct ConfidentialMark: Sendable {
    private let words: Wording

    /// The mark in `language`.
    public init(_ language: Language) {
        words = Wording(language)
    }

    /// The line that stands on top of pages.
    public var line: String {
        words(
            "CONFIDENTIAL: holds figures of single firms. Not to be passed on.",
            "FORTROLIG: inneholder tall for enkeltbedrifter. Skal ikke deles videre."
        )
    }

    /// The text of the file called `name` with the mark: a last column `confidential` in CSV, a first member in JSON, a line on
    /// top of a page.
    ///
    /// - Precondition: a `.json` file holds an object with members, indented as ``FileFormats/JSONValue/prettyText``: an array
    ///   has no room for the mark.
    public func marking(_ text: String, in name: String) -> String {
        if name.hasSuffix(".csv") { return marking(rows: text) }
        if name.hasSuffix(".json") {
            precondition(text.hasPrefix("{\n"), "Only an object has room for the mark")
            return "{\n  \"confidential\": true,\n" + text.dropFirst(2)
        }
        return "**" + line + "**\n\n" + text
    }

    /// Each row with a last column; line breaks inside quotes end no row.
    ///
    /// Byte by byte: tables of all counties have tens of millions of characters.
    private func marking(rows text: String) -> String {
        let (quote, lineFeed, carriageReturn) = (UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        var marked: [UInt8] = []
        marked.reserveCapacity(text.utf8.count * 5 / 4)
        var isQuoted = false
        var isHeader = true
        for byte in text.utf8 {
            if byte == quote { isQuoted.toggle() }
            if byte == lineFeed, !isQuoted {
                let endsInTwo = marked.last == carriageReturn
                if endsInTwo { marked.removeLast() }
                marked += (isHeader ? ",confidential" : ",yes").utf8
                if endsInTwo { marked.append(carriageReturn) }
                isHeader = false
            }
            marked.append(byte)
        }
        return String(decoding: marked, as: UTF8.self)
    }
}
