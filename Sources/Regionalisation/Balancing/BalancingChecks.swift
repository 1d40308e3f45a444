/// What can be known before the first scaling: whether signs, empty lines or separate blocks forbid the margins.
struct BalancingChecks {
    let cells: FreeCells
    let margins: Margins
    /// What the free cells must add up to.
    let rows: [Double]
    let columns: [Double]

    /// Signs that a line's free cells have.
    struct Signs: OptionSet {
        let rawValue: UInt8
        static let positive = Signs(rawValue: 1)
        static let negative = Signs(rawValue: 2)
    }

    /// How far from zero a sum of margins may lie and still be rounding.
    var rounding: Double {
        Margins.roundingShare * (margins.rows + margins.columns).reduce(0) { $0 + abs($1) }
    }

    /// The signs in each row and column. O(cells).
    func signs() -> (rows: [Signs], columns: [Signs]) {
        var rows = [Signs](repeating: [], count: cells.rows)
        var columns = [Signs](repeating: [], count: cells.columns)
        let (values, indices, isFull) = (cells.values.span, cells.rowIndices.span, cells.isFull)
        var rowSigns = rows.mutableSpan
        for column in 0..<cells.columns {
            let first = cells.starts[column]
            var (signs, index): (UInt8, Int) = (0, first)
            while index < cells.starts[column + 1] {
                // Cells are where the columns' starts say, and their rows are the table's.
                let sign = values[unchecked: index] > 0 ? Signs.positive : .negative
                let row = isFull ? index - first : Int(indices[unchecked: index])
                rowSigns[unchecked: row] = Signs(rawValue: rowSigns[unchecked: row].rawValue | sign.rawValue)
                signs |= sign.rawValue
                index += 1
            }
            columns[column] = Signs(rawValue: signs)
        }
        return (rows, columns)
    }

    /// Refuses the first line whose free cells cannot reach what is left of its margin.
    ///
    /// - Throws: `.marginOutOfReach`: no free cells, or all of the other sign.
    func refuseUnreachable(
        _ signs: (rows: [Signs], columns: [Signs]),
        mayFlip: (TableLine) -> Bool = { _ in false }
    ) throws(RegionalisationError) {
        let rounding = rounding
        let sides = [
            (TableLine.Side.row, signs.rows, rows, margins.rows),
            (.column, signs.columns, columns, margins.columns),
        ]
        for (side, signs, wanted, margin) in sides {
            for position in wanted.indices where abs(wanted[position]) > rounding {
                let needed: Signs = wanted[position] > 0 ? .positive : .negative
                let line = TableLine(side, position)
                let reaches = signs[position].contains(needed) || (!signs[position].isEmpty && mayFlip(line))
                guard reaches else {
                    throw .marginOutOfReach(
                        line,
                        margin: margin[position],
                        frozen: margin[position] - wanted[position],
                        hasCells: !signs[position].isEmpty
                    )
                }
            }
        }
    }

    /// Refuses the first negative cell, for methods that take none.
    ///
    /// - Throws: `.negativeCell`.
    func refuseNegativeCells(_ signs: (rows: [Signs], columns: [Signs])) throws(RegionalisationError) {
        for column in 0..<cells.columns where signs.columns[column].contains(.negative) {
            let first = cells.starts[column]
            for index in first..<cells.starts[column + 1] where cells.values[index] < 0 {
                let row = cells.isFull ? index - first : Int(cells.rowIndices[index])
                throw .negativeCell(row: .row(row), column: .column(column), value: cells.values[index])
            }
        }
    }

    /// Refuses the first block of rows and columns, joined by no free cell to the others, whose margins disagree.
    ///
    /// Rows and columns are the two halves of a graph in which free cells are the edges; a block is a component. Once
    /// all rows with cells are in one block, which takes a few columns in most tables, one cell a column is enough.
    ///
    /// - Throws: `.disconnected` with the block's rows, columns and sums.
    func refuseDisagreeingBlocks(
        _ signs: (rows: [Signs], columns: [Signs])
    ) throws(RegionalisationError) {
        var blocks = DisjointSets(count: cells.rows + cells.columns)
        var alone = signs.rows.count { $0.isEmpty }
        for column in 0..<cells.columns {
            let first = cells.starts[column]
            // Columns still to come are blocks of their own, and so are rows and columns without cells.
            let areRowsJoined = blocks.count - (cells.columns - column) - alone == 1
            let end = areRowsJoined ? min(first + 1, cells.starts[column + 1]) : cells.starts[column + 1]
            for index in first..<end {
                let row = cells.isFull ? index - first : Int(cells.rowIndices[index])
                blocks.join(row, cells.rows + column)
            }
            if first == cells.starts[column + 1] { alone += 1 }
        }
        guard blocks.count > 1 else { return }
        var sums = [Double](repeating: 0, count: cells.rows + cells.columns)
        for row in 0..<cells.rows { sums[blocks.root(row)] += rows[row] }
        for column in 0..<cells.columns { sums[blocks.root(cells.rows + column)] -= columns[column] }
        guard let block = sums.firstIndex(where: { abs($0) > rounding }) else { return }
        let members = (
            rows: (0..<cells.rows).filter { blocks.root($0) == block },
            columns: (0..<cells.columns).filter { blocks.root(cells.rows + $0) == block }
        )
        throw .disconnected(
            rows: members.rows.map(TableLine.row),
            columns: members.columns.map(TableLine.column),
            rowTotal: members.rows.reduce(0) { $0 + rows[$1] },
            columnTotal: members.columns.reduce(0) { $0 + columns[$1] }
        )
    }
}

/// Sets that are joined and never parted (union by size, path halving).
struct DisjointSets {
    private var parents: [Int]
    private var sizes: [Int]
    /// How many sets are left.
    private(set) var count: Int

    init(count: Int) {
        parents = Array(0..<count)
        sizes = [Int](repeating: 1, count: count)
        self.count = count
    }

    mutating func root(_ member: Int) -> Int {
        var member = member
        while parents[member] != member {
            parents[member] = parents[parents[member]]
            member = parents[member]
        }
        return member
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(one), root(other))
        guard first != second else { return }
        let (large, small) = sizes[first] >= sizes[second] ? (first, second) : (second, first)
        parents[small] = large
        sizes[large] += sizes[small]
        count -= 1
    }
}
