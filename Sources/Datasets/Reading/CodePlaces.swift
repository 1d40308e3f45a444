import FileFormats
import Glibc

/// Where codes stand in a list, asked for as bytes of rows that as a rule follow the list's order.
///
/// The code asked for last and the one after it are compared first, so that hardly a row makes a text.
struct CodePlaces {
    /// The codes one behind the other, and where each begins; one more for the end.
    private let bytes: [UInt8]
    private let starts: [Int]
    private let places: [String: Int]
    private var latest = 0

    init(_ codes: [String]) {
        bytes = codes.flatMap { Array($0.utf8) }
        starts = codes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count) }
        places = Dictionary(zip(codes, 0...)) { first, _ in first }
    }

    var count: Int { starts.count - 1 }

    /// The place of `code`; `nil` where it does not stand in the list.
    mutating func place(of code: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !code.isEmpty else { return nil }
        if isCode(latest, code) { return latest }
        let next = latest + 1 < count ? latest + 1 : 0
        if isCode(next, code) {
            latest = next
            return next
        }
        guard let place = places[String(decoding: code, as: UTF8.self)] else { return nil }
        latest = place
        return place
    }

    private func isCode(_ place: Int, _ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard starts[place + 1] - starts[place] == code.count, let other = code.baseAddress else {
            return false
        }
        return bytes.withUnsafeBufferPointer { own in
            own.baseAddress.map { memcmp($0 + starts[place], other, code.count) == 0 } ?? false
        }
    }
}
