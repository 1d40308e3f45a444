import Accounts

extension Difference {
    /// What differs, in a clause.
    func clause(_ words: Words) -> String {
        switch self {
        case .label(let position, let one, let other):
            let (one, other) = (one.map(words.quoted), other.map(words.quoted))
            let none = words("nothing", "ingenting")
            return words(
                "code number \(position + 1) is \(one ?? none) in one place and \(other ?? none) in the other",
                "kode nummer \(position + 1) er \(one ?? none) det ene stedet og \(other ?? none) det andre")
        case .unit(let one, let other):
            return words(
                "one is in \(words.quoted(one.symbol)), the other in \(words.quoted(other.symbol))",
                "det ene er i \(words.quoted(one.symbol)), det andre i \(words.quoted(other.symbol))")
        case .year(let one, let other):
            return words("one is for \(one), the other for \(other)", "det ene er for \(one), det andre for \(other)")
        case .priceBasis(let one, let other):
            return words(
                "one is in \(one.text(words)), the other in \(other.text(words))",
                "det ene er i \(one.text(words)), det andre i \(other.text(words))")
        case .pricesOf(let one, let other):
            return words(
                "one is in prices of \(one), the other in prices of \(other)",
                "det ene er i \(one)-priser, det andre i \(other)-priser")
        case .region(let one, let other):
            return words(
                "one is for region \(words.quoted(one)), the other for region \(words.quoted(other))",
                "det ene er for region \(words.quoted(one)), det andre for region \(words.quoted(other))")
        }
    }
}

extension PriceBasis {
    /// The valuation's name.
    func text(_ words: Words) -> String {
        switch self {
        case .basic: words("basic prices", "basispriser")
        case .purchasers: words("purchasers' prices", "kjøperpriser")
        }
    }
}

/// What the accounts' codes for measures stand for.
enum MeasureWords {
    /// The name of the measure `code`; the code itself where it is a user's own.
    static func text(_ code: String, _ words: Words) -> String {
        names[code]?.text(in: words.language) ?? words.quoted(code)
    }

    private static let names: [String: Name] = [
        "value_added": Name(english: "gross value added", norwegian: "bruttoprodukt"),
        "compensation": Name(english: "compensation of employees", norwegian: "lønnskostnader"),
        "employment": Name(english: "persons employed", norwegian: "sysselsatte personer"),
        "investment": Name(english: "gross fixed capital formation", norwegian: "bruttoinvestering i fast realkapital"),
    ]
}
