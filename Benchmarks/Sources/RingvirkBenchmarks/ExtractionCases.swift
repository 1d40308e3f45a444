import Accounts
import Leontief
import LinearAlgebra

/// Every industry thought away in turn.
enum ExtractionCases {
    /// All n extractions from coefficients that are formed, and one factorisation of the same system beside them.
    static func all(_ arguments: Arguments) throws -> Record {
        let economy = try DenseEconomy(arguments)
        let final = try economy.inputs.vectors("final.f64", count: 1, on: economy.sectors)[0]
        let (_, system, readying) = try economy.system(arguments, engine: .factored)
        let (extracting, extractions) = try timed {
            try HypotheticalExtractions(.complete, from: system, meeting: final)
        }
        if let path = try? arguments.text("answers") {
            let losses = extractions.losses.values
            try Inputs.write((0..<losses.columns).map { losses.column($0) }, to: path)
        }
        let coefficients = system.coefficients.matrix.values
        let factoring = try (0..<3).map { _ in
            let matrix = coefficients.subtractedFromIdentity
            return try timed { try LUFactorization(matrix, estimatingCondition: false) }.seconds
        }
        return [
            "seconds": .number(readying + extracting),
            "readying_seconds": .number(readying),
            "extracting_seconds": .number(extracting),
            "factoring_seconds": .number(factoring.median),
        ]
    }
}
