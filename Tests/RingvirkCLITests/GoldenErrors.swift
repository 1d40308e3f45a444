import Actors
import FileFormats
import Leontief
import LinearAlgebra
import Regionalisation
import Ringvirk
import StatisticsNorway

@testable import Accounts
@testable import Datasets

/// Errors as they are met in practice, whose whole text GoldenMessagesTests holds.
enum GoldenErrors {
    static let all: [(name: String, error: any Error & Sendable)] = [
        ("no such dataset", StudyError.dataset(.file(path: table, .notFound(path: table + "/dataset.json")))),
        ("not UTF-8", StudyError.file(.notUTF8(path: "actors.csv", byteOffset: 1233))),
        (
            "an old workbook",
            StatisticsNorwayError.file(
                .damaged(path: "iot.xls", reason: "it is a workbook of Excel 97 to 2003 (.xls), not .xlsx")
            )
        ),
        ("a dataset's faults", StudyError.dataset(.file(path: table, .faults(datasetFaults)))),
        ("a study's faults", StudyError.file(.faults(studyFaults))),
        (
            "a workbook's fault",
            StatisticsNorwayError.file(
                .faults([
                    Fault(
                        at: Place(file: "iot.xlsx", column: "R52", sheet: "IOT"),
                        value: "#REF!",
                        .spreadsheetError
                    )
                ])
            )
        ),
        (
            "a full disk",
            StudyError.file(.cannotWrite(path: "out/impacts.csv", reason: "No space left on device"))
        ),
        ("off balance", DatasetError.accounts(path: table, EveryError.unbalanced)),
        (
            "no such year",
            StudyError.accounts(.noSuchYear(2025, known: [2008, 2009, 2010, 2019]), source: counties)
        ),
        (
            "no such region",
            StudyError.accounts(
                .noSuchRegion(code: "16", year: 2019, known: ["0", "50", "46"]),
                source: counties
            )
        ),
        (
            "withheld",
            StudyError.regionalisation(
                .accounts(.notPublished(region: "50", industry: "B05_09", measure: "compensation")),
                source: counties
            )
        ),
        ("purchasers' prices", shock(.priceBasis(.purchasers, .basic))),
        ("prices of another year", shock(.pricesOf(2023, 2019))),
        (
            "larger than the industry",
            StudyError.actors(
                .largerThanIndustry(
                    actors: ["mill", "yard"],
                    industry: "C16",
                    area: "50",
                    actorOutput: 4200,
                    industryOutput: 3100.25
                ),
                source: "study/actors.csv"
            )
        ),
        (
            "inputs above output",
            DatasetError.inputsReachOutput(path: table, EveryError.reachingOutput.compactMap(\.self))
        ),
        ("changed", EveryError.changedDataset),
        (
            "endless consumption",
            StudyError.leontief(.endlessConsumption(respentShare: 1.03), source: "study.yaml")
        ),
        (
            "singular",
            StudyError.leontief(.linearAlgebra(.singular(pivot: 3), sector: "C10_12"), source: table)
        ),
        (
            "unknown industry",
            StudyError.missing(
                what: "C10-12",
                place: Place(file: "study.yaml", line: 31, column: "shocks[0].mnok.C10-12"),
                known: ["A01_03", "C10_12", "F41_43"]
            )
        ),
    ]

    private static let table = "data/no-iot-2019"
    private static let counties = "data/no-counties"

    private static func shock(_ difference: Difference) -> StudyError {
        .leontief(.wrongBasis(demand: "Hospital", difference), source: "study.yaml")
    }

    private static let datasetFaults = [
        Fault(
            at: Place(file: table + "/flows.csv", line: 12, column: "value"),
            value: "1 234,5",
            .notANumber
        ),
        Fault(
            at: Place(file: table + "/flows.csv", line: 15, column: "user"),
            value: "C10_13",
            .notOneOf(industries)
        ),
        Fault(at: Place(file: table + "/flows.csv", line: 19, column: "value"), value: ":", .notANumber),
        Fault(at: Place(file: table + "/flows.csv"), value: "domestic, A01, B05", .missing),
    ]

    private static let studyFaults = [
        Fault(
            at: Place(file: "study.yaml", line: 4, column: "regoin"),
            value: "regoin",
            .unknownKey(known: keys)
        ),
        Fault(
            at: Place(file: "study.yaml", line: 9, column: "regionalisation.delta"),
            value: "1",
            .outside(lower: 0, upper: 1)
        ),
        Fault(
            at: Place(file: "study.yaml", line: 14, column: "households.saving"),
            value: "0.07",
            .notANumber
        ),
        Fault(at: Place(file: "study.yaml", line: 1), .missingColumn("title")),
    ]

    private static let keys = [
        "format", "name", "title", "language", "year", "region", "data", "merged_regions", "regionalisation",
        "households", "shocks", "actors", "recipes",
    ]

    private static let industries =
        (1...9).map { "A0\($0)" } + ["B05_09", "C10_12", "D35", "E36_39", "F41_43"]
}
