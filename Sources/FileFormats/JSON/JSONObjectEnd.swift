/// Finds where an object ends, by its braces and quotes alone; what stands inside is for others to judge.
struct JSONObjectEnd {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    /// Goes on from `position` in `bytes`; `true` when the object's last brace has been passed.
    mutating func scan(_ bytes: [UInt8], from position: inout Int) -> Bool {
        let span = bytes.span
        var index = position
        defer { position = index }
        while index < span.count {
            let byte = span[index]
            index += 1
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return true }
            default: break
            }
        }
        return false
    }
}
