import LinearAlgebra
import TestSupport

@testable import Regionalisation

/// A table drawn from a seed, and margins it can meet: those of another table with the same zeros and signs.
struct RandomTable {
    let table: Matrix
    let margins: Margins

    var asked: (Matrix, Margins) { (table, margins) }

    init(
        seed: UInt64,
        rows: Int,
        columns: Int,
        zeros: Double,
        negatives: Double = 0
    ) throws(RegionalisationError) {
        var generator = SeededGenerator(seed: seed)
        let pattern = (0..<rows * columns).map { _ in
            Double.random(in: 0...1, using: &generator) < zeros
                ? 0.0 : Double.random(in: 0...1, using: &generator) < negatives ? -1 : 1
        }
        func draw() -> [Double] { pattern.map { $0 * Double.random(in: 1...100, using: &generator) } }
        table = Matrix(rows: rows, columns: columns, columnMajor: draw())
        let later = Matrix(rows: rows, columns: columns, columnMajor: draw())
        margins = try Margins(rows: later.rowSums, columns: later.columnSums)
    }
}
