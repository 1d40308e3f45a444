import CKernels

/// Elimination without interchanges by kernels for vectors of eight numbers, shared out among the cores.
///
/// 256 columns at a time: their corner is factored on one core; the columns right of it and the rows below it are worked
/// out in packed panels, a few at a time on each core; and the panels update all that is beyond, in tiles of 24 rows and
/// eight columns that stay in registers. The next corner is updated first, and factored while the other cores update the
/// rest. I − A is formed as the first panels update it, so that it is never read back. Each cell is computed by one core in an
/// order of its own, so that the factors are the same bits on any number of threads.
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
    /// For each corner, the first pivot up to there that is not above zero, −1 where all are.
    private let failed: UnsafeMutablePointer<Int>

    /// Columns that are eliminated together, a multiple of eight.
    private static let block = 256
    /// Rows and columns of a tile.
    private static let (tileRows, tileColumns) = (24, 8)
    /// Rows below a corner, and columns right of it, whose panels a core makes at a time.
    private static let (panelRows, panelColumns) = (4 * tileRows, 8 * tileColumns)
    /// Columns that a core forms at a time.
    private static let formed = 32
    /// Rows and columns that a core updates at a time, the rows no fewer than a block: the rows' panels, three quarters of a
    /// megabyte, stay in its second cache, with room beside them for the columns' that stream by.
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
        let corners = max(1, partCount(of: size, size: block))
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: corners) { failed in
            failed.initialize(repeating: -1)
            // There is one corner at least.
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
            ).eliminate(corners)
            return failed[corners - 1] < 0 ? nil : failed[corners - 1]
        }
    }

    /// Two stages before the first corner's panels, and two for each corner with something beyond it.
    private func eliminate(_ corners: Int) {
        let beyond = (1..<corners).flatMap { corner in
            [panelParts(size - corner * Self.block), updateParts(size - corner * Self.block)]
        }
        concurrently(stages: [partCount(of: size, size: Self.formed), 1] + beyond) { stage, index in
            switch (stage / 2 - 1, stage % 2) {
            case (-1, 0): form(index)
            case (-1, _): factorCorner(0)
            case (let corner, _) where failed[corner] >= 0:
                // Nothing is worked out beyond it.
                if stage % 2 == 1, index == 0 { failed[corner + 1] = failed[corner] }
            case (let corner, 0): makePanels(index, beyond: corner)
            case (let corner, _): update(index, beyond: corner)
            }
        }
    }

    /// Some columns of the first block's columns and rows of I − A; the rest is formed where it is first updated.
    private func form(_ index: Int) {
        // Every column belongs to one part.
        for column in part(index, of: size, size: Self.formed) {
            let start = column * size
            for cell in start..<(start + (column < Self.block ? size : min(Self.block, size))) {
                cells[cell] = 0 - coefficients[cell]
            }
            if column < Self.block { cells[start + column] = 1 - coefficients[start + column] }
        }
    }

    /// Factors a block of columns where it crosses its rows, and packs it where more follows.
    private func factorCorner(_ number: Int) {
        let first = number * Self.block
        let width = min(Self.block, size - first)
        let corner = cells + first * (size + 1)
        let pivot = ringvirk_eliminate(corner, size, width, work)
        if pivot >= 0 {
            failed[number] = first + pivot
        } else if first + width < size {
            ringvirk_pack_corner(corner, size, width, lower, upper, reciprocals)
        }
    }

    /// How many parts the panels of `rest` rows and columns beyond a corner are made in.
    private func panelParts(_ rest: Int) -> Int {
        partCount(of: rest, size: Self.panelRows) + partCount(of: rest, size: Self.panelColumns)
    }

    /// A part of L⁻¹ times what is right of a corner, and what is below it times U⁻¹.
    private func makePanels(_ index: Int, beyond corner: Int) {
        let (width, first) = (Self.block, corner * Self.block)
        let rest = size - first - width
        let start = cells + first * (size + 1)
        let partsBelow = partCount(of: rest, size: Self.panelRows)
        // Every row below and every column right belongs to one part, and so does its place among the packed ones.
        if index < partsBelow {
            let range = part(index, of: rest, size: Self.panelRows)
            for row in stride(from: range.lowerBound, to: range.upperBound, by: Self.tileRows) {
                ringvirk_below_panel(
                    start + width + row,
                    size,
                    width,
                    min(Self.tileRows, rest - row),
                    upper,
                    reciprocals,
                    below + row * width
                )
            }
        } else {
            let range = part(index - partsBelow, of: rest, size: Self.panelColumns)
            for column in stride(from: range.lowerBound, to: range.upperBound, by: Self.tileColumns) {
                ringvirk_right_panel(
                    start + (width + column) * size,
                    size,
                    width,
                    min(Self.tileColumns, rest - column),
                    lower,
                    right + column * width
                )
            }
        }
    }

    /// In how many parts `rest` rows and columns beyond a corner are updated.
    private func updateParts(_ rest: Int) -> Int {
        let columns = partCount(of: rest, size: Self.taskColumns)
        return columns * partCount(of: rest, size: Self.taskRows) - (leading(columns) - 1)
    }

    /// How many of so many columns' tasks the next corner lies in: they are one part, and no other touches it.
    private func leading(_ columns: Int) -> Int { min(columns, Self.block / Self.taskColumns) }

    /// A part of what is beyond a corner, less the product of what is below it and what is right of it; the first part
    /// factors the next corner too.
    private func update(_ index: Int, beyond corner: Int) {
        let columns = partCount(of: size - (corner + 1) * Self.block, size: Self.taskColumns)
        // Every cell belongs to one part: a range of rows and one of columns.
        if index > 0 {
            updateTask(index + leading(columns) - 1, of: columns, beyond: corner)
        } else {
            for task in 0..<leading(columns) { updateTask(task, of: columns, beyond: corner) }
            factorCorner(corner + 1)
        }
    }

    private func updateTask(_ index: Int, of parts: Int, beyond corner: Int) {
        let next = (corner + 1) * Self.block
        let rows = part(index / parts, of: size - next, size: Self.taskRows)
        let columns = part(index % parts, of: size - next, size: Self.taskColumns)
        let start = next * (size + 1) + rows.lowerBound + columns.lowerBound * size
        ringvirk_update(
            cells + start,
            corner == 0 ? coefficients + start : nil,
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
