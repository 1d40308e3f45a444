/// A Norwegian organisation number: nine digits, the last of which checks the others.
///
/// The control digit is taken modulo 11 with the weights 3 2 7 6 5 4 3 2 (Enhetsregisteret). A number whose control digit
/// is wrong is kept, for ledgers are full of them: `isValid` says so, and it is the reader's duty to warn.
public struct OrganisationNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The nine digits as one number; those of a number with leading zeros stand above its first digit.
    public let digits: UInt32

    /// The number with these digits; `nil` unless there are at most nine.
    public init?(digits: UInt32) {
        guard digits < 1_000_000_000 else { return nil }
        self.digits = digits
    }

    /// The number in `text`, as people and systems write it: `923609016`, `923 609 016`, `NO 923 609 016 MVA`,
    /// `NO923609016MVA`; with spaces, no-break spaces, full stops or hyphens between the digits.
    ///
    /// `nil` for anything else; in particular for what a spreadsheet makes of a number, such as `9,23609E+08`, whose
    /// digits are lost.
    public init?(_ text: some StringProtocol) {
        var letters: [UInt8] = []
        var digits: UInt32 = 0
        var count = 0
        var lettersAfter: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9":
                guard count < 9, lettersAfter.isEmpty else { return nil }
                digits = digits * 10 + (scalar.value - 48)
                count += 1
            case " ", "\u{A0}", "\u{202F}", "\t", ".", "-":
                continue
            case "A"..."Z", "a"..."z":
                let upper = UInt8(scalar.value) & 0xDF
                if count == 0 { letters.append(upper) } else { lettersAfter.append(upper) }
            default:
                return nil
            }
        }
        guard count == 9, letters.isEmpty || letters == Array("NO".utf8),
            lettersAfter.isEmpty || lettersAfter == Array("MVA".utf8)
        else { return nil }
        self.digits = digits
    }

    /// Whether the last digit is the one that the others ask for.
    public var isValid: Bool {
        let weights: [UInt32] = [3, 2, 7, 6, 5, 4, 3, 2]
        var rest = digits / 10
        var sum: UInt32 = 0
        for weight in weights.reversed() {
            sum += weight * (rest % 10)
            rest /= 10
        }
        let check = (11 - sum % 11) % 11
        return check == digits % 10
    }

    /// Whether Enhetsregisteret could not have given it out: its numbers begin with 8 or 9. Invented books have others.
    public var isOutsideRegister: Bool { digits < 800_000_000 }

    /// Nine digits, leading zeros included.
    public var description: String {
        let text = String(digits)
        return String(repeating: "0", count: 9 - text.count) + text
    }

    /// In the order of their digits.
    public static func < (left: OrganisationNumber, right: OrganisationNumber) -> Bool {
        left.digits < right.digits
    }
}
