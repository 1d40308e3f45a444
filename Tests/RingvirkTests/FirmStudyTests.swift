import Accounts
import Disclosure
import FileFormats
import Foundation
import Leontief
import Reporting
import TestSupport
import Testing

@testable import Actors
@testable import Ringvirk

/// The embedded study's six firms, with the example's books.
@Suite("A study that reads firms' books")
struct FirmStudyTests {
    private static let data = Repository.root + "/data"
    private static let result = Result { try Study(definedIn: EmbeddedStudy.file).run() }

    @Test("Every firm both ways, with intervals, and a difference that the cells add up to")
    func comparison() throws {
        let report = try Self.result.get().report
        let comparison = try #require(report.firms).comparison
        #expect(
            comparison.rows.map(\.actor.code) == ["silisium", "kylling", "laks", "for", "flis", "betong"]
        )
        for row in comparison.rows {
            for (column, cell) in row.cells {
                for estimate in [cell.statistics, cell.books] {
                    #expect(estimate.lower <= estimate.value && estimate.value <= estimate.upper, "\(column)")
                }
                guard column.measure == .valueAdded else { continue }
                let sum = cell.terms.reduce(0) { $0 + $1.contribution }
                #expect(abs(sum - cell.difference) <= 1e-12, "\(row.actor.code) \(column.scope)")
                // Books of six firms, reviewed, tell more than statistics of their industries.
                #expect(
                    cell.books.upper - cell.books.lower < cell.statistics.upper - cell.statistics.lower,
                    "\(row.actor.code) \(column.scope)"
                )
            }
        }
    }

    @Test("With the books the table still adds up, and every krone ends somewhere")
    func invariants() throws {
        let checks = try Self.result.get().report.checks
        let back = try #require(checks.first { $0.kind == .firmsAddedBack })
        let columns = try #require(checks.first { $0.kind == .firmColumns })
        #expect(back.deviation <= 1e-12)
        #expect(columns.deviation <= 1e-12)
        let round = try #require(checks.first { $0.kind == .actorRoundTrip })
        #expect(round.deviation <= 1e-12)
    }

    @Test(
        "The six firms fit one by one, all together and in any order, with the same bits, in region and nation"
    )
    func anyOrder() throws {
        let study = try Study(definedIn: EmbeddedStudy.file)
        let firms = try #require(study.firms)
        let accounts = firms.accounts.firms.map(\.account)
        let region = try #require(study.regionalTable)
        for (parent, whole) in [
            (try AreaTable(of: study.inputs.table), firms.tables.nation),
            (try AreaTable(of: region), try #require(firms.tables.region)),
        ] {
            let repairs: [CarvingRepair] = [.tradePlace]
            for account in accounts {
                let one = try AugmentedTable(parent: parent, firms: [account], repairs: repairs)
                try expectWhole(one)
            }
            let reversed = try AugmentedTable(parent: parent, firms: accounts.reversed(), repairs: repairs)
            #expect(reversed.flows == whole.flows && reversed.inputs == whole.inputs)
            var grown = try AugmentedTable(parent: parent, firms: [accounts[3]], repairs: repairs)
            for index in [0, 5, 1, 4, 2] { grown = try grown.adding(accounts[index]) }
            #expect(grown.flows == whole.flows && grown.inputs == whole.inputs)
            try expectWhole(whole)
        }
    }

    /// Aggregation gives the parent back, columns add up, and every krone of the firms' columns ends somewhere.
    private func expectWhole(_ table: AugmentedTable) throws {
        let back = table.aggregated
        for buyer in table.parent.industries.labels where table.parent.output[buyer] > 0 {
            for seller in table.parent.industries.labels {
                let difference = abs(back.flows[seller, buyer] - table.parent.flows[seller, buyer])
                #expect(difference <= 1e-12 * table.parent.output[buyer])
            }
        }
        let system = try LeontiefSystem(table.coefficients())
        let sums = try system.multipliers(of: table.perOutput { _ in true })
        for firm in table.firmSectors { #expect(abs(sums[firm] - 1) <= 1e-12) }
    }

    @Test("Without the books the actors are what they were; with them only the actor table differs")
    func withoutBooks() throws {
        let with = try Self.result.get()
        var text = try InputFile.text(at: EmbeddedStudy.file)
        let place = try #require(text.range(of: "\nledgers:\n"))
        text.removeSubrange(place.lowerBound...)
        let folder = TemporaryFolder.lasting() + "/study"
        let original = Self.data + "/studies/trondelag-2019"
        try FileManager.default.copyItem(atPath: original, toPath: folder)
        try AtomicFile.write(text + "\n", to: folder + "/study.yaml")
        var changes = StudyDefinition.Changes()
        changes.dataFolder = Self.data
        let without = try Study(definedIn: folder + "/study.yaml", changes: changes).run()
        #expect(without.report.firms == nil)
        let comparison = try #require(with.report.firms).comparison
        for row in try #require(without.report.actorTable).rows {
            guard let firm = comparison.rows.first(where: { $0.actor.code == row.actor.code }) else {
                continue
            }
            for (column, cell) in firm.cells { #expect(cell.statistics.value == row.perOutput[column]) }
        }
        let (one, other) = (with.files(language: .english), without.files(language: .english))
        for name in ["multipliers.csv", "ratios.csv", "impacts.csv"] {
            #expect(one.first { $0.name == name }?.text == other.first { $0.name == name }?.text)
        }
    }

    @Test("Firms that are not invented: nothing of single firms is written, and what is, is protected")
    func published() throws {
        let result = try SecretStudy.published.get().result
        let control = try #require(result.report.confidentiality.control)
        #expect(control.audit.holds && control.audit.count > 0)
        #expect(result.report.firms == nil)
        let names = result.files(language: .norwegian).map(\.name)
        #expect(names.contains("cluster_purchases.csv"))
        let text = try #require(
            result.files(language: .norwegian).first { $0.name == "cluster_multipliers.csv" }?.text
        )
        let told = try CSVTable(text: text, file: "cluster_multipliers.csv")
        #expect(told.header == ["firm", "measure", "scope", "multiplier", "rounded_to", "withheld"])
        #expect(told.rows.allSatisfy { ($0.fields[3] == ":") == ($0.fields[4].isEmpty) })
        #expect(told.rows.contains { $0.fields[4] != "" })
        #expect(Set(names).isDisjoint(with: FirmRows.names))
        let open = try #require(try Self.result.get().report.actorTable)
        for row in try #require(result.report.actorTable).rows {
            let exact = try #require(open.rows.first { $0.actor.code == row.actor.code })
            for (column, figure) in row.perOutput {
                let name = FirmDisclosure.name(ofMultiplier: column, of: row.actor.code)
                guard case .published(_, let base, _)? = control[name], let books = exact.perOutput[column]
                else { continue }
                // The other actors count as their industries: that moves a figure by 11 % at most in this cluster.
                #expect(abs(figure - books) <= base / 2 + 0.12 * abs(books), "\(name)")
            }
        }
    }

    @Test("For the owner's eyes nothing is withheld, and every output is marked")
    func confidential() throws {
        let result = try SecretStudy().run(isConfidential: true)
        let files = result.files(language: .norwegian)
        #expect(result.json(writtenTo: "out", language: .norwegian)["confidential"] == .bool(true))
        let folder = TemporaryFolder.lasting()
        try result.write(to: folder, language: .norwegian)
        let record = try InputFile.text(at: folder + "/manifest.json")
        #expect(try JSONValue(parsing: record, file: "manifest.json")["confidential"] == .bool(true))
        #expect(Set(files.map(\.name)).isSuperset(of: FirmRows.names))
        for file in files {
            switch file.name.split(separator: ".").last {
            case "csv":
                let table = try CSVTable(text: file.text, file: file.name)
                #expect(table.header.last == "confidential", "\(file.name)")
                #expect(table.rows.allSatisfy { $0.fields.last == "yes" }, "\(file.name)")
            case "json":
                let value = try JSONValue(parsing: file.text, file: file.name)
                #expect(value["confidential"] == .bool(true), "\(file.name)")
            default: #expect(file.text.hasPrefix("**FORTROLIG"), "\(file.name)")
            }
        }
    }

    @Test("Books of an actor that the study does not have are refused by name and line")
    func unknownActor() throws {
        let copy = try SecretStudy()
        try copy.edit("    silisium:\n", "    silisum:\n")
        let error = #expect(throws: StudyError.self) { _ = try copy.study() }
        guard case .missing(let what, let place, let known)? = error else {
            Issue.record("refused for another reason: \(String(describing: error))")
            return
        }
        #expect(what == "silisum" && place.line != nil && known.contains("silisium"))
    }

    @Test("What stands wrongly under ledgers is told, all at once")
    func wrongKeys() throws {
        let copy = try SecretStudy()
        try copy.edit("repairs: [trade_place]", "repairs: [guess]")
        try copy.add("deflator: -1", to: "silisium")
        let error = #expect(throws: StudyError.self) { _ = try copy.study() }
        guard case .file(.faults(let faults))? = error else {
            Issue.record("refused for another reason: \(String(describing: error))")
            return
        }
        #expect(faults.count == 2)
    }
}
