/// A piece of a web page, in which nothing a file brought along can become markup.
///
/// Literals are ours and stand as they are; a `String` that is interpolated is escaped, for text and for attributes in
/// double quotes alike. Names and numbers in ledgers are hostile until then: characters that control a terminal or turn the
/// direction of writing show as �, and what is very long is cut.
struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The markup as text.
    private(set) var html: String

    init(stringLiteral value: String) {
        html = value
    }

    init(stringInterpolation interpolation: StringInterpolation) {
        html = interpolation.html
    }

    static func + (left: Markup, right: Markup) -> Markup { "\(left)\(right)" }

    /// Puts pieces together from literals, markup and text to be escaped.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var html = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            html.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) { html += literal }

        mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

        mutating func appendInterpolation(_ text: some StringProtocol) { html += Markup.escaped(text) }

        mutating func appendInterpolation(_ number: Int) { html += String(number) }
    }

    /// As many characters of one text are shown; a party's name is seldom 60.
    private static let longest = 600

    private static func escaped(_ text: some StringProtocol) -> String {
        var escaped = ""
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < longest else { return escaped + "…" }
            count += 1
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\n", "\t", "\r": escaped += " "
            case _ where isControl(scalar): escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        // Marks, embeddings, overrides and isolates of direction; line and paragraph separators.
        case 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension Sequence<Markup> {
    /// The pieces one after the other.
    func joined(separator: Markup = "") -> Markup {
        var isFirst = true
        return reduce("") { whole, piece in
            defer { isFirst = false }
            return isFirst ? piece : "\(whole)\(separator)\(piece)"
        }
    }
}
