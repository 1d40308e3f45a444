/// What the business register says of the units somebody asked about, and of the establishments of those that are firms.
public struct RegisterExtract: Sendable, Hashable {
    /// The units found, by number.
    public let units: [OrganisationNumber: RegisteredUnit]
    /// The establishments of each firm found, in the order of their numbers; closed ones included, with the date.
    public let establishments: [OrganisationNumber: [RegisteredUnit]]
    /// The day the register's files were made, as far as known.
    public let day: CalendarDate?
    /// Where the register's figures come from.
    public let provenance: Provenance?

    /// An extract with these units.
    public init(
        units: [OrganisationNumber: RegisteredUnit],
        establishments: [OrganisationNumber: [RegisteredUnit]],
        day: CalendarDate?,
        provenance: Provenance?
    ) {
        self.units = units
        self.establishments = establishments
        self.day = day
        self.provenance = provenance
    }

    /// An extract that knows nobody.
    public static let empty = RegisterExtract(units: [:], establishments: [:], day: nil, provenance: nil)
}
