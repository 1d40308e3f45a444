import FileFormats
import Foundation
import TestSupport
import Testing

@Suite("Byte stream")
struct ByteStreamTests {
    private func register(_ name: String) -> String { Repository.fixtures + "/register/" + name }

    /// Everything that comes out of a file, and the largest piece.
    private func read(_ path: String, limit: Int = ByteStream.defaultLimit) throws(FileFormatError) -> (
        bytes: [UInt8], largest: Int, digest: String, progress: Double
    ) {
        var stream = try ByteStream(path, limit: limit)
        var (all, piece, largest): ([UInt8], [UInt8], Int) = ([], [], 0)
        while try stream.next(&piece) {
            largest = max(largest, piece.count)
            all += piece
        }
        return (all, largest, stream.digest.hexadecimal, stream.progress)
    }

    @Test("A plain file comes as it is, a packed one unpacked; the digest is the file's own")
    func both() throws {
        let plain = try read(register("enheter.csv"))
        let packed = try read(register("enheter.csv.gz"))
        let bytes = try InputFile.bytes(at: register("enheter.csv"))
        #expect(plain.bytes == packed.bytes && plain.bytes == bytes)
        #expect(plain.digest == SHA256Digest(of: plain.bytes).hexadecimal)
        let onDisk = SHA256Digest(of: try InputFile.bytes(at: register("enheter.csv.gz")))
        #expect(packed.digest == onDisk.hexadecimal)
        #expect(plain.progress == 1 && packed.progress == 1)
    }

    @Test("Packed files one after another are one, and zeros after them padding")
    func members() throws {
        #expect(String(decoding: try read(register("two-files.gz")).bytes, as: UTF8.self) == "one,two")
    }

    @Test("What packs a thousandfold comes out in small pieces, and is bounded")
    func bomb() throws {
        let zeros = try read(register("zeros.gz"))
        #expect(zeros.bytes.count == 32 << 20 && zeros.largest <= ByteStream.pieceSize)
        let error = thrown { () throws(FileFormatError) in
            _ = try read(register("zeros.gz"), limit: 1 << 20)
        }
        guard case .unpacksTooLarge(_, _, let bytes, let limit) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(bytes <= limit + ByteStream.pieceSize && limit == 1 << 20)
        #expect(
            thrown { () throws(FileFormatError) in _ = try read(register("enheter.csv"), limit: 100) }
                == .tooLarge(path: register("enheter.csv"), bytes: 2_560, limit: 100)
        )
    }

    @Test("A packed file that is cut off or damaged is refused")
    func broken() {
        for (name, reason) in [
            ("cut-off", "the packed file is cut off"), ("damaged", "the packed file is damaged"),
        ] {
            let path = register(name + ".csv.gz")
            #expect(
                thrown { () throws(FileFormatError) in _ = try read(path) }
                    == .damaged(path: path, reason: reason)
            )
        }
    }

    @Test("Every way to cut a packed file off is refused")
    func everyCut() throws {
        let folder = TemporaryFolder()
        let whole = try InputFile.bytes(at: register("enheter.csv.gz"))
        for length in stride(from: 2, to: whole.count, by: 7) {
            let path = folder.file("cut.gz")
            try AtomicFile.write(Array(whole[..<length]), to: path)
            #expect(
                thrown { () throws(FileFormatError) in _ = try read(path) }
                    == .damaged(path: path, reason: "the packed file is cut off"),
                "\(length)"
            )
        }
    }

    @Test("An empty file is empty; a folder and a missing file are refused")
    func others() throws {
        let folder = TemporaryFolder()
        try AtomicFile.write("", to: folder.file("empty"))
        #expect(try read(folder.file("empty")).bytes == [])
        #expect(
            thrown { () throws(FileFormatError) in _ = try read(folder.path) }
                == .unreadable(path: folder.path, reason: "Is a directory")
        )
        #expect(
            thrown { () throws(FileFormatError) in _ = try read("nowhere") } == .notFound(path: "nowhere")
        )
    }
}
