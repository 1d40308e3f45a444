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

    static func withheld(_ rules: DisclosureRules, _ withheld: Int, of count: Int) -> Name {
        func text(_ language: Language, _ share: Double) -> String {
            NumberFormat(language).percent(share, decimals: 0)
        }
        return Name(
            english: """
                The firms' figures are confidential: \(withheld) of \(count) are withheld (:), others rounded, so that nobody, nor \
                the other firms together, can bound a firm's figure within \(text(.english, rules.width)) of it. Sums of fewer than \
                \(rules.leastUnits) firms, or of which one has more than \(text(.english, rules.largestShare)), are withheld \
                (docs/DISCLOSURE.md).
                """,
            norwegian: """
                Bedriftenes tall er fortrolige: \(withheld) av \(count) er holdt tilbake (:), andre er avrundet, slik at ingen, \
                heller ikke de andre bedriftene til sammen, kan anslå et tall for en bedrift nærmere enn innenfor \
                \(text(.norwegian, rules.width)) av det. Summer av færre enn \(rules.leastUnits) bedrifter, eller der én har mer enn \
                \(text(.norwegian, rules.largestShare)), er holdt tilbake (docs/DISCLOSURE.md).
                """
        )
    }
}
