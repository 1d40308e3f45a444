import Accounts
import Regionalisation

extension RegionalisationError {
    /// What a method of regionalisation cannot do with what it was given.
    func methodSentence(_ words: Words) -> String {
        switch self {
        case .parameterOutside(let name, let value):
            words(
                "\(name) is \(words.number(value)); it must be from 0 to 1.",
                "\(name) er \(words.number(value)); den må være fra 0 til 1."
            )
        case .notFromSizes(let method):
            words(
                "\(method) is not made of the industries' sizes alone.",
                "\(method) lages ikke av næringenes størrelse alene."
            )
        case .wantsTotalFlows(let method):
            words(
                "\(method) balances all use with output and imports, but was given domestic flows only.",
                "\(method) avstemmer all bruk mot produksjon og import, men fikk bare norske leveranser."
            )
        case .negativeAmount(let what, let product, let value):
            words(
                "\(what) of product \(words.quoted(product)) is negative: \(words.number(value)).",
                "\(ProductAmountWords.norwegian(what)) for produkt \(words.quoted(product)) er negativ: \(words.number(value))."
            )
        case .propensityOutside(let product, let value):
            words(
                """
                the propensity to cross-haul product \(words.quoted(product)) is \(words.number(value)); it must be from 0 \
                to 1. More is exported or imported than there is to sell or use.
                """,
                """
                tilbøyeligheten til kryssende handel med produkt \(words.quoted(product)) er \(words.number(value)); den må \
                være fra 0 til 1. Det eksporteres eller importeres mer enn det er å selge eller bruke.
                """
            )
        case .exportsAboveOutput(let product, let exports, let output):
            words(
                """
                product \(words.quoted(product)): the region would sell out \(words.number(exports)), but makes only \
                \(words.number(output)).
                """,
                """
                produkt \(words.quoted(product)): regionen ville solgt ut \(words.number(exports)), men lager bare \
                \(words.number(output)).
                """
            )
        default: ""
        }
    }

    /// What to do about it.
    func methodRemedy(_ words: Words) -> String {
        switch self {
        case .parameterOutside(let name, _):
            words(
                "Write another \(name) under regionalisation in study.yaml.",
                "Skriv en annen \(name) under regionalisation i study.yaml."
            )
        case .notFromSizes:
            words(
                "Make the region's table with the method instead.",
                "Lag regionens tabell med metoden i stedet."
            )
        case .wantsTotalFlows:
            words(
                "Write flows: total under regionalisation in study.yaml.",
                "Skriv flows: total under regionalisation i study.yaml."
            )
        case .negativeAmount(_, let product, _), .propensityOutside(let product, _):
            words(
                "Merge \(words.quoted(product)) with another group under the key data.groups, or choose another method.",
                "Slå \(words.quoted(product)) sammen med en annen gruppe under nøkkelen data.groups, eller velg en annen metode."
            )
        case .exportsAboveOutput:
            words(
                "Use the reformulated CHARM, which keeps exports within output.",
                "Bruk den reformulerte CHARM, som holder eksporten innenfor produksjonen."
            )
        default: ""
        }
    }
}

/// Norwegian for the amounts a balance of products is made of.
private enum ProductAmountWords {
    static func norwegian(_ what: String) -> String {
        switch what {
        case "output": "produksjonen"
        case "use": "bruken"
        default: "handelen"
        }
    }
}
