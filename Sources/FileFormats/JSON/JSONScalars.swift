/// The values of a long array, or of an object whose keys are whole numbers, in eight bytes each (sixteen with a key).
///
/// Numbers stand as they are. What is none stands as a NaN, which JSON does not have, with what it is in its lower bits.
struct JSONScalars: Sendable, Hashable {
    /// What a value is.
    enum Element: Equatable {
        case null
        case number(Double)
        /// The text at this position of `texts`.
        case text(Int)
        /// A truth value, an array or an object.
        case other
    }

    /// Whether the values stand in an array, and not in an object.
    let isArray: Bool
    /// The texts met, each once.
    private(set) var texts: [String] = []
    private var words: [UInt64] = []
    /// The keys of an object; those that are no whole numbers are −1, and the first of them stand in `otherKeys`.
    private var keys: [Int] = []
    private var otherKeys: [Int: String] = [:]
    private let firstLine: Int
    /// The line of each value, once two of them differ.
    private var lines: [Int32] = []

    private static let nullWord: UInt64 = 0x7FF8_0000_0000_0000
    private static let otherWord: UInt64 = 0x7FF8_0000_0000_0001
    private static let firstText: UInt64 = 0x7FF8_0000_0000_0002

    init(isArray: Bool, line: Int) {
        self.isArray = isArray
        firstLine = line
    }

    var count: Int { words.count }

    subscript(_ index: Int) -> Element {
        let word = words[index]
        guard word & JSONScalars.nullWord == JSONScalars.nullWord, word >> 63 == 0 else {
            return .number(Double(bitPattern: word))
        }
        switch word {
        case JSONScalars.nullWord: return .null
        case JSONScalars.otherWord: return .other
        default: return .text(Int(word - JSONScalars.firstText))
        }
    }

    /// The key of the value at `index`: its position in an array; `nil` where an object's key is no whole number.
    func key(_ index: Int) -> Int? {
        if isArray { return index }
        return keys[index] < 0 && otherKeys[index] != nil ? nil : keys[index]
    }

    /// The key as it stands in a path: `[3]` or `.3`.
    func step(_ index: Int) -> String { isArray ? "[\(index)]" : "." + keyText(index) }

    /// The step to the value that comes next, whose key is taken already.
    var nextStep: String { step(count) }

    /// The key as it stood.
    func keyText(_ index: Int) -> String { otherKeys[index] ?? "\(isArray ? index : keys[index])" }

    /// The line the value stands on.
    func line(_ index: Int) -> Int { lines.isEmpty ? firstLine : Int(lines[index]) }

    mutating func append(_ element: Element, line: Int) {
        switch element {
        case .null: words.append(JSONScalars.nullWord)
        case .number(let number): words.append(number.bitPattern)
        case .text(let place): words.append(JSONScalars.firstText + UInt64(place))
        case .other: words.append(JSONScalars.otherWord)
        }
        if line != firstLine, lines.isEmpty {
            lines = [Int32](repeating: Int32(truncatingIfNeeded: firstLine), count: words.count - 1)
        }
        if !lines.isEmpty || line != firstLine { lines.append(Int32(truncatingIfNeeded: line)) }
    }

    /// Takes `key` for the value that comes next.
    mutating func append(key: Int) { keys.append(key) }

    /// Takes a key that is written otherwise than a position is for the value that comes next.
    mutating func append(key: String) {
        if let number = CSVNumber.integer(key) {
            keys.append(number)
        } else {
            if otherKeys.count < FaultCollector.most { otherKeys[keys.count] = key }
            keys.append(-1)
        }
    }

    /// Keeps a text that was not met before, and returns its place.
    mutating func add(_ text: String) -> Int {
        texts.append(text)
        return texts.count - 1
    }

    /// The positions of values whose key another has before them, with the first of each key.
    var duplicates: [(index: Int, first: Int)] {
        guard !isArray, !zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) else { return [] }
        let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        var first = 0
        var found: [(index: Int, first: Int)] = []
        for place in order.indices.dropFirst() where found.count < FaultCollector.most {
            let same =
                keys[order[place]] == keys[order[first]]
                && otherKeys[order[place]] == otherKeys[order[first]]
            if same { found.append((order[place], order[first])) } else { first = place }
        }
        return found
    }
}
