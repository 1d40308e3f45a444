import Accounts

@testable import Ledgers

/// A small business register of invented units.
struct TestRegister {
    private var units: [OrganisationNumber: RegisteredUnit] = [:]
    private var establishments: [OrganisationNumber: [RegisteredUnit]] = [:]

    var extract: RegisterExtract {
        RegisterExtract(units: units, establishments: establishments, day: nil, provenance: nil)
    }

    static func number(_ digits: UInt32) -> OrganisationNumber {
        OrganisationNumber(digits: digits) ?? TestRegister.number(0)
    }

    mutating func add(
        _ digits: UInt32,
        _ name: String? = "Kraftlag (eksempel)",
        form: String = "AS",
        industry: String? = "35.140",
        municipality: String? = "5059",
        country: String = "NO",
        parent: UInt32? = nil,
        employees: Int? = 10,
        events: RegisteredUnit.Events = .init()
    ) {
        let kind: RegisteredUnit.Kind = form == "BEDR" ? .establishment : .enterprise
        let unit = RegisteredUnit(
            number: Self.number(digits),
            name: name,
            kind: kind,
            legalForm: form,
            industry: industry,
            municipality: municipality,
            country: country,
            parent: parent.map(Self.number),
            employees: employees,
            events: events
        )
        units[unit.number] = unit
        if kind == .establishment, let parent = unit.parent {
            establishments[parent, default: []].append(unit)
        }
    }
}
