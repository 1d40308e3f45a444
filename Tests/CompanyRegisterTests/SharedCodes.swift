import Accounts
import FileFormats
import TestSupport

/// Statistics Norway's own lists of codes, as far as tests need them: known, and all in one place.
enum SharedCodes {
    static func all() throws -> IndustryCodes {
        var places: [IndustryClassification: [String: String?]] = [:]
        for classification in IndustryClassification.allCases {
            let file = Repository.shared + "/data/klass/\(classification.rawValue)_codes.csv"
            let table = try CSVTable(contentsOf: file)
            let codes = table.rows.filter { $0.fields[2] == "5" }.map { ($0.fields[0], "R" as String?) }
            places[classification] = Dictionary(codes) { first, _ in first }
        }
        return IndustryCodes(places)
    }
}
