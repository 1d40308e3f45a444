import FileFormats
import Foundation
import Glibc
import TestSupport

/// The path of a small file in a real format.
func fixture(_ name: String) -> String {
    Repository.fixtures + "/files/" + name
}

/// Whether published data lie beside the repository.
func isShared(_ path: String) -> Bool {
    access(Repository.shared + "/" + path, R_OK) == 0
}

/// The error `body` throws; `nil` when it throws none.
func thrown(_ body: () throws(FileFormatError) -> Void) -> FileFormatError? {
    do {
        try body()
        return nil
    } catch {
        return error
    }
}

/// The faults `body` throws; none when it throws anything else.
func faults(_ body: () throws(FileFormatError) -> Void) -> [Fault] {
    if case .faults(let faults) = thrown(body) { faults } else { [] }
}

/// A small generator, so that a failing test fails again (Steele, Lea & Flood 2014, SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
