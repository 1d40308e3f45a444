import Accounts
import FileFormats

/// Gathers the faults of a ledger in the file's order, and keeps the sum of absolute amounts within bounds.
struct FaultNotes {
    private var collector = FaultCollector()
    private var absolute = Kroner.zero
    private var isBeyond = false
    /// Whether anything was noted.
    var isEmpty: Bool { collector.faults.isEmpty }

    /// Notes a fault at a line of `file`.
    mutating func add(
        _ file: String,
        _ line: Int,
        _ column: String,
        _ value: String?,
        _ problem: Fault.Problem
    ) {
        collector.add(Fault(at: Place(file: file, line: line, column: column), value: value, problem))
    }

    /// Counts an amount; false, and the first time a fault, where it brings a file beyond `Kroner.mostInAFile`.
    mutating func count(_ amount: Kroner, _ file: String, at line: () -> Int, _ column: String) -> Bool {
        guard !isBeyond else { return false }
        absolute = absolute + amount.magnitude
        guard absolute > Kroner.mostInAFile else { return true }
        isBeyond = true
        add(
            file,
            line(),
            column,
            nil,
            .malformed(rule: "the amounts of the file add up to more than 10 000 billion kroner")
        )
        return false
    }

    /// Ends the reading.
    func finish() throws(LedgersError) {
        do {
            try collector.finish()
        } catch {
            throw .file(error)
        }
    }
}
