/// The texts in `xl/sharedStrings.xml`, which cells refer to by their number.
final class SharedStringsPart: WorkbookHandler {
    private(set) var strings = SharedStrings()
    private var item: StringItem?
    private let path: String
    private let limit: Int
    private let byteLimit: Int

    init(path: String, limits: XLSXLimits) {
        self.path = path
        limit = limits.cells
        // Where a text ends is held in four bytes.
        byteLimit = min(limits.stringBytes, 1 << 31)
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
        strings.append(finished)
        guard strings.heldBytes <= byteLimit else {
            throw .tooMany(path: path, of: "bytes of shared strings", limit: byteLimit)
        }
        item = nil
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        item?.append(bytes)
    }
}
