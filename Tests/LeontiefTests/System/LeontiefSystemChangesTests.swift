import Accounts
import Leontief
import LinearAlgebra
import TestSupport
import Testing

@Suite("Changed systems")
struct LeontiefSystemChangesTests {
    /// A seeded economy, what one firm buys and what another sells changed, by hand and by update.
    @Test(
        "columns and rows replaced by update give the answers of the changed economy",
        arguments: EngineChoice.all
    )
    func changed(engine: SolverEngine?) throws {
        let table = try RandomEconomy(size: 12, seed: 3).table
        let coefficients = try TechnicalCoefficients(domesticIn: table)
        let labels = coefficients.sectors.labels
        let (buyer, seller) = (labels[4], labels[7])
        let purchases = LabelledVector(coefficients.sectors) { $0 == buyer ? 0.3 : 0.02 }
        let sales = LabelledVector(coefficients.sectors) { $0 == seller ? 0.1 : 0.01 }
        let system = try LeontiefSystem(coefficients, engine: engine)
        let updated = try system.changing(
            purchases: [.init(of: buyer, purchases)],
            sales: [.init(of: seller, sales)]
        )
        let changed = coefficients.matrix.map { row, column, coefficient in
            column == buyer ? purchases[row] : row == seller ? sales[column] : coefficient
        }
        #expect(updated.coefficients.matrix == changed)
        let anew = try LeontiefSystem(TechnicalCoefficients(changed))
        let demand = table.finalDemand.rowSums
        let (one, other) = (try updated.output(meeting: demand), try anew.output(meeting: demand))
        #expect(
            deviation(of: one.values.values, from: other.values.values) <= one.errorBound + other.errorBound
        )
        #expect(one.errorBound <= 1e-12 * one.values.sum)
        let rows = [updated.ones, table.output]
        for (one, other) in zip(try updated.multipliers(of: rows), try anew.multipliers(of: rows)) {
            #expect(
                deviation(of: one.values.values, from: other.values.values) <= one.errorBound
                    + other.errorBound
            )
        }
        // Changed back, the economy is the first one again.
        let back = try updated.changing(
            purchases: [.init(of: buyer, coefficients.matrix.column(buyer))],
            sales: [.init(of: seller, coefficients.matrix.row(seller))]
        )
        let first = try system.output(meeting: demand).values
        #expect(deviation(of: try back.output(meeting: demand).values.values, from: first.values) <= 1e-9)
    }

    @Test("a change that makes the economy unproductive is refused with the sector")
    func unproductive() throws {
        let two = try TwoSectors()
        let label = two.axis.labels[0]
        #expect(throws: LeontiefError.notProductive([SectorSum(sector: "sec1", sum: 1.4)])) {
            try two.system.changing(purchases: [.init(of: label, LabelledVector(two.axis, [1.2, 0.2]))])
        }
    }

    @Test("an unknown sector, a vector on another axis and a sector named twice are refused")
    func refusals() throws {
        let two = try TwoSectors()
        let vector = LabelledVector(two.axis, [0.1, 0.1])
        let stranger = Industry(code: "sec3", name: Name("sec3"))
        #expect(throws: LeontiefError.accounts(.unknownLabel(code: "sec3", known: ["sec1", "sec2"]))) {
            try two.system.changing(purchases: [.init(of: stranger, vector)])
        }
        let other = LabelledVector(try industries(["sec1"]), [0.1])
        #expect(throws: LeontiefError.accounts(.differ(.label(position: 1, "sec2", nil)))) {
            try two.system.changing(purchases: [.init(of: two.axis.labels[0], other)])
        }
        #expect(throws: LeontiefError.accounts(.duplicateLabel(code: "sec1"))) {
            let change = LeontiefSystem.Change(of: two.axis.labels[0], vector)
            return try two.system.changing(purchases: [change, change])
        }
    }

    @Test("a network's change keeps the network sparse and the answers those of its table")
    func sparse() throws {
        let table = try RandomEconomy(size: 8, seed: 6).table
        let dense = try TechnicalCoefficients(domesticIn: table)
        let sparse = try TechnicalCoefficients(
            flows: SparseMatrix(table.domestic.values),
            output: table.output
        )
        let buyer = table.industries.labels[2]
        let change = LeontiefSystem.Change(of: buyer, LabelledVector(table.industries) { _ in 0.05 })
        let demand = table.finalDemand.rowSums
        let one = try LeontiefSystem(sparse, engine: .sparseDirect).changing(purchases: [change])
        let other = try LeontiefSystem(dense).changing(purchases: [change])
        #expect(one.coefficients.matrix == other.coefficients.matrix)
        let (here, there) = (try one.output(meeting: demand), try other.output(meeting: demand))
        #expect(
            deviation(of: here.values.values, from: there.values.values) <= here.errorBound + there.errorBound
        )
    }
}

/// Engines by name, and the choice left open.
enum EngineChoice {
    static let all: [SolverEngine?] = SolverEngine.allCases.map(Optional.some) + [nil]
}
