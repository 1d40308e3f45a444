import Accounts
import Actors
import Datasets
import FileFormats
import Leontief
import Reporting
import Testing

@testable import Ringvirk

@Suite("Study")
struct StudyTests {
    private func error(
        _ copy: StudyCopy,
        _ changes: StudyDefinition.Changes = .init()
    ) -> StudyError? {
        thrown { () throws(StudyError) in
            let result = try Study(definedIn: copy.study, changes: changes).run()
            try result.write(to: copy.results, language: .english)
        }
    }

    @Test("A missing dataset is told as missing, with its path, and nothing is written")
    func missingDataset() throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "studies/small/accounts", "studies/small/absent")
        let path = copy.data + "/studies/small/absent"
        guard case .dataset(.file(_, .notFound(let missing))) = error(copy) else {
            Issue.record("\(String(describing: error(copy)))")
            return
        }
        #expect(missing.hasSuffix("studies/small/absent/dataset.json"), "\(missing), \(path)")
        #expect(!copy.wroteAnything)
    }

    @Test("A dataset of another kind")
    func anotherKind() throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "emissions: studies/small/emissions", "emissions: studies/small/groups")
        guard case .dataset(.anotherKind(_, .extensions, .concordance)) = error(copy) else {
            Issue.record("\(String(describing: error(copy)))")
            return
        }
    }

    @Test("A dataset that was changed after it was described")
    func changedDataset() throws {
        let copy = try StudyCopy()
        try copy.write(try copy.text("table-2020/output.csv") + "\n", to: "table-2020/output.csv")
        guard case .dataset(.changed(_, let files)) = error(copy) else {
            Issue.record("\(String(describing: error(copy)))")
            return
        }
        #expect(files.map(\.file) == ["output.csv"])
        #expect(!copy.wroteAnything)
    }

    @Test("A concordance that loses a code, or has it twice, is refused with the code")
    func concordance() throws {
        let lost = try StudyCopy()
        try lost.edit("groups/mapping.csv", "ssb_io_65,B,B\n", "")
        guard case .accounts(.unmapped(code: "B"), _) = error(lost) else {
            Issue.record("\(String(describing: error(lost)))")
            return
        }
        #expect(!lost.wroteAnything)
        let doubled = try StudyCopy()
        try doubled.edit("groups/mapping.csv", "ssb_io_65,B,B\n", "ssb_io_65,B,B\nssb_io_65,B,C\n")
        guard case .dataset(.file(_, .faults(let faults))) = error(doubled) else {
            Issue.record("\(String(describing: error(doubled)))")
            return
        }
        #expect(faults.map(\.value) == ["B"] && faults.map(\.place.line) == [4])
        #expect(faults.map(\.problem) == [.duplicate(firstLine: 3)])
        #expect(!doubled.wroteAnything)
    }

    @Test("A table that does not add up, and nothing is written")
    func offBalance() throws {
        let copy = try StudyCopy()
        try copy.edit("table-2020/output.csv", "B,200", "B,201")
        guard case .dataset(.accounts(_, .notBalanced(let report))) = error(copy) else {
            Issue.record("\(String(describing: error(copy)))")
            return
        }
        #expect(report.beyondTolerance.map(\.code) == ["B", "B"])
        #expect(!copy.wroteAnything)
    }

    @Test("A year the county accounts do not have, with those they have")
    func noSuchYear() {
        var changes = StudyDefinition.Changes()
        changes.year = 2021
        changes.asksItsQuestions = false
        let error = thrown { () throws(StudyError) in
            _ = try Study(definedIn: EmbeddedStudy.file, changes: changes)
        }
        guard case .accounts(.noSuchYear(let year, let known), let source) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(year == 2021 && known == (2008...2019).map { Year($0) })
        #expect(source.hasSuffix("ssb-county-accounts"))
    }

    @Test("A year without a table")
    func noTable() {
        var changes = StudyDefinition.Changes()
        changes.year = 2030
        let error = thrown { () throws(StudyError) in
            _ = try Study(definedIn: EmbeddedStudy.file, changes: changes)
        }
        guard case .dataset(.file(_, .notFound(let path))) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path.hasSuffix("ssb-io/2030/dataset.json"))
    }

    @Test("A table of another year than the study's")
    func anotherYear() throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "\nyear: 2020", "\nyear: 2021")
        try copy.edit("study.yaml", "table-{year}", "table-2020")
        guard case .accounts(.differ(.year(2020, 2021)), let source) = error(copy) else {
            Issue.record("\(String(describing: error(copy)))")
            return
        }
        #expect(source.hasSuffix("table-2020"))
    }

    @Test(
        "A region that does not exist that year, with those that do",
        arguments: [("16", 2019), ("99", 2017)]
    )
    func noSuchRegion(region: String, year: Int) {
        let error = thrown { () throws(StudyError) in
            var changes = StudyDefinition.Changes()
            changes.year = year
            changes.region = region
            changes.asksItsQuestions = false
            _ = try Study(definedIn: EmbeddedStudy.file, changes: changes)
        }
        guard case .accounts(.noSuchRegion(region, Year(year), let known), _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(known.contains("0") && known.contains("50") && !known.contains(region))
    }

    @Test("A shock in purchasers' prices is refused, and nothing is written")
    func purchasersPrices() throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "price_basis: basic", "price_basis: purchasers")
        #expect(
            error(copy)
                == .leontief(
                    .wrongBasis(demand: "Ten more of works", .priceBasis(.purchasers, .basic)),
                    source: copy.study
                )
        )
        #expect(!copy.wroteAnything)
    }

    @Test("A shock in another year's prices")
    func otherPrices() throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "prices_of: 2020", "prices_of: 2019")
        #expect(
            error(copy)
                == .leontief(
                    .wrongBasis(demand: "Ten more of works", .pricesOf(2019, 2020)),
                    source: copy.study
                )
        )
    }

    @Test("A shock in an industry that is no group, with line and the groups there are")
    func unknownIndustry() throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "{B: 10}", "{X: 10}")
        let place = copy.place(line: try copy.line(of: "{X: 10}"), "shocks[0].mnok.X")
        #expect(error(copy) == .missing(what: "X", place: place, known: ["A", "B", "C"]))
        #expect(!copy.wroteAnything)
    }

    @Test("A shock in an industry the region does not have")
    func noProduction() throws {
        let copy = try StudyCopy()
        try copy.edit("accounts/accounts.csv", "2020,1,B,8,5,18,..", "2020,1,B,0,0,0,..")
        try copy.edit("accounts/accounts.csv", "2020,1,TOTAL,100,66,342,..", "2020,1,TOTAL,92,61,324,..")
        try copy.edit("study.yaml", "actors: actors.csv\n", "")
        try copy.edit("study.yaml", "recipes: recipes.csv\n", "")
        #expect(
            error(copy)
                == .leontief(
                    .noProduction(demand: "Ten more of works", sector: "B", region: "1"),
                    source: copy.study
                )
        )
    }

    @Test("Household consumption that is no industry of the table")
    func unknownExclusion() throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "consumption_not_from_wages: [A]", "consumption_not_from_wages: [R68A]")
        guard case .missing(let what, _, let known) = error(copy) else {
            Issue.record("\(String(describing: error(copy)))")
            return
        }
        #expect(what.contains("R68A") && known == ["A", "B", "C"])
    }

    @Test("An actor with a purchasers' price, without a deflator, or larger than its industry")
    func actors() throws {
        let priced = try StudyCopy()
        try priced.edit("actors.csv", "10000,2020,basic", "10000,2020,purchasers")
        let source = priced.file("actors.csv")
        #expect(
            error(priced)
                == .actors(.wrongPrice(actor: "mill", .priceBasis(.purchasers, .basic)), source: source)
        )
        #expect(!priced.wroteAnything)

        let dated = try StudyCopy()
        try dated.edit("actors.csv", "2019,basic,1.25", "2019,basic,")
        #expect(
            error(dated)
                == .actors(
                    .wrongPrice(actor: "plant", .pricesOf(2019, 2020)),
                    source: dated.file("actors.csv")
                )
        )

        // 10 000 kr × 2 001 t = 20.01 MNOK, where the region's works are 20.
        let large = try StudyCopy()
        try large.edit("actors.csv", "basic,,500,no", "basic,,2001,no")
        #expect(
            error(large)
                == .actors(
                    .largerThanIndustry(
                        actors: ["mill"],
                        industry: "B",
                        area: "1",
                        actorOutput: 20.01,
                        industryOutput: 20
                    ),
                    source: large.file("actors.csv")
                )
        )
        #expect(!large.wroteAnything)
    }

    @Test("A study of the nation alone")
    func nationAlone() throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "region: \"1\"", "region: \"0\"")
        let study = try Study(definedIn: copy.study)
        #expect(study.regional == nil && study.model.region.code == "0")
        let result = try study.run()
        #expect(result.report.regionalMultipliers == nil)
        #expect(result.report.actorTable?.columns.contains { $0.scope == .region } == false)
        try result.write(to: copy.results, language: .english)
        #expect(copy.wroteAnything)
    }

    @Test("Another year, by {year}: 2018")
    func anotherYearOfData() throws {
        let study = try EmbeddedStudy.study(year: 2018)
        #expect(study.model.basis.year == 2018)
        #expect(study.definition.data.nationalTable.hasSuffix("ssb-io/2018"))
        let multipliers = try study.model.multipliers()
        #expect(multipliers.region.code == "50" && multipliers.producing.count > 25)
    }

    @Test("A study answers further demands", arguments: ["C10_12", "F41_43"])
    func furtherDemand(code: String) throws {
        let study = try EmbeddedStudy.study()
        let industry = try study.model.industries.label(code)
        let impact = try study.impact(
            of: FinalDemand(
                name: code,
                amounts: LabelledVector(study.model.industries) { $0 == industry ? 100 : 0 },
                basis: study.model.basis
            )
        )
        let multipliers = try study.model.multipliers()
        for scope in [Scope.region, .restOfCountry, .nation] {
            let perDemand = try #require(multipliers[.valueAdded, .type2, scope])[industry]
            let total = try #require(impact[.valueAdded, scope, .total])
            // Ax and A'x solved apart.
            #expect(abs(total - 100 * perDemand) <= 1e-11 * 100, "\(scope)")
        }
    }

    @Test("Actors' outputs times multipliers and the rest are the table's whole GDP, if all the actors exist")
    func wholeProduct() throws {
        let inputs = try EmbeddedStudy.inputs(2019).1
        let table = inputs.table
        // With their own industry's technology: another's would change what the industry as a whole earns.
        let actors = try EmbeddedStudy.actors().map { actor in
            Actor(
                code: actor.code,
                name: actor.name,
                exists: true,
                organisationNumber: nil,
                industry: actor.industry,
                product: actor.product,
                unit: actor.unit,
                price: actor.price,
                output: actor.output,
                isIllustrative: true,
                description: actor.description
            )
        }
        let cluster = try Cluster(
            of: actors,
            in: "0",
            coefficients: TechnicalCoefficients(domesticIn: table),
            output: table.output,
            basis: table.basis
        )
        let open = try ExogenousOutputs(cluster.coefficients, chosen: cluster.actors)
        let values = cluster.spread(try MeasureCoefficients.ratio(of: table.valueAdded, to: table.output))
        let perOutput = try open.multipliers(of: values)
        let ofActors = cluster.actors.reduce(0) { $0 + perOutput[$1] * cluster.output[$1] }
        let perDemand = try open.following.multipliers(
            of: LabelledVector(open.following.sectors) { values[$0] }
        )
        let final = try table.output.combined(with: table.domestic.rowSums, -)
        let ofRest = open.following.sectors.labels.reduce(0) { sum, sector in
            guard case .remainder(let industry) = sector, table.output[industry] > 0 else { return sum }
            return sum + perDemand[sector] * final[industry] * cluster.output[sector] / table.output[industry]
        }
        let product = table.valueAdded.sum
        // Thirty-eight equations and their sums: far below a krone in three million million.
        #expect(abs(ofActors + ofRest - product) <= 1e-12 * product)
    }
}
