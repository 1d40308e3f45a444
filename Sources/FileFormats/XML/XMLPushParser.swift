import CExpat

/// Feeds pieces of an XML document through expat to a handler, in memory that does not grow with the document.
///
/// A document type declaration is refused where it begins, and with it every entity a document could declare. The pieces
/// should be small (64 KiB, say) beside `XMLLimits.bytesWithoutTag`, which is looked at after each.
public final class XMLPushParser {
    private let parser: OpaquePointer
    private let memory = XMLMemory()
    private let handler: any XMLHandler
    private let vocabulary: XMLVocabulary
    private let path: String
    private let part: String?
    private let limits: XMLLimits
    // Nothing that these are lent to can reach them again: checking that a million times a second would take a tenth of the time.
    /// The elements that are open, by number in the vocabulary; −1 for others.
    @exclusivity(unchecked) private var open: [Int32] = []
    @exclusivity(unchecked) private var bytesWithoutTag = 0
    @exclusivity(unchecked) private var failure: FileFormatError?

    /// A parser of one document.
    ///
    /// - Parameters:
    ///   - part: The part of the file the document is, where the file holds several; named in what is thrown.
    ///   - path: The file, as the user named it.
    public init(
        part: String? = nil,
        of path: String,
        handler: any XMLHandler,
        limits: XMLLimits = .default
    ) throws(FileFormatError) {
        var suite = XMLMemory.suite
        var separator = XMLVocabulary.bar
        guard let parser = memory.counting({ XML_ParserCreate_MM(nil, &suite, &separator) }) else {
            throw .unreadable(path: path, reason: "no memory for an XML parser")
        }
        self.parser = parser
        self.handler = handler
        self.path = path
        self.part = part
        self.limits = limits
        vocabulary = handler.vocabulary
        open.reserveCapacity(limits.depth + 1)
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(parser, elementStarted, elementEnded)
        XML_SetStartDoctypeDeclHandler(parser, doctypeStarted)
        XML_SetUnknownEncodingHandler(parser, encodingMet, nil)
    }

    deinit {
        XML_ParserFree(parser)
    }

    /// Parses the next piece; the last one, which may be empty, is `final`.
    ///
    /// - Throws: `.damaged` with the line, for what is not well-formed or declares a document type; `.tooMany` beyond
    ///   the limits; what the handler throws.
    public func feed(_ bytes: UnsafeBufferPointer<UInt8>, final: Bool = false) throws(FileFormatError) {
        bytesWithoutTag += bytes.count
        let status = bytes.withMemoryRebound(to: CChar.self) { characters in
            memory.counting {
                XML_Parse(parser, characters.baseAddress, Int32(characters.count), final ? 1 : 0)
            }
        }
        if let failure { throw failure }
        guard status != XML_STATUS_ERROR else {
            let words =
                XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "not well-formed"
            throw damaged(words)
        }
        guard bytesWithoutTag <= limits.bytesWithoutTag else {
            throw .tooMany(path: path, of: "bytes between two tags", limit: limits.bytesWithoutTag)
        }
    }

    /// Ends the document.
    ///
    /// - Throws: `.damaged` where it is cut off.
    public func finish() throws(FileFormatError) {
        try feed(UnsafeBufferPointer(start: nil, count: 0), final: true)
    }

    fileprivate func started(
        _ name: UnsafePointer<CChar>,
        _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard failure == nil else { return }
        bytesWithoutTag = 0
        do throws(FileFormatError) {
            guard open.count < limits.depth else {
                throw .tooMany(
                    path: path,
                    of: "nested elements in \(part ?? "the document")",
                    limit: limits.depth
                )
            }
            let element = vocabulary.number(of: name)
            open.append(Int32(element ?? -1))
            listen(to: element)
            try handler.start(element, XMLTag(parser: parser, written: name, pairs: attributes))
        } catch {
            stop(error)
        }
    }

    fileprivate func ended(_ name: UnsafePointer<CChar>) {
        guard failure == nil, let number = open.popLast() else { return }
        bytesWithoutTag = 0
        do throws(FileFormatError) {
            try handler.end(
                number < 0 ? nil : Int(number),
                XMLTag(parser: parser, written: name, pairs: nil)
            )
            listen(to: open.last.flatMap { $0 < 0 ? nil : Int($0) })
        } catch {
            stop(error)
        }
    }

    fileprivate func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        if failure == nil { handler.text(bytes) }
    }

    fileprivate func refuseDoctype() {
        guard failure == nil else { return }
        stop(damaged("a document type declaration, which could declare entities, is not accepted"))
    }

    /// Has expat hand over the text that follows, or pass over it.
    private func listen(to element: Int?) {
        XML_SetCharacterDataHandler(parser, vocabulary.hasText(element) ? charactersRead : nil)
    }

    /// What a callback throws is kept, for Swift errors cannot pass through expat.
    private func stop(_ error: FileFormatError) {
        failure = error
        XML_StopParser(parser, 0)
    }

    private func damaged(_ reason: String) -> FileFormatError {
        let line = XML_GetCurrentLineNumber(parser)
        return .damaged(path: path, reason: (part.map { $0 + ", " } ?? "") + "line \(line): \(reason)")
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
    owner(userData)?.started(name, attributes)
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

private func encodingMet(
    _ data: UnsafeMutableRawPointer?,
    _ name: UnsafePointer<XML_Char>?,
    _ encoding: UnsafeMutablePointer<XML_Encoding>?
) -> Int32 {
    guard let name, let encoding else { return 0 }
    return XMLEncodings.describe(name, in: encoding) ? 1 : 0
}
