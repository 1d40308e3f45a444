/// Passes over panels, in parts of fixed size that the cores share out.
enum PanelSweep {
    /// Elements in a part: several tens of kilobytes, so that a sweep over a small panel stays on one core.
    private static let size = 8_192

    /// A new panel, element by element from two.
    static func map<L: Lanes>(
        _ one: Panel<L>,
        _ other: Panel<L>,
        _ change: @Sendable (L, L) -> L
    ) -> Panel<L> {
        make(length: one.length) { [one, other] range, written in
            let (one, other) = (one.elements.span, other.elements.span)
            for index in range { written.initializeElement(at: index, to: change(one[index], other[index])) }
        }
    }

    /// A new panel, element by element from three.
    static func map<L: Lanes>(
        _ one: Panel<L>,
        _ other: Panel<L>,
        _ third: Panel<L>,
        _ change: @Sendable (L, L, L) -> L
    ) -> Panel<L> {
        make(length: one.length) { [one, other, third] range, written in
            let (one, other, third) = (one.elements.span, other.elements.span, third.elements.span)
            for index in range {
                written.initializeElement(at: index, to: change(one[index], other[index], third[index]))
            }
        }
    }

    /// Lane by lane, the sum of the first of each element's pair, and the size of the second in `norm`.
    static func sums<L: Lanes>(
        length: Int,
        norm: ResidualNorm,
        _ terms: @Sendable (Int) -> (L, L)
    ) -> (product: L, size: L) {
        let parts = partCount(of: length, size: size)
        let sums = [(L, L)](unsafeUninitializedCapacity: parts) { buffer, count in
            let written = DisjointlyWritten(buffer)
            concurrently(parts) { index in
                var (product, measured) = (L.zero, L.zero)
                for element in part(index, of: length, size: size) {
                    let (one, other) = terms(element)
                    product += one
                    measured = grown(measured, other.magnitudes, norm)
                }
                // One element of `sums` a part.
                written.buffer.initializeElement(at: index, to: (product, measured))
            }
            count = parts
        }
        return sums.reduce((L.zero, L.zero)) { ($0.0 + $1.0, grown($0.1, $1.1, norm)) }
    }

    private static func grown<L: Lanes>(_ measured: L, _ more: L, _ norm: ResidualNorm) -> L {
        switch norm {
        case .sum: measured + more
        case .largest: measured.larger(more)
        }
    }

    private static func make<L: Lanes>(
        length: Int,
        _ fill: @Sendable (Range<Int>, UnsafeMutableBufferPointer<L>) -> Void
    ) -> Panel<L> {
        let elements = [L](unsafeUninitializedCapacity: length) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every element belongs to one part.
            concurrently(partCount(of: length, size: size)) { index in
                fill(part(index, of: length, size: size), written.buffer)
            }
            count = length
        }
        return Panel(elements: elements)
    }
}
