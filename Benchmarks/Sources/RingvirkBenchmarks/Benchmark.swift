import Glibc

/// Runs one named case once, in a process of its own, and prints one line of JSON: so that peak memory is the case's own,
/// and scripts/bench can let Ringvirk and its peers take turns.
@main
enum Benchmark {
    static let cases: [String: @Sendable (Arguments) throws -> Record] = [
        "bandwidth": MachineCases.bandwidth,
        "dense-product": MachineCases.denseProduct,
        "dense-multipliers": DenseCases.multipliers,
        "dense-demands": DenseCases.demands,
        "factorisation": DenseCases.factorisation,
        "extractions": ExtractionCases.all,
        "ras": BalancingCases.ras,
        "register-build": RegisterCases.build,
        "register-extract": RegisterCases.extract,
        "sparse-multipliers": SparseCases.multipliers,
    ]

    static func main() {
        let words = CommandLine.arguments.dropFirst()
        guard let name = words.first, let run = cases[name] else {
            complain("usage: RingvirkBenchmarks CASE [name=value …]; cases: \(cases.keys.sorted())")
            exit(64)
        }
        do {
            var record = try run(try Arguments(words.dropFirst()))
            record["peak_bytes"] = .integer(try PeakMemory.bytes())
            print(record.json)
        } catch {
            complain("\(name): \(error)")
            exit(70)
        }
    }

    private static func complain(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}

/// What stood after the case's name, as `name=value`.
struct Arguments {
    private let values: [String: String]

    init(_ words: some Sequence<String>) throws(BenchmarkError) {
        var values: [String: String] = [:]
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { throw .argument(word) }
            values[String(parts[0])] = String(parts[1])
        }
        self.values = values
    }

    func text(_ name: String) throws(BenchmarkError) -> String {
        guard let value = values[name] else { throw .argument(name) }
        return value
    }

    func integer(_ name: String, default fallback: Int? = nil) throws(BenchmarkError) -> Int {
        guard let value = values[name] else {
            if let fallback { return fallback }
            throw .argument(name)
        }
        guard let number = Int(value) else { throw .argument(name) }
        return number
    }
}

/// Why a case could not be run.
enum BenchmarkError: Error {
    /// A name=value pair that is lacking or not understood.
    case argument(String)
    /// A file that could not be read or written to its end.
    case file(String)
}
