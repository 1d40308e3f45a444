import Accounts

extension Difference {
    /// What differs, in a clause that calls the two by name.
    func clause(_ words: Words, between first: String? = nil, and second: String? = nil) -> String {
        let first = first ?? words("the first", "det første")
        let second = second ?? words("the second", "det andre")
        switch self {
        case .label(let position, let one, let other):
            let (one, other) = (one.map(words.quoted), other.map(words.quoted))
            let none = words("nothing", "ingenting")
            return words(
                "code number \(position + 1) is \(one ?? none) in \(first) and \(other ?? none) in \(second)",
                "kode nummer \(position + 1) er \(one ?? none) i \(first) og \(other ?? none) i \(second)"
            )
        case .unit(let one, let other):
            return words(
                "\(first) is in \(words.quoted(one.symbol)), \(second) in \(words.quoted(other.symbol))",
                "\(first) er i \(words.quoted(one.symbol)), \(second) i \(words.quoted(other.symbol))"
            )
        case .year(let one, let other):
            return words(
                "\(first) is for \(one), \(second) for \(other)",
                "\(first) er for \(one), \(second) for \(other)"
            )
        case .priceBasis(let one, let other):
            return words(
                "\(first) is in \(one.text(words)), \(second) in \(other.text(words))",
                "\(first) er i \(one.text(words)), \(second) i \(other.text(words))"
            )
        case .pricesOf(let one, let other):
            return words(
                "\(first) is in prices of \(one), \(second) in prices of \(other)",
                "\(first) er i \(one)-priser, \(second) i \(other)-priser"
            )
        case .region(let one, let other):
            return words(
                "\(first) is for region \(words.quoted(one)), \(second) for region \(words.quoted(other))",
                "\(first) er for region \(words.quoted(one)), \(second) for region \(words.quoted(other))"
            )
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
        "investment": Name(
            english: "gross fixed capital formation",
            norwegian: "bruttoinvestering i fast realkapital"
        ),
    ]
}
