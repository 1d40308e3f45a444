import LinearAlgebra
import Regionalisation

/// Tables brought to their margins.
enum BalancingCases {
    /// RAS until no line is off its margin by more than a billionth of the largest.
    static func ras(_ arguments: Arguments) throws -> Record {
        let inputs = try Inputs(arguments)
        let (rows, columns): ([Double], [Double]) = (
            try inputs.numbers("row_margins.f64"), try inputs.numbers("column_margins.f64")
        )
        let table = Matrix(
            rows: rows.count,
            columns: columns.count,
            columnMajor: try inputs.numbers("cells.f64")
        )
        let margins = try Margins(rows: rows, columns: columns)
        var times: [Double] = []
        var last: Balanced<Matrix>?
        for _ in 0..<(try arguments.integer("repetitions", default: 1)) {
            last = nil
            let (seconds, found) = try timed { try table.balanced(to: margins, by: .ras) }
            times.append(seconds)
            last = found
        }
        guard let balanced = last else { throw BenchmarkError.argument("repetitions") }
        if let path = try? arguments.text("answers") {
            try Inputs.write((0..<columns.count).map { balanced.table.column($0) }, to: path)
        }
        return [
            "seconds": .number(times.median),
            "scalings": .integer(balanced.report.scalings),
            "deviation": .number(balanced.report.worst.size),
        ]
    }
}
