/// The numbers the example is drawn with: SplitMix64 (Steele, Lea and Flood, *Fast splittable pseudorandom number
/// generators*, 2014). The same seed and stream give the same numbers on every machine; nothing else is random.
struct ExampleGenerator: Sendable {
    private var state: UInt64

    /// The numbers of one of a seed's streams, which do not tell of each other.
    init(seed: UInt64, stream: UInt64) {
        state = ExampleGenerator.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) ^ ExampleGenerator.mixed(~stream)
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return ExampleGenerator.mixed(state)
    }

    /// A whole number from zero up to, not including, `bound`, which is positive.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number from zero up to, not including, one.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Whether something happens that happens once in `count` times.
    mutating func isOne(in count: Int) -> Bool { below(count) == 0 }

    /// One of `choices`, each as likely.
    mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }

    /// `items` in another order.
    mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        var items = items
        for index in items.indices.dropFirst().reversed() {
            items.swapAt(index, below(index + 1))
        }
        return items
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
