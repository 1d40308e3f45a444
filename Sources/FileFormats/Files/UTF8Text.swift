/// Bytes taken as UTF-8, strictly.
enum UTF8Text {
    /// The text in `bytes`, without a byte order mark; `.notUTF8` names the first byte that does not fit.
    static func text(of bytes: [UInt8], file: String) throws(FileFormatError) -> String {
        guard let text = String(validating: bytes.dropFirst(markLength(in: bytes)), as: UTF8.self) else {
            throw .notUTF8(path: file, byteOffset: firstInvalidOffset(in: bytes) ?? 0)
        }
        return text
    }

    /// Whether `bytes` are UTF-8, asked without a copy of them.
    static func isValid(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    /// Three where `bytes` begin with a byte order mark, otherwise none.
    static func markLength(in bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The offset of the first byte that no UTF-8 text could hold there; `nil` when all is well.
    static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
        var parser = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }
}
