import Accounts
import TestSupport
import Testing

/// UN (2018), Handbook on Supply and Use Tables and Input-Output Tables, Table 12.3, p. 376: three products, three
/// industries, domestic and imported use apart, printed with two decimals.
private struct Handbook {
    static let folder = "cases/sut_un_handbook_models_A_E"
    static var isPresent: Bool { SharedTable.exists(folder) }

    let codes: [String]
    /// Every printed input in one list: V, U, Y, imported U and Y, value added; row by row.
    var inputs: [Double]

    init() throws {
        codes = try SharedTable(Self.folder + "/supply_VT.csv").rows
        inputs = try ["supply_VT", "use_dom", "Y_dom", "use_imp", "Y_imp", "gva"].flatMap { name in
            try SharedTable(Self.folder + "/\(name).csv").numbers.flatMap { row in row.map { $0 ?? 0 } }
        }
    }

    /// The table; products and industries have the same codes and are not the same.
    func table() throws -> SupplyUseTable {
        func block(_ position: Int) -> [[Double]] {
            stride(from: position * 9, to: position * 9 + 9, by: 3).map { Array(inputs[$0..<($0 + 3)]) }
        }
        let categories = ["f1", "f2", "f3"].map {
            FinalDemandCategory(code: $0, name: Name($0), role: .collectiveConsumption)
        }
        let imported = (block(3), block(4))
        var small = SmallSupplyUse(
            products: try products(codes),
            industries: try industries(codes),
            supply: block(0),
            imports: zip(imported.0, imported.1).map { ($0 + $1).reduce(0, +) },
            categories: categories,
            use: (block(1), block(2)),
            importedUse: imported,
            inputs: [PrimaryInput(code: "gva", name: Name("gva"), role: .operatingSurplus)],
            primaryInputs: [Array(inputs[45..<48])]
        )
        small.tolerance = SupplyUseTolerance(
            product: 0.05,
            industry: 0.06,
            reason: "printed with two decimals: half a hundredth in each of up to eleven figures"
        )
        return try small.table()
    }

    func printed(_ name: String) throws -> [[Double]] {
        try SharedTable(Self.folder + "/\(name)_expected.csv").numbers.map { $0.map { $0 ?? 0 } }
    }

    /// Model E's cells of product technology, `modelE_H.csv`.
    func hybrid() throws -> ProductModel {
        let marks = try SharedTable(Self.folder + "/modelE_H.csv").numbers
        return .hybrid(
            HybridTechnology(products: try products(codes), industries: try industries(codes)) {
                product,
                industry in
                let row = codes.firstIndex(of: product.code) ?? 0
                return marks[row][codes.firstIndex(of: industry.code) ?? 0] == 1
            }
        )
    }

    /// How far each figure of a result may be from its printed form: half of the last printed digit, and what half of
    /// the last digit of every input can move it by, one input at a time (Table 12.3 is itself rounded, and the
    /// inverse of the supply table amplifies that).
    func allowance(decimals: Int, _ result: (SupplyUseTable) throws -> [[Double]]) throws -> [[Double]] {
        let base = try result(table())
        var allowed = base.map { $0.map { _ in halfOfLastDigit(decimals: decimals) } }
        for position in inputs.indices {
            var moved = self
            moved.inputs[position] += halfOfLastDigit(decimals: 2)
            let other = try result(moved.table())
            for row in allowed.indices {
                for column in allowed[row].indices {
                    allowed[row][column] += abs(other[row][column] - base[row][column])
                }
            }
        }
        return allowed
    }

    /// Holds a result against the printed table: within the allowance, and within `tolerance` where the case's README
    /// states one that holds for outputs added up from the printed cells.
    func expect(
        _ name: String,
        decimals: Int,
        tolerance: Double?,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ result: (SupplyUseTable) throws -> [[Double]]
    ) throws {
        let found = try result(table())
        let allowed = try allowance(decimals: decimals, result)
        let expected = try printed(name)
        #expect(found.count == expected.count, sourceLocation: sourceLocation)
        for (row, (numbers, others)) in zip(found, expected).enumerated() {
            for (column, (number, other)) in zip(numbers, others).enumerated() {
                let accepted = min(allowed[row][column], tolerance ?? .infinity)
                #expect(
                    abs(number - other) <= accepted,
                    "\(name) \(row), \(column): \(number) printed \(other), accepted \(accepted)",
                    sourceLocation: sourceLocation
                )
            }
        }
    }
}

@Suite(
    "Models A to E against the UN Handbook",
    .enabled(if: Handbook.isPresent, "the published tables are not beside the repository")
)
struct HandbookModelsTests {
    private let handbook: Handbook

    init() throws { handbook = try Handbook() }

