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
        self.init(zerosOfLength: length)
        for (lane, vector) in vectors.enumerated() {
            precondition(vector.count == length, "vectors of different lengths")
            for index in 0..<length { elements[index][lane: lane] = vector[index] }
        }
    }

    /// Elements already computed.
    init(elements: [L]) { self.elements = elements }

    /// Length of each vector.
    var length: Int { elements.count }

    /// One vector.
    func vector(_ lane: Int) -> [Double] { elements.map { $0[lane: lane] } }
}

extension Panel {
    /// max |element| of one vector.
    func largest(_ lane: Int) -> Double { elements.reduce(0) { max($0, $1[lane: lane].magnitude) } }

    /// Σ |element| of one vector.
    func sum(_ lane: Int) -> Double { elements.reduce(0) { $0 + $1[lane: lane].magnitude } }
}
