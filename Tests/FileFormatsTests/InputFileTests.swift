import FileFormats
import Glibc
import Testing
import TestSupport

@Suite struct InputFileTests {
    @Test func bytesAndTextOfAFile() throws {
        #expect(try InputFile.text(at: fixture("plain.csv")) == "year,code,value\n2019,R01,1.5\n")
        #expect(try InputFile.bytes(at: fixture("plain.csv")).count == 29)
    }

    @Test func byteOrderMarkIsSkippedInText() throws {
        #expect(try InputFile.bytes(at: fixture("semicolon.csv")).first == 0xEF)
        #expect(try InputFile.text(at: fixture("semicolon.csv")).hasPrefix("year"))
    }

    @Test(arguments: ["absent.csv", "plain.csv/inner.csv", "plain.csv\0.txt"])
    func absentFile(name: String) {
        let path = fixture(name)
        #expect(
            thrown { () throws(FileFormatError) in _ = try InputFile.bytes(at: path) }
                == .notFound(path: path)
        )
    }

    @Test func folderIsUnreadable() {
        let error = thrown { () throws(FileFormatError) in _ = try InputFile.bytes(at: fixture("")) }
        #expect(error == .unreadable(path: fixture(""), reason: "Is a directory"))
    }

    @Test func namedPipeIsRefusedWithoutWaiting() throws {
        let folder = TemporaryFolder()
        #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
        let error = thrown { () throws(FileFormatError) in _ = try InputFile.bytes(at: folder.file("pipe")) }
        #expect(error == .unreadable(path: folder.file("pipe"), reason: "Not a regular file"))
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func fileWithoutPermission() throws {
        let folder = TemporaryFolder()
        try AtomicFile.write("x", to: folder.file("x"))
        chmod(folder.file("x"), 0)
        let error = thrown { () throws(FileFormatError) in _ = try InputFile.bytes(at: folder.file("x")) }
        #expect(error == .unreadable(path: folder.file("x"), reason: "Permission denied"))
    }

    @Test func fileBeyondTheLimit() {
        let path = fixture("plain.csv")
        let error = thrown { () throws(FileFormatError) in _ = try InputFile.bytes(at: path, limit: 28) }
        #expect(error == .tooLarge(path: path, bytes: 29, limit: 28))
    }

    /// Files in /proc claim no size, so only the bound while reading can stop them.
    @Test func fileThatGrowsBeyondItsSize() {
        let path = "/proc/self/status"
        let error = thrown { () throws(FileFormatError) in _ = try InputFile.bytes(at: path, limit: 10) }
        guard case .tooLarge(path, let bytes, 10) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(bytes > 10)
    }

    @Test func latin1IsNotUTF8() {
        let path = fixture("latin1.csv")
        let error = thrown { () throws(FileFormatError) in _ = try InputFile.text(at: path) }
        #expect(error == .notUTF8(path: path, byteOffset: 7))
    }
}
