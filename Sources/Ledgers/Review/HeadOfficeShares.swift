import Accounts

/// How an enterprise's trade is shared between its establishments: by employees.
///
/// Ledgers and registers know the enterprise, whose address is the head office's; what was bought comes from plants that
/// may lie elsewhere (the head-office effect). See docs/LEDGERS.md.
enum HeadOfficeShares {
    /// The establishments with their weights, in half employees; none where there is no establishment.
    static func weights(
        of open: [RegisteredUnit],
        rules: inout [ReviewRule]
    ) -> [(number: OrganisationNumber, weight: Int64)] {
        guard open.count > 1 else {
            if !open.isEmpty { rules.append(.onlyEstablishment) }
            return open.map { ($0.number, 1) }
        }
        rules.append(.headOfficeSpread)
        guard open.contains(where: { $0.employees != 0 }) else {
            rules.append(.equalShares)
            return open.map { ($0.number, 1) }
        }
        if open.contains(where: { $0.employees == nil }) { rules.append(.employeesWithheld) }
        // One to four are kept back: the middle is two and a half, five halves.
        return open.map { ($0.number, $0.employees.map { Int64(max($0, 0)) * 2 } ?? 5) }.filter {
            $0.weight > 0
        }
    }
}
