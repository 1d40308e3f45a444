import FileFormats

/// Where codes stand in a list, asked for as bytes of rows that as a rule follow the list's order.
///
/// The code asked for last and the one after it are compared first, so that hardly a row makes a text.
struct CodePlaces {
    private let codes: [[UInt8]]
    private let places: [String: Int]
    private var latest = 0

    init(_ codes: [String]) {
        self.codes = codes.map { Array($0.utf8) }
        places = Dictionary(zip(codes, 0...)) { first, _ in first }
    }

    var count: Int { codes.count }

    /// The place of `code`; `nil` where it does not stand in the list.
    mutating func place(of code: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !code.isEmpty else { return nil }
        let next = latest + 1 < codes.count ? latest + 1 : 0
        if codes[latest].elementsEqual(code) { return latest }
        if codes[next].elementsEqual(code) {
            latest = next
            return next
        }
        guard let place = places[String(decoding: code, as: UTF8.self)] else { return nil }
        latest = place
        return place
    }
}
