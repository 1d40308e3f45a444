import Accounts
import Reporting

/// What errors are put into words with: a language, and what the error is about where a caller knows it.
struct Words: Sendable {
    /// The language.
    let language: Language
    /// What was being read or computed; `nil` where the error itself says it.
    let source: Source?

    /// A message shows this many problems, and counts the rest.
    static let mostProblems = 20
    /// A list shows this many codes, and counts the rest.
    static let mostListed = 40

    /// What an error is about.
    enum Source: Sendable, Equatable {
        /// A dataset's folder.
        case dataset(String)
        /// A file of the user's own: study.yaml, actors, recipes.
        case study(String)
        /// Files from Statistics Norway.
        case publisher([String])

        /// The folder or files, as the user named them.
        var name: String {
            switch self {
            case .dataset(let path), .study(let path): path
            case .publisher(let files): files.joined(separator: ", ")
            }
        }
    }

    /// Words in `language`, about `source`.
    init(_ language: Language, about source: Source? = nil) {
        self.language = language
        self.source = source
    }

    /// The same language, about `source`.
    func about(_ source: Source) -> Words { Words(language, about: source) }

    /// One of two texts, by language.
    func callAsFunction(_ english: String, _ norwegian: String) -> String {
        Wording(language)(english, norwegian)
    }

    /// A message of `problems`, of which the first twenty are shown.
    func message(_ problems: [String], remedy: String, _ exitCode: ExitStatus) -> Message {
        Message(problems: shown(problems), remedy: remedy, exitCode: exitCode)
    }

    /// The first twenty of `lines`, and how many more there are.
    func shown(_ lines: [String]) -> [String] {
        guard lines.count > Self.mostProblems else { return lines }
        let more = lines.count - Self.mostProblems
        return lines.prefix(Self.mostProblems) + [self("… and \(more) more.", "… og \(more) til.")]
    }

    /// A sentence that begins with what it is about, where that is known.
    func problem(_ sentence: String) -> String {
        if let source { return source.name + ": " + sentence }
        return sentence.prefix(1).uppercased() + sentence.dropFirst()
    }

    /// The end of a remedy: check the dataset, or run the same command again.
    var thenTryAgain: String {
        if case .dataset(let folder) = source {
            return self("; then run “\(checking(folder))”.", "; kjør så «\(checking(folder))».")
        }
        return self("; then run the command again.", "; kjør så kommandoen på nytt.")
    }

    /// A row of the system, which in a table with actors may be one of these.
    func sector(_ code: String) -> String {
        if case .study(let file) = source, file.hasSuffix(".csv") {
            return self("industry or actor \(quoted(code))", "næring eller aktør \(quoted(code))")
        }
        return self("industry \(quoted(code))", "næring \(quoted(code))")
    }

    /// The command that looks through a dataset.
    func checking(_ folder: String) -> String { "ringvirk check \(folder)" }

    /// What to do about an error in the program itself.
    var tellTheMakers: String {
        self(
            "This is an error in the program and not in your data: report it, with the command and this text.",
            "Dette er en feil i programmet og ikke i dataene dine: meld fra om den, med kommandoen og denne teksten."
        )
    }
}
