import Accounts
import Leontief
import LinearAlgebra

/// Tables in which every cell is kept.
enum DenseCases {
    /// From flows and output to multipliers of value rows with a bound, by the engine named or chosen.
    static func multipliers(_ arguments: Arguments) throws -> Record {
        let economy = try DenseEconomy(arguments)
        let rows = try economy.inputs.vectors(
            "rows.f64",
            count: try arguments.integer("rows", default: 6),
            on: economy.sectors
        )
        let (forming, system, readying) = try economy.system(arguments)
        let (solving, answers) = try timed { try system.multipliers(of: rows) }
        if let path = try? arguments.text("answers") {
            try Inputs.write(answers.map(\.values.values), to: path)
        }
        var record = Record(answers)
        record["seconds"] = .number(forming + readying + solving)
        record["forming_seconds"] = .number(forming)
        record["readying_seconds"] = .number(readying)
        record["solving_seconds"] = .number(solving)
        return record
    }

    /// Demands met once the system is ready.
    static func demands(_ arguments: Arguments) throws -> Record {
        let economy = try DenseEconomy(arguments)
        let demands = try economy.inputs.vectors(
            "demands.f64",
            count: try arguments.integer("demands", default: 12),
            on: economy.sectors
        )
        let (forming, system, readying) = try economy.system(arguments)
        let (solving, answers) = try timed { try system.outputs(meeting: demands) }
        let (again, _) = try timed { try system.outputs(meeting: demands) }
        var record = Record(answers)
        record["forming_seconds"] = .number(forming)
        record["readying_seconds"] = .number(readying)
        record["solving_seconds"] = .number(min(solving, again))
        return record
    }

    /// LU alone: factoring I − A, and twelve right-hand sides from the factors without residual or bound.
    static func factorisation(_ arguments: Arguments) throws -> Record {
        let inputs = try Inputs(arguments)
        let output = try inputs.numbers("output.f64", of: Double.self)
        let size = output.count
        var flows = Matrix(rows: size, columns: size, columnMajor: try inputs.numbers("flows.f64"))
        _ = flows.divideColumns(by: output)
        let right = Matrix(rows: size, columns: 12) { row, column in Double((row + column) % 7) }
        var (factoring, solving): ([Double], [Double]) = ([], [])
        for _ in 0..<(try arguments.integer("repetitions", default: 3)) {
            let system = flows.subtractedFromIdentity
            let (seconds, factors) = try timed { try LUFactorization(system, estimatingCondition: false) }
            factoring.append(seconds)
            solving.append(try timed { try factors.solve(right) }.seconds)
        }
        let operations = 2.0 / 3 * Double(size) * Double(size) * Double(size)
        return [
            "seconds": .number(factoring.median),
            "operations_per_second": .number(operations / factoring.median),
            "solving_seconds": .number(solving.median),
        ]
    }
}

/// Flows and output of a table, handed over once so that coefficients are formed in the flows' memory.
struct DenseEconomy {
    let inputs: Inputs
    let sectors: Axis<Sector>
    let output: LabelledVector<Sector>

    init(_ arguments: Arguments) throws {
        inputs = try Inputs(arguments)
        let output = try inputs.numbers("output.f64", of: Double.self)
        sectors = try inputs.sectors(output.count)
        self.output = LabelledVector(sectors, output)
    }

    /// The system of the table, with the time for its coefficients and the time for the rest.
    func system(_ arguments: Arguments, engine: SolverEngine? = nil) throws -> (
        forming: Double, system: LeontiefSystem<Sector>, readying: Double
    ) {
        let flows = LabelledMatrix(
            rows: sectors,
            columns: sectors,
            values: Matrix(
                rows: sectors.count,
                columns: sectors.count,
                columnMajor: try inputs.numbers("flows.f64")
            )
        )
        let clock = ContinuousClock()
        let start = clock.now
        let coefficients = try TechnicalCoefficients(flows: consume flows, output: output)
        let formed = clock.now
        let system = try LeontiefSystem(consume coefficients, engine: try engine ?? arguments.engine)
        return ((formed - start).seconds, system, (clock.now - formed).seconds)
    }
}

extension Arguments {
    /// The engine named, or `nil` for the choice.
    var engine: SolverEngine? {
        get throws(BenchmarkError) {
            guard let name = try? text("engine"), name != "chosen" else { return nil }
            guard let engine = SolverEngine(rawValue: name) else { throw .argument("engine") }
            return engine
        }
    }
}

extension Record {
    /// What it took to answer, and how sure the answers are.
    init(_ answers: [LeontiefSystem<Sector>.Solution<Sector>]) {
        let relative = answers.map { answer in
            switch answer.accuracy {
            case .reached(let relative), .limited(let relative): relative
            case .unproven: Double.infinity
            }
        }
        self = [
            "answers": .integer(answers.count),
            "engine": .text(answers.first?.work.engine.rawValue ?? ""),
            "products": .integer(answers.map(\.work.products).max() ?? 0),
            "bound": .number(relative.max() ?? 0),
            "elementwise_bound": .number(answers.map(\.largestRelativeError).max() ?? 0),
        ]
    }
}
