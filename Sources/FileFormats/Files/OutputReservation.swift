import Glibc

/// A file that somebody else writes (a database, a library), which becomes the output only when it is whole.
///
/// It is made under a temporary name beside the output, flushed to the disk and renamed. Until then what stood at the
/// output's path is untouched.
public struct OutputReservation: Sendable {
    /// The path of the output.
    public let destination: String
    /// Where to write meanwhile; nothing stands there yet.
    public let temporary: String

    /// Reserves a temporary name in the folder of `destination`.
    ///
    /// - Throws: `.cannotWrite` where the path is a folder, or its folder is missing or may not be written to.
    public init(for destination: String) throws(FileFormatError) {
        let staged = try StagedFile([], for: destination)
        // Made and taken away again: whether the folder can be written to is known before hours of work.
        staged.discard()
        self.destination = destination
        temporary = staged.path
    }

    /// Flushes the temporary file and gives it its real name.
    ///
    /// - Throws: `.cannotWrite`; the temporary file is then gone and the old file untouched.
    public func publish() throws(FileFormatError) {
        let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
        let isFlushed = descriptor >= 0 && fsync(descriptor) == 0
        let reason = SystemReason.latest
        if descriptor >= 0 { close(descriptor) }
        guard isFlushed else {
            discard()
            throw .cannotWrite(path: destination, reason: reason)
        }
        try StagedFile(temporary: temporary, for: destination).publish()
    }

    /// Removes the temporary file, if it was made.
    public func discard() {
        unlink(temporary)
    }
}
