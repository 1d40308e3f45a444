public import Accounts
public import LinearAlgebra

/// Industries known by these codes, which are their names too.
public func industries(_ codes: [String]) throws(AccountsError) -> Axis<Industry> {
    try Axis(codes.map { Industry(code: $0, name: Name($0)) })
}

/// `count` industries called `i1`, `i2`, …
public func industries(_ count: Int) throws(AccountsError) -> Axis<Industry> {
    try industries((0..<count).map { "i\($0 + 1)" })
}

extension Matrix {
    /// A matrix typed row by row, as tables are printed.
    public init(_ rows: [[Double]]) {
        precondition(rows.allSatisfy { $0.count == rows.first?.count }, "the rows are not equally long")
        self.init(rows: rows.count, columns: rows.first?.count ?? 0) { row, column in rows[row][column] }
    }

    /// The rows, as tables are printed.
    public var printed: [[Double]] {
        (0..<rows).map { row in (0..<columns).map { self[row, $0] } }
    }
}

extension LabelledMatrix {
    /// A table typed row by row.
    public init(_ rows: Axis<Row>, _ columns: Axis<Column>, _ numbers: [[Double]]) {
        self.init(rows: rows, columns: columns, values: Matrix(numbers))
    }
}

extension LabelledMatrix where Row == Column {
    /// A square table typed row by row.
    public init(_ axis: Axis<Row>, _ numbers: [[Double]]) {
        self.init(axis, axis, numbers)
    }
}

/// The largest absolute difference between numbers that should agree; infinite where there are more of one
/// than of the other, or where a number is not one.
public func deviation(of numbers: [Double], from others: [Double]) -> Double {
    guard numbers.count == others.count else { return .infinity }
    var largest = 0.0
    for (number, other) in zip(numbers, others) {
        let difference = abs(number - other)
        guard difference.isFinite else { return .infinity }
        largest = max(largest, difference)
    }
    return largest
}

/// The largest absolute difference between tables that should agree, as ``deviation(of:from:)-([Double],_)``.
public func deviation(of table: [[Double]], from other: [[Double]]) -> Double {
    guard table.map(\.count) == other.map(\.count) else { return .infinity }
    return deviation(of: Array(table.joined()), from: Array(other.joined()))
}

/// Half a unit in the last of `decimals` printed decimals: how far a number may be from its printed form.
public func halfOfLastDigit(decimals: Int) -> Double {
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    return unit / 2
}
