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
        let one = firms == 1
        let (own, remains, fit) =
            one
            ? ("1 firm has a row and a column of its own", "its industry", "the firm")
            : ("\(firms) firms have rows and columns of their own", "their industries", "firms")
        let (egne, igjen, passet) =
            one
            ? ("1 bedrift har egen rad og kolonne", "næringen dens", "bedriften")
            : ("\(firms) bedrifter har egne rader og kolonner", "næringene deres", "bedriftene")
        return Name(
            english: """
                \(own) in the tables of region and nation, from \(one ? "its" : "their") reviewed books and annual accounts at \
                basic prices; what remains of \(remains) is the rest (docs/FIRMS.md). Multipliers of industries and the impacts \
                above are from statistics alone. Repairs asked for where \(fit) did not fit: \(english).
                """,
            norwegian: """
                \(egne) i tabellene for region og land, fra gjennomgåtte regnskap og årsregnskap til basispriser; det som er \
                igjen av \(igjen), er resten (docs/FIRMS.md). Multiplikatorer for næringer og virkningene over er fra \
                statistikken alene. Reparasjoner bedt om der \(passet) ikke passet inn: \(norwegian).
                """
        )
    }

    static func withheld(_ rules: DisclosureRules, _ withheld: Int, of count: Int, after runs: Int) -> Name {
        func text(_ language: Language, _ share: Double) -> String {
            NumberFormat(language).percent(share, decimals: 0)
        }
        let all = rules.attackers == .allOthers
        let least = rules.leastUnits
        let earlier: (english: String, norwegian: String) =
            switch runs {
            case 0: ("", "")
            case 1: (", the one before it", ", den før den")
            default: (", the \(runs) before it", ", de \(runs) før den")
            }
        let isForeseen = rules.foresight == .oneUnitLeftOut
        return Name(
            english: """
                The firms' figures are confidential: \(withheld) of \(count) \(withheld == 1 ? "is" : "are") withheld (:), others rounded, so that nobody, nor \
                \(all ? "the other firms together" : "any other firm by itself"), can bound a firm's figure within \
                \(text(.english, rules.width)) of it, from this run\(earlier.english)\
                \(isForeseen ? " and one that leaves out any one firm" : ""). Sums of fewer than \(least) firm\(least == 1 ? "" : "s"), of which one \
                has more than \(text(.english, rules.largestShare)), or of which the second largest firm would know the largest within \
                \(text(.english, rules.margin)), are withheld. A firm's multipliers are then its own purchases times its suppliers' \
                multipliers by the statistics, the other actors counted as their industries: times output they may not be added \
                over firms that buy from each other (docs/DISCLOSURE.md).
                """,
            norwegian: """
                Bedriftenes tall er fortrolige: \(withheld) av \(count) er holdt tilbake (:), andre er avrundet, slik at ingen, \
                heller ikke \(all ? "de andre bedriftene til sammen" : "noen annen bedrift alene"), kan anslå et tall for en bedrift \
                nærmere enn innenfor \(text(.norwegian, rules.width)) av det, av denne kjøringen\
                \(earlier.norwegian)\(isForeseen ? " og en som utelater hvilken som helst bedrift" : ""). Summer av \
                færre enn \(least) \(least == 1 ? "bedrift" : "bedrifter"), der én har mer enn \(text(.norwegian, rules.largestShare)), eller der den nest \
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
