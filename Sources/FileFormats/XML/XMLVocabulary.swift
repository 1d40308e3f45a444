import Glibc

/// The element names a reader knows, as small integers found from bytes without making a text of each element.
///
/// A name is looked up by a hash of its bytes in a table of twice as many places as names, and compared whole.
public struct XMLVocabulary: Sendable {
    /// The namespaces and then the names, each ended by a zero, one after another.
    private let letters: [CChar]
    /// Where in `letters` each namespace begins, and how long it is.
    private let namespaces: [(start: Int, length: Int)]
    /// Where in `letters` each name begins.
    private let starts: [Int]
    private let acceptsNone: Bool
    private let hasText: [Bool]
    /// The names' numbers by hash; −1 for none.
    private let places: [Int32]

    /// The vocabulary `names`; a name's number is its position.
    ///
    /// - Parameters:
    ///   - names: Local names, all different.
    ///   - withText: Those whose text is wanted; the text of others is passed over unread.
    ///   - namespaces: The namespaces they stand in; elements of others are not known.
    ///   - acceptsNone: Whether names in no namespace are known too.
    public init(
        _ names: [String],
        withText: Set<String>,
        namespaces: [String],
        acceptsNone: Bool = false
    ) {
        var letters: [CChar] = []
        self.namespaces = namespaces.map { namespace in
            defer { letters += namespace.utf8CString }
            return (letters.count, namespace.utf8.count)
        }
        starts = names.map { name in
            defer { letters += name.utf8CString }
            return letters.count
        }
        self.letters = letters
        self.acceptsNone = acceptsNone
        hasText = names.map(withText.contains)
        var size = 16
        while size < 4 * names.count { size *= 2 }
        var places = [Int32](repeating: -1, count: size)
        for (number, name) in names.enumerated() {
            var place = name.withCString { XMLVocabulary.hash($0, size) }
            while places[place] >= 0 { place = (place + 1) & (size - 1) }
            places[place] = Int32(number)
        }
        self.places = places
    }

    /// The number of `name` as expat hands it over (`namespace|local`, or `local` alone); `nil` where it is not known.
    func number(of name: UnsafePointer<CChar>) -> Int? {
        letters.withUnsafeBufferPointer { letters in
            guard let base = letters.baseAddress, let local = local(name, base) else { return nil }
            var place = XMLVocabulary.hash(local, places.count)
            while true {
                let number = Int(places[place])
                if number < 0 { return nil }
                if strcmp(base + starts[number], local) == 0 { return number }
                place = (place + 1) & (places.count - 1)
            }
        }
    }

    /// Whether the text of the element with this number is wanted.
    func hasText(_ number: Int?) -> Bool { number.map { hasText[$0] } ?? false }

    /// The part of `name` after a namespace of this vocabulary.
    private func local(
        _ name: UnsafePointer<CChar>,
        _ letters: UnsafePointer<CChar>
    ) -> UnsafePointer<CChar>? {
        for (start, length) in namespaces where strncmp(letters + start, name, length) == 0 {
            if name[length] == XMLVocabulary.bar { return name + length + 1 }
        }
        return acceptsNone && strchr(name, Int32(XMLVocabulary.bar)) == nil ? name : nil
    }

    /// What expat is told to put between a namespace and a name: no name can hold it.
    static let bar = CChar(UInt8(ascii: "|"))

    /// FNV-1a (Fowler, Noll and Vo), folded onto a table of `size` places, a power of two.
    private static func hash(_ name: UnsafePointer<CChar>, _ size: Int) -> Int {
        var next = name
        var hash: UInt32 = 2_166_136_261
        while next.pointee != 0 {
            hash = (hash ^ UInt32(UInt8(bitPattern: next.pointee))) &* 16_777_619
            next += 1
        }
        return Int((hash ^ (hash >> 15)) & UInt32(truncatingIfNeeded: size - 1))
    }
}
