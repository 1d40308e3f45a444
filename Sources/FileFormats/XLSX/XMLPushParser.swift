import CExpat

/// Feeds pieces of an XML document through expat to a handler, refusing what a workbook never needs.
///
/// A document type declaration is refused where it begins, and with it every entity a document could declare.
final class XMLPushParser {
    private let parser: OpaquePointer
    private let handler: any XMLHandler
    private let path: String
    private let part: String
    private var depth = 0
    private var failure: FileFormatError?

    /// Deeper than any workbook part nests, shallow enough that expat's own bookkeeping stays small.
    private static let maximumDepth = 256

    init(part: String, of path: String, handler: any XMLHandler) throws(FileFormatError) {
        guard let parser = XML_ParserCreateNS(nil, XML_Char(UInt8(ascii: "|"))) else {
            throw .unreadable(path: path, reason: "no memory for an XML parser")
        }
        self.parser = parser
        self.handler = handler
        self.path = path
        self.part = part
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(parser, elementStarted, elementEnded)
        XML_SetCharacterDataHandler(parser, charactersRead)
        XML_SetStartDoctypeDeclHandler(parser, doctypeStarted)
    }

    deinit {
        XML_ParserFree(parser)
    }

    /// Parses the next piece; the last one, which may be empty, is `final`.
    func feed(_ bytes: UnsafeBufferPointer<UInt8>, final: Bool = false) throws(FileFormatError) {
        let status = bytes.withMemoryRebound(to: CChar.self) { characters in
            XML_Parse(parser, characters.baseAddress, Int32(characters.count), final ? 1 : 0)
        }
        if let failure { throw failure }
        guard status == XML_STATUS_ERROR else { return }
        let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "not well-formed"
        throw damaged(words)
    }

    /// Ends the document.
    func finish() throws(FileFormatError) {
        try feed(UnsafeBufferPointer(start: nil, count: 0), final: true)
    }

    fileprivate func started(_ name: UnsafePointer<XML_Char>, _ attributes: XMLAttributes) {
        attempt { () throws(FileFormatError) in
            depth += 1
            guard depth <= XMLPushParser.maximumDepth else {
                throw .tooMany(
                    path: path,
                    of: "nested elements in \(part)",
                    limit: XMLPushParser.maximumDepth
                )
            }
            try handler.start(XMLName.local(name), attributes)
        }
    }

    fileprivate func ended(_ name: UnsafePointer<XML_Char>) {
        attempt { () throws(FileFormatError) in
            depth -= 1
            try handler.end(XMLName.local(name))
        }
    }

    fileprivate func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        if failure == nil { handler.text(bytes) }
    }

    fileprivate func refuseDoctype() {
        attempt { () throws(FileFormatError) in
            throw damaged("a document type declaration, which could declare entities, is not accepted")
        }
    }

    /// Runs a callback; what it throws is kept, for Swift errors cannot pass through expat.
    private func attempt(_ body: () throws(FileFormatError) -> Void) {
        guard failure == nil else { return }
        do {
            try body()
        } catch {
            failure = error
            XML_StopParser(parser, 0)
        }
    }

    private func damaged(_ reason: String) -> FileFormatError {
        let line = XML_GetCurrentLineNumber(parser)
        return .damaged(path: path, reason: "\(part), line \(line): \(reason)")
    }
}

private func owner(_ userData: UnsafeMutableRawPointer?) -> XMLPushParser? {
    userData.map { Unmanaged<XMLPushParser>.fromOpaque($0).takeUnretainedValue() }
}

private func elementStarted(
    _ userData: UnsafeMutableRawPointer?,
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
    guard let name else { return }
    owner(userData)?.started(name, XMLAttributes(pairs: attributes))
}

private func elementEnded(_ userData: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) {
    guard let name else { return }
    owner(userData)?.ended(name)
}

private func charactersRead(
    _ userData: UnsafeMutableRawPointer?,
    _ characters: UnsafePointer<XML_Char>?,
    _ count: Int32
) {
    guard let characters, count > 0 else { return }
    characters.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        owner(userData)?.read(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
}

private func doctypeStarted(
    _ userData: UnsafeMutableRawPointer?,
    _ name: UnsafePointer<XML_Char>?,
    _ systemID: UnsafePointer<XML_Char>?,
    _ publicID: UnsafePointer<XML_Char>?,
    _ hasInternalSubset: Int32
) {
    owner(userData)?.refuseDoctype()
}
