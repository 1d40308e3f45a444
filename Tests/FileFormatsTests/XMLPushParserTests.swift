import Testing

@testable import FileFormats

/// Writes down what it is handed.
private final class Listening: XMLHandler {
    let vocabulary = XMLVocabulary(
        ["root", "field", "other"],
        withText: ["field"],
        namespaces: ["urn:one", "urn:two"],
        acceptsNone: true
    )
    private(set) var heard: [String] = []
    private var collected = ""

    func start(_ element: Int?, _ tag: XMLTag) throws(FileFormatError) {
        heard.append(
            "\(tag.line): <\(element.map(String.init) ?? tag.name + "?")\(tag["a"].map { " " + $0 } ?? "")>"
        )
        collected = ""
    }

    func end(_ element: Int?, _ tag: XMLTag) throws(FileFormatError) {
        heard.append("\(tag.line): \(collected)</\(element.map(String.init) ?? "?")>")
        collected = ""
        if tag.name == "stop" { throw .notFound(path: "stopped") }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { collected += String(decoding: bytes, as: UTF8.self) }
}

@Suite("XML, pushed")
struct XMLPushParserTests {
    private func heard(_ bytes: [UInt8], by size: Int) throws(FileFormatError) -> [String] {
        let handler = Listening()
        let parser = try XMLPushParser(of: "x.xml", handler: handler)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBufferPointer {
                piece throws(FileFormatError) in try parser.feed(piece)
            }
        }
        try parser.finish()
        return handler.heard
    }

    @Test(
        "Names in the namespaces or in none have numbers, wherever pieces end",
        arguments: [1, 2, 3, 7, 1_000]
    )
    func names(size: Int) throws {
        let document = """
            <?xml version="1.0"?>
            <p:root xmlns:p="urn:one" xmlns:q="urn:three" xmlns="urn:two">
            <field a="x">a &amp; <![CDATA[<b>]]>
            ø</field><q:field>no</q:field> between
            <p:unknown><other>no</other></p:unknown>
            <field>yes<other>no</other>again</field>
            </p:root>
            """
        let expected = [
            "2: <0>", "3: <1 x>", "4: a & <b>\nø</1>", "4: <field?>", "4: </?>", "5: <unknown?>", "5: <2>",
            "5: </2>",
            "5: </?>", "6: <1>", "6: <2>", "6: </2>", "6: again</1>", "7: </0>",
        ]
        #expect(try heard(Array(document.utf8), by: size) == expected)
    }

    @Test("windows-1252, which expat does not know")
    func windows1252() throws {
        let head = Array("<?xml version='1.0' encoding='Windows-1252'?><field>".utf8)
        let bytes = head + [0xD8, 0x80, 0x96, 0x9F, 0xFF] + Array("</field>".utf8)
        #expect(try heard(bytes, by: 10) == ["1: <1>", "1: Ø€–Ÿÿ</1>"])
        let undefined = head + [0x81] + Array("</field>".utf8)
        let error = thrown { () throws(FileFormatError) in _ = try heard(undefined, by: 10) }
        #expect(error == .damaged(path: "x.xml", reason: "line 1: not well-formed (invalid token)"))
    }

    @Test("What the handler throws ends the parsing")
    func handlerThrows() {
        let error = thrown { () throws(FileFormatError) in
            _ = try heard(Array("<a><stop/><b></a>".utf8), by: 100)
        }
        #expect(error == .notFound(path: "stopped"))
    }

    @Test("A new name for every element is refused, before the names fill the memory")
    func endlessNames() throws {
        let parser = try XMLPushParser(of: "x.xml", handler: Listening())
        let rest = String(repeating: "x", count: 1 << 14)
        var fed = 0
        let error = thrown { () throws(FileFormatError) in
            while fed < 256 << 20 {
                let bytes = Array((fed == 0 ? "<root>" : "<n\(fed)\(rest)/>").utf8)
                try bytes.withUnsafeBufferPointer { piece throws(FileFormatError) in try parser.feed(piece) }
                fed += bytes.count
            }
        }
        guard case .damaged("x.xml", let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.hasSuffix("out of memory") && fed < 128 << 20, "\(reason)")
    }

    @Test("Property: documents with bytes changed at random are read or refused, nothing worse")
    func changedBytes() {
        let document = Array(
            "<root xmlns='urn:one'><field a='1'>x&#65;</field><!-- c --><?p i?><other/></root>".utf8
        )
        var random = SeededGenerator(seed: 5)
        for _ in 0..<2_000 {
            var bytes = document
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
                    in: .min ... .max,
                    using: &random
                )
            }
            _ = try? heard(bytes, by: 16)
        }
    }
}
