import FileFormats
import TestSupport
import Testing

@Suite("Files in pieces")
struct InputFilePiecesTests {
    private let path = Repository.fixtures + "/saft/books.xml"

    @Test("The pieces are the file, whatever their size", arguments: [1, 7, 4_096, 1 << 20])
    func pieces(size: Int) throws {
        var bytes: [UInt8] = []
        let whole = try InputFile.bytes(at: path)
        try InputFile.pieces(at: path, of: size, limit: 1 << 20) { piece, fileBytes throws(FileFormatError) in
            #expect(piece.count <= size && fileBytes == whole.count)
            bytes.append(contentsOf: piece)
            return true
        }
        #expect(bytes == whole)
        #expect(try InputFile.size(at: path) == whole.count)
    }

    @Test("A taker that has enough stops the reading")
    func stops() throws {
        var count = 0
        try InputFile.pieces(at: path, of: 100, limit: 1 << 20) { _, _ throws(FileFormatError) in
            count += 1
            return count < 3
        }
        #expect(count == 3)
    }

    @Test("Files beyond the limit, folders and nothing are refused")
    func refusals() throws {
        let size = try InputFile.size(at: path)
        func error(_ path: String, limit: Int) -> FileFormatError? {
            thrown { () throws(FileFormatError) in
                try InputFile.pieces(at: path, limit: limit) { _, _ throws(FileFormatError) in true }
            }
        }
        #expect(error(path, limit: size) == nil)
        #expect(error(path, limit: size - 1) == .tooLarge(path: path, bytes: size, limit: size - 1))
        let folder = Repository.fixtures
        #expect(error(folder, limit: 10) == .unreadable(path: folder, reason: "Is a directory"))
        #expect(error("absent", limit: 10) == .notFound(path: "absent"))
    }
}
