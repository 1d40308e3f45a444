import Accounts
import Datasets
import FileFormats
import TestSupport
import Testing

@Suite("docs/DATA.md")
struct DocumentedExampleTests {
    /// The files of the worked example: a name in bold, then a fenced block.
    private func files() throws -> [String: String] {
        let lines = try InputFile.text(at: Repository.root + "/docs/DATA.md")
            .split(separator: "\n", omittingEmptySubsequences: false)
        var files: [String: String] = [:]
        var name: String?
        var block: [Substring]?
        for line in lines {
            if line.hasPrefix("```") {
                if let name, let block { files[name] = block.joined(separator: "\n") + "\n" }
                if block != nil { name = nil }
                block = block == nil ? [] : nil
            } else if block != nil {
                block?.append(line)
            } else if line.hasPrefix("**"), line.hasSuffix("**") {
                name = String(line.dropFirst(2).dropLast(2))
            }
        }
        return files
    }

    @Test("The worked example is a sound dataset")
    func example() throws {
        let copy = DatasetCopy()
        let files = try files()
        #expect(
            files.keys.sorted() == (["dataset.json"] + DatasetKind.inputOutputTable.requiredFiles).sorted()
        )
        for (name, text) in files { try AtomicFile.write(text, to: copy.file(name)) }
        #expect(try DatasetCheck(of: copy.path).isSound)
        let (table, _) = try Dataset(at: copy.path).inputOutputTable()
        #expect(table.balanceReport.imbalances.isEmpty)
        #expect(table.valueAdded.values == [52, 96, 250])
    }
}
