/// The leakages between compensation of employees and what households spend, each between 0 and 1.
public struct HouseholdLeakages: Sendable, Hashable {
    /// Wages and salaries (D11) as a share of compensation of employees (D1): the rest is employers' social
    /// contributions, which nobody spends.
    public let wageShareOfCompensation: Double
    /// Income tax as a share of wages.
    public let incomeTax: Double
    /// Saving as a share of disposable income.
    public let saving: Double
    /// Share of the region's wages earned by those who live there (commuting); 1 for a nation.
    public let residentShare: Double

    /// The leakages.
    ///
    /// - Throws: `.shareOutside` for one that is not between 0 and 1.
    public init(
        wageShareOfCompensation: Double,
        incomeTax: Double,
        saving: Double,
        residentShare: Double
    ) throws(LeontiefError) {
        for (name, value) in [
            ("wage_share_of_compensation", wageShareOfCompensation), ("income_tax", incomeTax),
            ("saving", saving), ("resident_share", residentShare),
        ] where !(0...1).contains(value) {
            throw .shareOutside(name: name, value: value)
        }
        self.wageShareOfCompensation = wageShareOfCompensation
        self.incomeTax = incomeTax
        self.saving = saving
        self.residentShare = residentShare
    }

    /// κ: what is spent of a krone of wages.
    public var propensityToConsume: Double { (1 - incomeTax) * (1 - saving) * residentShare }
}
