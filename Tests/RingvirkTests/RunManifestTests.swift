import FileFormats
import Foundation
import Testing

@testable import Ringvirk

@Suite("Run manifest")
struct RunManifestTests {
    private func manifest(_ copy: StudyCopy) throws -> JSONValue {
        try copy.runAndWrite()
        return try JSONDocument(contentsOf: copy.results + "/manifest.json").root
    }

    private func digest(_ path: String) throws -> String {
        SHA256Digest(of: try InputFile.bytes(at: path)).hexadecimal
    }

    @Test("The digests of the outputs are those of the files written")
    func outputs() throws {
        let copy = try StudyCopy()
        let outputs = try #require(try manifest(copy)["outputs"]?.members)
        #expect(outputs.map(\.key).sorted() == StudyResultTests.names.filter { $0 != "manifest.json" })
        for output in outputs {
            #expect(output.value.text == (try digest(copy.results + "/" + output.key)), "\(output.key)")
        }
    }

    @Test(
        "Every file that was read is among the inputs, with its digest, by a path that tells nothing of the machine"
    )
    func inputs() throws {
        let copy = try StudyCopy()
        let inputs = try #require(try manifest(copy)["inputs"]?.elements)
        let files = inputs.compactMap { $0["file"]?.text }
        let datasets = [
            "table-2020": ["final_demand", "flows", "industries", "output", "primary_inputs"],
            "accounts": ["accounts", "industries", "regions"],
            "emissions": ["extensions", "industries", "measures"], "groups": ["industries", "mapping"],
        ]
        let expected =
            ["study.yaml", "actors.csv", "recipes.csv"]
            + datasets.flatMap { folder, names in
                (["dataset.json"] + names.map { $0 + ".csv" }).map { "studies/small/\(folder)/\($0)" }
            }
        #expect(Set(files) == Set(expected) && files.count == expected.count, "\(files)")
        for input in inputs {
            let file = try #require(input["file"]?.text)
            let path = file.contains("/") ? copy.data + "/" + file : copy.file(file)
            #expect(input["sha256"]?.text == (try digest(path)), "\(file)")
        }
        #expect(!(try InputFile.text(at: copy.results + "/manifest.json")).contains(copy.data))
    }

    @Test("Parameters, versions, rules and checks")
    func parameters() throws {
        let copy = try StudyCopy()
        let manifest = try manifest(copy)
        #expect(manifest["study"]?.text == "small" && manifest["region"]?.text == "1")
        #expect(manifest["year"]?.integer == 2020 && manifest["unit"]?.text == "MNOK")
        #expect(manifest["ringvirk"]?.text == RunManifest.version)
        let parameters = try #require(manifest["parameters"])
        #expect(parameters["method"]?.text == "cilq" && parameters["delta"]?.isNull == true)
        #expect(parameters["relative_size"]?.number == 0.25)
        #expect(parameters["propensity_to_consume"]?.number == 0.75)
        #expect(manifest["rules"]?.elements?.count == 3)
        for (_, deviation) in (manifest["checks"]?.members ?? []).map({ ($0.key, $0.value.number) }) {
            #expect(deviation?.isFinite == true)
        }
        let conditions = try #require(manifest["reciprocal_condition_numbers"])
        #expect(conditions["nation"]?.number ?? 0 > 0.01 && conditions["region"]?.number ?? 0 > 0.01)
    }

    @Test("A changed input changes its digest, though the results stay")
    func changedInput() throws {
        let (one, other) = (try StudyCopy(), try StudyCopy())
        try other.edit("study.yaml", "# A country", "# The country")
        let (before, after) = (try manifest(one), try manifest(other))
        #expect(before["outputs"] == after["outputs"])
        #expect(before["inputs"]?[0]?["file"]?.text == "study.yaml")
        #expect(before["inputs"]?[0] != after["inputs"]?[0])
    }
}
