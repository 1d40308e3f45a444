import FileFormats
import LinearAlgebra

/// One block of an input-output table being read: which cells have been met, on which line, and their numbers.
struct CellBlock {
    let origin: String
    let suppliers: [String]
    let users: [String]
    let supplierPositions: [String: Int]
    private var values: [Double]
    private var lines: [Int]

    init(origin: String, suppliers: [String], users: [String]) {
        self.origin = origin
        self.suppliers = suppliers
        self.users = users
        supplierPositions = Dictionary(zip(suppliers, 0...)) { first, _ in first }
        values = Array(repeating: 0, count: suppliers.count * users.count)
        lines = Array(repeating: 0, count: suppliers.count * users.count)
    }

    var isEmpty: Bool { lines.allSatisfy { $0 == 0 } }

    /// Notes that the cell stands on `line`; the line where it stood before, if it did.
    mutating func meet(_ supplier: Int, _ user: Int, line: Int) -> Int? {
        let index = supplier + user * suppliers.count
        guard lines[index] == 0 else { return lines[index] }
        lines[index] = line
        return nil
    }

    mutating func set(_ supplier: Int, _ user: Int, to value: Double) {
        values[supplier + user * suppliers.count] = value
    }

    /// The line a cell stands on; 0 where it does not.
    func line(_ supplier: Int, _ user: Int) -> Int { lines[supplier + user * suppliers.count] }

    func name(_ supplier: Int, _ user: Int) -> String {
        "\(origin), \(suppliers[supplier]), \(users[user])"
    }

    /// The cells that have not been met and that `isRequired`, user by user.
    func missing(where isRequired: (_ supplier: Int, _ user: Int) -> Bool) -> [String] {
        var names: [String] = []
        for user in users.indices {
            for supplier in suppliers.indices
            where lines[supplier + user * suppliers.count] == 0 && isRequired(supplier, user) {
                names.append(name(supplier, user))
            }
        }
        return names
    }

    /// The numbers of some of the users.
    func matrix(_ users: Range<Int>) -> Matrix {
        let height = suppliers.count
        let elements = values[(users.lowerBound * height)..<(users.upperBound * height)]
        return Matrix(rows: height, columns: users.count, columnMajor: Array(elements))
    }
}
