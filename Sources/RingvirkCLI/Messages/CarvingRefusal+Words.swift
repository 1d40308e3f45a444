import Accounts
import Actors

extension CarvingRefusal {
    /// The cells that cannot hold the firms, as shares of the parent's, and the likely causes. No amounts: a firm's are its
    /// own business.
    func message(_ words: Words) -> Message {
        let codes = Set(offences.flatMap { $0.parts.map(\.firm) }).sorted()
        let cells = offences.map { offence in
            let share = offence.parent > 0 ? words.percent(offence.firms / offence.parent) : nil
            let cell = "\(offence.cell.row) → \(offence.cell.industry.code)"
            return share.map { "\(cell) (\($0))" } ?? cell
        }
        return words.message(
            [
                words.problem(
                    words(
                        """
                        the table of area \(words.quoted(area)) cannot hold \(words.list(codes.map(words.quoted))): \
                        they have more than all of these cells, seller → buyer: \(words.list(cells)).
                        """,
                        """
                        tabellen for område \(words.quoted(area)) har ikke plass til \
                        \(words.list(codes.map(words.quoted))): de har mer enn hele disse cellene, selger → kjøper: \
                        \(words.list(cells)).
                        """
                    )
                )
            ] + (causes.isEmpty ? [] : [likely(words)]),
            remedy: words(
                """
                Correct the account or the industry, or ask for one of the repairs \(repairs) under ledgers.repairs in \
                study.yaml. In another county than the firms' own, leave them out: take ledgers out of a copy of the study, \
                or ask with multipliers, impact, or counties without --firms, which read no books.
                """,
                """
                Rett regnskapet eller næringen, eller be om en av reparasjonene \(repairs) under ledgers.repairs i \
                study.yaml. I et annet fylke enn bedriftenes eget, la dem være ute: ta ledgers ut av en kopi av studien, \
                eller spør med multipliers, impact, eller counties uten --firms, som ikke leser regnskap.
                """
            ),
            .badData
        )
    }

    private var repairs: String { CarvingRepair.allCases.map(\.rawValue).joined(separator: ", ") }

    private func likely(_ words: Words) -> String {
        var seen: Set<String> = []
        let texts = causes.map { $0.text(words) }.filter { seen.insert($0).inserted }
        return words("Likely causes: ", "Sannsynlige årsaker: ") + texts.joined(separator: "; ") + "."
    }
}

extension CarvingCause {
    fileprivate func text(_ words: Words) -> String {
        switch self {
        case .largerThanIndustry:
            words(
                "the firm is larger than its industry, or the industry's figure is withheld",
                "bedriften er større enn næringen, eller næringens tall er prikket"
            )
        case .headOffice:
            words("a head office books for others", "et hovedkontor bokfører for andre")
        case .wrongIndustry:
            words("the firm is in another industry", "bedriften hører til en annen næring")
        case .missingPurchases:
            words("purchases are missing from the ledger", "det mangler innkjøp i reskontroen")
        case .tradePlace:
            words(
                "the region's share of the purchases is estimated too low or too high",
                "regionens andel av innkjøpene er anslått for lavt eller for høyt"
            )
        case .estimate:
            words(
                "what no ledger tells is spread where there is no room for it",
                "det reskontroen ikke viser, er fordelt der det ikke er plass til det"
            )
        case .emptyCell:
            words(
                "the statistics have nothing there, or it is withheld",
                "statistikken har ingenting der, eller tallet er prikket"
            )
        case .negativeCell:
            words("the statistics' cell is negative", "statistikkens celle er negativ")
        case .negativeAmount:
            words("credit notes for more than the year's purchases", "kreditnotaer for mer enn årets kjøp")
        case .valueAddedTax:
            words("value added tax is left in", "merverdiavgift er ikke trukket fra")
        case .yearOrPrices:
            words(
                "the ledger is of another year or its prices",
                "reskontroen er fra et annet år eller i andre priser"
            )
        }
    }
}

extension FirmAccountFault {
    /// What is wrong with the account of `firm`, without its amounts.
    func message(_ firm: String, _ words: Words) -> Message {
        let problem =
            switch self {
            case .notFinite(let what):
                words("\(words.quoted(what)) is not a number", "\(words.quoted(what)) er ikke et tall")
            case .noOutput: words("it has no output", "den har ingen produksjon")
            case .negativeUnattributed(let side, _):
                words(
                    "the ledger has more \(side.text(words)) than the whole",
                    "reskontroen har mer \(side.text(words)) enn det hele"
                )
            case .doesNotAddUp(let side, let output, let sum):
                words(
                    "\(side.text(words)) add up to \(words.percent(sum / output)) of output",
                    "\(side.text(words)) er til sammen \(words.percent(sum / output)) av produksjonen"
                )
            case .nothingToSpreadBy(let side):
                words(
                    "its industry has no \(side.text(words)) to spread the rest by",
                    "næringen har ingen \(side.text(words)) å fordele resten etter"
                )
            }
        return words.message(
            [
                words.problem(
                    words(
                        "the account of \(words.quoted(firm)) cannot be used: \(problem).",
                        "regnskapet for \(words.quoted(firm)) kan ikke brukes: \(problem)."
                    )
                )
            ],
            remedy: words(
                "Check the firm's ledgers against its annual accounts.",
                "Kontroller bedriftens reskontro mot årsregnskapet."
            ),
            .badData
        )
    }
}

extension FirmAccountFault.Side {
    fileprivate func text(_ words: Words) -> String {
        switch self {
        case .purchases: words("purchases", "kjøp")
        case .sales: words("sales", "salg")
        }
    }
}
