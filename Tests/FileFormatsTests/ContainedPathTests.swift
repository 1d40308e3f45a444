import FileFormats
import Glibc
import Testing
import TestSupport

@Suite struct ContainedPathTests {
    private let folder: TemporaryFolder
    private var study: String { folder.file("study") }

    init() throws {
        folder = TemporaryFolder()
        var outputs = OutputSet(folder: folder.path)
        try outputs.add("study/data/a.csv", "a")
        try outputs.add("study-secret/b.csv", "b")
        try outputs.write()
        #expect(symlink("../study-secret/b.csv", folder.file("study/link.csv")) == 0)
        #expect(symlink("data", folder.file("study/inner")) == 0)
    }

    @Test(arguments: ["data/a.csv", "./data/a.csv", "data/../data/a.csv", "inner/a.csv", "."])
    func pathInside(relative: String) throws {
        #expect(try ContainedPath.resolve(relative, inside: study) == study + "/" + relative)
    }

    @Test(arguments: [
        "", "/etc/passwd", "..", "../study-secret/b.csv", "data/../../study-secret/b.csv", "link.csv",
        "../study/data/a.csv", "a\0b",
    ])
    func pathOutside(relative: String) {
        let error = thrown { () throws(FileFormatError) in
            _ = try ContainedPath.resolve(relative, inside: study)
        }
        #expect(error == .outsideFolder(path: relative, folder: study))
    }

    @Test func pathToNothing() {
        let error = thrown { () throws(FileFormatError) in
            _ = try ContainedPath.resolve("absent.csv", inside: study)
        }
        #expect(error == .notFound(path: study + "/absent.csv"))
    }
}
