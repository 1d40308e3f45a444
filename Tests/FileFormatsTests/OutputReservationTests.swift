import FileFormats
import Foundation
import Testing
import TestSupport

@Suite("Output reservation")
struct OutputReservationTests {
    @Test("The old file stands until the new one is whole")
    func publish() throws {
        let folder = TemporaryFolder()
        try AtomicFile.write("old", to: folder.file("index"))
        let reservation = try OutputReservation(for: folder.file("index"))
        #expect(folder.names == ["index"])
        try Data("new".utf8).write(to: URL(fileURLWithPath: reservation.temporary))
        #expect(try InputFile.text(at: folder.file("index")) == "old")
        try reservation.publish()
        #expect(try InputFile.text(at: folder.file("index")) == "new" && folder.names == ["index"])
    }

    @Test("What is given up leaves nothing")
    func discard() throws {
        let folder = TemporaryFolder()
        let reservation = try OutputReservation(for: folder.file("index"))
        try Data("half".utf8).write(to: URL(fileURLWithPath: reservation.temporary))
        reservation.discard()
        #expect(folder.names == [])
        #expect(
            thrown { () throws(FileFormatError) in try reservation.publish() }
                == .cannotWrite(path: folder.file("index"), reason: "No such file or directory")
        )
    }

    @Test("A folder that is not there is told of before the work begins")
    func missing() throws {
        let folder = TemporaryFolder()
        #expect(
            thrown { () throws(FileFormatError) in _ = try OutputReservation(for: folder.file("a/b")) }
                == .cannotWrite(path: folder.file("a/b"), reason: "No such file or directory")
        )
        #expect(
            thrown { () throws(FileFormatError) in _ = try OutputReservation(for: folder.path) }
                == .cannotWrite(path: folder.path, reason: "Is a directory")
        )
    }
}
