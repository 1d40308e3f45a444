/// The firms' annual accounts: the books' own sums, except where a difference is planted.
struct AnnualAccountsWriter {
    /// A figure of the annual accounts that is more than the books have.
    struct Difference: Sendable {
        let firm: Int
        let item: String
        let oere: Int64
    }

    /// One firm's costs lack the vouchers of a department that sent its own; another's income a year-end invoice.
    static func differences(_ truths: [FirmTruth], in year: Int) -> [Difference] {
        [
            Difference(
                firm: 1,
                item: "other_operating_costs",
                oere: truths[1].sum(of: 6100...7999, in: year) / 5_000 * 100
            ),
            Difference(
                firm: 5,
                item: "operating_income",
                oere: -truths[5].sum(of: 3000...3999, in: year) / 10_000 * 100
            ),
        ]
    }

    /// The file of one firm and year; with the differences planted in it.
    static func text(_ firm: ExampleFirm, _ truth: FirmTruth, year: Int, _ differences: [Difference])
        -> String
    {
        let items: [(name: String, accounts: ClosedRange<Int>, sign: Int64)] = [
            ("operating_income", 3000...3999, -1), ("cost_of_goods", 4000...4999, 1),
            ("wages", 5000...5999, 1),
            ("other_operating_costs", 6100...7999, 1),
        ]
        let lines = items.map { item in
            let planted = differences.filter { $0.firm == firm.index && $0.item == item.name }
            let sum = item.sign * truth.sum(of: item.accounts, in: year) + planted.reduce(0) { $0 + $1.oere }
            return "\(item.name): \(OereText.plain(sum))"
        }
        let depreciation = truth.sum(of: 6000...6000, in: year)
        let surplus = -truth.sum(of: 3000...7999, in: year)
        return """
            # Oppdiktet årsregnskap for \(firm.archetype.name), i kroner. En arketype, ingen virkelig bedrift.
            # Ansatte: \(firm.archetype.employees). Avskrivninger: \(OereText.plain(depreciation)).
            # Driftsresultat i bøkene: \(OereText.plain(surplus)).
            organisation_number: \(firm.number)
            year: \(year)
            \(lines.joined(separator: "\n"))

            """
    }
}
