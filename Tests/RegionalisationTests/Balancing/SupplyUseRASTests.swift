import Accounts
import LinearAlgebra
import TestSupport
import Testing

@testable import Regionalisation

/// Austria's supply and use table of 2005 taken to 2006 without product totals, million euros (United Nations 2018,
/// Box 18.2, p. 568, and Box 18.5, p. 574).
@Suite("SUT-RAS")
struct SupplyUseRASTests {
    private typealias Projection = SupplyUseRAS<Industry, Industry, Industry, Industry>

    private let products: Axis<Industry>
    private let producers: Axis<Industry>
    private let users: Axis<Industry>
    private let importRows: Axis<Industry>
    private let base: SupplyUseRAS<Industry, Industry, Industry, Industry>.Base
    private let output: LabelledVector<Industry>
    private let use: LabelledVector<Industry>
    private let importsAndTaxes = 151_892.0

    init() throws {
        products = try industries(["agriculture", "manufacturing", "trade", "other services"])
        producers = try industries(["agriculture", "manufacturing", "services"])
        users = try industries(["agriculture", "manufacturing", "services", "domestic demand", "exports"])
        importRows = try industries(["agriculture", "manufacturing", "trade", "other services", "taxes"])
        base = .init(
            domesticUse: LabelledMatrix(
                products,
                users,
                [
                    [1784, 2777, 340, 1448, 477], [987, 37706, 20218, 43014, 74550],
                    [301, 9761, 5668, 27221, 6924], [452, 18475, 57943, 118725, 18546],
                ]
            ),
            importedUse: LabelledMatrix(
                importRows,
                users,
                [
                    [115, 980, 141, 920, 53], [480, 42057, 8228, 28991, 17557], [1, 249, 395, 0, 0],
                    [39, 3491, 9476, 1373, 2579], [-93, 1024, 4720, 18215, 117],
                ]
            ),
            supply: LabelledMatrix(
                producers,
                products,
                [[6826, 725, 2, 249], [0, 172430, 4433, 4345], [0, 3320, 45440, 209547]]
            ),
            imports: LabelledVector(importRows, [2209, 97313, 645, 16958, 23983])
        )
        output = LabelledVector(producers, [8367, 200582, 273485])
        use = LabelledVector(users, [4377, 131680, 113716, 249844, 134709])
    }

    private func projected(_ end: BalancingEnd) throws -> Projection {
        try Projection(base, output: output, use: use, importsAndTaxes: importsAndTaxes, until: end)
    }

    /// Iteration `count`'s sums and factors, the sums worked out from the factors of the iteration before.
    private func iteration(_ count: Int) throws -> [String: [Double]] {
        let before = try projected(.scalings(count - 1)).factors
        let now = try projected(.scalings(count)).factors
        var found: [String: [Double]] = [
            "rd": now.products, "rm": now.imports, "rv": now.industries, "s": now.users,
            "r": [now.allImports],
        ]
        func sums(
            _ table: LabelledMatrix<Industry, Industry>,
            _ rows: [Double],
            _ columns: [Double],
            byRow: Bool
        )
            -> [Double]
        {
            var sums = [Double](repeating: 0, count: byRow ? table.rows.count : table.columns.count)
            for row in 0..<table.rows.count {
                for column in 0..<table.columns.count where table.values[row, column] > 0 {
                    sums[byRow ? row : column] += table.values[row, column] * rows[row] * columns[column]
                }
            }
            return sums
        }
        func ones(_ count: Int) -> [Double] { [Double](repeating: 1, count: count) }
        found["p_d"] = sums(base.domesticUse, ones(4), before.users, byRow: true)
        found["n_d"] = sums(base.supply, before.industries, ones(4), byRow: false)
        found["p_v"] = sums(base.supply, ones(3), now.products.map { 1 / $0 }, byRow: true)
        found["p_s"] = zip(
            sums(base.domesticUse, now.products, ones(5), byRow: false),
            sums(base.importedUse, now.imports, ones(5), byRow: false)
        ).map { $0 + $1 }
        found["n_s"] = [93 / now.imports[4], 0, 0, 0, 0]
        found["dev_rd"] = zip(now.products, before.products).map { $0 - $1 }
        // Printed for the four products alone.
        found["dev_rm"] = zip(now.imports, before.imports).prefix(4).map { $0 - $1 }
        return found
    }

