/// Takes the meaning from the three signs by which YAML names, repeats and types nodes: `&`, `*` and `!`.
///
/// Aliases let a few lines stand for gigabytes, and the parser follows them before anyone can look. So before
/// parsing each sign is replaced by a private character: an anchor, alias or tag becomes a plain scalar that
/// begins with it, which is then refused, while in quotes, blocks and the middle of a text the sign comes back
/// unharmed. Line and column numbers stay as they were.
enum YAMLIndicators {
    private static let standIns: [Unicode.Scalar: Unicode.Scalar] = [
        "&": "\u{F8F0}", "*": "\u{F8F1}", "!": "\u{F8F2}",
    ]
    private static let originals = Dictionary(
        uniqueKeysWithValues: standIns.map { original, standIn in (standIn, original) }
    )

    /// `text` with the signs replaced; `nil` where it already holds one of the private characters.
    static func hidden(in text: String) -> String? {
        guard !text.unicodeScalars.contains(where: { originals[$0] != nil }) else { return nil }
        return replaced(text, by: standIns)
    }

    /// `text` with the signs put back.
    static func restored(_ text: String) -> String {
        replaced(text, by: originals)
    }

    /// Whether a plain scalar began with one of the signs.
    static func begin(_ text: String) -> Bool {
        text.unicodeScalars.first.map { originals[$0] != nil } ?? false
    }

    private static func replaced(_ text: String, by table: [Unicode.Scalar: Unicode.Scalar]) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(table[scalar] ?? scalar) }
        return String(result)
    }
}
