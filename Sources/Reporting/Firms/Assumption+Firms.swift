import Accounts
import Disclosure

extension Assumption {
    static func firmBooks(_ firms: Int, _ repairs: [(name: String, touched: Double?)]) -> Name {
        func list(_ number: NumberFormat, _ none: String, _ unit: String) -> String {
            repairs.isEmpty
                ? none
                : repairs.map { repair in
                    let moved = repair.touched.map { " (\(number.text($0, decimals: 1)) \(unit))" }
                    return repair.name + (moved ?? "")
                }.joined(separator: ", ")
        }
        let english = list(NumberFormat(.english), "none", "MNOK")
        let norwegian = list(NumberFormat(.norwegian), "ingen", "mill. kr")
        return Name(
            english: """
                \(firms) firms have rows and columns of their own in the tables of region and nation, from their reviewed books \
                and annual accounts at basic prices; what remains of their industries is the rest (docs/FIRMS.md). Multipliers \
                of industries and the impacts above are from statistics alone. Repairs asked for where firms did not fit: \
                \(english).
                """,
            norwegian: """
                \(firms) bedrifter har egne rader og kolonner i tabellene for region og land, fra gjennomgåtte regnskap og \
                årsregnskap til basispriser; det som er igjen av næringene deres, er resten (docs/FIRMS.md). Multiplikatorer for \
                næringer og virkningene over er fra statistikken alene. Reparasjoner bedt om der bedriftene ikke passet inn: \
                \(norwegian).
                """
        )
    }

    static func withheld(_ rules: DisclosureRules, _ withheld: Int, of count: Int, after runs: Int) -> Name {
        func text(_ language: Language, _ share: Double) -> String {
            NumberFormat(language).percent(share, decimals: 0)
        }
        let all = rules.attackers == .allOthers
        let isForeseen = rules.foresight == .oneUnitLeftOut
        return Name(
            english: """
                The firms' figures are confidential: \(withheld) of \(count) are withheld (:), others rounded, so that nobody, nor \
                \(all ? "the other firms together" : "any other firm by itself"), can bound a firm's figure within \
                \(text(.english, rules.width)) of it, from this run\(runs > 0 ? ", the \(runs) before it" : "")\
                \(isForeseen ? " and one that leaves out any one firm" : ""). Sums of fewer than \(rules.leastUnits) firms, of which one \
                has more than \(text(.english, rules.largestShare)), or of which the second largest firm would know the largest within \
                \(text(.english, rules.margin)), are withheld. A firm's multipliers are then its own purchases times its suppliers' \
                multipliers by the statistics, the other actors counted as their industries: times output they may not be added \
                over firms that buy from each other (docs/DISCLOSURE.md).
                """,
            norwegian: """
                Bedriftenes tall er fortrolige: \(withheld) av \(count) er holdt tilbake (:), andre er avrundet, slik at ingen, \
                heller ikke \(all ? "de andre bedriftene til sammen" : "noen annen bedrift alene"), kan anslå et tall for en bedrift \
                nærmere enn innenfor \(text(.norwegian, rules.width)) av det, av denne kjøringen\
                \(runs > 0 ? ", de \(runs) før den" : "")\(isForeseen ? " og en som utelater hvilken som helst bedrift" : ""). Summer av \
                færre enn \(rules.leastUnits) bedrifter, der én har mer enn \(text(.norwegian, rules.largestShare)), eller der den nest \
                største ville kjenne den største innenfor \(text(.norwegian, rules.margin)), er holdt tilbake. Multiplikatorene for en \
                bedrift er da egne kjøp ganger leverandørenes multiplikatorer etter statistikken, med de andre aktørene regnet \
                som næringene sine: ganger produksjon kan de ikke summeres over bedrifter som kjøper av hverandre \
                (docs/DISCLOSURE.md).
                """
        )
    }

    static func booksNotInvented(_ actors: [Name]) -> Name {
        let names = (
            actors.map(\.english).joined(separator: ", "), actors.map(\.norwegian).joined(separator: ", ")
        )
        return Name(
            english: """
                Called illustrations in actors.csv, but the books bear an organisation number that a firm could have, or none, and \
                are kept secret: \(names.0).
                """,
            norwegian: """
                Kalt illustrasjoner i actors.csv, men regnskapet har et organisasjonsnummer som en bedrift kan ha, eller ikke \
                noe, og holdes hemmelig: \(names.1).
                """
        )
    }
}
