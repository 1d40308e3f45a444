import FileFormats
import Glibc
import Testing
import TestSupport

@Suite struct AtomicFileTests {
    @Test func replacesWhatStoodThere() throws {
        let folder = TemporaryFolder()
        try AtomicFile.write("old and long", to: folder.file("a.txt"))
        try AtomicFile.write([0x6E, 0x65, 0x77], to: folder.file("a.txt"))
        #expect(try InputFile.text(at: folder.file("a.txt")) == "new")
        #expect(folder.names == ["a.txt"])
    }

    @Test func missingFolder() throws {
        let folder = TemporaryFolder()
        let path = folder.file("absent/a.txt")
        let error = thrown { () throws(FileFormatError) in try AtomicFile.write("x", to: path) }
        #expect(error == .cannotWrite(path: path, reason: "No such file or directory"))
    }

    @Test func folderInTheFilesPlace() throws {
        let folder = TemporaryFolder()
        try OutputFolder.make(folder.file("a.txt"))
        let error = thrown { () throws(FileFormatError) in
            try AtomicFile.write("x", to: folder.file("a.txt"))
        }
        #expect(error == .cannotWrite(path: folder.file("a.txt"), reason: "Is a directory"))
        #expect(folder.names == ["a.txt"])
    }
}
