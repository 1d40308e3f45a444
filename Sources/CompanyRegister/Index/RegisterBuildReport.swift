public import Accounts

/// What went into an index, and what the named rules did on the way.
public struct RegisterBuildReport: Sendable, Hashable {
    /// One file's share.
    public struct File: Sendable, Hashable {
        /// The file's path, as the user named it.
        public let path: String
        /// Its digest.
        public let sha256: String
        /// Units, or mergers, read from it.
        public let units: Int
        /// Whether they are establishments.
        public let holdsEstablishments: Bool
        /// The classification of its industry codes; `nil` for a list of mergers.
        public let classification: IndustryClassification?
        /// Units whose code only that classification has, and units whose code only another has.
        public let exclusiveCodes: [IndustryClassification: Int]
        /// The day it was made.
        public let day: CalendarDate?
        /// What was done to its units.
        public let rules: [AppliedRule]
    }

    /// The files, in the order they were read.
    public let files: [File]
    /// Firms in the index.
    public let enterprises: Int
    /// Establishments in the index.
    public let establishments: Int
    /// Units that stood in more than one file, of which the last file's was kept.
    public let replaced: Int
}
