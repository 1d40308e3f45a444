import Accounts
public import Ledgers

// Money of ledgers is whole øre, and is written without passing through a binary fraction.
extension NumberFormat {
    /// Kroner and øre: `12 345,60`.
    public func kroner(_ amount: Kroner) -> String {
        let oere = amount.oere.magnitude
        let rest = String(oere % 100)
        let decimals = rest.count < 2 ? "0" + rest : rest
        return sign(amount) + grouped(String(oere / 100)) + (language == .norwegian ? "," : ".") + decimals
    }

    /// Whole kroner, rounded half away from zero: `12 346`.
    public func wholeKroner(_ amount: Kroner) -> String {
        let kroner = (amount.oere.magnitude + 50) / 100
        return (kroner == 0 ? "" : sign(amount)) + grouped(String(kroner))
    }

    /// A count: `12 345`.
    public func count(_ number: Int) -> String {
        (number < 0 ? "-" : "") + grouped(String(number.magnitude))
    }

    private func sign(_ amount: Kroner) -> String { amount < .zero ? "-" : "" }
}
