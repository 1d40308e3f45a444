/// The numbers and statuses of a cube's cells, row by row, in ten bytes a cell.
struct JSONStatCells: Sendable {
    /// The numbers; NaN where a cell has none.
    var numbers: [Double] = []
    /// The different statuses.
    var statuses: [String] = []
    /// The status of each cell, as its place among `statuses` and one; zero for none. Empty where no cell has any.
    var codes: [UInt16] = []
}

extension JSONStatReader {
    /// The numbers and statuses of `count` cells.
    ///
    /// - Throws: `.faults` with all that were noted; `.tooMany` for more different statuses than are told apart.
    mutating func cells(_ count: Int) throws(FileFormatError) -> JSONStatCells {
        var cells = JSONStatCells()
        readNumbers(count, &cells)
        try readStatuses(count, &cells)
        try faults.finish()
        return cells
    }

    /// Reads the numbers from an array with every cell or an object with some.
    private mutating func readNumbers(_ count: Int, _ cells: inout JSONStatCells) {
        guard dataset["value"] != nil else { return note("value", .missing) }
        guard let scalars = scalars("value") else {
            return note("value", .malformed(rule: "an array or an object is expected"))
        }
        guard fits(scalars, "value", count) else { return }
        cells.numbers = [Double](repeating: .nan, count: count)
        for index in 0..<scalars.count {
            guard let position = position(scalars, index, "value", count) else { continue }
            switch scalars[index] {
            case .number(let number): cells.numbers[position] = number
            case .null: break
            case .text(let text): note(scalars, index, "value", value: scalars.texts[text], .notANumber)
            case .other: note(scalars, index, "value", .notANumber)
            }
        }
    }

    /// Reads the statuses: one for all cells, an array with every cell, or an object with some.
    private mutating func readStatuses(
        _ count: Int,
        _ cells: inout JSONStatCells
    ) throws(FileFormatError) {
        guard let status = dataset["status"] else { return }
        if let one = status.text {
            if !one.isEmpty { (cells.statuses, cells.codes) = ([one], [UInt16](repeating: 1, count: count)) }
            return
        }
        guard let scalars = scalars("status") else {
            if !status.isNull { note("status", .malformed(rule: "an array or an object is expected")) }
            return
        }
        guard scalars.texts.count < Int(UInt16.max) else {
            throw .tooMany(path: document.file, of: "different statuses", limit: Int(UInt16.max))
        }
        // The place of each text among the statuses, and one; the empty text is no status.
        var codes: [UInt16] = []
        for text in scalars.texts {
            if !text.isEmpty { cells.statuses.append(text) }
            codes.append(text.isEmpty ? 0 : UInt16(cells.statuses.count))
        }
        if scalars.isArray, scalars.count == 1, case .text(let text) = scalars[0] {
            if codes[text] > 0 { cells.codes = [UInt16](repeating: codes[text], count: count) }
            return
        }
        guard fits(scalars, "status", count) else { return }
        if !cells.statuses.isEmpty { cells.codes = [UInt16](repeating: 0, count: count) }
        for index in 0..<scalars.count {
            guard let position = position(scalars, index, "status", count) else { continue }
            switch scalars[index] {
            case .text(let text): if codes[text] > 0 { cells.codes[position] = codes[text] }
            case .null: break
            case .number, .other:
                note(scalars, index, "status", .malformed(rule: "text in quotes is expected"))
            }
        }
    }

    /// Whether an array has as many values as there are cells; a fault where it has not.
    private mutating func fits(_ scalars: JSONScalars, _ key: String, _ count: Int) -> Bool {
        guard scalars.isArray, scalars.count != count else { return true }
        note(key, .cellCount(expected: count, found: scalars.count))
        return false
    }

    /// The cell that the value at `index` belongs to; a fault for a key that is no position, or lies outside the cube.
    private mutating func position(
        _ scalars: JSONScalars,
        _ index: Int,
        _ key: String,
        _ count: Int
    ) -> Int? {
        if let position = scalars.key(index), (0..<count).contains(position) { return position }
        let problem = Fault.Problem.outside(lower: 0, upper: Double(count - 1))
        note(scalars, index, key, value: scalars.keyText(index), problem)
        return nil
    }

    private mutating func note(
        _ scalars: JSONScalars,
        _ index: Int,
        _ key: String,
        value: String? = nil,
        _ problem: Fault.Problem
    ) {
        let column = full(key) + scalars.step(index)
        let place = Place(file: document.file, line: scalars.line(index), column: column)
        faults.add(Fault(at: place, value: value, problem))
    }

    /// The part under `key`, packed when it was read or now; `nil` where it is neither an array nor an object.
    private func scalars(_ key: String) -> JSONScalars? {
        if let packed = document.scalars(at: full(key)) { return packed }
        guard let value = dataset[key] else { return nil }
        let line = document.place(of: full(key)).line ?? 0
        var places: [String: Int] = [:]
        func append(_ value: JSONValue, _ path: String, _ scalars: inout JSONScalars) {
            let line = document.place(of: path).line ?? line
            if let number = value.number {
                scalars.append(.number(number), line: line)
            } else if let text = value.text {
                let place = places[text] ?? scalars.add(text)
                places[text] = place
                scalars.append(.text(place), line: line)
            } else {
                scalars.append(value.isNull ? .null : .other, line: line)
            }
        }
        if let elements = value.elements {
            var scalars = JSONScalars(isArray: true, line: line)
            for (index, element) in elements.enumerated() {
                append(element, full(key) + "[\(index)]", &scalars)
            }
            return scalars
        }
        guard let members = value.members else { return nil }
        var scalars = JSONScalars(isArray: false, line: line)
        for member in members {
            scalars.append(key: member.key)
            append(member.value, full(key) + "." + member.key, &scalars)
        }
        return scalars
    }
}
