import CExpat
import Glibc

/// A tag as it is met: where it stands, and its attributes. Valid only during the call it is handed to.
public struct XMLTag {
    let parser: OpaquePointer
    private let written: UnsafePointer<CChar>
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(
        parser: OpaquePointer,
        written: UnsafePointer<CChar>,
        pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        self.parser = parser
        self.written = written
        self.pairs = pairs
    }

    /// The line it begins on, counted from one.
    ///
    /// - Complexity: O(*n*) in the bytes since the line was last asked for.
    public var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

    /// The element's name, without its namespace.
    public var name: String {
        let name = String(cString: written)
        return name.split(separator: "|").last.map(String.init) ?? name
    }

    /// The attribute `name` that belongs to no namespace; `nil` in an end tag.
    public subscript(_ name: String) -> String? {
        guard let pairs else { return nil }
        return name.withCString { wanted -> String? in
            var index = 0
            while let name = pairs[index], let value = pairs[index + 1] {
                if strcmp(name, wanted) == 0 { return String(cString: value) }
                index += 2
            }
            return nil
        }
    }

    /// The bytes of the attribute `name` that belongs to no namespace; `nil` in an end tag.
    func bytes(of name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let pairs else { return nil }
        return name.withUTF8Buffer { wanted -> UnsafeBufferPointer<UInt8>? in
            guard let letters = wanted.baseAddress else { return nil }
            var index = 0
            while let name = pairs[index], let value = pairs[index + 1] {
                if strncmp(name, letters, wanted.count) == 0, name[wanted.count] == 0 {
                    let start = UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
                    return UnsafeBufferPointer(start: start, count: strlen(value))
                }
                index += 2
            }
            return nil
        }
    }

    /// The attribute `id` of the relationships namespace of workbooks, transitional or strict.
    var relationship: String? {
        value { name in
            name == "http://schemas.openxmlformats.org/officeDocument/2006/relationships|id"
                || name == "http://purl.oclc.org/ooxml/officeDocument/relationships|id"
        }
    }

    private func value(where matches: (String) -> Bool) -> String? {
        guard let pairs else { return nil }
        var index = 0
        while let name = pairs[index], let value = pairs[index + 1] {
            if matches(String(cString: name)) { return String(cString: value) }
            index += 2
        }
        return nil
    }
}
