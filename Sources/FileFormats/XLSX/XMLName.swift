import CExpat
import Glibc

/// Element names as expat hands them over: `namespace|local`.
enum XMLName {
    private static let namespaces = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/package/2006/relationships",
    ]

    /// The local name where the namespace is a workbook's own, whatever prefix the file gives it; `""` for
    /// elements of every other namespace.
    static func local(_ name: UnsafePointer<XML_Char>) -> String {
        guard let bar = strrchr(name, Int32(UInt8(ascii: "|"))) else { return "" }
        let length = UnsafePointer(bar) - name
        let isKnown = namespaces.contains { namespace in
            namespace.utf8.count == length && strncmp(name, namespace, length) == 0
        }
        return isKnown ? String(cString: bar + 1) : ""
    }
}