    private func check(product model: ProductModel, _ letter: String, s: Double, e: Double?) throws {
        try handbook.expect("model\(letter)_Sd", decimals: 2, tolerance: s) {
            try $0.productByProduct(model, imports: .domestic).flows.values.printed
        }
        try handbook.expect("model\(letter)_Sm", decimals: 2, tolerance: min(s, 0.0125)) {
            try $0.productByProduct(model, imports: .domestic).importedFlows?.values.printed ?? []
        }
        try handbook.expect("model\(letter)_E", decimals: 2, tolerance: e) {
            let table = try $0.productByProduct(model, imports: .total)
            return table.primaryInputs.values.printed
        }
    }

    @Test("A, product technology: Tables 12.4–12.6")
    func productTechnology() throws {
        try handbook.expect("modelA_T", decimals: 4, tolerance: 0.0011) {
            try $0.transformation(.productTechnology).values.printed
        }
        try check(product: .productTechnology, "A", s: 0.0125, e: 0.0125)
        let negatives = try handbook.table().productByProduct(.productTechnology, imports: .domestic)
            .negatives
        #expect(
            negatives.map { "\($0.block.rawValue) \($0.row) \($0.column)" } == [
                "flows services agriculture", "flows agriculture services",
                "imported_flows services agriculture", "imported_flows agriculture services",
            ]
        )
        // Printed −0.33 of an output of 37.96, and −1.50 of 756.37.
        #expect(abs(try #require(negatives.first).share - -0.33 / 37.96) < 0.01 / 37.96)
    }

    @Test("B, industry technology: Tables 12.7–12.9")
    func industryTechnology() throws {
        try handbook.expect("modelB_T", decimals: 4, tolerance: 0.0011) {
            try $0.transformation(.industryTechnology).values.printed
        }
        try check(product: .industryTechnology, "B", s: 0.0125, e: 0.0125)
        #expect(
            try handbook.table().productByProduct(.industryTechnology, imports: .domestic).negatives.isEmpty
        )
    }

    @Test("C, fixed industry sales: Tables 12.10–12.12")
    func fixedIndustrySales() throws {
        try handbook.expect("modelC_T", decimals: 4, tolerance: 0.0011) {
            try $0.transformation(.fixedIndustrySales).values.printed
        }
        try handbook.expect("modelC_Sd", decimals: 2, tolerance: 0.0125) {
            try $0.industryByIndustry(.fixedIndustrySales, imports: .domestic).flows.values.printed
        }
        try handbook.expect("modelC_Yd", decimals: 2, tolerance: 0.0125) {
            try $0.industryByIndustry(.fixedIndustrySales, imports: .domestic).finalDemand.values.printed
        }
        let table = try handbook.table().industryByIndustry(.fixedIndustrySales, imports: .domestic)
        #expect(
            table.negatives.filter { $0.block == .flows || $0.block == .finalDemand }
                .map { "\($0.block.rawValue) \($0.row) \($0.column)" }
                == ["flows agriculture services", "final_demand agriculture f2"]
        )
        #expect(table.rules.last?.name == "negative-cells-made-by-model")
    }

    @Test("D, fixed product sales: Tables 12.13–12.14, and an input-output table of it")
    func fixedProductSales() throws {
        try handbook.expect("modelD_Sd", decimals: 2, tolerance: 0.0125) {
            try $0.industryByIndustry(.fixedProductSales, imports: .domestic).flows.values.printed
        }
        try handbook.expect("modelD_Sm", decimals: 2, tolerance: 0.0125) {
            try $0.industryByIndustry(.fixedProductSales, imports: .domestic).importedFlows?.values.printed
                ?? []
        }
        try handbook.expect("modelD_Yd", decimals: 2, tolerance: 0.0125) {
            try $0.industryByIndustry(.fixedProductSales, imports: .domestic).finalDemand.values.printed
        }
        let symmetric = try handbook.table().industryByIndustry(.fixedProductSales, imports: .domestic)
        #expect(symmetric.negatives.isEmpty)
        let table = try symmetric.inputOutputTable()
        #expect(deviation(of: table.output.values, from: [40.45, 433.31, 764.66]) <= 0.011)
        let imported = try #require(table.imported).intermediate.columnSums.values
        // Sums in another order.
        #expect(deviation(of: table.inputs(.imports).values, from: imported) <= 1e-12)
    }

    @Test("E, the hybrid: Tables 12.15–12.16")
    func hybrid() throws {
        let model = try handbook.hybrid()
        // Printed is R; T = ĝ⁻¹ R q̂.
        try handbook.expect("modelE_R", decimals: 4, tolerance: 0.00011) { table in
            let made = table.industryOutput.values
            let transformation = try table.transformation(model).values.printed
            return transformation.enumerated().map { row, numbers in
                zip(numbers, table.productOutput.values).map { $0 * made[row] / $1 }
            }
        }
        // The README's 0.0101 for E takes the printed outputs, 40.45 where the printed column adds up to 40.44.
        try check(product: model, "E", s: 0.11, e: nil)
    }
}
