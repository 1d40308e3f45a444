import CZip
import Glibc

/// A zip archive written from a file, as deliveries from Altinn are.
public enum ZipFile {
    /// Packs what was written to `source` into a new archive with one entry, in bounded memory.
    ///
    /// - Throws: `.cannotWrite`.
    public static func pack(
        _ source: StreamedFile,
        entry: String,
        to destination: StreamedFile
    ) throws(FileFormatError) {
        try source.finishWriting()
        try pack(source.temporaryPath, entry: entry, to: destination.temporaryPath)
    }

    /// Packs what stands at `source` into a new archive at `destination` with one entry, in bounded memory.
    ///
    /// The entry's time is 1 January 2020, so that the same contents pack to the same bytes with the same zlib.
    ///
    /// - Throws: `.cannotWrite`.
    static func pack(
        _ source: String,
        entry: String,
        to destination: String
    ) throws(FileFormatError) {
        var code: Int32 = 0
        guard let archive = zip_open(destination, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            throw .cannotWrite(path: destination, reason: "libzip: \(code)")
        }
        guard let contents = zip_source_file(archive, source, 0, -1) else {
            let reason = String(cString: zip_strerror(archive))
            zip_discard(archive)
            throw .cannotWrite(path: destination, reason: reason)
        }
        let index = zip_file_add(archive, entry, contents, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            let reason = String(cString: zip_strerror(archive))
            zip_source_free(contents)
            zip_discard(archive)
            throw .cannotWrite(path: destination, reason: reason)
        }
        // The time in DOS form, which knows no time zone: bits of year − 1980, month, day.
        zip_file_set_dostime(archive, UInt64(index), 0, 40 << 9 | 1 << 5 | 1, 0)
        // The system and mode of the file must not be the machine's.
        zip_file_set_external_attributes(archive, UInt64(index), 0, 3, 0o100644 << 16)
        guard zip_close(archive) == 0 else {
            let reason = String(cString: zip_strerror(archive))
            zip_discard(archive)
            throw .cannotWrite(path: destination, reason: reason)
        }
    }
}
