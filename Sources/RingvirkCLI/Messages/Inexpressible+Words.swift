import Accounts
import Datasets

extension Inexpressible: Worded {
    func message(_ words: Words) -> Message {
        words.message([words.problem(sentence(words))], remedy: remedy(words), .badData)
    }

    private func sentence(_ words: Words) -> String {
        switch self {
        case .notPublished(let year, let region, let industry, let measure):
            words(
                """
                the figure for \(MeasureWords.text(measure, words)) in industry \(words.quoted(industry)), \
                region \(words.quoted(region)), in \(year) is an estimate; a dataset holds published figures only.
                """,
                """
                tallet for \(MeasureWords.text(measure, words)) i næring \(words.quoted(industry)), region \
                \(words.quoted(region)), i \(year) er et anslag; et datasett rommer bare publiserte tall.
                """
            )
        case .valueAddedInFinalDemand(let input, let category, let amount):
            words(
                """
                the value-added row \(words.quoted(input)) has \(words.number(amount)) in the final demand \
                category \(words.quoted(category)), where no value added can arise.
                """,
                """
                raden \(words.quoted(input)), som er bruttoprodukt, har \(words.number(amount)) i \
                sluttleveringskategorien \(words.quoted(category)), der bruttoprodukt ikke kan oppstå.
                """
            )
        case .interrupted(let region, let year):
            words(
                "region \(words.quoted(region)) is missing in \(year), between its first year and its last.",
                "region \(words.quoted(region)) mangler i \(year), mellom sitt første og siste år."
            )
        case .order(let year):
            words(
                "the regions or industries of \(year) stand in another order than in the other years.",
                "regionene eller næringene i \(year) står i en annen rekkefølge enn i de andre årene."
            )
        case .severalSources(let codes):
            words(
                "the figures come from different sources: \(words.list(codes)); a dataset names one.",
                "tallene kommer fra ulike kilder: \(words.list(codes)); et datasett oppgir én."
            )
        case .inconsistent(let code):
            words(
                "what \(words.quoted(code)) covers is not the same in all years and parts.",
                "det \(words.quoted(code)) omfatter, er ikke det samme i alle år og deler."
            )
        }
    }

    private func remedy(_ words: Words) -> String {
        switch self {
        case .notPublished:
            words(
                "Write the figures before withheld cells are filled.",
                "Skriv ut tallene før prikkede celler fylles."
            )
        case .valueAddedInFinalDemand:
            words(
                "Move the amount to an industry, or give the row the role imports or product_taxes.",
                "Flytt beløpet til en næring, eller gi raden rollen imports eller product_taxes."
            )
        case .interrupted(let region, _):
            words(
                "Add the missing year, or give \(words.quoted(region)) a new code after the gap.",
                "Legg til året som mangler, eller gi \(words.quoted(region)) en ny kode etter oppholdet."
            )
        case .order:
            words("Put all years in the same order.", "Sett alle årene i samme rekkefølge.")
        case .severalSources:
            words("Write one dataset for each source.", "Skriv ett datasett for hver kilde.")
        case .inconsistent:
            words(
                "Write the years in which it covers the same as one dataset, and the others as another.",
                "Skriv årene der den omfatter det samme som ett datasett, og de andre som et annet."
            )
        }
    }
}
