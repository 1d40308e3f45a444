/// What a row or a column of a table is called.
///
/// Two labels are the same when their codes are; names are for people.
public protocol Label: Hashable, Sendable {
    /// The code the statistics use, such as `"C10_12"` or `"50"`.
    var code: String { get }
    /// The name, in both languages.
    var name: Name { get }
}

extension Label {
    /// Same code, same label.
    public static func == (one: Self, other: Self) -> Bool { one.code == other.code }

    /// Hashes the code alone.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// A name in English and in Norwegian bokmål.
public struct Name: Sendable, Hashable {
    /// The English name.
    public let english: String
    /// The bokmål name.
    public let norwegian: String

    /// A name in both languages.
    public init(english: String, norwegian: String) {
        self.english = english
        self.norwegian = norwegian
    }

    /// The same text in both languages, for names that have only one.
    public init(_ text: String) {
        self.init(english: text, norwegian: text)
    }

    /// The name in `language`.
    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .norwegian: norwegian
        }
    }
}

/// The languages results are shown in; raw values are the codes the command line takes.
public enum Language: String, Sendable, CaseIterable {
    /// Norwegian bokmål.
    case norwegian = "nb"
    /// English.
    case english = "en"
}
