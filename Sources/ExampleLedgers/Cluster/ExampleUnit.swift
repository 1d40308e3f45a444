import Accounts

/// A unit of the example's register.
struct ExampleUnit: Sendable {
    let number: OrganisationNumber
    let name: String
    /// The register's code: AS, ENK, BEDR …
    let form: String
    /// SN2007; `nil` where the register says 00.000.
    var industry: String?
    let place: ExamplePlace
    var parent: OrganisationNumber?
    /// `nil` where the register keeps it back.
    let employees: Int?
    let registered: CalendarDate
    var dissolved: CalendarDate?
    var bankrupt: CalendarDate?
    var mergedInto: OrganisationNumber?
    /// Whether the register's files leave it out.
    var isLeftOut = false
    /// What of it is planted and holds for everybody who trades with it.
    var planted: Set<Planted> = []

    var isEstablishment: Bool { form == "BEDR" }
    var isSoleProprietor: Bool { form == "ENK" }

    /// The day it was dissolved or bankrupt; `nil` while it trades.
    var lastDay: CalendarDate? { [dissolved, bankrupt].compactMap(\.self).min() }

    /// The first day on which trade with it is strange: the day after, and for one merged into another the day itself,
    /// for from then on it is the other.
    var firstDayGone: CalendarDate? { mergedInto == nil ? lastDay.map { moved($0, by: 1) } : lastDay }
}
