import Accounts
import FileFormats

/// Whose books these are and for when: the header of the first file that has each.
struct SAFTHeader {
    var version = ""
    /// The organisation numbers of those whose books the files say they are, each once.
    private(set) var owners: [String] = []
    /// Books of two owners are refused; more need not be told.
    private static let mostOwners = 16
    var ownerName = ""
    var currency: (code: String, line: Int)?
    private(set) var period: ClosedRange<CalendarDate>?
    private var ends: (first: CalendarDate?, last: CalendarDate?)
    private var first: (year: Int?, month: Int?)
    private var last: (year: Int?, month: Int?)

    /// Forgets what belongs to one file only.
    mutating func beginFile() {
        currency = nil
        ends = (nil, nil)
        first = (nil, nil)
        last = (nil, nil)
    }

    /// Takes an organisation number the books are said to be of.
    mutating func add(owner: String) {
        if owners.count < SAFTHeader.mostOwners, !owners.contains(owner) { owners.append(owner) }
    }

    /// Takes a day the selection begins or ends on.
    mutating func select(_ element: SAFTElement, _ day: CalendarDate) {
        if element == .selectionStartDate { ends.first = day } else { ends.last = day }
    }

    /// Takes a period or a year the selection begins or ends in.
    mutating func select(_ element: SAFTElement, _ number: Int) {
        switch element {
        case .periodStart: first.month = number
        case .periodStartYear: first.year = number
        case .periodEnd: last.month = number
        default: last.year = number
        }
    }

    /// Ends the selection of one file, which widens the period; false where it ends before it begins.
    ///
    /// Periods are months; a thirteenth, for closing entries, ends the year.
    mutating func endSelection() -> Bool {
        let start =
            ends.first
            ?? first.year.flatMap { CalendarDate(year: $0, month: min(max(first.month ?? 1, 1), 12), day: 1) }
        let end =
            ends.last
            ?? last.year.flatMap { SAFTHeader.lastDay(of: min(max(last.month ?? 12, 1), 12), in: $0) }
        guard let start, let end else { return true }
        guard start <= end else { return false }
        period = period.map { min($0.lowerBound, start)...max($0.upperBound, end) } ?? start...end
        return true
    }

    private static func lastDay(of month: Int, in year: Int) -> CalendarDate? {
        let next =
            month == 12
            ? CalendarDate(year: year + 1, month: 1, day: 1)
            : CalendarDate(year: year, month: month + 1, day: 1)
        return next.map { CalendarDate(daysSince1970: $0.daysSince1970 - 1) }
    }
}
