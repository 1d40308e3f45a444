import Accounts
import Glibc
import LinearAlgebra

/// A folder of raw numbers in the machine's own byte order, read by Ringvirk and by its peers.
struct Inputs {
    let folder: String

    init(_ arguments: Arguments) throws(BenchmarkError) { folder = try arguments.text("inputs") }

    /// Sectors named 0, 1, 2, …
    func sectors(_ count: Int) throws -> Axis<Sector> { try Axis((0..<count).map(Sector.init(number:))) }

    /// All numbers of a file, in the array's own memory.
    func numbers<Number: BitwiseCopyable>(_ name: String, of: Number.Type = Number.self)
        throws(BenchmarkError)
        -> [Number]
    {
        let path = folder + "/" + name
        guard let file = fopen(path, "rb") else { throw .file(path) }
        defer { fclose(file) }
        guard fseek(file, 0, SEEK_END) == 0 else { throw .file(path) }
        let length = ftell(file) / MemoryLayout<Number>.stride
        rewind(file)
        var read = 0
        let numbers = [Number](unsafeUninitializedCapacity: length) { buffer, count in
            read = fread(buffer.baseAddress, MemoryLayout<Number>.stride, length, file)
            count = read
        }
        guard read == length else { throw .file(path) }
        return numbers
    }

    /// The first `count` of the vectors that stand one after another in a file.
    func vectors(_ name: String, count: Int, on axis: Axis<Sector>) throws(BenchmarkError)
        -> [LabelledVector<Sector>]
    {
        let all = try numbers(name, of: Double.self)
        guard all.count >= count * axis.count else { throw .file(name) }
        return (0..<count).map {
            LabelledVector(axis, Array(all[($0 * axis.count)..<(($0 + 1) * axis.count)]))
        }
    }

    /// Writes the answers, for the peers' to be held against.
    static func write(_ vectors: [[Double]], to path: String) throws(BenchmarkError) {
        guard let file = fopen(path, "wb") else { throw .file(path) }
        defer { fclose(file) }
        for vector in vectors {
            let count = vector.count
            let written = vector.withUnsafeBufferPointer { fwrite($0.baseAddress, 8, count, file) }
            guard written == count else { throw .file(path) }
        }
    }
}

/// A sector of a made-up economy; small, since there are two million of them.
struct Sector: Label {
    let code: String
    var name: Name { Name(code) }

    init(number: Int) { code = String(number) }
}
