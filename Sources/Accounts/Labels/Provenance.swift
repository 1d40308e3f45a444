/// Where figures come from and on what terms they may be used.
public struct Provenance: Sendable, Hashable {
    /// Who published them.
    public let publisher: String
    /// The publisher's table or questionnaire.
    public let table: String
    /// The licence they are published under.
    public let licence: String
    /// The line that must stand beside them.
    public let attribution: String
    /// When the publisher released this vintage, or when it was fetched, as far as known (ISO date).
    public let vintage: String?
    /// The day they were fetched (ISO date), where that is known beside the vintage.
    public let retrieved: String?
    /// The files they were read from.
    public let files: [FileTrace]

    /// A record of where figures come from.
    public init(
        publisher: String,
        table: String,
        licence: String,
        attribution: String,
        vintage: String?,
        retrieved: String? = nil,
        files: [FileTrace]
    ) {
        self.publisher = publisher
        self.table = table
        self.licence = licence
        self.attribution = attribution
        self.vintage = vintage
        self.retrieved = retrieved
        self.files = files
    }

    /// A file and the fingerprint of what it held.
    public struct FileTrace: Sendable, Hashable {
        /// The file's name, without the folder.
        public let name: String
        /// SHA-256 of its bytes, in hexadecimal.
        public let sha256: String

        /// The file `name` and its digest.
        public init(name: String, sha256: String) {
            self.name = name
            self.sha256 = sha256
        }
    }
}

/// A named rule that changed, filled or left out figures, with the places it touched.
///
/// Nothing is repaired in silence: every table and every result carries the rules applied to it, and the
/// writers print them. What each rule does and why stands in docs/METHOD.md under its name.
public struct AppliedRule: Sendable, Hashable {
    /// The rule's name, such as `"published-zero-is-not-available"`.
    public let name: String
    /// What it touched: cells, codes or figures, in the source's own notation.
    public let touched: [String]

    /// The rule `name`, applied to `touched`.
    public init(_ name: String, touched: [String]) {
        self.name = name
        self.touched = touched
    }
}
