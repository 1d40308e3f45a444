import Dispatch
import LinearAlgebra

/// What the machine can do, in the same run: the yardsticks.
enum MachineCases {
    /// Bytes a second that all cores read together from a table that fits no cache: the best of several passes.
    static func bandwidth(_ arguments: Arguments) throws -> Record {
        let count = try arguments.integer("numbers", default: 96_000_000)
        let numbers = [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
            buffer.initialize(repeating: 1)
            initialized = count
        }
        let parts = 256
        let times = (0..<8).map { _ in
            timed {
                DispatchQueue.concurrentPerform(iterations: parts) { part in
                    let range = (part * (count / parts))..<((part + 1) * (count / parts))
                    if sum(numbers.span, range) < 0 { print("never") }
                }
            }.seconds
        }
        let bytes = Double(count / parts * parts * 8)
        return [
            "bytes_per_second": .number(bytes / (times.min() ?? .infinity)),
            "median_bytes_per_second": .number(bytes / times.median),
        ]
    }

    private static func sum(_ numbers: Span<Double>, _ range: Range<Int>) -> Double {
        var sums = (SIMD8<Double>.zero, SIMD8<Double>.zero)
        for start in stride(from: range.lowerBound, to: range.upperBound - 15, by: 16) {
            for lane in 0..<8 {
                sums.0[lane] += numbers[unchecked: start + lane]
                sums.1[lane] += numbers[unchecked: start + 8 + lane]
            }
        }
        return (sums.0 + sums.1).sum()
    }

    /// Operations a second of a product of two n × n matrices.
    static func denseProduct(_ arguments: Arguments) throws -> Record {
        let size = try arguments.integer("n")
        let matrix = Matrix(rows: size, columns: size) { row, column in
            Double((row &* 7_919 &+ column &* 104_729) % 1_000) / 1_000
        }
        let times = (0..<3).map { _ in timed { matrix.times(matrix) }.seconds }
        let operations = 2 * Double(size) * Double(size) * Double(size)
        return [
            "seconds": .number(times.median),
            "operations_per_second": .number(operations / times.median),
        ]
    }
}
