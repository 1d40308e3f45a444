/// An amount written with a decimal point, as XML's decimals are, taken exactly into whole øre.
enum AmountText: Equatable {
    /// The amount, within the bound.
    case amount(Kroner)
    /// Not a number so written; a comma, a space or an exponent makes it none.
    case notANumber
    /// More than two decimals that are not zero: not an amount of money, or a mistaken decimal sign.
    case fractionOfOere
    /// Beyond the bound.
    case tooLarge

    /// The amount in `bytes`: a sign or none, digits, and a point with decimals or none.
    ///
    /// - Parameter most: The bound on the amount without its sign.
    init(_ bytes: UnsafeBufferPointer<UInt8>, most: Kroner = .most) {
        var index = 0
        var isNegative = false
        if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            index = 1
        }
        var value: Int64 = 0
        var digits = 0
        var decimals = -1
        var isFraction = false
        var isTooLarge = false
        while index < bytes.count {
            let digit = bytes[index] &- 48
            if digit < 10 {
                digits += 1
                if decimals >= 2 {
                    isFraction = isFraction || digit != 0
                } else {
                    if decimals >= 0 { decimals += 1 }
                    // Kroner.mostInAFile is the largest bound there is; ten times as much still fits.
                    if value > most.oere { isTooLarge = true } else { value = value * 10 + Int64(digit) }
                }
            } else if bytes[index] == UInt8(ascii: "."), decimals < 0 {
                decimals = 0
            } else {
                self = .notANumber
                return
            }
            index += 1
        }
        guard digits > 0 else {
            self = .notANumber
            return
        }
        for _ in max(0, decimals)..<2 where !isTooLarge { value *= 10 }
        if isTooLarge || value > most.oere {
            self = .tooLarge
        } else if isFraction {
            self = .fractionOfOere
        } else {
            self = .amount(Kroner(oere: isNegative ? -value : value))
        }
    }
}
