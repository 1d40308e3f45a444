/// A file of a dataset, the digest `dataset.json` states for it, and the digest of what is there.
public struct DatasetDigest: Sendable, Hashable {
    /// The file's name, without the folder.
    public let file: String
    /// The SHA-256 that `dataset.json` states; `nil` where it states none.
    public let stated: String?
    /// The SHA-256 of the file; `nil` where there is no such file.
    public let found: String?
    /// How the two agree.
    public let state: State

    /// How a file agrees with its description.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// The file is the one described.
        case matches
        /// No digest is stated, as a dataset made by hand may leave it.
        case unstated
        /// The file has changed since it was described.
        case changed
        /// The file is described and gone.
        case missing
        /// The dataset lists its files and this one, which it could do without, is none of them: a leftover,
        /// or added later.
        case unlisted
    }

    /// Whether the dataset may be read with the file as it is.
    public var isAccepted: Bool { state == .matches || state == .unstated }

    init(file: String, stated: String?, found: String?, mayBeUnstated: Bool) {
        self.file = file
        self.stated = stated
        self.found = found
        switch (stated, found) {
        case (nil, _): state = mayBeUnstated ? .unstated : .unlisted
        case (_, nil): state = .missing
        case (let stated, let found): state = stated == found ? .matches : .changed
        }
    }
}
