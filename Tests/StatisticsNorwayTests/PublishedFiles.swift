import Accounts
import FileFormats
import Glibc
import TestSupport

/// Where the published files stand, and the figures extracted from them by other hands.
enum PublishedFiles {
    static let inputOutput = Repository.shared + "/data/ssb_io_tables"
    static let county = Repository.shared + "/data/ssb_11713_county"
    static let emissions = Repository.shared + "/data/ssb_aea_emissions"

    static let questionnaire = emissions + "/aea_questionnaire_2008-2022_long.csv"
    static let footprints = Repository.shared + "/data/oracle_cafean/domestic_footprint.csv"

    static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

    static func workbooks(_ year: Int) -> (domestic: String, imports: String) {
        (
            inputOutput + "/raw/domestic/iot_1850_\(year).xlsx",
            inputOutput + "/raw/import/iot_1950_\(year).xlsx"
        )
    }

    static func supplyUse(_ year: Int) -> (supply: String, use: String) {
        (
            inputOutput + "/raw/supply tables/iot_1500_\(year).xlsx",
            inputOutput + "/raw/use tables/iot_1600_\(year).xlsx"
        )
    }
}

/// A rectangle of numbers under a header, its first column naming the rows.
struct Rectangle {
    let columns: [String]
    let rows: [(code: String, values: [Double])]

    init(_ path: String) throws {
        let table = try CSVTable(contentsOf: path)
        columns = Array(table.header.dropFirst())
        rows = try table.rows.map { row in
            let values = try row.fields.dropFirst().map { field in
                guard let number = CSVNumber.number(field) else {
                    throw FileFormatError.damaged(path: path, reason: "line \(row.line): \(field)")
                }
                return number
            }
            return (row.fields.first ?? "", values)
        }
    }
}