    private static let printed: [Int: [String: [Double]]] = [
        1: [
            "p_d": [6826, 176475, 49875, 214141], "n_d": [6826, 176475, 49875, 214141],
            "rd": [1, 1, 1, 1], "rm": [1, 1, 1, 1, 1], "p_v": [7802, 181208, 258307],
            "rv": [1.072, 1.107, 1.059], "p_s": [4159, 116520, 107129, 239907, 120803],
            "n_s": [93, 0, 0, 0, 0], "s": [1.07325, 1.13011, 1.06149, 1.04142, 1.11511], "r": [1.07642],
        ],
        2: [
            "p_d": [7454, 193060, 53440, 227193], "n_d": [7320, 195158, 53019, 226936],
            "rd": [0.991, 1.005, 0.996, 0.999], "rm": [0.996, 0.992, 0.995, 0.997, 1.012],
            "p_v": [7860, 180298, 258588], "rv": [1.064, 1.112, 1.058],
            "p_s": [4142, 116292, 107142, 239927, 121011], "n_s": [92, 0, 0, 0, 0],
            "s": [1.077, 1.132, 1.061, 1.041, 1.113], "r": [1.072],
            "dev_rd": [-0.009, 0.0054, -0.0039, -0.0006], "dev_rm": [-0.0042, -0.0085, -0.0053, -0.0027],
        ],
        3: [
            "p_d": [7466, 192998, 53447, 227183], "n_d": [7266, 196111, 52992, 226718],
            "rd": [0.987, 1.008, 0.996, 0.999], "rm": [0.993, 0.989, 0.992, 0.995, 1.01],
            "p_v": [7890, 179857, 258690], "rv": [1.06, 1.115, 1.057],
            "p_s": [4135, 116255, 107114, 239858, 121145], "n_s": [92, 0, 0, 0, 0],
            "s": [1.079, 1.133, 1.062, 1.042, 1.112], "r": [1.069],
            "dev_rd": [-0.0045, 0.0026, -0.0003, -0.0005], "dev_rm": [-0.0026, -0.0023, -0.0024, -0.0021],
        ],
        20: [
            "p_d": [7474, 192875, 53457, 227261], "n_d": [7215, 197079, 52977, 226557],
            "rd": [0.982, 1.011, 0.995, 0.998], "rm": [0.991, 0.987, 0.99, 0.993, 1.008],
            "p_v": [7916, 179386, 258803], "rv": [1.057, 1.118, 1.057],
            "p_s": [4129, 116222, 107080, 239778, 121292], "n_s": [92, 0, 0, 0, 0],
            "s": [1.081, 1.133, 1.062, 1.042, 1.111], "r": [1.067],
        ],
    ]

    @Test("Box 18.5: iterations 1, 2, 3 and 20, every printed figure", arguments: [1, 2, 3, 20])
    func iterations(count: Int) throws {
        let found = try iteration(count)
        for (quantity, figures) in try #require(Self.printed[count]) {
            let decimals =
                switch quantity {
                case "p_d", "n_d", "p_v", "p_s", "n_s": 0
                case "dev_rd", "dev_rm": 4
                // Iteration 1 prints s and r with five decimals.
                case "s", "r": count == 1 ? 5 : 3
                default: 3
                }
            let numbers = try #require(found[quantity])
            #expect(
                deviation(of: numbers, from: figures) <= halfOfLastDigit(decimals: decimals),
                "\(count) \(quantity)"
            )
        }
    }

    @Test("Box 18.5: the projected table in whole millions, and every identity")
    func projection() throws {
        let found = try projected(.deviation(share: 1e-12))
        let half = halfOfLastDigit(decimals: 0)
        let domestic: [[Double]] = [
            [1894, 3091, 355, 1482, 520], [1078, 43184, 21704, 45306, 83694],
            [324, 11009, 5992, 28236, 7655], [488, 20900, 61438, 123517, 20566],
        ]
        let imported: [[Double]] = [
            [123, 1100, 148, 950, 58], [512, 47021, 8622, 29808, 19241], [1, 279, 415, 0, 0],
            [42, 3927, 9990, 1420, 2844], [-85, 1169, 5051, 19125, 131],
        ]
        let supply: [[Double]] = [
            [7343, 758, 2, 264], [0, 190737, 4979, 4866], [0, 3471, 48235, 221779],
        ]
        #expect(deviation(of: found.domesticUse.values.printed, from: domestic) <= half)
        #expect(deviation(of: found.importedUse.values.printed, from: imported) <= half)
        #expect(deviation(of: found.supply.values.printed, from: supply) <= half)

        // Met last: industries and users, to rounding of 200 000. Products and imports to the deviation asked for.
        #expect(deviation(of: found.supply.rowSums.values, from: output.values) <= 1e-9)
        let columns = zip(found.domesticUse.columnSums.values, found.importedUse.columnSums.values).map {
            $0 + $1
        }
        #expect(deviation(of: columns, from: use.values) <= 1e-9)
        #expect(deviation(of: found.domesticUse.rowSums.values, from: found.supply.columnSums.values) <= 1e-6)
        #expect(deviation(of: found.importedUse.rowSums.values, from: found.imports.values) <= 1e-6)
        #expect(abs(found.imports.sum - importsAndTaxes) <= 1e-9)
        #expect(found.imbalance == 0)
    }

    @Test("Totals that do not add up, other labels, a product nobody uses, an industry without supply")
    func refusals() throws {
        #expect(throws: RegionalisationError.marginsDisagree(rows: 634_327, columns: 634_326)) {
            try Projection(base, output: output, use: use, importsAndTaxes: importsAndTaxes + 1)
        }
        #expect(throws: RegionalisationError.self) {
            try Projection(base, output: output, use: output, importsAndTaxes: importsAndTaxes)
        }
        var unused = base.domesticUse.values.printed
        unused[2] = [0, 0, 0, 0, 0]
        let withoutUse = Projection.Base(
            domesticUse: LabelledMatrix(products, users, unused),
            importedUse: base.importedUse,
            supply: base.supply,
            imports: base.imports
        )
        #expect(
            throws: RegionalisationError.oneSidedProduct(
                TableLine(.row, 2, code: "trade"),
                supply: 49_875,
                use: 0
            )
        ) { try Projection(withoutUse, output: output, use: use, importsAndTaxes: importsAndTaxes) }
        var idle = base.supply.values.printed
        idle[0] = [0, 0, 0, 0]
        let withoutSupply = Projection.Base(
            domesticUse: base.domesticUse,
            importedUse: base.importedUse,
            supply: LabelledMatrix(producers, products, idle),
            imports: base.imports
        )
        #expect(throws: RegionalisationError.self) {
            try Projection(withoutSupply, output: output, use: use, importsAndTaxes: importsAndTaxes)
        }
        #expect(throws: RegionalisationError.self) { try projected(.deviation(share: 1e-12, iterations: 2)) }
    }
}
