import CKernels

/// Elimination without interchanges by kernels for vectors of eight numbers, shared out among the cores.
///
/// 256 columns at a time: their corner is factored on one core; the columns right of it and the rows below it are worked
/// out in packed panels, a few at a time on each core; and the panels update all that is beyond, in tiles of 24 rows and
/// eight columns that stay in registers. The next corner is updated first, and factored while the other cores update the
/// rest. I − A is formed as the first panels update it, so that it is never read back. Each cell is computed by one core in an order of its own, so that the factors are
/// the same bits on any number of threads.
///
/// Source: Van Zee & Van de Geijn (2015), BLIS, ACM Trans. Math. Softw. 41.
struct WideElimination: @unchecked Sendable {
    // Memory that parts write at places of their own, as said at each use.
    private let cells: UnsafeMutablePointer<Double>
    /// A.
    private let coefficients: UnsafePointer<Double>
    private let size: Int
    private let lower: UnsafeMutablePointer<Double>
    private let upper: UnsafeMutablePointer<Double>
    private let reciprocals: UnsafeMutablePointer<Double>
    private let below: UnsafeMutablePointer<Double>
    private let right: UnsafeMutablePointer<Double>
    private let work: UnsafeMutablePointer<Double>
    /// The first pivot that is not above zero, −1 while all are.
    private let failed: UnsafeMutablePointer<Int>

    /// Columns that are eliminated together, a multiple of eight.
    private static let block = 256
    /// Rows and columns of a tile.
    private static let (tileRows, tileColumns) = (24, 8)
    /// Panels that a core takes at a time.
    private static let panels = 4
    /// Rows and columns that a core updates at a time, the rows no fewer than a block: the rows' panels, three quarters of a megabyte, stay in its second
    /// cache, with room beside them for the columns' that stream by.
    private static let (taskRows, taskColumns) = (16 * tileRows, 16 * tileColumns)

    /// Bytes of a large page.
    private static let largePage = 2 << 20

    /// Whether the processor has the vectors.
    static var isAvailable: Bool { ringvirk_has_wide_vectors() != 0 }

    /// Most roundings between a term of an element of I − A = LU and the element: a block's sum, the blocks, and within the
    /// last of them a strip's sum, the strip, its corner's columns and the quotient.
    static func depth(of size: Int) -> Int { block + partCount(of: size, size: block) + 64 }

    /// The factors of I − A, and the first pivot that is not above zero, `nil` when all are; without factors then.
    static func eliminated(identityMinus matrix: Matrix) -> (factors: Matrix, failed: Int?) {
        let size = matrix.rows
        var failed: Int?
        let storage = [Double](unsafeUninitializedCapacity: matrix.storage.count) { buffer, count in
            buffer.expectLargePages()
            failed = matrix.storage.withUnsafeBufferPointer { coefficients in
                guard let cells = buffer.baseAddress, let coefficients = coefficients.baseAddress else {
                    return nil
                }
                return eliminate(cells, identityMinus: coefficients, size: size)
            }
            count = failed == nil ? size * size : 0
        }
        let order = failed == nil ? size : 0
        return (Matrix(rows: order, columns: order, columnMajor: storage), failed)
    }

    private static func eliminate(
        _ cells: UnsafeMutablePointer<Double>,
        identityMinus coefficients: UnsafePointer<Double>,
        size: Int
    ) -> Int? {
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
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: 1) { failed in
            failed.initialize(repeating: -1)
            // One element has a place.
            guard let failed = failed.baseAddress else { return nil }
            WideElimination(
                cells: cells,
                coefficients: coefficients,
                size: size,
                lower: numbers,
                upper: numbers + triangle,
                reciprocals: numbers + 2 * triangle,
                below: numbers + 2 * triangle + block,
                right: numbers + 2 * triangle + block + panel,
                work: numbers + 2 * (triangle + panel) + block,
                failed: failed
            ).eliminate()
            return failed.pointee < 0 ? nil : failed.pointee
        }
    }

    private func eliminate() {
        form()
        factorCorner(at: 0)
        for first in stride(from: 0, to: size - Self.block, by: Self.block) {
            guard failed.pointee < 0 else { return }
            makePanels(first * (size + 1), Self.block, size - first - Self.block)
            update(from: first)
        }
    }

    /// The first block's columns and rows of I − A; the rest is formed where it is first updated.
    private func form() {
        let columns = 32
        // Every column belongs to one part.
        concurrently(partCount(of: size, size: columns)) { index in
            for column in part(index, of: size, size: columns) {
                let start = column * size
                for cell in start..<(start + (column < Self.block ? size : min(Self.block, size))) {
                    cells[cell] = 0 - coefficients[cell]
                }
                if column < Self.block { cells[start + column] = 1 - coefficients[start + column] }
            }
        }
    }

    /// Factors the block of columns from `first` on where it crosses its rows, and packs it where more follows.
    private func factorCorner(at first: Int) {
        let width = min(Self.block, size - first)
        let corner = cells + first * (size + 1)
        let pivot = ringvirk_eliminate(corner, size, width, work)
        if pivot >= 0 {
            failed.pointee = first + pivot
        } else if first + width < size {
            ringvirk_pack_corner(corner, size, width, lower, upper, reciprocals)
        }
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

    /// What is beyond the block from `first` on, less the product of what is below it and what is right of it; and the next
    /// corner factored.
    private func update(from first: Int) {
        let next = first + Self.block
        let rest = size - next
        let parts = partCount(of: rest, size: Self.taskColumns)
        // What the next corner lies in is one part's, which no other then touches.
        let leading = min(parts, Self.block / Self.taskColumns)
        // Every cell belongs to one part: a range of rows and one of columns.
        concurrently(parts * partCount(of: rest, size: Self.taskRows) - (leading - 1)) { index in
            if index > 0 {
                updateTask(index + leading - 1, of: parts, from: first)
            } else {
                for task in 0..<leading { updateTask(task, of: parts, from: first) }
                factorCorner(at: next)
            }
        }
    }

    private func updateTask(_ index: Int, of parts: Int, from first: Int) {
        let next = first + Self.block
        let rows = part(index / parts, of: size - next, size: Self.taskRows)
        let columns = part(index % parts, of: size - next, size: Self.taskColumns)
        let start = next * (size + 1) + rows.lowerBound + columns.lowerBound * size
        ringvirk_update(
            cells + start,
            first == 0 ? coefficients + start : nil,
            columns.lowerBound - rows.lowerBound,
            size,
            rows.count,
            columns.count,
            Self.block,
            below + rows.lowerBound * Self.block,
            right + columns.lowerBound * Self.block
        )
    }
}
