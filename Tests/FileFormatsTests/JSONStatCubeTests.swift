import FileFormats
import Foundation
import TestSupport
import Testing

@Suite("JSON-stat")
struct JSONStatCubeTests {
    /// The cube in `text`, whose cells are packed as it is read; read otherwise, it must be the same.
    private func cube(_ text: String, _ contents: JSONStatCube.Contents = .figures) throws -> JSONStatCube {
        let packed = Result { try JSONStatCube(document(text), contents) }
        let plain = Result { try JSONStatCube(JSONDocument(text: text, file: "cube.json"), contents) }
        switch (packed, plain) {
        case (.success(let one), .success(let other)):
            #expect(one.numbers == other.numbers && one.marks == other.marks)
        case (.failure(let one), .failure(let other)):
            #expect(one as? FileFormatError == other as? FileFormatError)
        default: Issue.record("\(packed) and \(plain)")
        }
        return try packed.get()
    }

    private func document(_ text: String, limit: Int = 1 << 24) throws -> JSONDocument {
        let packing = JSONStatCube.packing(limit: limit)
        return try JSONDocument(bytes: Array(text.utf8), file: "cube.json", packing: packing)
    }

    /// A cube of two places and three years, in which parts can be replaced.
    private func text(
        size: String = "[2,3]",
        index: String = #"{"50":1,"15":0}"#,
        value: String = "[1,2.5,null,4,5,6]",
        more: String = ""
    ) -> String {
        """
        {"version":"2.0","class":"dataset","label":"09391: Products","source":"SSB","updated":"2026-03-01T07:00:00Z",
         "note":["One","Two"],"id":["Region","Tid"],"size":\(size),"role":{"time":["Tid"],"geo":["Region"]},
         "dimension":{"Region":{"label":"region","category":{"index":\(index),"label":{"50":"Trøndelag"}},
           "extension":{"elimination":true,"codelists":[{"id":"agg_F","label":"Counties"}]}},
          "Tid":{"category":{"index":["2017","2018","2019"],"unit":{"2017":{"base":"kr","decimals":2}}}}},
         "value":\(value)\(more)}
        """
    }

    private func faults(_ text: String, _ contents: JSONStatCube.Contents = .figures) -> [Fault] {
        do {
            _ = try cube(text, contents)
            return []
        } catch FileFormatError.faults(let faults) {
            return faults
        } catch {
            return []
        }
    }

