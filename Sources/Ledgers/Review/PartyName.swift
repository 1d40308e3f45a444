/// What the words of a party's name say of it, as far as they say anything.
struct PartyName: Sendable {
    /// The words in lower case, `a/s` as one word.
    let words: [String]

    init(_ name: String) {
        var text = name.lowercased()
        if text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }) {
            for (dotted, form) in Self.dotted { text = text.replacing(dotted, with: form) }
        }
        words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Whether the name can only be a firm's or an institution's, so that it may be written.
    var isFirm: Bool { words.contains { Self.firms.contains($0) } || country != nil }

    /// Whether the name says it is a sole proprietor's.
    var isSoleProprietor: Bool { words.contains("enk") }

    /// The country whose form of company the name has; `nil` for Norwegian ones and those of several countries.
    var country: String? { words.dropFirst().lazy.compactMap { Self.forms[$0] }.first }

    /// Whether there is nothing but the number of an invoice or a voucher.
    var isOnlyNumber: Bool {
        words.allSatisfy { word in
            word.allSatisfy(\.isNumber) || Self.numbering.contains(word)
                || (word.contains(where: \.isNumber)
                    && Self.numbering.contains(where: {
                        word.hasPrefix($0) && word.dropFirst($0.count).allSatisfy(\.isNumber)
                    }))
        }
    }

    /// Whether it stands for many persons over a counter.
    var isCounter: Bool { words.contains { Self.counters.contains($0) } }

    private static let firms: Set<String> = [
        "as", "asa", "ans", "da", "ba", "sa", "ks", "sf", "kf", "iks", "fkf", "nuf", "hf", "rhf", "bbl",
        "brl",
        "kommune", "fylkeskommune", "universitet", "universitetet", "høgskole", "høgskolen", "skole",
        "barnehage",
        "sykehus", "sykehuset", "stiftelse", "stiftelsen", "forening", "foreningen", "idrettslag", "sameie",
        "sameiet", "borettslag", "samvirke", "menighet", "fellesråd", "direktoratet", "skatteetaten",
        "tolletaten",
        "statens", "nav", "sparebank", "sparebanken", "bank", "forsikring", "eksempel",
    ]

    /// Forms of company that one country has, or one more than others.
    private static let forms: [String: String] = [
        "ab": "SE", "aktiebolag": "SE", "aps": "DK", "oy": "FI", "oyj": "FI", "ehf": "IS", "gmbh": "DE",
        "kg": "DE",
        "ag": "DE", "bv": "NL", "nv": "NL", "ltd": "GB", "limited": "GB", "plc": "GB", "llp": "GB",
        "inc": "US",
        "llc": "US", "corp": "US", "sarl": "FR", "sas": "FR", "spa": "IT", "srl": "IT", "sl": "ES",
        "lda": "PT",
        "kft": "HU", "sro": "CZ", "sac": "PE", "ltda": "BR", "kk": "JP", "pty": "AU", "pte": "SG",
        "doo": "ZZ", "sociedad": "ZZ", "uab": "LT", "sia": "LV", "oü": "EE", "spzoo": "PL",
    ]

    /// Forms with points, as one word; the longer before those they begin with.
    private static let dotted = [
        ("a/s", "as"), ("sp. z o.o.", "spzoo"), ("sp.z o.o.", "spzoo"), ("s.p.a.", "spa"), ("s.r.l.", "srl"),
        ("s.r.o.", "sro"), ("d.o.o.", "doo"), ("s.a.s.", "sas"), ("s.a.c.", "sac"), ("s.a.", "sociedad"),
        ("k.k.", "kk"), ("b.v.", "bv"), ("n.v.", "nv"),
    ]

    private static let numbering: Set<String> = [
        "faktura", "fakturanr", "fakturanummer", "fakt", "faktnr", "invoice", "inv", "bilag", "bilagsnr",
        "bilagsnummer", "kreditnota", "ordre", "ordrenr", "order", "ref", "kid", "nr", "no", "ukjent",
    ]

    private static let counters: Set<String> = [
        "kontantkunde", "kontantkunder", "kontantsalg", "privatkunde", "privatkunder", "privatpersoner",
        "butikksalg", "kasse", "kassesalg",
    ]
}
