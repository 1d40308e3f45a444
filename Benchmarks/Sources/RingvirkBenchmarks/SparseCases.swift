import Accounts
import Leontief
import LinearAlgebra

/// Networks of firms, of which only the links are kept.
enum SparseCases {
    /// Multipliers of value rows, from coefficients that are formed: the time that peers are held against.
    static func multipliers(_ arguments: Arguments) throws -> Record {
        let inputs = try Inputs(arguments)
        let output = try inputs.numbers("output.f64", of: Double.self)
        let sectors = try inputs.sectors(output.count)
        let rows = try inputs.vectors(
            "rows.f64",
            count: try arguments.integer("rows", default: 6),
            on: sectors
        )
        let flows = try SparseMatrix(
            rows: output.count,
            columns: output.count,
            columnStarts: try inputs.numbers("starts.i64"),
            rowIndices: try inputs.numbers("links.i32"),
            values: try inputs.numbers("flows.f64")
        )
        let links = flows.cellCount
        let (forming, coefficients) = try timed {
            try TechnicalCoefficients(flows: flows, output: LabelledVector(sectors, output))
        }
        let engine = try arguments.engine
        let (readying, system) = try timed { try LeontiefSystem(coefficients, engine: engine) }
        let (solving, answers) = try timed { try system.multipliers(of: rows) }
        if let path = try? arguments.text("answers") {
            try Inputs.write(answers.map(\.values.values), to: path)
        }
        var record = Record(answers)
        record["links"] = .integer(links)
        record["seconds"] = .number(readying + solving)
        record["forming_seconds"] = .number(forming)
        record["residual"] = .number(residual(of: answers[0].values, rows[0], coefficients))
        return record
    }

    /// ‖v − m + A'm‖₂ / ‖v‖₂, what scipy is asked for.
    private static func residual(
        of answer: LabelledVector<Sector>,
        _ row: LabelledVector<Sector>,
        _ coefficients: TechnicalCoefficients<Sector>
    ) -> Double {
        guard case .sparse(let matrix) = coefficients.values else { return .infinity }
        let image = matrix.transposedTimes(answer.values)
        var (rest, size) = (0.0, 0.0)
        for (index, value) in row.values.enumerated() {
            let left = value - answer.values[index] + image[index]
            rest += left * left
            size += value * value
        }
        return (rest / size).squareRoot()
    }
}
