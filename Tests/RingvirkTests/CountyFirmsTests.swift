import Accounts
import Actors
import FileFormats
import Foundation
import Leontief
import LinearAlgebra
import Reporting
import TestSupport
import Testing

@testable import Ringvirk

@Suite("The embedded study's firms in the table of all counties")
struct CountyFirmsTests {
    private static let options = CountyOptions(otherDecays: [], firms: .ifInvented)
    private static let result = Result {
        try CountyStudy(definedIn: EmbeddedStudy.file, options: options)
    }
    private static let study = Result { try Study(definedIn: EmbeddedStudy.file) }

    private func firms() throws -> CountyFirms { try #require(try Self.result.get().firms) }

    @Test("All that holds of tables with firms, every krone lands somewhere, any order gives the same bits")
    func invariants() throws {
        let own = try firms()
        #expect(AugmentedFaults(own.firms.table).all.isEmpty)
        #expect(own.addedBackDeviation <= 1e-12 && own.columnDeviation <= 1e-12)
        #expect(own.landings.identityDeviation <= 1e-12)
        let table = own.firms.table
        let ones = try LeontiefSystem(table.coefficients()).multipliers(of: table.perOutput { _ in true })
        for (one, output) in zip(ones.values, table.output.values) where output > 0 {
            #expect(abs(one - 1) <= 1e-12)
        }
        let (firms, parent) = (own.firms.firms, own.firms.parent)
        for order in [Array(firms.reversed()), Array(firms.dropFirst(2) + firms.prefix(2))] {
            let again = try MultiRegionalFirms(of: order, in: parent, repairs: [.tradePlace])
            #expect(again.table.flows == own.firms.table.flows)
            #expect(again.table.inputs == own.firms.table.inputs)
            #expect(again.table.flowSources == own.firms.table.flowSources)
        }
        for firm in firms {
            let one = try MultiRegionalFirms(of: [firm], in: parent, repairs: [.tradePlace])
            #expect(AugmentedFaults(one.table).all.isEmpty, "\(firm.account.code)")
        }
    }

    @Test(
        "Summed over counties each firm buys what it does in the nation's table; elsewhere, what its books say"
    )
    func sums() throws {
        let table = try firms().firms.table
        let tables = try #require(Self.study.get().firms).tables
        let (nation, region) = (tables.nation, try #require(tables.region))
        let count = nation.parent.industries.count
        let regions = try #require(table.parent.regions)
        let home = try #require(regions.labels.firstIndex { $0.code == "50" })
        for (position, firm) in nation.firms.enumerated() {
            let sector = nation.firmSectors[position]
            let tolerance = 1e-9 * firm.output.amount
            #expect(table.output[sector] == nation.output[sector])
            let column = table.parent.industries.count + position
            for (product, industry) in nation.parent.industries.labels.enumerated() {
                // Of firms too: those of the industry.
                func ofFirms(_ table: AugmentedTable) -> Double {
                    zip(table.firmSectors, nation.firms).filter { $0.1.industry == industry }
                        .reduce(0) { $0 + table.flows[$1.0, sector] }
                }
                let inCounties = regions.labels.indices.map {
                    table.flows.values[$0 * count + product, column]
                }
                let all = inCounties.reduce(ofFirms(table), +)
                let inNation = nation.flows[.remainder(industry), sector] + ofFirms(nation)
                #expect(abs(all - inNation) <= tolerance, "\(firm.code) \(industry.code)")
                // The region's table guesses otherwise where what nobody told is bought; what is told is the same.
                let told = (firm.purchases ?? []).filter {
                    $0.seller == industry && $0.from == .restOfCountry && $0.firm == nil
                }.reduce(0) { $0 + $1.figure.amount }
                let elsewhere = all - inCounties[home] - ofFirms(table)
                #expect(elsewhere >= told - tolerance, "\(firm.code) \(industry.code)")
                if firm.unattributedPurchases.amount == 0 {
                    #expect(abs(elsewhere - region.inputs[.restOfCountry(industry), sector]) <= tolerance)
                }
            }
            for row in nation.inputs.rows.labels where RandomFirms.isImport(row) {
                #expect(abs(table.inputs[row, sector] - nation.inputs[row, sector]) <= tolerance)
            }
        }
    }

    @Test(
        "With the counties' own parent the rest of the country is the other counties' sum, to the last bit that counts"
    )
    func restOfCountry() throws {
        let own = try firms().firms
        let home = try #require(own.parent.regions.labels.firstIndex { $0.code == "50" })
        let alone = try AugmentedTable(
            parent: AreaTable(of: own.parent, alone: home),
            firms: own.firms.map(\.account),
            repairs: [.tradePlace]
        )
        let count = own.parent.industries.count
        for (position, sector) in alone.firmSectors.enumerated() {
            let column = own.table.parent.industries.count + position
            for (product, industry) in own.parent.industries.labels.enumerated() {
                let elsewhere = own.parent.regions.labels.indices.filter { $0 != home }.reduce(0) {
                    $0 + own.table.flows.values[$1 * count + product, column]
                }
                let rest = alone.inputs[.restOfCountry(industry), sector]
                #expect(
                    abs(elsewhere - rest) <= 1e-12 * alone.output[sector],
                    "\(sector.code) \(industry.code)"
                )
                let inside = own.table.flows.values[home * count + product, column]
                let flow = alone.flows[.remainder(industry), sector]
                #expect(abs(inside - flow) <= 1e-12 * alone.output[sector], "\(sector.code) \(industry.code)")
            }
        }
    }

    @Test("The nation's sum is near the actor table's: the same books, another guess of trade")
    func nearTheActorTable() throws {
        let landings = try firms().landings
        let report = try Self.study.get().run().report
        for row in try #require(report.firms).comparison.rows {
            let cell = try #require(row.cells[.init(.valueAdded, .nation)])
            let landing = try #require(landings.row(row.actor.code, .valueAdded))
            #expect(abs(landing.books.sum - cell.books.value) <= 0.015, "\(row.actor.code)")
            #expect(abs(landing.statistics.sum - cell.statistics.value) <= 0.015, "\(row.actor.code)")
        }
    }

