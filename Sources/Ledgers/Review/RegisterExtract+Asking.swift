public import Accounts

extension RegisterExtract {
    /// What a review of `ledgers` has to know of the register.
    ///
    /// Asks for the numbers in the ledgers, then for what the answers lead to: the units that others were merged into, whose
    /// establishments matter, and the parents, one of which may be a sole proprietor.
    ///
    /// - Parameter ask: looks numbers up.
    /// - Throws: what `ask` throws.
    public static func extract<Failure: Error>(
        for ledgers: [Ledger],
        asking ask: ([OrganisationNumber]) throws(Failure) -> RegisterExtract
    ) throws(Failure) -> RegisterExtract {
        var asked: Set<OrganisationNumber> = []
        var next = Set(ledgers.flatMap(\.organisationNumbers)).sorted()
        var units: [OrganisationNumber: RegisteredUnit] = [:]
        var establishments: [OrganisationNumber: [RegisteredUnit]] = [:]
        var day: CalendarDate?
        var provenance: Provenance?
        // Mergers follow one another; longer chains than this are not followed by the review either.
        for _ in 0..<20 where !next.isEmpty {
            let answer = try ask(next)
            asked.formUnion(next)
            units.merge(answer.units) { first, _ in first }
            establishments.merge(answer.establishments) { first, _ in first }
            day = day ?? answer.day
            provenance = provenance ?? answer.provenance
            let led = answer.units.values.flatMap { [$0.events.mergedInto, $0.parent].compactMap(\.self) }
            next = Set(led).subtracting(asked).sorted()
        }
        return RegisterExtract(
            units: units,
            establishments: establishments,
            day: day,
            provenance: provenance
        )
    }
}
