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

    /// The day from which it trades no more; `nil` while it does.
    var lastDay: CalendarDate? { [dissolved, bankrupt].compactMap(\.self).min() }
}
