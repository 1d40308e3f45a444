extension Matrix {
    /// f − (high + low) + M'(high + low), each element by a compensated sum down its column.
    func transposedResidual<L: Lanes>(right: Panel<L>, solution: Approximation<L>) -> Panel<L> {
        let (high, low) = (solution.high.elements, solution.low.elements)
        let elements = [L](unsafeUninitializedCapacity: columns) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every column belongs to one part.
            concurrently(columns) { column in
                var sum = CompensatedSum(of: right.elements[column], minus: high[column], low[column])
                let (numbers, high, low) = (storage.span, high.span, low.span)
                for row in 0..<rows { sum.add(numbers[column * rows + row], times: high[row], low[row]) }
                written.buffer.initializeElement(at: column, to: sum.value)
            }
            count = columns
        }
        return Panel(elements: elements)
    }

    /// f − (high + low) + M(high + low), each element by a compensated sum along its row.
    func residual<L: Lanes>(right: Panel<L>, solution: Approximation<L>) -> Panel<L> {
        let (high, low) = (solution.high.elements, solution.low.elements)
        let size = 64
        let elements = [L](unsafeUninitializedCapacity: rows) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every row belongs to one band.
            concurrently(partCount(of: rows, size: size)) { index in
                let band = part(index, of: rows, size: size)
                var sums = band.map { CompensatedSum(of: right.elements[$0], minus: high[$0], low[$0]) }
                var target = sums.mutableSpan
                let (numbers, first) = (storage.span, band.lowerBound)
                for column in 0..<columns {
                    let (known, rest) = (high[column], low[column])
                    for row in band {
                        target[row &- first].add(numbers[row + column * rows], times: known, rest)
                    }
                }
                for row in band {
                    written.buffer.initializeElement(at: row, to: sums[row - band.lowerBound].value)
                }
            }
            count = rows
        }
        return Panel(elements: elements)
    }
}

extension SparseMatrix {
    /// f − (high + low) + M'(high + low), each element by a compensated sum down its column.
    func transposedResidual<L: Lanes>(right: Panel<L>, solution: Approximation<L>) -> Panel<L> {
        let (high, low) = (solution.high.elements, solution.low.elements)
        let size = columnsInAPart
        let elements = [L](unsafeUninitializedCapacity: columns) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every column belongs to one part.
            concurrently(partCount(of: columns, size: size)) { index in
                for column in part(index, of: columns, size: size) {
                    var sum = CompensatedSum(of: right.elements[column], minus: high[column], low[column])
                    for cell in columnStarts[column]..<columnStarts[column + 1] {
                        let row = Int(rowIndices[cell])
                        sum.add(values[cell], times: high[row], low[row])
                    }
                    written.buffer.initializeElement(at: column, to: sum.value)
                }
            }
            count = columns
        }
        return Panel(elements: elements)
    }
}
