/// What the user is told when something cannot be done: what is wrong, where, and what to do about it.
struct Message: Sendable, Equatable {
    /// The lines that say what is wrong, one a fault, each with file, place and value where they are known.
    let problems: [String]
    /// What to do about it.
    let remedy: String
    /// How the program ends.
    let exitCode: ExitStatus

    /// The message as it is printed.
    var text: String {
        (problems + ["→ " + remedy]).joined(separator: "\n")
    }
}

/// How the program can end; after sysexits.h.
enum ExitStatus: Int32, Sendable {
    /// Done.
    case done = 0
    /// The command line is wrong.
    case usage = 64
    /// The data are wrong.
    case badData = 65
    /// A file or folder is not there.
    case noInput = 66
    /// The calculation cannot be done.
    case numerical = 70
    /// A result cannot be written.
    case cannotWrite = 73
}