    @Test("Version 2: dimensions in order, categories by position, roles, units, what may be left out")
    func version2() throws {
        let cube = try cube(text(more: #","status":{"2":".."}"#))
        #expect(cube.label == "09391: Products" && cube.source == "SSB" && cube.notes == ["One", "Two"])
        #expect(cube.updated == "2026-03-01T07:00:00Z")
        #expect(cube.dimensions.map(\.code) == ["Region", "Tid"])
        #expect(cube.dimensions.map(\.role) == [.geo, .time])
        #expect(cube.dimensions[0].categories.map(\.code) == ["15", "50"])
        #expect(cube.dimensions[0].categories.map(\.label) == ["15", "Trøndelag"])
        #expect(cube.dimensions[0].isEliminable == true && cube.dimensions[1].isEliminable == nil)
        #expect(cube.dimensions[0].codeLists.map { [$0.code, $0.label] } == [["agg_F", "Counties"]])
        #expect(
            cube.dimensions[1].categories[0].unit == "kr" && cube.dimensions[1].categories[0].decimals == 2
        )
        #expect(cube.numbers == [1, 2.5, nil, 4, 5, 6])
        #expect(cube.marks == [2: ".."])
    }

    @Test("Version 1: the dataset under a name, sizes and roles inside the dimensions")
    func version1() throws {
        let cube = try cube(
            """
            {"dataset":{"dimension":{"A":{"category":{"label":{"x":"X"}}},"B":{"category":{"index":["p","q"]}},
             "id":["A","B"],"size":[1,2],"role":{"metric":["B"]}},"label":"Old","value":[1,2],"status":[null,"e"]}}
            """
        )
        #expect(cube.dimensions.map(\.code) == ["A", "B"] && cube.dimensions[1].role == .metric)
        #expect(cube.dimensions[0].categories.map(\.label) == ["X"])
        #expect(cube.numbers == [1, 2] && cube.marks == [1: "e"] && cube.label == "Old")
    }

    @Test("Values and statuses may be left out, stand in an array or object, or be one for all")
    func sparse() throws {
        let sparse = try cube(text(value: #"{"0":1,"5":6.5}"#, more: #","status":["a"]"#))
        #expect(sparse.numbers == [1, nil, nil, nil, nil, 6.5])
        #expect(sparse.marks.count == 6 && sparse.marks[4] == "a")
        #expect(try cube(text(more: #","status":"b""#)).marks[0] == "b")
        #expect(try cube(text(more: #","status":null"#)).marks.isEmpty)
        let array = try cube(text(more: #","status":[null,"",":",null,null,null]"#))
        #expect(array.marks == [2: ":"])
    }

    @Test("A description needs no figures")
    func description() throws {
        let cube = try cube(text(value: "[]"), .description)
        #expect(cube.cellCount == 0 && cube.dimensions.count == 2)
    }

    @Test("Sizes, values and positions that do not fit are told with their keys")
    func misfits() {
        #expect(faults(text(size: "[3,3]")).map(\.problem) == [.expected("2")])
        #expect(faults(text(size: "[2]")).first?.place.column == "size")
        #expect(faults(text(value: "[1,2,3]")).map(\.problem) == [.cellCount(expected: 6, found: 3)])
        #expect(
            faults(text(value: "[1,2,3]")).first?.place == Place(file: "cube.json", line: 6, column: "value")
        )
        #expect(faults(text(value: #"{"6":1}"#)).map(\.problem) == [.outside(lower: 0, upper: 5)])
        #expect(faults(text(value: #"{"x":1}"#)).map(\.value) == ["x"])
        #expect(faults(text(value: #"[1,"2",3,4,5,6]"#)).map(\.problem) == [.notANumber])
        #expect(faults(text(value: "7")).count == 1)
        #expect(faults(text(index: #"{"50":2,"15":0}"#)).map(\.problem) == [.outside(lower: 0, upper: 1)])
        #expect(faults(text(index: #"{"50":0,"15":0}"#)).map(\.problem) == [.duplicate(firstLine: nil)])
        #expect(faults(text(index: #"["50","50"]"#)).map(\.problem) == [.duplicate(firstLine: nil)])
        #expect(faults(text(index: "[]")).map(\.problem) == [.missing])
        #expect(
            faults(text(more: #","status":["a","b"]"#)).map(\.problem) == [.cellCount(expected: 6, found: 2)]
        )
        #expect(faults(text(more: #","status":{"9":"a"}"#)).map(\.problem) == [.outside(lower: 0, upper: 5)])
        #expect(faults(#"{"id":["A"],"size":[1],"dimension":{}}"#).map(\.problem) == [.missing])
        #expect(faults(#"{"size":[1],"dimension":{}}"#).count == 1)
        #expect(
            faults(#"{"id":["A","A"],"size":[1,1],"dimension":{}}"#).map(\.problem) == [
                .duplicate(firstLine: nil)
            ]
        )
    }

    @Test("What is no dataset is refused as that")
    func otherClasses() {
        #expect(faults(#"{"class":"collection","link":{}}"#).count == 1)
        #expect(faults(#"{"class":"dimension","dimension":{}}"#).map(\.value) == ["dimension"])
        #expect(faults(#"{"a":{"dimension":{}},"b":{"dimension":{}}}"#).count == 1)
        #expect(faults("[]").count == 1)
    }

    @Test("Dimensions that multiply beyond the limit are refused before room is made for them")
    func tooLarge() throws {
        let codes = (0..<300).map { "\"\($0)\"" }.joined(separator: ",")
        let names = (0..<9).map { "D\($0)" }
        let dimensions = names.map { "\"\($0)\":{\"category\":{\"index\":[\(codes)]}}" }.joined(
            separator: ","
        )
        let text = """
            {"id":[\(names.map { "\"\($0)\"" }.joined(separator: ","))],"size":[\(names.map { _ in "300" }.joined(separator: ","))],\
            "dimension":{\(dimensions)},"value":{"0":1}}
            """
        #expect(throws: FileFormatError.tooMany(path: "cube.json", of: "cells", limit: 1 << 24)) {
            try cube(text)
        }
    }

    @Test(
        "Published cubes are read: SSB's, and samples in the forms that other publishers use",
        .enabled(if: SharedTable.exists("data/jsonstat_pxweb")),
        arguments: [
            ("ssb_v2_data/ssb_v2_13615_status_dot.json", [10, 2, 1, 5], 30),
            ("ssb_v2_data/ssb_v2_11585_status_dotdot.json", [1, 3, 64], 5),
            ("ssb_v2_data/ssb_v2_09654.json", [1, 1, 19], 0),
            ("ssb_v1_data/ssb_v0_jsonstat1_aku.json", [1, 1, 14, 2], 2),
            ("pyjstat/ons.json", [1, 87, 3, 1, 1], 0), ("pyjstat/statswe.json", [1, 1, 19, 2, 1, 44], 0),
            ("samples/rjstat_canada.json", [1, 1, 20, 2, 3], 120),
        ]
    )
    func published(_ name: String, _ sizes: [Int], _ statuses: Int) throws {
        let path = Repository.shared + "/data/jsonstat_pxweb/" + name
        let cube = try JSONStatCube(JSONDocument(contentsOf: path))
        #expect(cube.dimensions.map(\.categories.count) == sizes || name.contains("statswe"))
        #expect(cube.cellCount == cube.dimensions.reduce(1) { $0 * $1.categories.count })
        #expect(cube.marks.count == statuses)
        if name.hasSuffix("ons.json") { #expect(cube.number(at: 1) == 96_699) }
    }

    @Test(
        "A published cube with fewer sizes than dimensions is refused",
        .enabled(if: SharedTable.exists("data/jsonstat_pxweb"))
    )
    func contradicting() throws {
        let path = Repository.shared + "/data/jsonstat_pxweb/pyjstat/QS104EW.json"
        #expect(throws: FileFormatError.self) { try JSONStatCube(JSONDocument(contentsOf: path)) }
    }

    @Test("Packed or not, what breaks JSON's rules is refused, at its line")
    func packedRefusals() throws {
        func error(_ text: String, limit: Int = 1 << 24) -> FileFormatError? {
            thrown { () throws(FileFormatError) in
                _ = try JSONDocument(
                    bytes: Array(text.utf8),
                    file: "cube.json",
                    packing: JSONStatCube.packing(limit: limit)
                )
            }
        }
        let place = Place(file: "cube.json", line: 1, column: "value.7")
        let twice = Fault(at: place, value: "7", .duplicate(firstLine: 1))
        #expect(error(#"{"value":{"7":1,"8":2,"7":3}}"#) == .faults([twice]))
        #expect(error(#"{"value":{"07":1,"7":3}}"#) == .faults([twice]))
        #expect(error(#"{"a":{"value":{"x":1,"x":3}}}"#) != nil)
        #expect(error(#"{"value":[1],"value":[2]}"#) != nil)
        let huge = Place(file: "cube.json", line: 3, column: "value[1]")
        #expect(
            error("{\"value\":[\n1,\n1e999\n]}") == .faults([Fault(at: huge, value: "1e999", .notFinite)])
        )
        for text in [
            "[1,]", "[,1]", "[01]", "[+1]", "[1.]", "[.5]", "[-]", "[nul]", "[1 2]", "[1", "[\"a]",
            #"["\x"]"#, "[1e]",
            "[0x1]", "[NaN]", #"{1:2}"#, #"{"1" 2}"#, #"{"1":2,}"#, #"{"1":2"#, #"{"1":}"#, "[\u{1}]",
            "[\"\u{1}\"]",
        ] {
            guard case .faults(let faults) = error("{\n\"value\":\(text)}"), faults.count == 1 else {
                Issue.record("\(text) was read")
                continue
            }
            #expect(faults[0].place.line == 2, "\(text)")
        }
        let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(
            error("{\"value\":[\(deep)]}") == .tooMany(path: "cube.json", of: "nested levels", limit: 64)
        )
        #expect(error(#"{"value":[{"a":1,"a":2}]}"#) != nil)
        #expect(error(#"{"value":[1,2,3]}"#, limit: 2) == .tooMany(path: "cube.json", of: "cells", limit: 2))
        #expect(error(#"{"value":[1,2]}"#, limit: 2) == nil)
    }

    @Test("A cell at fault is told with its key and line, however the text is laid out")
    func lines() {
        let wrong = "[1,\n2,\n\"x\",\ntrue,\n[1],\n6]"
        let places = faults(text(value: wrong)).map(\.place)
        #expect(
            places == [2, 3, 4].map { Place(file: "cube.json", line: 6 + $0, column: "value[\($0)]") }
        )
        #expect(faults(text(value: #"{"1":1,"x\n":2,"-1":3,"6":4}"#)).map(\.value) == ["x\n", "-1", "6"])
        #expect(
            faults(text(more: #","status":{"1":5,"2":{}}"#)).map(\.place.column) == ["status.1", "status.2"]
        )
    }

    @Test("A text is the same text, escaped or not")
    func escapes() throws {
        let marks = try cube(text(more: #","status":{"0":"a\"","1":"\u002e.","2":"..","3":"a\"","4":".."}"#))
            .marks
        #expect(marks == [0: "a\"", 1: "..", 2: "..", 3: "a\"", 4: ".."])
    }

    @Test("More different statuses than are told apart are refused")
    func statuses() throws {
        let codes = (0..<70_000).map { "\"\($0)\"" }.joined(separator: ",")
        let text = """
            {"id":["A"],"size":[70000],"dimension":{"A":{"category":{"index":[\(codes)]}}},"value":{},"status":[\(codes)]}
            """
        let error = FileFormatError.tooMany(path: "cube.json", of: "different statuses", limit: 65_535)
        #expect(throws: error) { try JSONStatCube(document(text)) }
    }

    /// Property: texts of random pieces are read the same, or refused the same, packed or not.
    @Test func packedAndPlain() {
        var generator = SeededGenerator(seed: 12)
        let pieces = [
            "1", "-2.5", "null", "\"a\"", "true", "[]", "{\"q\":[1]}", "1e3", "0.1", "\"..\"",
            "12345678901234567890",
            "-0",
        ]
        for _ in 0..<400 {
            let isObject = Bool.random(using: &generator)
            var items = (0..<6).map { place in
                (isObject ? "\"\(place)\" : " : "") + (pieces.randomElement(using: &generator) ?? "1")
            }
            if isObject { items.shuffle(using: &generator) }
            if Int.random(in: 0..<4, using: &generator) == 0 { items.removeLast() }
            let separator = [",", " ,\n"].randomElement(using: &generator) ?? ","
            let list = (isObject ? "{" : "[") + items.joined(separator: separator) + (isObject ? "}" : "]")
            let isValue = Bool.random(using: &generator)
            _ = try? cube(isValue ? text(value: list) : text(more: ",\"status\":" + list))
        }
    }
}

extension JSONStatCube {
    /// The numbers row by row.
    fileprivate var numbers: [Double?] { (0..<cellCount).map(number(at:)) }

    /// The statuses by position.
    fileprivate var marks: [Int: String] {
        Dictionary(
            uniqueKeysWithValues: (0..<cellCount).compactMap { place in
                status(at: place).map { (place, statuses[$0]) }
            }
        )
    }
}
