import Glibc

/// Seconds that `work` takes, and what it makes.
func timed<Result>(_ work: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    return ((clock.now - start).seconds, result)
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

extension [Double] {
    /// The middle one, the mean of two in the middle.
    var median: Double {
        let sorted = sorted()
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    }
}

/// The most memory the process has held at any time, as the kernel counts it (VmHWM).
enum PeakMemory {
    static func bytes() throws(BenchmarkError) -> Int {
        let path = "/proc/self/status"
        guard let file = fopen(path, "r") else { throw .file(path) }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard text.hasPrefix("VmHWM:") else { continue }
            if let kilobytes = text.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({
                Int($0)
            }) {
                return kilobytes * 1024
            }
        }
        throw .file(path)
    }
}
