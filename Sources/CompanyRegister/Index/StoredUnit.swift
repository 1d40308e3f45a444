import Accounts
import GRDB

/// A unit as its row in the index has it.
struct StoredUnit {
    private let row: Row
    private let number: OrganisationNumber
    private let kind: RegisteredUnit.Kind
    private let legalForm: String

    /// The row, if its number, kind and legal form are what they must be; a damaged file may hold anything.
    init?(_ row: Row) {
        guard let number = row.organisationNumber(0), let kind = row.integer(2), kind == 0 || kind == 1,
            let legalForm = row.text(3)
        else { return nil }
        self.row = row
        self.number = number
        self.kind = kind == 0 ? .enterprise : .establishment
        self.legalForm = legalForm
    }

    /// The unit; `classifications` are those of the index's files, in their order.
    func unit(_ classifications: [IndustryClassification]) -> RegisteredUnit? {
        guard let file = row.integer(1), classifications.indices.contains(file - 1) else { return nil }
        let own = row.integer(6).flatMap(IndustryClassification.init(stored:))
        return RegisteredUnit(
            number: number,
            name: row.text(4),
            kind: kind,
            legalForm: legalForm,
            industry: row.text(5),
            classification: own ?? classifications[file - 1],
            municipality: row.text(7),
            country: row.text(8) ?? "NO",
            parent: row.organisationNumber(9),
            employees: row.integer(10),
            events: .init(
                registered: row.day(11),
                dissolved: row.day(12),
                bankrupt: row.day(13),
                mergedInto: row.organisationNumber(14)
            )
        )
    }
}

extension Row {
    /// The whole number in a column; `nil` for anything else.
    func integer(_ column: Int) -> Int? {
        if case .int64(let value) = (self[column] as DatabaseValue).storage { Int(value) } else { nil }
    }

    /// The text in a column; `nil` for anything else.
    func text(_ column: Int) -> String? {
        if case .string(let value) = (self[column] as DatabaseValue).storage { value } else { nil }
    }

    /// The organisation number in a column; `nil` for anything else.
    func organisationNumber(_ column: Int) -> OrganisationNumber? {
        integer(column).flatMap(UInt32.init(exactly:)).flatMap(OrganisationNumber.init(digits:))
    }

    /// The day in a column; `nil` for anything else.
    func day(_ column: Int) -> CalendarDate? {
        integer(column).flatMap(Int32.init(exactly:)).map(CalendarDate.init(daysSince1970:))
    }
}

extension IndustryClassification {
    /// The number that stands for it in the index.
    var stored: Int {
        switch self {
        case .sn2007: 2007
        case .sn2025: 2025
        }
    }

    init?(stored: Int) {
        switch stored {
        case 2007: self = .sn2007
        case 2025: self = .sn2025
        default: return nil
        }
    }
}
