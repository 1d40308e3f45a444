/// The texts in `xl/sharedStrings.xml`, which cells refer to by their number.
final class SharedStringsPart: WorkbookHandler {
    private(set) var strings: [String] = []
    private var item: StringItem?
    private let path: String
    private let limit: Int
    private let byteLimit: Int
    private var bytes = 0

    init(path: String, limits: XLSXLimits) {
        self.path = path
        limit = limits.cells
        byteLimit = limits.stringBytes
    }

    func start(_ element: WorkbookElement?, _ attributes: XMLTag) throws(FileFormatError) {
        if element == .sharedString {
            item = StringItem()
        } else {
            item?.start(element)
        }
    }

    func end(_ element: WorkbookElement?) throws(FileFormatError) {
        guard element == .sharedString, let finished = item else {
            item?.end(element)
            return
        }
        guard strings.count < limit else { throw .tooMany(path: path, of: "shared strings", limit: limit) }
        let text = finished.text
        bytes += text.utf8.count
        guard bytes <= byteLimit else {
            throw .tooMany(path: path, of: "bytes of shared strings", limit: byteLimit)
        }
        strings.append(text)
        item = nil
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        item?.append(bytes)
    }
}
