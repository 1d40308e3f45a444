import Accounts

/// What the register says of one organisation number, day by day: who had its trade, and where they worked.
struct RegisterTimeline: Sendable {
    private let number: OrganisationNumber
    private let register: RegisterExtract
    private let spreads: Bool
    /// The days on which something changes, in order.
    let turns: [CalendarDate]

    init(of number: OrganisationNumber, register: RegisterExtract, spreads: Bool) {
        self.number = number
        self.register = register
        self.spreads = spreads
        var days: Set<CalendarDate> = []
        func note(_ day: CalendarDate?) {
            guard let day else { return }
            days.insert(day)
            // What holds through a day ends the day after.
            days.insert(CalendarDate(daysSince1970: day.daysSince1970 + 1))
        }
        for number in Self.chain(from: number, register) {
            let units = [register.units[number]].compactMap(\.self) + (register.establishments[number] ?? [])
            for unit in units {
                note(unit.events.registered)
                note(unit.events.dissolved)
                note(unit.events.bankrupt)
            }
        }
        turns = days.sorted()
    }

    /// In which of the intervals between turns `day` lies.
    func interval(of day: CalendarDate) -> Int {
        var low = 0
        var high = turns.count
        while low < high {
            let middle = (low + high) / 2
            if turns[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Who had the trade of `day`, and what there is to remark.
    func resolution(on day: CalendarDate) -> Resolution {
        var rules: [ReviewRule] = []
        var current = number
        for next in Self.chain(from: number, register).dropFirst() {
            guard let unit = register.units[current], unit.events.dissolved.map({ day >= $0 }) ?? true else {
                break
            }
            current = next
            rules.append(.mergedIntoSuccessor)
        }
        if let events = register.units[current]?.events {
            if let registered = events.registered, day < registered { rules.append(.beforeRegistration) }
            if let dissolved = events.dissolved, day > dissolved { rules.append(.afterDissolution) }
            if let bankrupt = events.bankrupt, day > bankrupt { rules.append(.afterBankruptcy) }
        }
        guard spreads, let known = register.establishments[current], !known.isEmpty else {
            return Resolution(targets: [(current, 1)], rules: Self.unique(rules), through: current)
        }
        let open = known.filter { unit in
            unit.events.registered.map { day >= $0 } ?? true
                && unit.events.dissolved.map { day <= $0 } ?? true
        }
        var targets = HeadOfficeShares.weights(of: open, rules: &rules)
        if targets.isEmpty {
            rules.append(.noEstablishmentOpen)
            targets = [(current, 1)]
        }
        return Resolution(targets: targets, rules: Self.unique(rules), through: current)
    }

    /// Who has the trade, with the weights it is shared by.
    struct Resolution {
        let targets: [(number: OrganisationNumber, weight: Int64)]
        let rules: [ReviewRule]
        /// The enterprise behind the targets.
        let through: OrganisationNumber
    }

    /// The number and its successors, as far as they are known; a circle is followed once.
    private static func chain(
        from number: OrganisationNumber,
        _ register: RegisterExtract
    ) -> [OrganisationNumber] {
        var chain = [number]
        while chain.count < 20, let next = register.units[chain[chain.count - 1]]?.events.mergedInto,
            !chain.contains(next)
        {
            chain.append(next)
        }
        return chain
    }

    private static func unique(_ rules: [ReviewRule]) -> [ReviewRule] { Set(rules).sorted() }
}
