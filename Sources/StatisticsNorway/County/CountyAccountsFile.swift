public import Accounts
import FileFormats

/// Statistics Norway's accounts by county and industry (*fylkesfordelt nasjonalregnskap*), table 11713.
///
/// Value added, compensation and investment in MNOK, current prices; employment printed in 1000 persons and
/// given in persons.
public struct CountyAccountsFile: Sendable {
    /// What the file says, with the rules applied to it.
    public let accounts: CountyAccounts

    /// The accounts in the CSV file at `path`: one row for every county, industry and year, with the columns
    /// `regionCode`, `region`, `industry`, `year`, `gva_mnok`, `gfcf_mnok`, `employed_1000` and
    /// `compensation_mnok`.
    ///
    /// - Throws: `.file` where the file cannot be read; with `.faults` for missing columns, unknown industries,
    ///   texts in number fields, rows that stand twice or not at all, figures of counties that do not exist,
    ///   and totals that are not the sum of their industries.
    public init(contentsOf path: String) throws(StatisticsNorwayError) {
        try self.init(path) { () throws(FileFormatError) in try CountyRows(csv: path) }
    }

    /// The accounts in a sheet of the workbook at `path`, laid out as Statbank lays out a table without
    /// pivoting (*uten pivot*): the same figures under the table's own headings.
    ///
    /// - Throws: as for CSV, and `.file` with `.noSheet`.
    public init(contentsOf path: String, sheet: String) throws(StatisticsNorwayError) {
        try self.init(path) { () throws(FileFormatError) in try CountyRows(workbook: path, sheet: sheet) }
    }

    /// The accounts in a cube of the table, as ``StatisticsBankClient`` fetches it: all counties, industries and contents of
    /// some years.
    ///
    /// A cell without a number is taken for withheld, whichever its mark, as a blank field of the other forms is.
    ///
    /// - Parameter name: what the cube is called in messages.
    /// - Throws: as for CSV.
    public init(_ cube: StatisticsCube, called name: String) throws(StatisticsNorwayError) {
        let grid: CountyGrid
        do {
            grid = try CountyGrid(try CountyRows(cube, called: name))
        } catch {
            throw .file(error)
        }
        do {
            accounts = try grid.accounts(provenance: cube.provenance)
        } catch {
            throw .accounts(error, files: [name])
        }
    }

    private init(
        _ path: String,
        reading: () throws(FileFormatError) -> CountyRows
    ) throws(StatisticsNorwayError) {
        let grid: CountyGrid
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(at: path)
            grid = try CountyGrid(try reading())
        } catch {
            throw .file(error)
        }
        let provenance = Publisher.provenance(
            table: "11713",
            vintage: nil,
            files: [(path: path, bytes: bytes)]
        )
        do {
            accounts = try grid.accounts(provenance: provenance)
        } catch {
            throw .accounts(error, files: [path])
        }
    }
}
