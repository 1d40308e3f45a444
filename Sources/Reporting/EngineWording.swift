public import Accounts
public import LinearAlgebra

/// How the equations were solved, in words.
public enum EngineWording {
    /// The engine's way of working.
    public static func text(_ engine: SolverEngine, in language: Language) -> String {
        let words = Wording(language)
        return switch engine {
        case .factored: words("factorisation in double precision", "faktorisering i dobbel presisjon")
        case .mixedPrecision:
            words(
                "factorisation in single precision, refined in double",
                "faktorisering i enkel presisjon, forbedret i dobbel"
            )
        case .iterative: words("iteration", "iterasjon")
        case .sparseDirect: words("sparse factorisation", "glissen faktorisering")
        }
    }
}
