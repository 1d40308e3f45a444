import Accounts
import FileFormats
import Foundation
import Leontief
import Regionalisation
import Reporting
import TestSupport
import Testing

@testable import Ringvirk

/// The embedded study with calibrated purchase coefficients in the place of FLQ.
@Suite("A study with calibrated coefficients")
struct CalibratedStudyTests {
    private let temporary = TemporaryFolder()
    private static let purchases = StudyDefinition.Purchases(
        dataset: EmbeddedStudy.data + "/purchase-coefficients-finland-2014",
        classification: "groups-30"
    )

    /// The study's file with another classification, if asked, in a folder of its own.
    private func study(classification: String = "groups-30") throws -> String {
        let folder = temporary.path
        let calibrated = """
              method: calibrated
              purchase_coefficients:
                dataset: purchase-coefficients-finland-2014
                classification: \(classification)
              size_measure: output

            """
        let text = try InputFile.text(at: EmbeddedStudy.file).replacing(
            "  method: flq\n  delta: 0.10\n  size_measure: value_added\n",
            with: calibrated
        )
        try AtomicFile.write(text, to: folder + "/study.yaml")
        return folder + "/study.yaml"
    }

    private var changes: StudyDefinition.Changes {
        var changes = StudyDefinition.Changes()
        changes.dataFolder = EmbeddedStudy.data
        changes.asksItsQuestions = false
        return changes
    }

    @Test("Its multipliers are those of the comparison of methods, and lie inside their intervals")
    func multipliers() throws {
        let file = try study()
        let study = try Study(definedIn: file, changes: changes)
        let comparison = try MethodComparison(
            definedIn: EmbeddedStudy.file,
            changes: changes,
            purchases: Self.purchases
        )
        let multipliers = try study.model.multipliers()
        for (measure, compared) in [
            (Measure.output, Backtest.Measure.output), (.valueAdded, .valueAdded),
            (.compensation, .compensation),
        ] {
            let effects = try #require(multipliers[measure, .type1, .region])
            let national = try #require(multipliers[measure, .type1, .nation])
            for row in comparison.rows where row.measure == compared && row.method == .calibrated {
                // The same coefficients solved in two ways: a few roundings apart.
                #expect(abs(effects[row.industry] - row.value) < 1e-12)
                let interval = try #require(row.interval)
                #expect(interval.lower <= row.value && row.value <= interval.upper)
                #expect(row.value <= national[row.industry] + 1e-12)
            }
        }
        #expect(comparison.rows.count == 30 * 3 * 5)
        #expect(comparison.rows.allSatisfy { ($0.interval != nil) == ($0.method == .calibrated) })
    }

    @Test("The result says what it stands on: the coefficients' error, their files, the method")
    func record() throws {
        let file = try study()
        let result = try Study(definedIn: file, changes: changes).run()
        let stated = result.report.assumptions.map { $0.text(in: .english) }
        #expect(
            stated.contains {
                $0.contains("10 official regional tables (Finland 2014)") && $0.contains("4.4%")
            }
        )
        #expect(!stated.contains { $0.contains("location quotients") })
        #expect(result.report.sources.contains { $0.attribution.contains("Statistics Finland") })
        let manifest = result.manifest.json(outputs: [])
        #expect(manifest["parameters"]?["method"]?.text == "calibrated")
        let inputs = (manifest["inputs"]?.elements ?? []).compactMap { $0["file"]?.text }
        #expect(inputs.contains("purchase-coefficients-finland-2014/parameters.csv"))
    }

    @Test("In no county does a coefficient pass the nation's, nor a share lie outside 0 and 1")
    func everyCounty() throws {
        let (definition, inputs) = try EmbeddedStudy.inputs(2019)
        let learned = try LearnedPurchases(
            Self.purchases,
            inputs.table.industries,
            askedFor: Place(file: definition.file)
        )
        let accounts = try #require(inputs.accounts)
        let nation = try TechnicalCoefficients(domesticIn: inputs.table).matrix
        for region in accounts.regions.labels {
            let table = try RegionalTable(
                of: inputs.table,
                region: region,
                accounts: accounts,
                method: .calibrated,
                sizeMeasure: .output,
                flowBasis: .domestic,
                purchases: learned.fit
            )
            let shares = table.quotients.cappedDiagonal
            let regional = table.coefficients
            for seller in inputs.table.industries.labels {
                #expect((0...1).contains(shares[seller]))
                for buyer in table.producing {
                    #expect(regional[seller, buyer] <= nation[seller, buyer] + 1e-15)
                }
            }
        }
    }

    @Test(
        "A classification the coefficients do not have is asked back for, and a study of the nation has no methods"
    )
    func refusals() throws {
        let file = try study(classification: "groups-3")
        #expect(
            throws: StudyError.missing(
                what: "classification: groups-3",
                place: Place(file: file),
                known: ["groups-30"]
            )
        ) { try Study(definedIn: file, changes: changes) }
        var national = changes
        national.region = "0"
        #expect(throws: StudyError.self) {
            try MethodComparison(
                definedIn: EmbeddedStudy.file,
                changes: national,
                purchases: Self.purchases
            )
        }
        // Without a classification, the industries must be the coefficients' own.
        let own = StudyDefinition.Purchases(dataset: Self.purchases.dataset, classification: nil)
        let (_, inputs) = try EmbeddedStudy.inputs(2019)
        #expect(throws: StudyError.self) {
            try LearnedPurchases(own, inputs.table.industries, askedFor: Place(file: file))
        }
    }
}
