import FileFormats
import StatisticsNorway
import TestSupport

/// A small file in one of Statistics Norway's layouts, with invented numbers.
func fixture(_ name: String) -> String { Repository.fixtures + "/ssb/" + name }

/// What a reader says of a file: each fault's place, value and problem in one line, in the order they stand.
func faults(_ read: () throws(StatisticsNorwayError) -> Void) -> [String] {
    do {
        try read()
        return ["no error"]
    } catch {
        guard case .file(.faults(let faults)) = error else { return ["\(error)"] }
        return faults.map(line)
    }
}

private func line(_ fault: Fault) -> String {
    let file = fault.place.file.split(separator: "/").last.map(String.init) ?? ""
    let place = [file, fault.place.line.map(String.init), fault.place.sheet, fault.place.column]
    return (place.compactMap(\.self) + [fault.value ?? "–", word(fault.problem)]).joined(separator: " | ")
}

private func word(_ problem: Fault.Problem) -> String {
    switch problem {
    // The list of what is known is long and asserted nowhere else.
    case .unknownKey: "unknown"
    case .notOneOf: "not one of"
    case .outside(let lower, let upper): "outside \(rounded(lower))...\(rounded(upper))"
    default: "\(problem)"
    }
}

/// Two decimals are what the tolerances have.
private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
