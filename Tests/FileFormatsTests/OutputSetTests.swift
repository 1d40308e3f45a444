import FileFormats
import Testing
import TestSupport

@Suite struct OutputSetTests {
    @Test func writesAllAndMakesFolders() throws {
        let folder = TemporaryFolder()
        var outputs = OutputSet(folder: folder.file("results/first"))
        try outputs.add("a.csv", "a\n")
        try outputs.add("tables/b.bin", [1, 2, 3])
        try outputs.write()
        #expect(try InputFile.text(at: folder.file("results/first/a.csv")) == "a\n")
        #expect(try InputFile.bytes(at: folder.file("results/first/tables/b.bin")) == [1, 2, 3])
    }

    @Test func nothingIsLeftWhenOneFileCannotBeWritten() throws {
        let folder = TemporaryFolder()
        try AtomicFile.write("old", to: folder.file("a.csv"))
        try OutputFolder.make(folder.file("b.csv"))
        var outputs = OutputSet(folder: folder.path)
        try outputs.add("a.csv", "new")
        try outputs.add("tables/c.csv", "new")
        try outputs.add("b.csv", "new")
        let error = thrown { () throws(FileFormatError) in try outputs.write() }
        #expect(error == .cannotWrite(path: folder.file("b.csv"), reason: "Is a directory"))
        #expect(folder.names == ["a.csv", "b.csv"])
        #expect(try InputFile.text(at: folder.file("a.csv")) == "old")
    }

    @Test func fileInTheFoldersPlace() throws {
        let folder = TemporaryFolder()
        try AtomicFile.write("x", to: folder.file("results"))
        var outputs = OutputSet(folder: folder.file("results/first"))
        try outputs.add("a.csv", "a")
        let error = thrown { () throws(FileFormatError) in try outputs.write() }
        #expect(error == .cannotWrite(path: folder.file("results/first"), reason: "File exists"))
    }

    @Test(arguments: ["../a.csv", "/a.csv", "", "b/../a.csv"])
    func nameThatLeavesTheFolder(name: String) {
        var outputs = OutputSet(folder: "results")
        let error = thrown { () throws(FileFormatError) in try outputs.add(name, "x") }
        #expect(error == .outsideFolder(path: name, folder: "results"))
    }

    @Test func nameAddedTwice() throws {
        var outputs = OutputSet(folder: "results")
        try outputs.add("a.csv", "x")
        let error = thrown { () throws(FileFormatError) in try outputs.add("a.csv", "y") }
        #expect(error == .cannotWrite(path: "results/a.csv", reason: "Two outputs have this name"))
    }
}
