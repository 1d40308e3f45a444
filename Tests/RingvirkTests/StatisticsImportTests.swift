import Accounts
import Datasets
import TestSupport
import Testing

@testable import Ringvirk

@Suite("Statistics import")
struct StatisticsImportTests {
    private let files = Repository.fixtures + "/ssb/"

    @Test("Each of Statistics Norway's files becomes a sound dataset that carries its rules")
    func sound() throws {
        let copy = try StudyCopy()
        let outcomes = [
            try StatisticsImport.inputOutputTable(
                domestic: files + "iot_1850_2030.xlsx",
                imports: files + "iot_1950_2030.xlsx",
                to: copy.file("io")
            ),
            try StatisticsImport.supplyUseTable(
                supply: files + "iot_1500_2030.xlsx",
                use: files + "iot_1600_2030.xlsx",
                to: copy.file("supply-use")
            ),
            try StatisticsImport.countyAccounts(files + "11713.csv", sheet: nil, to: copy.file("counties")),
            try StatisticsImport.airEmissions(files + "aea.csv", to: copy.file("air")),
        ]
        #expect(
            outcomes.map(\.folder)
                == [copy.file("io"), copy.file("supply-use"), copy.file("counties"), copy.file("air")]
        )
        for outcome in outcomes {
            let check = try DatasetCheck(folder: outcome.folder)
            #expect(check.isSound, "\(outcome.folder)")
            #expect(check.digests.allSatisfy { $0.stated != nil }, "\(outcome.folder)")
            #expect(Set(check.description.rules.map(\.name)).isSuperset(of: outcome.rules.map(\.name)))
        }
    }

    @Test("What is no such file is refused, and no folder is made")
    func refused() throws {
        let copy = try StudyCopy()
        let error = thrown { () throws(StudyError) in
            _ = try StatisticsImport.airEmissions(files + "aea_wrong_total.csv", to: copy.results)
        }
        guard case .statisticsNorway = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!copy.wroteAnything)
    }
}
