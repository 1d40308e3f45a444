/// What stands between kroner and øre in a column of amounts.
public enum DecimalSign: String, Sendable, Hashable, CaseIterable {
    /// `12 500,00` or `12.500,00`
    case comma
    /// `12 500.00` or `12,500.00`
    case point

    var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }
    var other: UInt8 { self == .comma ? UInt8(ascii: ".") : UInt8(ascii: ",") }

    /// What an amount as text says of the decimal sign.
    enum Evidence: Equatable {
        /// Neither comma nor point stands in it.
        case none
        case sure(DecimalSign)
        /// One of them stands once, with three digits after it: 12.500 can be 12 500 kroner or 12 kroner and 50 øre.
        case unclear
    }

    /// What `bytes` say: the last of two signs is the decimal one; a sign that stands twice is not; one alone with three
    /// digits behind it could be either.
    static func evidence(in bytes: UnsafeBufferPointer<UInt8>) -> Evidence {
        var commas = 0
        var points = 0
        var last: DecimalSign?
        var before = 0
        var after = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: ","):
                commas += 1
                if last == nil { before = after }
                (last, after) = (.comma, 0)
            case UInt8(ascii: "."):
                // The point of "kr. 100" follows no digit.
                if after == 0, last == nil { continue }
                points += 1
                if last == nil { before = after }
                (last, after) = (.point, 0)
            case 0x30...0x39: after += 1
            default: break
            }
        }
        guard let last else { return .none }
        let other: DecimalSign = last == .comma ? .point : .comma
        if commas > 0, points > 0 { return .sure(last) }
        if commas + points > 1 { return .sure(other) }
        return after == 3 && (1...3).contains(before) ? .unclear : .sure(last)
    }
}
