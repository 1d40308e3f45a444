import Accounts
import FileFormats
import Leontief
import Regionalisation
import Reporting
import Testing

@testable import Ringvirk

@Suite("Study definition")
struct StudyDefinitionTests {
    @Test("Everything the file says")
    func wholeFile() throws {
        let copy = try StudyCopy()
        let definition = try StudyDefinition(contentsOf: copy.study)
        #expect(definition.name == "small" && definition.language == .english)
        #expect(definition.title == Name(english: "The North of Country X", norwegian: "Nord i Landet X"))
        #expect(definition.year == 2020 && definition.region == "1")
        #expect(
            definition.data.nationalTable == copy.data + "/studies/small/../../studies/small/table-2020"
                || definition.data.nationalTable.hasSuffix("/studies/small/table-2020")
        )
        #expect(definition.regionalisation?.method == .cilq)
        #expect(definition.regionalisation?.sizeMeasure == .valueAdded)
        #expect(definition.regionalisation?.flows == .domestic)
        #expect(definition.regionalisation?.coefficients == .national)
        #expect(definition.households.leakages.propensityToConsume == 0.75)
        #expect(
            definition.households.sources == [Name("invented")] && definition.households.excluded == ["A"]
        )
        #expect(definition.shocks.map(\.name) == ["Ten more of works"])
        #expect(definition.shocks[0].amounts.map(\.industry) == ["B"])
        #expect(definition.shocks[0].valuation == .basic && definition.shocks[0].pricesOf == 2020)
        #expect(definition.actorsFile == copy.file("actors.csv"))
        #expect(definition.recipesFile == copy.file("recipes.csv"))
        #expect(definition.mergedRegions.isEmpty)
    }

    @Test("Changes: region, year and {year} in paths, without the study's own questions")
    func changes() throws {
        var changes = StudyDefinition.Changes()
        changes.year = 2018
        changes.region = "03"
        changes.asksItsQuestions = false
        let definition = try StudyDefinition(contentsOf: EmbeddedStudy.file, changes: changes)
        #expect(definition.year == 2018 && definition.region == "03")
        #expect(definition.data.nationalTable.hasSuffix("/ssb-io/2018"))
        #expect(definition.shocks.isEmpty && definition.actorsFile == nil && definition.recipesFile == nil)
    }

    @Test("Another data folder")
    func dataFolder() throws {
        let copy = try StudyCopy()
        var changes = StudyDefinition.Changes()
        changes.dataFolder = copy.data
        let definition = try StudyDefinition(contentsOf: StudyCopy.original + "/study.yaml", changes: changes)
        #expect(definition.data.groups?.dataset == copy.data + "/studies/small/groups")
    }

    /// Every required key, and the path it stands under.
    static let required: [(key: String, text: String, parent: String?)] = [
        ("format", "format: ", nil), ("name", "\nname: small", nil), ("title", "title:", nil),
        ("nb", "nb: Nord", "title"), ("en", "en: The North", "title"), ("language", "language: ", nil),
        ("year", "\nyear: ", nil), ("region", "\nregion: ", nil), ("data", "\ndata:", nil),
        ("national_table", "national_table: ", "data"),
        ("dataset", "dataset: ", "data.groups"), ("table_scheme", "table_scheme: ", "data.groups"),
        ("accounts_scheme", "accounts_scheme: ", "data.groups"),
        ("method", "method: ", "regionalisation"), ("size_measure", "size_measure: ", "regionalisation"),
        ("flows", "flows: ", "regionalisation"), ("coefficients", "coefficients: ", "regionalisation"),
        ("households", "\nhouseholds:", nil),
        ("wage_share_of_compensation", "wage_share_of_compensation: ", "households"),
        ("income_tax", "income_tax: ", "households"), ("saving", "saving: ", "households"),
        ("resident_share", "resident_share: ", "households"), ("sources", "sources:", "households"),
        ("name", "name: Ten", "shocks[0]"), ("mnok", "mnok: ", "shocks[0]"),
        ("price_basis", "price_basis: ", "shocks[0]"), ("prices_of", "prices_of: ", "shocks[0]"),
    ]

    @Test(
        "A required key that is misspelt is both unknown and missing, with line and path",
        arguments: required
    )
    func misspelt(key: String, text: String, parent: String?) throws {
        let copy = try StudyCopy()
        let misspelt = text.replacing(key, with: key + "_")
        try copy.edit("study.yaml", text, misspelt)
        let faults = faults { () throws(StudyError) in _ = try StudyDefinition(contentsOf: copy.study) }
        let missing = faults.first { $0.problem == .missingColumn(key) }
        #expect(missing?.place.column == parent)
        #expect(missing?.place.line != nil)
        let unknown = faults.first { $0.value == key + "_" }
        let line = try copy.line(of: misspelt.trimmingPrefix("\n").description)
        #expect(unknown?.place.line == line)
        #expect(unknown?.place.column == (parent.map { $0 + "." } ?? "") + key + "_")
        guard case .unknownKey(let known) = unknown?.problem else {
            Issue.record("\(String(describing: unknown))")
            return
        }
        #expect(known.contains(key))
        #expect(faults.count == 2, "\(faults)")
    }

    /// A text of the study, what to put in its place, and the one fault it is.
    static let wrong: [(text: String, wrong: String, column: String, problem: Fault.Problem)] = [
        ("ringvirk-study-1", "ringvirk-study-2", "format", .notOneOf(["ringvirk-study-1"])),
        ("language: en", "language: de", "language", .notOneOf(["nb", "en"])),
        ("\nyear: 2020", "\nyear: MMXX", "year", .notAnInteger),
        ("\nyear: 2020", "\nyear: 2020.5", "year", .notAnInteger),
        ("method: cilq", "method: gravity", "regionalisation.method", .notOneOf(QuotientMethod.codes)),
        ("method: cilq", "method: flq", "regionalisation", .missingColumn("delta")),
        (
            "method: cilq", "method: cilq\n  purchase_coefficients: {dataset: x}",
            "regionalisation.purchase_coefficients",
            .malformed(rule: "purchase_coefficients belong to calibrated only")
        ),
        (
            "method: cilq\n  size_measure: value_added", "method: calibrated\n  size_measure: output",
            "regionalisation", .missingColumn("purchase_coefficients")
        ),
        (
            "method: cilq\n  size_measure: value_added",
            "method: calibrated\n  purchase_coefficients: {dataset: x}\n  size_measure: value_added",
            "regionalisation.size_measure", .notOneOf(["output"])
        ),
        (
            "method: cilq\n  size_measure: value_added\n  flows: domestic",
            "method: calibrated\n  purchase_coefficients: {dataset: x}\n  size_measure: output\n  flows: total",
            "regionalisation.flows", .notOneOf(["domestic"])
        ),
        ("method: cilq", "method: aflq", "regionalisation", .missingColumn("delta")),
        (
            "method: cilq", "method: cilq\n  delta: 0.1", "regionalisation.delta",
            .malformed(rule: "delta belongs to flq and aflq only")
        ),
        ("method: cilq", "method: flq\n  delta: 1", "regionalisation.delta", .outside(lower: 0, upper: 1)),
        ("method: cilq", "method: flq\n  delta: -0.1", "regionalisation.delta", .outside(lower: 0, upper: 1)),
        ("method: cilq", "method: 2d-lq\n  alpha: 0.5", "regionalisation", .missingColumn("beta")),
        (
            "method: cilq", "method: 2d-lq\n  alpha: 0.5\n  beta: 1.1", "regionalisation.beta",
            .outside(lower: 0, upper: 1)
        ),
        (
            "method: cilq", "method: slq\n  alpha: 0.5", "regionalisation.alpha",
            .malformed(rule: "alpha and beta belong to 2d-lq only")
        ),
        (
            "method: cilq", "method: charm", "regionalisation.method",
            .malformed(rule: "charm and pooling want total flows")
        ),
        ("method: cilq", "method: flq\n  delta: small", "regionalisation.delta", .notANumber),
        (
            "size_measure: value_added", "size_measure: area", "regionalisation.size_measure",
            .notOneOf(["output", "value_added", "compensation", "employment"])
        ),
        ("flows: domestic", "flows: all", "regionalisation.flows", .notOneOf(["domestic", "total"])),
        (
            "coefficients: national", "coefficients: own", "regionalisation.coefficients",
            .notOneOf(["national", "county"])
        ),
        ("income_tax: 0.25", "income_tax: 25", "households.income_tax", .outside(lower: 0, upper: 1)),
        ("saving: 0", "saving: -0.1", "households.saving", .outside(lower: 0, upper: 1)),
        ("resident_share: 1", "resident_share: all", "households.resident_share", .notANumber),
        ("resident_share: 1", "resident_share: '1'", "households.resident_share", .notANumber),
        ("{B: 10}", "{B: ten}", "shocks[0].mnok.B", .notANumber),
        ("{B: 10}", "10", "shocks[0].mnok", .expected("mapping")),
        (
            "price_basis: basic", "price_basis: market", "shocks[0].price_basis",
            .notOneOf(["basic", "purchasers"])
        ),
        ("prices_of: 2020", "prices_of: now", "shocks[0].prices_of", .notAnInteger),
    ]

    @Test("A wrong value is one fault, with file, line, key and value", arguments: wrong)
    func wrongValue(text: String, wrong: String, column: String, problem: Fault.Problem) throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", text, wrong)
        let faults = faults { () throws(StudyError) in _ = try StudyDefinition(contentsOf: copy.study) }
        // A wrong δ leaves the method without one, which may be told beside it.
        let fault = try #require(faults.first { $0.problem == problem }, "\(faults)")
        #expect(fault.place.file == copy.study && fault.place.column == column)
        if case .missingColumn = problem {
            #expect(fault.place.line != nil)
        } else {
            let last = wrong.trimmingPrefix("\n").split(separator: "\n").last.map(String.init) ?? wrong
            #expect(fault.place.line == (try copy.line(of: last)))
        }
    }

    @Test("An empty value is missing, where it stands")
    func emptyValue() throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "region: \"1\"", "region:")
        let faults = faults { () throws(StudyError) in _ = try StudyDefinition(contentsOf: copy.study) }
        #expect(faults == [Fault(at: copy.place(line: try copy.line(of: "region:"), "region"), .missing)])
    }

    @Test("All faults are told at once, in the order they stand")
    func together() throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "language: en", "language: de")
        try copy.edit("study.yaml", "saving: 0", "saving: 2")
        try copy.edit("study.yaml", "price_basis: basic", "price_basis: none")
        let faults = faults { () throws(StudyError) in _ = try StudyDefinition(contentsOf: copy.study) }
        #expect(faults.map(\.place.column) == ["language", "households.saving", "shocks[0].price_basis"])
    }

    @Test(
        "A path that leaves its folder is refused",
        arguments: [
            ("national_table: studies/small/table-{year}", "national_table: ../table", "data.national_table"),
            ("national_table: studies/small/table-{year}", "national_table: /etc", "data.national_table"),
            ("dataset: studies/small/groups", "dataset: studies/../../groups", "data.groups.dataset"),
            ("actors: actors.csv", "actors: ../actors.csv", "actors"),
            ("recipes: recipes.csv", "recipes: /etc/passwd", "recipes"),
        ]
    )
    func outside(text: String, replacement: String, column: String) throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", text, replacement)
        let faults = faults { () throws(StudyError) in _ = try StudyDefinition(contentsOf: copy.study) }
        #expect(faults.map(\.place.column) == [column])
        #expect(faults.first?.place.line == (try copy.line(of: replacement.trimmingPrefix(" ").description)))
        guard case .malformed = faults.first?.problem else {
            Issue.record("\(faults)")
            return
        }
    }

    @Test("A link that leads out of the folder is refused")
    func linkOutside() throws {
        let copy = try StudyCopy()
        try copy.link("actors.csv", to: EmbeddedStudy.data + "/studies/trondelag-2019/actors.csv")
        let faults = faults { () throws(StudyError) in _ = try StudyDefinition(contentsOf: copy.study) }
        #expect(faults.map(\.place.column) == ["actors"])
    }

    @Test(
        "A name that could not be a folder's is refused",
        arguments: ["../up", "a/b", "..", ".", ".hidden"]
    )
    func folderName(name: String) throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "name: small", "name: \"\(name)\"")
        let faults = faults { () throws(StudyError) in _ = try StudyDefinition(contentsOf: copy.study) }
        #expect(faults.map(\.place.column) == ["name"])
        #expect(faults.map(\.value) == [name])
    }

    @Test("No study file")
    func noFile() throws {
        let copy = try StudyCopy()
        try copy.remove("study.yaml")
        #expect(
            thrown { () throws(StudyError) in _ = try StudyDefinition(contentsOf: copy.study) }
                == .file(.notFound(path: copy.study))
        )
    }

    @Test("Merged regions")
    func mergedRegions() throws {
        let definition = try StudyDefinition(contentsOf: EmbeddedStudy.file)
        #expect(definition.mergedRegions.map(\.region.code) == ["50"])
        #expect(definition.mergedRegions.map(\.parts) == [["16", "17"]])
    }
}
