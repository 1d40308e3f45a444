/// Cuts a voucher into consecutive parts that each add up to nothing.
///
/// Collective vouchers hold several invoices, or an invoice and its payment, one after the other. Where each part has its
/// own party, bank or accrual, reading them apart is exact, and nothing has to be shared.
enum VoucherParts {
    /// The parts of `lines`; one where the voucher cannot be cut soundly.
    static func balanced(_ lines: [JournalLine], _ kinds: [AccountKind]) -> [Range<Int>] {
        let whole = [0..<lines.count]
        guard lines.count > 3 else { return whole }
        var parts: [Range<Int>] = []
        var start = 0
        var sum = Kroner.zero
        var hasMoney = false
        var hasNet = false
        var hasParty = false
        var hasOther = false
        // Across the parts: one of parties' lines alone, one of net amounts without a party.
        var isSettledAlone = false
        var isNetAlone = false
        for (index, line) in lines.enumerated() {
            sum += line.amount
            hasMoney = hasMoney || line.amount != .zero
            let kind = kinds[index]
            if kind.isBought || kind.isSold {
                hasNet = true
                if line.party != nil { hasParty = true }
            } else if kind == .payables || kind == .receivables || (line.party != nil && kind.carriesClaims) {
                hasParty = true
            } else if kind != .valueAddedTax {
                hasOther = true
            }
            guard sum == .zero, hasMoney else { continue }
            // Net amounts whose party stands in another part: the cut is an accident of the amounts.
            if hasNet, !hasParty, !hasOther { return whole }
            isSettledAlone = isSettledAlone || hasParty && !hasNet && !hasOther
            isNetAlone = isNetAlone || hasNet && !hasParty
            parts.append(start..<(index + 1))
            start = index + 1
            (hasMoney, hasNet, hasParty, hasOther) = (false, false, false, false)
        }
        // An invoice and its payment side by side, the cost and the bank after them, are one matter.
        if isSettledAlone, isNetAlone { return whole }
        guard start < lines.count else { return parts.isEmpty ? whole : parts }
        guard !hasMoney, let last = parts.popLast() else { return whole }
        // Lines of nothing at the end.
        parts.append(last.lowerBound..<lines.count)
        return parts
    }
}
