import Accounts
import Actors
import Datasets
import FileFormats
import Leontief
import Regionalisation
import Reporting
import TestSupport

@testable import Ringvirk

/// The study and the datasets that come with the repository: tests on them always run.
enum EmbeddedStudy {
    static let data = Repository.root + "/data"
    static let file = data + "/studies/trondelag-2019/study.yaml"

    /// The datasets' folders.
    static let datasets =
        ["groups-30", "ssb-air-emissions", "ssb-county-accounts"] + tableYears.map { "ssb-io/\($0)" }
    /// The years with a table.
    static let tableYears = Array(2012...2021)
    /// The years with a table and county accounts.
    static let years = Array(2012...2019)

    /// The study's inputs, another year's if asked; read once and kept.
    static func inputs(_ year: Int) throws -> (StudyDefinition, StudyInputs) {
        var changes = StudyDefinition.Changes()
        changes.year = year
        changes.asksItsQuestions = false
        let definition = try StudyDefinition(contentsOf: file, changes: changes)
        return (definition, try StudyInputs(definition))
    }

    /// The study itself, another year's or region's if asked, without its own questions.
    static func study(year: Int = 2019, region: String = "50") throws -> Study {
        var changes = StudyDefinition.Changes()
        changes.year = year
        changes.region = region
        changes.asksItsQuestions = false
        return try Study(definedIn: file, changes: changes)
    }

    /// The study's actors.
    static func actors() throws -> [Actor] {
        let groups = try Dataset(at: data + "/groups-30").classificationMap()
        return try ActorsFile(
            contentsOf: data + "/studies/trondelag-2019/actors.csv",
            industries: groups.target
        ).actors
    }

    static func table(_ year: Int) throws -> InputOutputTable {
        try Dataset(at: data + "/ssb-io/\(year)").inputOutputTable().table
    }
}

extension StudyDefinition {
    /// The same study with another region or way to cut it out.
    func changed(
        region: String? = nil,
        method: QuotientMethod? = nil,
        coefficients: CoefficientSource? = nil,
        residentShare: Double? = nil
    ) throws -> StudyDefinition {
        let leakages = households.leakages
        return StudyDefinition(
            name: name,
            title: title,
            language: language,
            year: year,
            region: region ?? self.region,
            data: data,
            mergedRegions: mergedRegions,
            regionalisation: regionalisation.map {
                Regionalisation(
                    method: method ?? $0.method,
                    sizeMeasure: $0.sizeMeasure,
                    flows: $0.flows,
                    coefficients: coefficients ?? $0.coefficients
                )
            },
            households: Households(
                leakages: try HouseholdLeakages(
                    wageShareOfCompensation: leakages.wageShareOfCompensation,
                    incomeTax: leakages.incomeTax,
                    saving: leakages.saving,
                    residentShare: residentShare ?? leakages.residentShare
                ),
                sources: households.sources,
                excluded: households.excluded
            ),
            shocks: shocks,
            dataFolder: dataFolder,
            actorsFile: actorsFile,
            recipesFile: recipesFile,
            ledgers: ledgers,
            engine: nil,
            isChanged: isChanged,
            file: file
        )
    }
}
