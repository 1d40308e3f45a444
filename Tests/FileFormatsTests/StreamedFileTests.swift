import Foundation
import Testing
import TestSupport

@testable import FileFormats

@Suite("Files written piece by piece")
struct StreamedFileTests {
    private let temporary = TemporaryFolder()
    private var folder: String { temporary.path }

    private var contents: [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: folder).sorted()) ?? []
    }

    @Test("The pieces stand in the file once it is published")
    func pieces() throws {
        let file = try StreamedFile(folder + "/a.txt")
        var expected: [UInt8] = []
        for number in 0..<100_000 {
            try file.append("\(number)\n".utf8)
            expected += Array("\(number)\n".utf8)
        }
        #expect(file.byteCount == expected.count)
        try file.publish()
        #expect(contents == ["a.txt"])
        #expect(try InputFile.bytes(at: folder + "/a.txt") == expected)
    }

    @Test("A file dropped before it is published leaves nothing")
    func dropped() throws {
        try StreamedFile(folder + "/a.txt").append([1, 2, 3])
        #expect(contents.isEmpty)
    }

    @Test("A set's files get their names together; names that leave the folder or stand twice are refused")
    func set() throws {
        let files = StreamedOutputSet(folder: folder + "/out")
        try files.add("deep/a.txt", Array("a".utf8))
        let other = try files.add("b.txt")
        try other.append("b".utf8)
        #expect(throws: FileFormatError.outsideFolder(path: "../c", folder: folder + "/out")) {
            _ = try files.add("../c")
        }
        #expect(throws: FileFormatError.self) { _ = try files.add("b.txt") }
        #expect(!contents.contains { $0.hasSuffix(".txt") })
        try files.publish()
        #expect(contents == ["out", "out/b.txt", "out/deep", "out/deep/a.txt"])
        #expect(files.names == ["deep/a.txt", "b.txt"])
    }

    @Test("A folder in a file's place and a folder that is not there are refused")
    func refusals() throws {
        #expect(throws: FileFormatError.self) { _ = try StreamedFile(folder + "/none/a.txt") }
        #expect(throws: FileFormatError.cannotWrite(path: "", reason: "Not a file name")) {
            _ = try StreamedFile("")
        }
        try FileManager.default.createDirectory(atPath: folder + "/a", withIntermediateDirectories: true)
        try Data([1]).write(to: URL(fileURLWithPath: folder + "/a/b"))
        #expect(throws: FileFormatError.self) { try StreamedFile(folder + "/a").publish() }
    }

    @Test("Packed by gzip and zip, the same bytes come out, and the same bytes go in each time")
    func packed() throws {
        let bytes = Array(String(repeating: "Kvarts og koks. ", count: 10_000).utf8)
        let packed = try #require(GzipFile.pack(bytes))
        #expect(packed == GzipFile.pack(bytes))
        #expect(packed.starts(with: [0x1F, 0x8B]))
        for name in ["a.zip", "b.zip"] {
            let source = try StreamedFile(folder + "/source")
            try source.append(bytes)
            let archive = try StreamedFile(folder + "/" + name)
            try ZipFile.pack(source, entry: "books.xml", to: archive)
            try archive.publish()
        }
        let archive = try InputFile.bytes(at: folder + "/a.zip")
        #expect(try archive == InputFile.bytes(at: folder + "/b.zip"))
        #expect(contents == ["a.zip", "b.zip"])
    }
}
