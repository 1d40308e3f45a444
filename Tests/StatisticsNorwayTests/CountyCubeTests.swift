import Accounts
import FileFormats
import StatisticsNorway
import TestSupport
import Testing

@Suite("Table 11713 as a cube", .enabled(if: PublishedFiles.exists(PublishedFiles.county)))
struct CountyCubeTests {
    private static let path = PublishedFiles.county + "/11713_2008-2019.csv"
    private static let contents = [
        ("gva_mnok", "BP", "Bruttoprodukt i basisverdi. Løpende priser (mill. kr)"),
        ("compensation_mnok", "LK", "Lønnskostnader. Løpende priser (mill. kr)"),
        ("employed_1000", "SYS", "Sysselsatte personer (1 000 personer)"),
        ("gfcf_mnok", "BI", "Bruttoinvestering i fast realkapital. Løpende priser (mill. kr)"),
    ]

    /// The published rows as the bank would hand them out.
    private func cube(leavingOut heading: String? = nil) throws -> StatisticsCube {
        let table = try CSVTable(contentsOf: Self.path)
        let positions = Dictionary(uniqueKeysWithValues: zip(table.header, 0...))
        func column(_ name: String, _ row: CSVTable.Row) -> String {
            positions[name].map { row.fields[$0] } ?? ""
        }
        func labels(_ code: String, _ name: String) -> [CubeCategory] {
            var met: Set<String> = []
            return table.rows.compactMap { row in
                let key = column(code, row)
                return met.insert(key).inserted ? CubeCategory(code: key, name: Name(column(name, row))) : nil
            }
        }
        let regions = labels("regionCode", "region")
        let industries = labels("industry", "industry")
        let years = labels("year", "year")
        let contents = Self.contents.filter { $0.2 != heading }
        var numbers: [String: Double] = [:]
        for row in table.rows {
            for (name, code, _) in contents {
                let key = [column("regionCode", row), column("industry", row), code, column("year", row)]
                numbers[key.joined(separator: "|")] = CSVNumber.number(column(name, row))
            }
        }
        var figures: [CubeFigure] = []
        for region in regions {
            for industry in industries {
                for (_, code, _) in contents {
                    for year in years {
                        let key = [region.code, industry.code, code, year.code].joined(separator: "|")
                        let missing = CubeFigure(nil, .confidential)
                        figures.append(try #require(numbers[key].map { CubeFigure($0) } ?? missing))
                    }
                }
            }
        }
        return try StatisticsCube(
            dimensions: [
                CubeDimension(code: "Region", name: Name("region"), role: .region, categories: regions),
                CubeDimension(code: "NACE", name: Name("næring"), role: .other, categories: industries),
                CubeDimension(
                    code: "ContentsCode",
                    name: Name("statistikkvariabel"),
                    role: .measure,
                    categories: contents.map { CubeCategory(code: $0.1, name: Name($0.2)) }
                ),
                CubeDimension(code: "Tid", name: Name("år"), role: .time, categories: years),
            ],
            figures: figures,
            provenance: Provenance(
                publisher: "Statistisk sentralbyrå",
                table: "11713",
                licence: "CC BY 4.0",
                attribution: "Kilde: Statistisk sentralbyrå",
                vintage: "2026-09-01T06:00:00Z",
                retrieved: "2026-11-25",
                files: []
            )
        )
    }

    @Test("The same accounts come of the cube as of the file, with the cube's dates")
    func sameAccounts() throws {
        let file = try CountyAccountsFile(contentsOf: Self.path).accounts
        let cube = try CountyAccountsFile(cube(), called: "data/11713").accounts
        #expect(cube.series.years == file.series.years)
        for (one, other) in zip(cube.series.accounts, file.series.accounts) {
            #expect(
                one.regions.codes == other.regions.codes && one.industries.codes == other.industries.codes
            )
            for measure in other.measures {
                for region in [other.nation.code] + other.regions.codes {
                    for industry in other.industries.codes + other.subtotals.map(\.code) {
                        #expect(one[measure, region, industry] == other[measure, region, industry])
                    }
                }
            }
            #expect(
                one.provenance.vintage == "2026-09-01T06:00:00Z" && one.provenance.retrieved == "2026-11-25"
            )
        }
    }

    @Test("A cube that lacks contents is refused with their name")
    func lacking() throws {
        let heading = Self.contents[1].2
        #expect(
            throws: StatisticsNorwayError.file(
                .faults([Fault(at: Place(file: "data/11713"), .missingColumn(heading))])
            )
        ) { try CountyAccountsFile(cube(leavingOut: heading), called: "data/11713") }
    }
}
