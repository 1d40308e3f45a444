/// Texts as they stand in YAML that is written for people, with comments.
enum YAMLText {
    /// Without line breaks and other control characters, which would end a comment.
    static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}"
                        ? " " : $0
                }
            )
        )
    }

    /// A text in YAML's double quotes.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted += scalar.properties.generalCategory == .control ? " " : String(scalar)
            }
        }
        return quoted + "\""
    }
}
