/// A file that is either there whole or not there at all.
public enum AtomicFile {
    /// Writes `bytes` to `path`, replacing what stands there.
    ///
    /// The bytes go to a temporary name in the same folder, are flushed to the disk and then renamed. A reader
    /// meets the old file or the new one, never half of it.
    ///
    /// - Throws: `.cannotWrite`; the temporary file is then gone and the old file untouched.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileFormatError) {
        let staged = try StagedFile(bytes, for: path)
        try staged.publish()
    }

    /// Writes `text` to `path` in UTF-8, as `write(_:to:)` does bytes.
    ///
    /// - Throws: `.cannotWrite`.
    public static func write(_ text: String, to path: String) throws(FileFormatError) {
        try write(Array(text.utf8), to: path)
    }
}
