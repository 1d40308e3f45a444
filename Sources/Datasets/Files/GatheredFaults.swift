import FileFormats

/// The faults of several files, to be thrown together.
struct GatheredFaults {
    private var faults: [Fault] = []

    var isEmpty: Bool { faults.isEmpty }

    mutating func add(_ fault: Fault) {
        faults.append(fault)
    }

    /// What `read` gives, or `nil` where it found faults, which are kept; other errors pass through.
    mutating func attempt<Value>(
        _ read: () throws(FileFormatError) -> Value
    ) throws(FileFormatError) -> Value? {
        do {
            return try read()
        } catch .faults(let found) {
            faults += found
            return nil
        } catch {
            throw error
        }
    }

    /// Takes over the faults `reader` has noted.
    mutating func take(from reader: CSVReader) throws(FileFormatError) {
        _ = try attempt { () throws(FileFormatError) in try reader.finish() }
    }

    /// All of them: file by file as they were first met, within a file by line, those without a line last.
    var error: FileFormatError {
        var files: [String: Int] = [:]
        for fault in faults where files[fault.place.file] == nil { files[fault.place.file] = files.count }
        let ordered = faults.enumerated().sorted { one, other in
            let (first, second) = (one.element.place, other.element.place)
            return (files[first.file] ?? 0, first.line ?? .max, one.offset)
                < (files[second.file] ?? 0, second.line ?? .max, other.offset)
        }
        return .faults(ordered.map(\.element))
    }

    /// Throws `error` if there are any faults.
    func finish() throws(FileFormatError) {
        if !faults.isEmpty { throw error }
    }
}
