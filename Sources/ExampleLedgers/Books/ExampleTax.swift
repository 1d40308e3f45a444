/// How a line stands to value added tax, by Skatteetaten's standard codes.
enum ExampleTax: String, Sendable, Hashable, CaseIterable {
    case outside = "0"
    case input25 = "1"
    case input15 = "11"
    case input12 = "13"
    case goodsFromAbroad = "81"
    case servicesFromAbroad = "86"
    case output25 = "3"
    case output15 = "31"
    case export = "52"

    /// Per cent; of what is reckoned by the buyer where he pays the tax himself.
    var percent: Int {
        switch self {
        case .outside, .export: 0
        case .input25, .output25, .goodsFromAbroad, .servicesFromAbroad: 25
        case .input15, .output15: 15
        case .input12: 12
        }
    }

    /// Whether the buyer reckons the tax, so that none stands on the invoice.
    var isReversed: Bool { self == .goodsFromAbroad || self == .servicesFromAbroad }

    /// The account the tax is posted on; `nil` where there is none.
    var account: Int? {
        switch self {
        case .outside, .export: nil
        case .input25: 2710
        case .input15: 2711
        case .input12: 2714
        case .servicesFromAbroad: 2712
        case .goodsFromAbroad: 2713
        case .output25: 2700
        case .output15: 2701
        }
    }

    /// The account of the other side of a reversed tax.
    var counterAccount: Int { self == .servicesFromAbroad ? 2702 : 2703 }

    /// The tax on `net` øre, rounded to the øre away from zero at the half.
    func amount(on net: Int64) -> Int64 {
        let hundredths = net * Int64(percent)
        return (hundredths + (hundredths < 0 ? -50 : 50)) / 100
    }

    /// What the tax table calls it.
    var name: String {
        switch self {
        case .outside: "Ingen merverdiavgiftsbehandling (anskaffelser)"
        case .input25: "Fradragsberettiget inngående merverdiavgift, alminnelig sats"
        case .input15: "Fradragsberettiget inngående merverdiavgift, redusert sats"
        case .input12: "Fradragsberettiget inngående merverdiavgift, lav sats"
        case .goodsFromAbroad: "Innførsel av varer med fradragsrett"
        case .servicesFromAbroad: "Tjenester kjøpt fra utlandet med fradragsrett"
        case .output25: "Utgående merverdiavgift, alminnelig sats"
        case .output15: "Utgående merverdiavgift, redusert sats"
        case .export: "Utførsel av varer og tjenester"
        }
    }
}
