import FileFormats
import Foundation
import TestSupport
import Testing

@Suite("JSON-stat")
struct JSONStatCubeTests {
    private func cube(_ text: String, _ contents: JSONStatCube.Contents = .figures) throws -> JSONStatCube {
        try JSONStatCube(JSONDocument(text: text, file: "cube.json"), contents)
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
        #expect(cube.values == [1, 2.5, nil, 4, 5, 6])
        #expect(cube.statuses == [2: ".."])
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
        #expect(cube.values == [1, 2] && cube.statuses == [1: "e"] && cube.label == "Old")
    }

    @Test("Values and statuses may be left out, stand in an array or object, or be one for all")
    func sparse() throws {
        let sparse = try cube(text(value: #"{"0":1,"5":6.5}"#, more: #","status":["a"]"#))
        #expect(sparse.values == [1, nil, nil, nil, nil, 6.5])
        #expect(sparse.statuses.count == 6 && sparse.statuses[4] == "a")
        #expect(try cube(text(more: #","status":"b""#)).statuses[0] == "b")
        #expect(try cube(text(more: #","status":null"#)).statuses.isEmpty)
        let array = try cube(text(more: #","status":[null,"",":",null,null,null]"#))
        #expect(array.statuses == [2: ":"])
    }

    @Test("A description needs no figures")
    func description() throws {
        let cube = try cube(text(value: "[]"), .description)
        #expect(cube.values.isEmpty && cube.dimensions.count == 2)
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
        #expect(cube.values.count == cube.dimensions.reduce(1) { $0 * $1.categories.count })
        #expect(cube.statuses.count == statuses)
        if name.hasSuffix("ons.json") { #expect(cube.values[1] == 96_699) }
    }

    @Test(
        "A published cube with fewer sizes than dimensions is refused",
        .enabled(if: SharedTable.exists("data/jsonstat_pxweb"))
    )
    func contradicting() throws {
        let path = Repository.shared + "/data/jsonstat_pxweb/pyjstat/QS104EW.json"
        #expect(throws: FileFormatError.self) { try JSONStatCube(JSONDocument(contentsOf: path)) }
    }
}
