import Accounts
import Datasets
import StatisticsNorway
import TestSupport
import Testing

@testable import Ringvirk

@Suite("Supply and use, from the published files to a symmetric table")
struct SupplyUseGateTests {
    private let data = Repository.root + "/data/ssb-supply-use"

    @Test(
        "The committed datasets hold what the published workbooks hold, bit for bit",
        .enabled(
            if: SharedTable.exists("data/ssb_io_tables/raw/use tables"),
            "the published files are not beside the repository"
        ),
        arguments: 2019...2021
    )
    func committed(year: Int) throws {
        let raw = Repository.shared + "/data/ssb_io_tables/raw"
        let table = try SupplyUseWorkbook(
            supply: raw + "/supply tables/iot_1500_\(year).xlsx",
            use: raw + "/use tables/iot_1600_\(year).xlsx"
        ).table
        let read = try Dataset(at: data + "/\(year)").supplyUseTable()
        #expect(read.supply == table.supply && read.imports == table.imports)
        #expect(read.valuation == table.valuation && read.territory == table.territory)
        #expect(read.use.total == table.use.total && read.primaryInputs == table.primaryInputs)
        #expect(read.basis == table.basis && read.tolerance == table.tolerance)
        #expect(read.provenance == table.provenance && read.rules == table.rules)
        #expect(read.products.labels.map(\.name) == table.products.labels.map(\.name))
        #expect(read.industries.labels.map(\.name) == table.industries.labels.map(\.name))
    }

    @Test("A table made by model D is a dataset like any other, with the codes of the published tables")
    func written() throws {
        let copy = try StudyCopy()
        let conversion = try SymmetricConversion(
            of: data + "/2019",
            assuming: BasicPriceAssumptions(territory: .onProduct(SupplyUseWorkbook.territoryProduct))
        )
        let made = try conversion.industryByIndustry(.fixedProductSales, imports: .domestic)
        try conversion.write(made, to: copy.results)
        let (read, _) = try Dataset(at: copy.results).inputOutputTable()
        let (published, _) = try Dataset(at: Repository.root + "/data/ssb-io/2019").inputOutputTable()
        #expect(read.industries == published.industries)
        // Whole millions, of which the input-output workbook has some with an Excel rounding in the last bit.
        #expect(deviation(of: read.output.values, from: published.output.values) < 1e-9)
        #expect(read.domestic == made.flows)
        #expect(read.provenance.table == "ESA 1500, ESA 1600; model D")
        #expect(read.provenance.attribution == "Kilde: Statistisk sentralbyrå")
        let named = ["symmetric-table-made-of-supply-and-use", "negative-cells-made-by-model"]
        #expect(Array(read.rules.map(\.name).suffix(2)) == named)
        #expect(read.rules.last?.touched.count == made.negatives.count)
    }

    @Test("What the table cannot give is refused with the dataset's folder")
    func refused() throws {
        let total = try SymmetricConversion(of: data + "/2019", assuming: BasicPriceAssumptions())
            .industryByIndustry(.fixedProductSales, imports: .total)
        let copy = try StudyCopy()
        let conversion = try SymmetricConversion(of: data + "/2019", assuming: BasicPriceAssumptions())
        let error = thrown { () throws(StudyError) in try conversion.write(total, to: copy.results) }
        #expect(error == .accounts(.lacks(role: "domestic flows"), source: data + "/2019"))
        #expect(!copy.wroteAnything)
        let other = thrown { () throws(StudyError) in
            _ = try SymmetricConversion(
                of: Repository.root + "/data/groups-30",
                assuming: BasicPriceAssumptions()
            )
        }
        guard case .dataset(.anotherKind(_, .supplyUseTable, .concordance)) = other else {
            Issue.record("\(String(describing: other))")
            return
        }
    }
}
