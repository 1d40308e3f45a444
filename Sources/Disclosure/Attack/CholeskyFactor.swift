/// UᵀU of a symmetric positive definite matrix, for systems of some hundred equations.
struct CholeskyFactor {
    private let count: Int
    private var upper: [Double]

    /// - Parameter matrix: row by row; only what stands on and above the diagonal is read.
    /// - Returns: `nil` where a pivot is not positive.
    init?(_ matrix: consuming [Double], count: Int) {
        self.count = count
        upper = matrix
        let isDefinite = upper.withUnsafeMutableBufferPointer { cells in
            for pivot in 0..<count {
                let diagonal = cells[pivot * count + pivot]
                guard diagonal > 0, diagonal.isFinite else { return false }
                let inverse = 1 / diagonal.squareRoot()
                for column in pivot..<count { cells[pivot * count + column] *= inverse }
                for row in (pivot + 1)..<max(count, pivot + 1) {
                    let factor = cells[pivot * count + row]
                    if factor == 0 { continue }
                    for column in row..<count {
                        cells[row * count + column] -= factor * cells[pivot * count + column]
                    }
                }
            }
            return true
        }
        guard isDefinite else { return nil }
    }

    /// The solution of UᵀU d = `right`.
    func solution(_ right: [Double]) -> [Double] {
        var result = right
        upper.withUnsafeBufferPointer { cells in
            result.withUnsafeMutableBufferPointer { values in
                for row in 0..<count {
                    let value = values[row] / cells[row * count + row]
                    values[row] = value
                    if value == 0 { continue }
                    for column in (row + 1)..<max(count, row + 1) {
                        values[column] -= value * cells[row * count + column]
                    }
                }
                for row in (0..<count).reversed() {
                    var sum = values[row]
                    for column in (row + 1)..<max(count, row + 1) {
                        sum -= cells[row * count + column] * values[column]
                    }
                    values[row] = sum / cells[row * count + row]
                }
            }
        }
        return result
    }
}
