/// Whether any table with the free cells' zeros and signs meets the margins: a transport problem.
///
/// A positive cell carries any amount from its row to its column, a negative cell any amount back. Rows bring their
/// margins in, columns take theirs out (negative margins the other way round). The margins can be met exactly when
/// everything that is brought in gets out, and when it does not, the lines still reached from where it got stuck are
/// the reason (Gale 1957; max-flow min-cut). Dinic's algorithm; asked only when scaling has not come to an end soon.
struct MarginFlow {
    private let nodeCount: Int
    private var heads: [Int32] = []
    private var capacities: [Double] = []
    private var edges: [[Int32]]
    private let rounding: Double
    private let rowCount: Int
    private let columnCount: Int

    /// The flow problem of some free cells and what they must add up to.
    init(_ checks: BalancingChecks) {
        let cells = checks.cells
        rowCount = cells.rows
        columnCount = cells.columns
        nodeCount = cells.rows + cells.columns + 2
        edges = [[Int32]](repeating: [], count: nodeCount)
        rounding = checks.rounding
        let (source, sink) = (nodeCount - 2, nodeCount - 1)
        for (position, amount) in checks.rows.enumerated() where amount != 0 {
            amount > 0 ? add(from: source, to: position, amount) : add(from: position, to: sink, -amount)
        }
        for (position, amount) in checks.columns.enumerated() where amount != 0 {
            let node = rowCount + position
            amount > 0 ? add(from: node, to: sink, amount) : add(from: source, to: node, -amount)
        }
        for column in 0..<cells.columns {
            let first = cells.starts[column]
            for index in first..<cells.starts[column + 1] {
                let row = cells.isFull ? index - first : Int(cells.rowIndices[index])
                let node = rowCount + column
                cells.values[index] > 0
                    ? add(from: row, to: node, .infinity) : add(from: node, to: row, .infinity)
            }
        }
    }

    private mutating func add(from tail: Int, to head: Int, _ capacity: Double) {
        edges[tail].append(Int32(heads.count))
        heads.append(Int32(head))
        capacities.append(capacity)
        edges[head].append(Int32(heads.count))
        heads.append(Int32(tail))
        capacities.append(0)
    }

    /// The rows and columns that hold back the flow; `nil` where the margins can be met.
    mutating func obstacle() -> (rows: [Int], columns: [Int])? {
        let (source, sink) = (nodeCount - 2, nodeCount - 1)
        var levels = reach(from: source)
        while levels[sink] >= 0 {
            var next = [Int](repeating: 0, count: nodeCount)
            while push(from: source, to: sink, levels, &next) > 0 {}
            levels = reach(from: source)
        }
        let stuck = edges[source].reduce(0.0) { $0 + ($1 % 2 == 0 ? capacities[Int($1)] : 0) }
        guard stuck > rounding * Double(nodeCount) else { return nil }
        return (
            (0..<rowCount).filter { levels[$0] >= 0 },
            (0..<columnCount).filter { levels[rowCount + $0] >= 0 }
        )
    }

    /// Distance from `source` along edges with room left; −1 where there is no way.
    private func reach(from source: Int) -> [Int] {
        var levels = [Int](repeating: -1, count: nodeCount)
        levels[source] = 0
        var queue = [source]
        var position = 0
        while position < queue.count {
            let node = queue[position]
            position += 1
            for edge in edges[node] where capacities[Int(edge)] > rounding {
                let head = Int(heads[Int(edge)])
                guard levels[head] < 0 else { continue }
                levels[head] = levels[node] + 1
                queue.append(head)
            }
        }
        return levels
    }

    /// One path from `source` to `sink` along rising levels, filled; 0 where none is left. Not recursive: a path can be
    /// as long as the table is wide.
    private mutating func push(from source: Int, to sink: Int, _ levels: [Int], _ next: inout [Int]) -> Double
    {
        var path: [Int] = []
        var node = source
        while node != sink {
            if next[node] < edges[node].count {
                let edge = Int(edges[node][next[node]])
                let head = Int(heads[edge])
                if capacities[edge] > rounding, levels[head] == levels[node] + 1 {
                    path.append(edge)
                    node = head
                } else {
                    next[node] += 1
                }
            } else {
                guard let edge = path.popLast() else { return 0 }
                node = Int(heads[edge ^ 1])
                next[node] += 1
            }
        }
        let amount = path.reduce(.infinity) { min($0, capacities[$1]) }
        for edge in path {
            capacities[edge] -= amount
            capacities[edge ^ 1] += amount
        }
        return amount
    }
}
