import Accounts

/// Organisation numbers that pass the control but belong to nobody.
///
/// Numbers that Enhetsregisteret gives out begin with 8 or 9 (so do all in its public extracts). These begin with 5, so
/// that no look-up in the real register can take an invented firm for a real one.
struct InventedNumbers: Sendable {
    private var generator: ExampleGenerator
    private var given: Set<UInt32> = []

    init(seed: UInt64) {
        generator = ExampleGenerator(seed: seed, stream: 2)
    }

    /// A number not given before.
    mutating func next() -> OrganisationNumber {
        while true {
            let digits = 500_000_000 + UInt32(generator.below(10_000_000)) * 10
            for check in UInt32(0)...9 {
                guard let number = OrganisationNumber(digits: digits + check), number.isValid else {
                    continue
                }
                if given.insert(number.digits).inserted { return number }
            }
        }
    }

    /// `number` as somebody mistyped it: two neighbouring digits changed about, so that the control fails.
    static func mistyped(_ number: OrganisationNumber, _ generator: inout ExampleGenerator) -> String {
        let digits = Array(number.description)
        let start = generator.below(7)
        for offset in 0..<7 {
            var changed = digits
            changed.swapAt(1 + (start + offset) % 7, 2 + (start + offset) % 7)
            let text = String(changed)
            if let wrong = OrganisationNumber(text), !wrong.isValid { return text }
        }
        return "500000000"
    }

    /// What a spreadsheet makes of `number` in a narrow column: `5,12346E+08`.
    static func scientific(_ number: OrganisationNumber) -> String {
        let rounded = String((number.digits + 500) / 1_000)
        return rounded.prefix(1) + "," + rounded.dropFirst() + "E+08"
    }
}
