import CExpat

/// Takes the elements of one part of a workbook as they come.
///
/// Elements arrive under their local name; those of namespaces other than a workbook's own arrive as `""`.
protocol XMLHandler: AnyObject {
    func start(_ element: String, _ attributes: XMLAttributes) throws(FileFormatError)
    func end(_ element: String) throws(FileFormatError)
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The attributes of the element that just started; valid only during the call.
struct XMLAttributes {
    let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

    /// The attribute `name` that belongs to no namespace.
    subscript(_ name: String) -> String? {
        value { $0 == name }
    }

    /// The attribute `id` of the relationships namespace, transitional or strict.
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
