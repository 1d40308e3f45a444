import CKernels

/// Elimination without interchanges by kernels for vectors of eight numbers, shared out among the cores.
///
/// 256 columns at a time: their corner is factored on one core; the columns right of it and the rows below it are worked
/// out in packed panels, a few at a time on each core; and the panels update all that is beyond, in tiles of 24 rows and
/// eight columns that stay in registers. Each cell is computed by one core in an order of its own, so that the factors are
/// the same bits on any number of threads.
///
/// Source: Van Zee & Van de Geijn (2015), BLIS, ACM Trans. Math. Softw. 41.
struct WideElimination: @unchecked Sendable {
    // Memory that parts write at places of their own, as said at each use.
    private let cells: UnsafeMutablePointer<Double>
    private let size: Int
    private let lower: UnsafeMutablePointer<Double>
    private let upper: UnsafeMutablePointer<Double>
    private let reciprocals: UnsafeMutablePointer<Double>
    private let below: UnsafeMutablePointer<Double>
    private let right: UnsafeMutablePointer<Double>
    private let work: UnsafeMutablePointer<Double>

    /// Columns that are eliminated together, a multiple of eight.
    private static let block = 256
    /// Rows and columns of a tile.
    private static let (tileRows, tileColumns) = (24, 8)
    /// Panels that a core takes at a time.
    private static let panels = 4
    /// Rows and columns that a core updates at a time: the rows' panels, three quarters of a megabyte, stay in its second
    /// cache, with room beside them for the columns' that stream by.
    private static let (taskRows, taskColumns) = (16 * tileRows, 16 * tileColumns)

    /// Bytes of a large page.
    private static let largePage = 2 << 20

    /// Whether the processor has the vectors.
    static var isAvailable: Bool { ringvirk_has_wide_vectors() != 0 }

    /// Most roundings between a term of an element of I − A = LU and the element: a block's sum, the blocks, and within the
    /// last of them a strip's sum, the strip, its corner's columns and the quotient.
    static func depth(of size: Int) -> Int { block + partCount(of: size, size: block) + 64 }

    /// Factors in place; the first pivot that is not above zero, `nil` when all are.
    static func eliminate(_ cells: UnsafeMutablePointer<Double>, size: Int) -> Int? {
        let triangle = ringvirk_triangle_size(block)
        let panel = block * (size + tileRows)
        let count = 2 * (triangle + panel) + block + ringvirk_elimination_work(block)
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: count * MemoryLayout<Double>.stride,
            alignment: largePage
        )
        defer { memory.deallocate() }
        let numbers = memory.bindMemory(to: Double.self, capacity: count)
        // In small pages, which lie anywhere, panels would drive each other out of a cache that has room for them.
        UnsafeMutableBufferPointer(start: numbers, count: count).expectLargePages()
        let elimination = WideElimination(
            cells: cells,
            size: size,
            lower: numbers,
            upper: numbers + triangle,
            reciprocals: numbers + 2 * triangle,
            below: numbers + 2 * triangle + block,
            right: numbers + 2 * triangle + block + panel,
            work: numbers + 2 * (triangle + panel) + block
        )
        for first in stride(from: 0, to: size, by: block) {
            if let failed = elimination.step(from: first) { return failed }
        }
        return nil
    }

    private func step(from first: Int) -> Int? {
        let width = min(Self.block, size - first)
        let corner = first * (size + 1)
        let failed = ringvirk_eliminate(cells + corner, size, width, work)
        if failed >= 0 { return first + failed }
        let rest = size - first - width
        guard rest > 0 else { return nil }
        ringvirk_pack_corner(cells + corner, size, width, lower, upper, reciprocals)
        makePanels(corner, width, rest)
        update(corner + width * (size + 1), width, rest)
        return nil
    }

    /// L⁻¹ times what is right of the corner, and what is below it times U⁻¹.
    private func makePanels(_ corner: Int, _ width: Int, _ rest: Int) {
        let (rows, columns) = (Self.panels * Self.tileRows, 2 * Self.panels * Self.tileColumns)
        let (partsBelow, partsRight) = (partCount(of: rest, size: rows), partCount(of: rest, size: columns))
        // Every row below and every column right belongs to one part, and so does its place among the packed ones.
        concurrently(partsBelow + partsRight) { index in
            if index < partsBelow {
                let range = part(index, of: rest, size: rows)
                for row in stride(from: range.lowerBound, to: range.upperBound, by: Self.tileRows) {
                    ringvirk_below_panel(
                        cells + corner + width + row,
                        size,
                        width,
                        min(Self.tileRows, rest - row),
                        upper,
                        reciprocals,
                        below + row * width
                    )
                }
            } else {
                let range = part(index - partsBelow, of: rest, size: columns)
                for column in stride(from: range.lowerBound, to: range.upperBound, by: Self.tileColumns) {
                    ringvirk_right_panel(
                        cells + corner + (width + column) * size,
                        size,
                        width,
                        min(Self.tileColumns, rest - column),
                        lower,
                        right + column * width
                    )
                }
            }
        }
    }

    /// What is beyond the corner, less the product of what is below it and what is right of it.
    private func update(_ beyond: Int, _ width: Int, _ rest: Int) {
        let parts = partCount(of: rest, size: Self.taskColumns)
        // Every cell belongs to one part: a range of rows and one of columns.
        concurrently(parts * partCount(of: rest, size: Self.taskRows)) { index in
            let rows = part(index / parts, of: rest, size: Self.taskRows)
            let columns = part(index % parts, of: rest, size: Self.taskColumns)
            ringvirk_update(
                cells + beyond + rows.lowerBound + columns.lowerBound * size,
                size,
                rows.count,
                columns.count,
                width,
                below + rows.lowerBound * width,
                right + columns.lowerBound * width
            )
        }
    }
}