    @Test("The smelter's power comes from where the register has who sells it")
    func register() throws {
        let own = try firms()
        let uses = own.firms.places.filter { $0.firm == "silisium" && $0.side == .purchases }
        let known = uses.filter { $0.rule == .register }.reduce(0) { $0 + $1.amount }
        #expect(known > 0.9 * uses.reduce(0) { $0 + $1.amount })
        let landing = try #require(own.landings.row("silisium", .valueAdded))
        let rogaland = try Self.result.get().region("11")
        #expect(landing.books[rogaland] > 10 * landing.statistics[rogaland])
    }

    @Test("Files of invented firms are unmarked; without firms an earlier run's are removed")
    func files() throws {
        let study = try Self.result.get()
        let folder = TemporaryFolder.lasting()
        try study.write(to: folder, language: .english)
        for name in FirmLandingRows.names {
            let table = try CSVTable(contentsOf: folder + "/" + name)
            #expect(table.rows.count > 5 && table.header.last != "confidential", "\(name)")
        }
        var changes = StudyDefinition.Changes()
        changes.asksItsQuestions = false
        let plain = try CountyStudy(
            definedIn: EmbeddedStudy.file,
            changes: changes,
            options: CountyOptions(otherDecays: [])
        )
        #expect(plain.firms == nil)
        try plain.write(to: folder, language: .english)
        for name in FirmLandingRows.names {
            #expect(!FileManager.default.fileExists(atPath: folder + "/" + name), "\(name)")
        }
        #expect(FileManager.default.fileExists(atPath: folder + "/table.csv"))
    }

    @Test("Firms that are not invented: refused by name, or every file marked")
    func secret() throws {
        let copy = try SecretStudy()
        #expect(refused(copy) == ["silisium", "kylling", "laks", "for", "flis", "betong"])
        let study = try CountyStudy(
            definedIn: copy.file,
            changes: Self.ownData,
            options: CountyOptions(otherDecays: [], firms: .confidential)
        )
        #expect(try #require(study.firms).isConfidential)
        for file in try study.files(language: .norwegian) where file.name != "table.csv" {
            let table = try CSVTable(text: file.text, file: file.name)
            #expect(table.header.last == "confidential", "\(file.name)")
            #expect(table.rows.allSatisfy { $0.fields.last == "yes" }, "\(file.name)")
        }
    }

    @Test("Firms called invented whose books bear a number that a firm could have are refused too")
    func doubted() throws {
        let copy = try SecretStudy.withNobodysBooks()
        try copy.editActors { actor, column, value in
            actor == "laks" && column == "organisation_number" ? "888888888" : value
        }
        #expect(refused(copy) == ["laks"])
    }

    @Test("A firm that has left counts as its industry: in the counties, and in the files that tell of firms")
    func left() throws {
        let copy = try SecretStudy(illustrative: "yes")
        try copy.add("in_table: no", to: "laks")
        let study = try CountyStudy(definedIn: copy.file, changes: Self.ownData, options: Self.options)
        let codes = try #require(study.firms).firms.firms.map(\.account.code)
        #expect(codes.count == 5 && !codes.contains("laks"))
        let result = try copy.run()
        let files = result.files(language: .english).filter { $0.name.hasPrefix("firm_") }
        #expect(files.contains { $0.text.contains("silisium") })
        for file in files { #expect(!file.text.contains("\nlaks,"), "\(file.name)") }
    }

    private static var ownData: StudyDefinition.Changes {
        var changes = StudyDefinition.Changes()
        changes.dataFolder = EmbeddedStudy.data
        return changes
    }

    /// The firms for whose sake a study is refused; `nil` where it is not, or for another reason.
    private func refused(_ copy: SecretStudy) -> [String]? {
        let error = #expect(throws: StudyError.self) {
            try CountyStudy(definedIn: copy.file, changes: Self.ownData, options: Self.options)
        }
        guard case .secretFirms(let actors, _)? = error else { return nil }
        return actors
    }

    @Test("A study without books has no firms to show")
    func withoutBooks() throws {
        let error = #expect(throws: StudyError.self) {
            var changes = StudyDefinition.Changes()
            changes.asksItsQuestions = false
            _ = try CountyStudy(definedIn: EmbeddedStudy.file, changes: changes, options: Self.options)
        }
        let place = Place(file: EmbeddedStudy.file)
        #expect(error == .file(.faults([Fault(at: place, .missingColumn("ledgers"))])))
    }
}
