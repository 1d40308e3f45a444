/// The texts in `xl/sharedStrings.xml`, which cells refer to by their number.
final class SharedStringsPart: WorkbookHandler {
    private(set) var strings: [String] = []
    private var item: StringItem?
    private let path: String
    private let limit: Int

    init(path: String, limit: Int) {
        self.path = path
        self.limit = limit
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
        strings.append(finished.text)
        item = nil
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        item?.append(bytes)
    }
}
