import FileFormats
import Testing
import TestSupport

@Suite("JSON record stream")
struct JSONRecordStreamTests {
    private let fields = ["number", "address.town", "address.code", "open", "name"]

    /// The wanted values of every object in `text`.
    private func read(_ text: String, limit: Int = JSONRecordStream.defaultLimit) throws -> [[String?]] {
        let folder = TemporaryFolder()
        try AtomicFile.write(text, to: folder.file("units.json"))
        var stream = JSONRecordStream(try ByteStream(folder.file("units.json")), fields: fields, limit: limit)
        var records: [[String?]] = []
        while let record = try stream.next() { records.append(fields.indices.map { record.text($0) }) }
        return records
    }

    private func problem(_ text: String) -> (line: Int?, problem: Fault.Problem)? {
        do {
            _ = try read(text)
            return nil
        } catch let error as FileFormatError {
            guard case .faults(let faults) = error, let fault = faults.first else { return nil }
            return (fault.place.line, fault.problem)
        } catch {
            return nil
        }
    }

    @Test("Wanted fields at any depth, with escapes; others, nulls and arrays passed over")
    func values() throws {
        let text = #"""
            [ {"number": 12, "address": {"lines": [{"town": "no"}, null], "town": "B\u00f8 \"x\"", "code": null}, "open": true},
              {"name": [1, 2], "other": {"name": "no"}, "number": -1.5e3}, {} ]
            """#
        #expect(
            try read(text) == [
                ["12", "Bø \"x\"", nil, "true", nil], ["-1.5e3", nil, nil, nil, nil],
                [nil, nil, nil, nil, nil],
            ]
        )
    }

    @Test("One object alone is an array of one; an empty array has none; a byte order mark is passed over")
    func forms() throws {
        #expect(try read(#"{"number": "1"}"#) == [["1", nil, nil, nil, nil]])
        #expect(try read("\u{FEFF} [ ] \n").isEmpty)
        #expect(try read("\u{FEFF}[{}]").count == 1)
    }

    @Test("Objects lie across the pieces a file is read in")
    func pieces() throws {
        let filler = String(repeating: "é", count: 40_000)
        let objects = (0..<20).map { #"{"filler": "\#(filler)", "number": \#($0)}"# }
        let records = try read("[" + objects.joined(separator: ",\n") + "]")
        #expect(records.map { $0[0] } == (0..<20).map { "\($0)" })
    }

    @Test("What breaks JSON's rules is refused, with the line")
    func malformed() {
        for (text, line) in [
            ("", 1), ("12", 1), ("[1]", 1), ("[{}", 1), ("[{},]", 1), ("[{}]x", 1), ("[{} {}]", 1),
            ("[{\"a\": tru}]", 1),
            ("[{\"a\": 01x}]", 1), ("[\n{\"a\" 1}]", 2), ("[{\"a\": 1,}]", 1), ("[{\"a\": [1 2]}]", 1),
            ("[{\"name\": \"\\q\"}]", 1), ("[{\"a\": \"\t\"}]", 1), ("[{\"a\": +1}]", 1),
            ("[{\"a\":\n\n}]", 3),
        ] {
            #expect(problem(text)?.line == line, "\(text)")
        }
        #expect(problem(#"[{"number": 1, "number": 2}]"#)?.problem == .duplicate(firstLine: 1))
    }

    @Test("Bounds: nesting, the size of an object, a file that ends inside one, another encoding")
    func bounds() throws {
        let deep =
            "[{\"a\": " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + "}]"
        #expect(throws: FileFormatError.self) { try read(deep) }
        let large = "[{\"a\": \"" + String(repeating: "x", count: 600_000) + "\"}]"
        #expect(try read(large).count == 1)
        do {
            _ = try read(large, limit: 1_000)
            Issue.record("an object beyond the limit was read")
        } catch let error as FileFormatError {
            guard case .tooLarge(_, _, 1_000) = error else {
                Issue.record("\(error)")
                return
            }
        }
        do {
            _ = try read("[{\"a\": \"never closed")
        } catch let error as FileFormatError {
            guard case .damaged(_, "the file is cut off inside an object") = error else {
                Issue.record("\(error)")
                return
            }
        }
        let folder = TemporaryFolder()
        try AtomicFile.write(
            Array("[{\"name\": \"B".utf8) + [0xF8] + Array("\"}]".utf8),
            to: folder.file("latin.json")
        )
        let error = thrown { () throws(FileFormatError) in
            var stream = JSONRecordStream(try ByteStream(folder.file("latin.json")), fields: ["name"])
            _ = try stream.next()
        }
        #expect(error == .notUTF8(path: folder.file("latin.json"), byteOffset: 12))
    }
}
