import Accounts
import Actors
import Disclosure
import FileFormats
import Foundation
import Reporting
import Testing

@testable import Ringvirk

/// What a study publishes of books that are not invented, read back from its folder and attacked by linear programmes.
@Suite("Attacks on what a study publishes")
struct PublishedAttackTests {
    /// How wide an interval must be, less what the solver cannot tell apart.
    static let width = 0.2 * 0.999

    /// Attacks every cell, every firm's totals and every sensitive sum that is withheld.
    private func expectProtected(
        _ folders: [PublishedFolder],
        _ study: Study,
        _ secrets: ClusterSecrets
    ) throws {
        let attacker = try PublishedAttacker(folders, study, secrets)
        func expect(_ sum: [Int], _ note: String, knowing isKnown: (ClusterSecrets.Cell) -> Bool) throws {
            let value = sum.reduce(0) { $0 + (isKnown(secrets.cells[$1]) ? 0 : secrets.cells[$1].amount) }
            guard value > 0 else { return }
            let found = try attacker.interval(of: sum, knowing: isKnown)
            #expect(
                found.upperBound - found.lowerBound >= Self.width * value,
                "\(note), \(value): \(found) is left"
            )
        }
        // All other firms together know their own cells, and what they sold.
        for firm in secrets.firms.keys.sorted() {
            let own = secrets.cells.indices.filter { secrets.cells[$0].firm == firm }
            func isKnown(_ cell: ClusterSecrets.Cell) -> Bool { cell.firm != firm || cell.seller != nil }
            for cell in own { try expect([cell], "\(secrets.cells[cell])", knowing: isKnown) }
            for place in ["region", "rest"] {
                let all = own.filter { secrets.cells[$0].place == place }
                try expect(all, "\(firm) \(place)", knowing: isKnown)
            }
            try expect(own.filter { secrets.cells[$0].place != "wages" }, firm, knowing: isKnown)
        }
        // Outsiders know none; what one firm sold another is kept from them, and so are the sensitive sums.
        for cell in secrets.cells.indices where secrets.cells[cell].seller != nil {
            try expect([cell], "\(secrets.cells[cell])") { _ in false }
        }
        for folder in folders {
            for (name, figure) in folder.sums where figure == nil {
                let members = secrets.cells.indices.filter {
                    PublishedAttacker.isIn(secrets.cells[$0], name, of: folder.firms)
                }
                guard isSensitive(members.map { secrets.cells[$0] }) else { continue }
                try expect(members, name) { _ in false }
            }
        }
    }

    /// The three primary rules with their usual numbers.
    private func isSensitive(_ cells: [ClusterSecrets.Cell]) -> Bool {
        let parts = Dictionary(grouping: cells, by: \.firm).values
            .map { $0.reduce(0) { $0 + $1.amount } }.sorted(by: >)
        let all = parts.reduce(0, +)
        return parts.count < 3 || parts[0] > 0.8 * all || all - parts[0] - parts[1] < 0.1 * parts[0]
    }

    @Test("One run: no firm's cell, and no withheld sum, can be bounded within 20 % from the files")
    func oneRun() throws {
        let published = try SecretStudy.published.get()
        let folder = try PublishedFolder(published.folder)
        #expect(folder.firms.count == 6 && folder.withheld > 0 && folder.sums.count > folder.withheld / 2)
        #expect(folder.sums.contains { $0.value != nil } && folder.multipliers.contains { $0.value != nil })
        try expectProtected([folder], published.study, ClusterSecrets(published.study))
    }

    @Test(
        "Two runs that differ by one firm, neither of which knows of the other",
        arguments: [("laks", true), ("silisium", false)]
    )
    func twoRuns(left: String, gone: Bool) throws {
        let all = try SecretStudy.published.get()
        let rest = try SecretStudy(without: [left], gone: gone)
        try rest.publish(to: "out")
        let folders = [try PublishedFolder(all.folder), try PublishedFolder(rest.folder + "/out")]
        #expect(folders[0].firms.subtracting(folders[1].firms) == [left])
        try expectProtected(folders, all.study, ClusterSecrets(all.study))
    }

    @Test("With the rules switched off the attacker does find firms' cells: it has teeth")
    func unprotected() throws {
        let copy = try SecretStudy()
        try copy.disclose([
            "least_units: 1", "largest_share: 1", "margin: 0", "width: 0", "foresight: none",
        ])
        try copy.publish(to: "out")
        let study = try copy.study()
        let secrets = try ClusterSecrets(study)
        let attacker = try PublishedAttacker([PublishedFolder(copy.folder + "/out")], study, secrets)
        var found = 0
        for (position, cell) in secrets.cells.enumerated() {
            let left = try attacker.interval(of: [position]) { $0.firm != cell.firm || $0.seller != nil }
            if cell.seller == nil, left.upperBound - left.lowerBound < Self.width * cell.amount { found += 1 }
        }
        #expect(found > secrets.cells.count / 4)
    }

    @Test("A firm joins or leaves, and the later run is told of the earlier one", arguments: [true, false])
    func history(joins: Bool) throws {
        let (first, later) = (try SecretStudy(without: joins ? ["laks"] : []), try SecretStudy())
        try first.disclose(["foresight: none"])
        try first.publish(to: "out")
        try FileManager.default.copyItem(atPath: first.folder + "/out", toPath: later.folder + "/told")
        try later.disclose(["foresight: none", "earlier_runs: [told]"])
        if !joins { try later.add("in_table: no", to: "laks") }
        let study = try later.study()
        #expect(study.earlierRuns.map(\.folder) == ["told"])
        let result = try study.run()
        #expect(try #require(result.report.confidentiality.control).audit.holds)
        try result.write(to: later.folder + "/out", language: .english)
        let folders = [
            try PublishedFolder(later.folder + "/told"), try PublishedFolder(later.folder + "/out"),
        ]
        #expect(folders[1].firms.contains("laks") == joins && folders[0].firms.contains("laks") != joins)
        try expectProtected(folders, study, ClusterSecrets(study))
    }
}
