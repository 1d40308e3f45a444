import Accounts
import Foundation
import LinearAlgebra
import TestSupport

/// Six regions and three industries of country X: the figures of Tests/Fixtures/datasets/regional-tables, made anew.
enum SmallRegions {
    static let industries = ["A", "B", "C"]

    static func set(
        output change: (Int, Int, Double) -> Double = { $2 },
        share changeShare: (Int, Int, Double) -> Double = { $2 },
        abroad: ((_ region: Int, _ seller: Int, _ buyer: Int) -> Double)? = nil
    ) throws -> RegionalTableSet {
        let places = [(60, 25), (60.5, 23), (61, 27), (62, 26), (63, 24), (64, 28)]
        let regions = try Axis((0..<6).map { Region(code: "r\($0)", name: Name("Region \($0)")) })
        let axis = try Axis(industries.map { Industry(code: $0, name: Name($0)) })
        let output = LabelledMatrix(
            rows: regions,
            columns: axis,
            values: Matrix(rows: 6, columns: 3) { region, industry in
                let size = 100 + 37 * ((region * 7 + industry * 5) % 6) + 11 * region + 13 * industry
                return change(region, industry, Double(size))
            }
        )
        func share(_ region: Int, _ industry: Int) -> Double {
            changeShare(region, industry, 0.2 + 0.1 * Double((region * 2 + industry * 3) % 7))
        }
        func bought(_ region: Int, _ seller: Int, _ buyer: Int) -> Double {
            Double(5 + (region * 3 + seller * 4) % 5) * [0.5, 0.3, 0.2][buyer]
        }
        let categories = try Axis([
            FinalDemandCategory(code: "HH", name: Name("HH"), role: .householdConsumption),
            FinalDemandCategory(code: "exports_abroad", name: Name("EX"), role: .exports),
            FinalDemandCategory(code: "exports_other_regions", name: Name("EO"), role: .exports),
        ])
        let inputs = try Axis([PrimaryInput(code: "M", name: Name("M"), role: .imports)])
        func square(_ value: (Int, Int) -> Double) -> LabelledMatrix<Industry, Industry> {
            LabelledMatrix(rows: axis, columns: axis, values: Matrix(rows: 3, columns: 3, value))
        }
        let tables = (0..<6).map { region in
            RegionalTableSet.Table(
                region: regions.labels[region],
                ownRegion: square { bought(region, $0, $1) * share(region, $0) },
                otherRegions: square { bought(region, $0, $1) * (1 - share(region, $0)) },
                fromAbroad: abroad.map { abroad in square { abroad(region, $0, $1) } },
                // A region sells 10 abroad, 20 to other regions and 30 to households of every industry's products.
                finalDemand: LabelledMatrix(rows: axis, columns: categories) { _, category in
                    ["exports_abroad": 10, "exports_other_regions": 20][category.code] ?? 30
                },
                primaryInputs: LabelledMatrix(rows: inputs, columns: axis) { _, _ in 0 }
            )
        }
        let sums = output.columnSums.values
        return try RegionalTableSet(
            nation: Region(code: "X", name: Name("X")),
            basis: Basis(unit: Unit("MX"), year: 2020, valuation: .basic),
            regions: regions,
            positions: places.map { GeographicPosition(latitude: $0.0, longitude: Double($0.1)) },
            output: output,
            valueAdded: LabelledMatrix(rows: regions, columns: axis) { output[$0, $1] / 2 },
            compensation: LabelledMatrix(rows: regions, columns: axis) { output[$0, $1] / 4 },
            nationalCoefficients: square { seller, buyer in
                (0..<6).reduce(0) { $0 + bought($1, seller, buyer) } / sums[buyer]
            },
            tables: tables,
            provenance: Provenance(
                publisher: "X",
                table: "Invented",
                licence: "CC0",
                attribution: "Source: nobody",
                vintage: nil,
                files: []
            ),
            rules: []
        )
    }
}
