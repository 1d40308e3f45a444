/// A few vectors of one length, stored element by element: all vectors' first elements, then all their second ones.
///
/// A product with a panel reads the matrix once for all its vectors.
struct Panel<L: Lanes>: Sendable {
    /// `elements[i][lane: k]` is element i of vector k.
    var elements: [L]

    /// Vectors of zeros.
    init(zerosOfLength length: Int) {
        elements = Array(unsafeUninitializedCapacity: length) { buffer, count in
            buffer.expectLargePages()
            buffer.initialize(repeating: .zero)
            count = length
        }
    }

    /// The vectors in order; lanes that are left over hold zeros. Precondition: one length, not more than the lanes.
    init(_ vectors: some Collection<[Double]>, length: Int) {
        precondition(vectors.count <= L.laneCount, "\(vectors.count) vectors in \(L.laneCount) lanes")
        precondition(vectors.allSatisfy { $0.count == length }, "vectors of different lengths")
        let (vectors, size) = (Array(vectors), 65_536 / L.laneCount)
        elements = Array(unsafeUninitializedCapacity: length) { buffer, count in
            buffer.expectLargePages()
            let written = DisjointlyWritten(buffer)
            // Every element belongs to one part.
            concurrently(partCount(of: length, size: size)) { index in
                let range = part(index, of: length, size: size)
                for element in range { written.buffer.initializeElement(at: element, to: .zero) }
                for (lane, vector) in vectors.enumerated() {
                    for element in range { written.buffer[element][lane: lane] = vector[element] }
                }
            }
            count = length
        }
    }

    /// Elements already computed.
    init(elements: [L]) { self.elements = elements }

    /// Length of each vector.
    var length: Int { elements.count }

    /// One vector.
    func vector(_ lane: Int) -> [Double] { elements.map { $0[lane: lane] } }

    /// The first `count` vectors, shared out among the cores.
    func vectors(_ count: Int) -> [[Double]] { concurrentMap(count) { vector($0) } }
}

extension Panel {
    /// max |element| of one vector.
    func largest(_ lane: Int) -> Double { elements.reduce(0) { max($0, $1[lane: lane].magnitude) } }
}
