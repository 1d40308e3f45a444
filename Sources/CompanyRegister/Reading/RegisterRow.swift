import Accounts
import FileFormats

/// One unit, understood: what the index holds of it.
struct RegisterRow: Equatable {
    let number: OrganisationNumber
    let kind: RegisteredUnit.Kind
    let legalForm: String
    var name: String?
    let industry: String?
    /// The one classification that has the code; `nil` where more than one has, and the file as a whole decides.
    let classification: IndustryClassification?
    let municipality: String?
    /// `nil` where the register names none, which is Norway for all but a few.
    let country: String?
    let parent: OrganisationNumber?
    let employees: Int?
    let registered: CalendarDate?
    let dissolved: CalendarDate?
    let bankrupt: Bankruptcy?

    /// A bankruptcy, with or without a date.
    enum Bankruptcy: Equatable {
        case dated(CalendarDate)
        case undated
    }

    /// Legal forms whose name is a person's: sole proprietors, persons in registers tied to this one, and the establishments of
    /// persons who have somebody employed.
    static let personalForms: Set<String> = ["ENK", "PERS", "AAFY"]

    /// Whether its own legal form says that its name is a person's.
    var hasPersonalForm: Bool { RegisterRow.personalForms.contains(legalForm) }

    /// The unit, where no index lies between; `classification` decides for codes that more than one has, and `day` dates
    /// an undated bankruptcy.
    func unit(classification fallback: IndustryClassification, day: CalendarDate?) -> RegisteredUnit {
        let bankrupt: CalendarDate? =
            switch bankrupt {
            case .none: nil
            case .dated(let date): date
            case .undated: day
            }
        return RegisteredUnit(
            number: number,
            name: name,
            kind: kind,
            legalForm: legalForm,
            industry: industry,
            classification: classification ?? fallback,
            municipality: municipality,
            country: country ?? "NO",
            parent: parent,
            employees: employees,
            events: .init(registered: registered, dissolved: dissolved, bankrupt: bankrupt)
        )
    }
}
