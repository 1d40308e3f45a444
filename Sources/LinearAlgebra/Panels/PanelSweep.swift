/// Passes over panels, in parts of fixed size that the cores share out.
enum PanelSweep {
    /// Elements in a part: half a megabyte of numbers, so that a sweep over a small panel stays on one core.
    private static func size<L: Lanes>(_ lanes: L.Type) -> Int { 65_536 / L.laneCount }

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

    /// Changes a panel in its own memory, element by element, and makes another beside it, in one pass.
    static func divide<L: Lanes>(
        _ panel: inout Panel<L>,
        _ change: @Sendable (_ index: Int, _ element: L) -> (kept: L, beside: L)
    ) -> Panel<L> {
        panel.elements.withUnsafeMutableBufferPointer { buffer in
            let own = DisjointlyWritten(buffer)
            return make(length: buffer.count) { range, written in
                for index in range {
                    let (kept, beside) = change(index, own.buffer[index])
                    own.buffer[index] = kept
                    written.initializeElement(at: index, to: beside)
                }
            }
        }
    }

    /// Changes a panel in its own memory, element by element with another's.
    static func update<L: Lanes>(
        _ panel: inout Panel<L>,
        _ other: Panel<L>,
        _ change: @Sendable (L, L) -> L
    ) {
        rewrite(&panel) { [other] range, written in
            let other = other.elements.span
            for index in range { written[index] = change(written[index], other[index]) }
        }
    }

    /// Changes a panel in its own memory, element by element with two others'.
    static func update<L: Lanes>(
        _ panel: inout Panel<L>,
        _ other: Panel<L>,
        _ third: Panel<L>,
        _ change: @Sendable (L, L, L) -> L
    ) {
        rewrite(&panel) { [other, third] range, written in
            let (other, third) = (other.elements.span, third.elements.span)
            for index in range { written[index] = change(written[index], other[index], third[index]) }
        }
    }

    /// Lane by lane, Σ one · other.
    static func product<L: Lanes>(_ one: Panel<L>, _ other: Panel<L>) -> L {
        reduced(length: one.length, size: size(L.self), L.zero, +) { [one, other] range in
            let (one, other) = (one.elements.span, other.elements.span)
            var sum = L.zero
            for index in range { sum += one[index] * other[index] }
            return sum
        }
    }

    /// Lane by lane, Σ one · other and Σ one · one.
    static func products<L: Lanes>(_ one: Panel<L>, _ other: Panel<L>) -> (cross: L, square: L) {
        let start = (cross: L.zero, square: L.zero)
        return reduced(
            length: one.length,
            size: size(L.self),
            start,
            { ($0.cross + $1.cross, $0.square + $1.square) }
        ) {
            [one, other] range in
            let (one, other) = (one.elements.span, other.elements.span)
            var (cross, square) = (L.zero, L.zero)
            for index in range {
                cross += one[index] * other[index]
                square += one[index] * one[index]
            }
            return (cross, square)
        }
    }

    /// Lane by lane, the size of a panel's vectors in a norm.
    static func size<L: Lanes>(_ panel: Panel<L>, _ norm: ResidualNorm) -> L {
        reduced(length: panel.length, size: size(L.self), L.zero, { grown($0, $1, norm) }) { [panel] range in
            let elements = panel.elements.span
            var size = L.zero
            for index in range { size = grown(size, elements[index].magnitudes, norm) }
            return size
        }
    }

    @inline(__always)
    private static func grown<L: Lanes>(_ measured: L, _ more: L, _ norm: ResidualNorm) -> L {
        switch norm {
        case .sum: measured + more
        case .largest: measured.larger(more)
        }
    }

    /// What each part gives, put together in the parts' order.
    private static func reduced<Value: Sendable>(
        length: Int,
        size: Int,
        _ start: Value,
        _ combine: (Value, Value) -> Value,
        _ ofPart: @Sendable (Range<Int>) -> Value
    ) -> Value {
        let parts = partCount(of: length, size: size)
        let values = [Value](unsafeUninitializedCapacity: parts) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // One element a part.
            concurrently(parts) { index in
                written.buffer.initializeElement(at: index, to: ofPart(part(index, of: length, size: size)))
            }
            count = parts
        }
        return values.reduce(start, combine)
    }

    private static func rewrite<L: Lanes>(
        _ panel: inout Panel<L>,
        _ change: @Sendable (Range<Int>, UnsafeMutableBufferPointer<L>) -> Void
    ) {
        let (length, size) = (panel.length, size(L.self))
        panel.elements.withUnsafeMutableBufferPointer { buffer in
            let written = DisjointlyWritten(buffer)
            // Every element belongs to one part.
            concurrently(partCount(of: length, size: size)) { index in
                change(part(index, of: length, size: size), written.buffer)
            }
        }
    }

    private static func make<L: Lanes>(
        length: Int,
        _ fill: @Sendable (Range<Int>, UnsafeMutableBufferPointer<L>) -> Void
    ) -> Panel<L> {
        let size = size(L.self)
        let elements = [L](unsafeUninitializedCapacity: length) { buffer, count in
            buffer.expectLargePages()
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
