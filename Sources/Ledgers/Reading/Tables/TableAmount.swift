import FileFormats

/// Reads amounts of money as exported ledgers write them, into whole øre.
///
/// Thousands in threes, apart by a space, a no-break space (also the narrow one), an apostrophe or the sign that is not
/// the decimal one; a minus before or behind, or brackets around; `kr` or `NOK` before or behind; `100,-` for no øre.
/// More than two decimals only where the rest are zeros: a third of an øre is not money.
struct TableAmount {
    enum Outcome: Equatable {
        case oere(Int64)
        /// Nothing stands there.
        case empty
        /// A comma or point stands where only the other can.
        case wrongSign
        /// Comma or point could be either sign, and the decimal sign is not known.
        case unclear
        case notANumber
        /// There is a part of an øre.
        case tooFine
        /// More digits than any amount has.
        case tooLarge
    }

    /// The amount in `bytes`, whose decimal sign is `sign` as far as it is known.
    static func oere(in bytes: UnsafeBufferPointer<UInt8>, sign: DecimalSign?) -> Outcome {
        if let sign { return parsed(bytes, sign) }
        switch DecimalSign.evidence(in: bytes) {
        case .none: return parsed(bytes, .comma)
        case .sure(let found): return parsed(bytes, found)
        case .unclear: return .unclear
        }
    }

    /// The amount in a number of a workbook: `12500.5`, `1.25E4`, `1234.5600000000001`.
    static func oere(inNumber bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
        let plain = parsed(bytes, .point)
        guard plain == .notANumber || plain == .tooFine else { return plain }
        guard let value = CSVNumber.number(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
            return .notANumber
        }
        let scaled = value * 100
        guard abs(scaled) < 9e17 else { return .tooLarge }
        // Binary fractions miss the øre by far less than this, and a formula's third of a krone by far more.
        guard abs(scaled - scaled.rounded()) <= max(1e-4, abs(scaled) * 1e-14) else { return .tooFine }
        return .oere(Int64(scaled.rounded()))
    }

    private static func parsed(_ bytes: UnsafeBufferPointer<UInt8>, _ sign: DecimalSign) -> Outcome {
        var reader = TableAmount(bytes: bytes, sign: sign)
        return reader.outcome()
    }

    let bytes: UnsafeBufferPointer<UInt8>
    private let sign: DecimalSign
    var position = 0
    private var value: Int64 = 0
    private var isTooLarge = false
    /// Digits since the latest separator of thousands.
    private var run = 0
    private var hasGroups = false
    private var decimals = 0
    private var isTooFine = false

    private init(bytes: UnsafeBufferPointer<UInt8>, sign: DecimalSign) {
        self.bytes = bytes
        self.sign = sign
    }

    private mutating func outcome() -> Outcome {
        skipSpaces()
        if position == bytes.count { return .empty }
        let hasBracket = skip("(")
        var isNegative = skipMinus()
        if !isNegative, !hasBracket { _ = skip("+") }
        skipCurrency()
        if !isNegative { isNegative = skipMinus() }
        let first = position
        if let problem = readWhole() { return problem }
        var hasDecimals = false
        if position < bytes.count, bytes[position] == sign.byte {
            if hasGroups, run != 3 { return .wrongSign }
            position += 1
            hasDecimals = true
            readDecimals()
        }
        guard position > first, run > 0 || hasGroups || decimals > 0 else { return .notANumber }
        if position < bytes.count, bytes[position] == sign.byte || bytes[position] == sign.other {
            return .wrongSign
        }
        skipSpaces()
        // "100,-" says that there are no øre; "100,00-" and "100-" that the amount is negative.
        if skipMinus() {
            if !(hasDecimals && decimals == 0) {
                if isNegative || hasBracket { return .notANumber }
                isNegative = true
            }
        }
        skipSpaces()
        skipCurrency()
        if hasBracket {
            guard !isNegative, skip(")") else { return .notANumber }
            isNegative = true
        }
        skipSpaces()
        guard position == bytes.count else { return .notANumber }
        if isTooLarge { return .tooLarge }
        if isTooFine { return .tooFine }
        for _ in decimals..<max(decimals, 2) { multiply(adding: 0) }
        if isTooLarge { return .tooLarge }
        return .oere(isNegative ? -value : value)
    }

    /// Reads digits and what stands between thousands.
    private mutating func readWhole() -> Outcome? {
        while position < bytes.count {
            let byte = bytes[position]
            if byte &- 0x30 <= 9 {
                multiply(adding: Int64(byte &- 0x30))
                run += 1
                position += 1
                continue
            }
            let width = byte == sign.other || byte == UInt8(ascii: "'") ? 1 : spaceWidth()
            guard width > 0 else { break }
            let next = position + width
            guard next < bytes.count, bytes[next] &- 0x30 <= 9 else { break }
            let isWhole = hasGroups ? run == 3 : (1...3).contains(run)
            guard isWhole else { return byte == sign.other ? .wrongSign : .notANumber }
            hasGroups = true
            run = 0
            position = next
            if byte == sign.other, !hasThreeDigits(at: next) { return .wrongSign }
        }
        return hasGroups && run != 3 ? .notANumber : nil
    }

    private func hasThreeDigits(at index: Int) -> Bool {
        var count = 0
        while index + count < bytes.count, bytes[index + count] &- 0x30 <= 9 { count += 1 }
        return count == 3
    }

    private mutating func readDecimals() {
        while position < bytes.count, bytes[position] &- 0x30 <= 9 {
            let digit = Int64(bytes[position] &- 0x30)
            if decimals < 2 {
                multiply(adding: digit)
                decimals += 1
            } else if digit != 0 {
                isTooFine = true
            }
            position += 1
        }
    }

    private mutating func multiply(adding digit: Int64) {
        if value > 90_000_000_000_000_000 { isTooLarge = true } else { value = value * 10 + digit }
    }
}
