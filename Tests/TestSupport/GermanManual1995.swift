public import Accounts

/// Germany 1995, six industries, million euros, basic prices.
///
/// Source: Eurostat (2008), Manual of Supply, Use and Input-Output Tables, ch. 15, Tables 15.4–15.16. The cells
/// add up to the printed output in every row and column; the *printed row total* of industry, 1 079 400, is 46
/// million short of both.
public enum GermanManual1995 {
    /// Industry codes, in the table's order.
    public static let codes = [
        "agriculture", "industry", "construction", "trade", "business", "other_services",
    ]

    /// Output (Table 15.4).
    public static let output: [Double] = [43_910, 1_079_446, 245_606, 540_063, 692_487, 508_918]

    /// The row total printed for industry.
    public static let printedRowTotalOfIndustry = 1_079_400.0

    /// Domestic flows (Table 15.4).
    public static let domestic: [[Double]] = [
        [1_131, 25_480, 1, 607, 710, 762],
        [7_930, 304_584, 64_167, 41_082, 11_981, 30_360],
        [426, 7_334, 3_875, 5_296, 23_457, 9_155],
        [3_559, 72_717, 14_190, 74_399, 10_835, 21_008],
        [3_637, 96_115, 31_027, 65_755, 193_176, 34_223],
        [1_552, 14_986, 1_747, 11_225, 15_058, 22_070],
    ]

    /// Final demand (Table 15.4): households, government, gross capital formation, inventories, exports.
    public static let finalDemand: [[Double]] = [
        [8_500, 16, 2_975, -6, 3_734],
        [197_792, 8_588, 91_692, 7_559, 313_711],
        [3_457, 742, 191_715, 0, 149],
        [269_663, 13_492, 14_155, 0, 46_045],
        [214_757, 10_061, 30_124, 0, 13_612],
        [119_504, 317_251, 3_483, 0, 2_042],
    ]

    /// Imports, net product taxes, compensation, net production taxes, capital consumption, net surplus.
    public static let primaryInputs: [[Double]] = [
        [2_927, 156_703, 13_427, 21_943, 13_371, 13_772],
        [1_084, 6_505, 1_548, 8_349, 8_473, 12_551],
        [9_382, 296_464, 78_819, 214_450, 124_810, 272_975],
        [-2_012, 1_457, 963, 2_748, 5_946, -8_602],
        [7_871, 63_769, 5_860, 41_100, 98_610, 49_260],
        [6_423, 33_332, 29_982, 53_109, 186_060, 51_384],
    ]

    /// Value added as printed, the sum of the last four primary inputs.
    public static let valueAdded: [Double] = [21_664, 395_022, 115_624, 311_407, 415_426, 365_017]

    /// Persons employed, thousands (Table 15.12).
    public static let employment: [Double] = [1_096, 8_381, 3_236, 9_251, 4_258, 10_206]

    /// The table, if it balances within `tolerance`. What households and others import is not in the case.
    public static func table(
        output: [Double] = output,
        tolerance: Double = 0
    ) throws(AccountsError) -> InputOutputTable {
        var table = SmallTable(
            industries: try industries(codes),
            domestic: domestic,
            finalDemand: finalDemand,
            categories: [
                .household,
                FinalDemandCategory(
                    code: "government",
                    name: Name("government"),
                    role: .collectiveConsumption
                ),
                FinalDemandCategory(code: "capital", name: Name("capital"), role: .investment),
                .stocks, .export,
            ],
            inputs: [
                PrimaryInput(.imports), PrimaryInput(.productTaxes), PrimaryInput(.compensation),
                PrimaryInput(.productionTaxes), PrimaryInput(.capitalConsumption),
                PrimaryInput(.operatingSurplus),
            ],
            primaryInputs: primaryInputs,
            output: output
        )
        table.tolerance = BalanceTolerance(
            row: tolerance,
            column: tolerance,
            reason: "printed discrepancy"
        )
        return try table.table()
    }
}
