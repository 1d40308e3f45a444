import Accounts
import FileFormats
import Foundation
import TestSupport
import Testing

@testable import Ringvirk

@Suite("The actor table's schema")
struct ActorTableSchemaTests {
    @Test("docs/actor_table.schema.json names every field that is written, and only those")
    func fields() throws {
        let schema = try object(InputFile.text(at: Repository.root + "/docs/actor_table.schema.json"))
        let described = try #require(schema["properties"] as? [String: Any])
        let result = try Study(definedIn: EmbeddedStudy.file).run()
        let file = try #require(result.files(language: .english).first { $0.name == "actor_table.json" })
        let table = try object(file.text)
        #expect(Set(table.keys) == Set(described.keys).subtracting(["confidential"]))

        let basis = try #require(table["basis"] as? [String: Any])
        #expect(Set(basis.keys) == Set(try properties(described["basis"]).keys))

        let rows = try #require(table["actors"] as? [[String: Any]])
        let row = (described["actors"] as? [String: Any])?["items"]
        let names = Set(try properties(row).keys)
        let required = try #require((row as? [String: Any])?["required"] as? [String])
        #expect(!rows.isEmpty)
        for fields in rows { #expect(Set(fields.keys) == names) }
        #expect(names.isSuperset(of: required))
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func properties(_ schema: Any?) throws -> [String: Any] {
        try #require((schema as? [String: Any])?["properties"] as? [String: Any])
    }
}
