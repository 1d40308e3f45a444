import FileFormats
import Testing

@Suite struct JSONValueTests {
    @Test func prettyTextIsStable() {
        let value: JSONValue = [
            "b": 1, "a": [1.5, 12.0, -0.0, nil, true, []], "text": "\"\\\n\t\u{1}æ😀/", "empty": [:],
            "not a number": .number(.nan),
        ]
        #expect(
            value.prettyText == """
                {
                  "b": 1,
                  "a": [
                    1.5,
                    12,
                    0,
                    null,
                    true,
                    []
                  ],
                  "text": "\\"\\\\\\n\\t\\u0001æ😀/",
                  "empty": {},
                  "not a number": null
                }

                """
        )
    }

    @Test func accessors() throws {
        let value: JSONValue = ["n": 2, "x": 0.5, "s": "t", "b": false, "z": nil, "a": [1]]
        #expect(value["n"]?.integer == 2 && value["n"]?.number == 2)
        #expect(value["x"]?.number == 0.5 && value["x"]?.integer == nil)
        #expect(value["s"]?.text == "t" && value["s"]?.number == nil)
        #expect(value["b"]?.boolean == false && value["z"]?.isNull == true)
        #expect(value["a"]?[0] == 1 && value["a"]?[1] == nil && value["absent"] == nil)
    }

    /// Property: what is printed parses back to the same value.
    @Test func roundTrip() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            let value = JSONValueTests.random(depth: 4, &generator)
            #expect(try JSONValue(parsing: value.prettyText, file: "t") == value)
        }
    }

    private static func random(depth: Int, _ generator: inout SeededGenerator) -> JSONValue {
        let count = Int.random(in: 0..<4, using: &generator)
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .integer(Int.random(in: .min ... .max, using: &generator))
        case 3: return .number(Double.random(in: -1...1, using: &generator) / 3)
        case 4: return .string(text(&generator))
        case 5: return .array((0..<count).map { _ in random(depth: depth - 1, &generator) })
        default:
            return .object(
                pairs: (0..<count).map { ("\($0)" + text(&generator), random(depth: depth - 1, &generator)) }
            )
        }
    }

    private static func text(_ generator: inout SeededGenerator) -> String {
        let alphabet: [Character] = [
            "a", "ø", "\"", "\\", "\n", "\u{0}", "\u{1F}", "\u{7F}", "\u{2028}", "😀", "/",
        ]
        return String(
            (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            }
        )
    }
}
