import Accounts

/// Guesses at a party's industry where the register has none: from the account its bills stand on, or a word in its name.
///
/// Divisions of SN2007 (two digits), for nothing finer can be told. Accounts of goods say nothing of who sold them and are
/// not used. A guess is always marked (`industry-estimated-from-account`, `…-from-name`).
enum IndustryEstimate {
    /// The division of who is paid on these accounts: by their first three digits, the kroner on each.
    ///
    /// One division must have more than half of all the kroner.
    static func division(fromAccounts amounts: [Int: Int64]) -> String? {
        let total = amounts.values.reduce(0) { $0 + abs($1) }
        var byDivision: [String: Int64] = [:]
        for (account, amount) in amounts {
            guard let division = accounts.first(where: { $0.range.contains(account) })?.division else {
                continue
            }
            byDivision[division, default: 0] += abs(amount)
        }
        return byDivision.first { $0.value > total / 2 }?.key
    }

    /// The division that a word in the name suggests; the first such word decides.
    static func division(fromName name: PartyName) -> String? {
        for word in name.words {
            for (stem, division) in stems {
                if word == stem || stem.count >= 4 && (word.hasPrefix(stem) || word.hasSuffix(stem)) {
                    return division
                }
            }
        }
        return nil
    }

    private static let accounts: [(range: ClosedRange<Int>, division: String)] = [
        (610...619, "49"),  // freight
        (620...621, "35"),  // electricity, gas
        (626...626, "36"),  // water
        (630...631, "68"),  // premises
        (632...632, "38"),  // refuse, water, sewage
        (634...634, "35"),  // light, heat
        (636...636, "81"),  // cleaning
        (640...644, "77"),  // hire of machinery, furniture, vehicles
        (660...661, "43"),  // repair of buildings
        (662...669, "33"),  // repair of equipment
        (670...672, "69"),  // audit, bookkeeping, law
        (681...681, "62"),  // computing
        (684...684, "58"),  // newspapers, books
        (686...686, "85"),  // courses
        (690...690, "61"),  // telephone
        (694...694, "53"),  // postage
        (704...704, "65"),  // vehicle insurance
        (732...732, "73"),  // advertising
        (740...740, "94"),  // membership
        (750...750, "65"),  // insurance
        (777...777, "64"),  // bank charges
    ]

    private static let stems: [(String, String)] = [
        ("kommune", "84"), ("fylkeskommune", "84"), ("kraft", "35"), ("energi", "35"), ("strøm", "35"),
        ("transport", "49"), ("spedisjon", "52"), ("logistikk", "52"), ("rederi", "50"), ("shipping", "50"),
        ("entreprenør", "42"), ("rørlegger", "43"), ("vvs", "43"), ("elektro", "43"), ("installasjon", "43"),
        ("snekker", "43"), ("tømrer", "43"), ("bygg", "41"), ("regnskap", "69"), ("revisjon", "69"),
        ("advokat", "69"), ("forsikring", "65"), ("sparebank", "64"), ("bank", "64"), ("eiendom", "68"),
        ("utleie", "77"), ("renhold", "81"), ("bemanning", "78"), ("mekanisk", "25"), ("verksted", "33"),
        ("havbruk", "03"), ("oppdrett", "03"), ("sagbruk", "16"), ("trelast", "16"), ("betong", "23"),
        ("smelteverk", "24"), ("hotell", "55"), ("restaurant", "56"), ("kantine", "56"), ("avfall", "38"),
        ("gjenvinning", "38"), ("renovasjon", "38"), ("universitet", "85"), ("skole", "85"),
        ("barnehage", "88"), ("sykehus", "86"), ("trykkeri", "18"), ("reklame", "73"), ("ingeniør", "71"),
        ("arkitekt", "71"), ("data", "62"), ("it", "62"),
    ]
}
