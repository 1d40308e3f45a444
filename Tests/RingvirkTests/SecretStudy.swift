import FileFormats
import Foundation
import TestSupport
import Testing

@testable import Ringvirk

/// A study of the embedded one's data whose actors file says that the firms are not invented.
enum SecretStudy {
    /// A copy in a folder of its own.
    static func make() throws -> (file: String, changes: StudyDefinition.Changes) {
        let folder = NSTemporaryDirectory() + "ringvirk-" + UUID().uuidString
        let original = EmbeddedStudy.data + "/studies/trondelag-2019"
        try FileManager.default.copyItem(atPath: original, toPath: folder)
        let actors = try CSVTable(contentsOf: original + "/actors.csv")
        var writer = CSVWriter()
        writer.write(row: actors.header)
        let place = try #require(actors.header.firstIndex(of: "illustrative"))
        for row in actors.rows {
            var fields = row.fields
            fields[place] = "no"
            writer.write(row: fields)
        }
        try AtomicFile.write(writer.text, to: folder + "/actors.csv")
        var changes = StudyDefinition.Changes()
        changes.dataFolder = EmbeddedStudy.data
        return (folder + "/study.yaml", changes)
    }
}
