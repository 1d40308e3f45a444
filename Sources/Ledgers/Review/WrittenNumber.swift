import Accounts

/// What stands in a ledger where an organisation number should.
enum WrittenNumber: Sendable, Equatable {
    /// Nothing.
    case missing
    /// Nine digits; whether the last one checks is another question.
    case norwegian(OrganisationNumber)
    /// A number of another country, by its form: a VAT number with the country's letters, or a Swedish one.
    case foreign(country: String)
    /// A power of ten, as a spreadsheet writes long numbers.
    case scientific
    /// Eleven digits: a person's.
    case personal
    /// Anything else.
    case unreadable

    /// What `text` is.
    init(_ text: String?) {
        var characters = (text ?? "").unicodeScalars.filter { !Self.blanks.contains($0) }
        if characters.first == "'" { characters.removeFirst() }
        var compact = String(String.UnicodeScalarView(characters)).uppercased()
        // A number cell written out with a decimal.
        for ending in [".0", ",0"] where compact.hasSuffix(ending) { compact.removeLast(2) }
        guard !compact.isEmpty, compact.contains(where: { $0 != "0" && $0 != "-" }) else {
            self = .missing
            return
        }
        if let number = OrganisationNumber(compact) {
            self = .norwegian(number)
        } else if Self.isPowerOfTen(compact) {
            self = .scientific
        } else if Self.digits(compact)?.count == 11 {
            self = .personal
        } else if let country = Self.country(compact) {
            self = .foreign(country: country)
        } else {
            self = .unreadable
        }
    }

    private static let blanks: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}", "\t"]

    private static func digits(_ text: String) -> [Int]? {
        let bytes = text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
        guard bytes.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return bytes.map { Int($0) - 48 }
    }

    /// `9,23609E+08` and the like.
    private static func isPowerOfTen(_ text: String) -> Bool {
        let halves = text.split(separator: "E", omittingEmptySubsequences: false)
        guard halves.count == 2, let mantissa = halves.first, let exponent = halves.last else { return false }
        let power = exponent.drop { $0 == "+" }
        return !mantissa.isEmpty
            && mantissa.utf8.allSatisfy { (48...57).contains($0) || $0 == 44 || $0 == 46 }
            && !power.isEmpty && power.count <= 3 && power.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func country(_ text: String) -> String? {
        if text.count == 11, text.dropFirst(6).first == "-", let digits = digits(text), isSwedish(digits) {
            return "SE"
        }
        let prefix = String(text.prefix(2))
        let rest = text.dropFirst(2).utf8
        guard Countries.codes.contains(prefix), prefix != "NO",
            rest.count(where: { (48...57).contains($0) }) >= 4,
            rest.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) || $0 == 45 || $0 == 46 })
        else { return nil }
        return prefix == "EL" ? "GR" : prefix
    }

    /// Swedish numbers have ten digits, the last of which checks the others (Luhn).
    private static func isSwedish(_ digits: [Int]) -> Bool {
        guard digits.count == 10 else { return false }
        let sum = digits.enumerated().reduce(0) { sum, place in
            let doubled = place.element * (place.offset % 2 == 0 ? 2 : 1)
            return sum + doubled / 10 + doubled % 10
        }
        return sum % 10 == 0
    }
}

/// Two-letter country codes of ISO 3166-1, and the one that Greek VAT numbers have.
enum Countries {
    static let codes = Set(
        """
        AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG \
        CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG EL ER ES ET FI FJ FK FM FO FR GA GB GD GE GG \
        GH GI GL GM GN GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR \
        KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NC NE NG \
        NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO \
        SR SS ST SV SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW
        """.split(separator: " ").map(String.init)
    )
}
