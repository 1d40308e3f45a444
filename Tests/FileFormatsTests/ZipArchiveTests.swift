import FileFormats
import TestSupport
import Testing

@Suite("Zip archives, unpacked as a stream")
struct ZipArchiveTests {
    private let books = Repository.fixtures + "/saft/books.zip"

    @Test("Names, sizes and contents")
    func entries() throws {
        let archive = try ZipArchive(contentsOf: books)
        #expect(archive.names == ["SAF-T Financial_912345678_20250131120000.xml", "__MACOSX/._SAF-T.xml"])
        let name = try #require(archive.names.first)
        var bytes: [UInt8] = []
        try archive.unpack(name) { piece throws(FileFormatError) in bytes.append(contentsOf: piece) }
        #expect(bytes == (try InputFile.bytes(at: Repository.fixtures + "/saft/books.xml")))
        #expect(archive.statedSize(of: name) == bytes.count && archive.unpackedBytes == bytes.count)
    }

    @Test("Bounds on the file, its entries and what they unpack to")
    func limits() {
        for (field, limit) in [
            (\ZipLimits.fileBytes, 100), (\.entryBytes, 100), (\.totalBytes, 100), (\.entries, 1),
        ] {
            var limits = ZipLimits.default
            limits[keyPath: field] = limit
            let error = thrown { () throws(FileFormatError) in
                let archive = try ZipArchive(contentsOf: books, limits: limits)
                try archive.unpack(archive.names[0]) { _ throws(FileFormatError) in }
            }
            switch error {
            case .tooLarge, .unpacksTooLarge, .tooMany: break
            default: Issue.record("\(String(describing: error))")
            }
        }
    }

    @Test("What is no archive, or not there")
    func refusals() {
        let text = Repository.fixtures + "/saft/books.xml"
        let noArchive = thrown { () throws(FileFormatError) in _ = try ZipArchive(contentsOf: text) }
        #expect(noArchive == .damaged(path: text, reason: "it is not a zip archive"))
        let absent = thrown { () throws(FileFormatError) in _ = try ZipArchive(contentsOf: "absent.zip") }
        #expect(absent == .notFound(path: "absent.zip"))
    }
}
