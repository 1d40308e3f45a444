import Datasets
import Testing

@testable import Ringvirk

@Suite("Checking a dataset as a study would")
struct DatasetCheckStudyTests {
    @Test("Every committed dataset is sound", arguments: EmbeddedStudy.datasets)
    func committed(folder: String) throws {
        #expect(try DatasetCheck(folder: EmbeddedStudy.data + "/" + folder).isSound)
    }

    @Test("What cannot be read is a dataset's error")
    func missing() throws {
        let copy = try StudyCopy()
        try copy.remove("groups/mapping.csv")
        let error = thrown { () throws(StudyError) in _ = try DatasetCheck(folder: copy.file("groups")) }
        guard case .dataset(.file(let path, _)) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path == copy.file("groups"))
    }
}
