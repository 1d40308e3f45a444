import Accounts
import FileFormats

/// What a field says, or a fault at its place.
extension SAFTHandler {
    static let dateExpected = Fault.Problem.malformed(
        rule: "a date from 1950 to 2098 is expected, such as 2024-02-29"
    )

    func day(_ element: SAFTElement, _ tag: XMLTag) -> CalendarDate? {
        if let day = field.date(), LedgerBounds.dates.contains(day) { return day }
        note(tag, element, field.text(), SAFTHandler.dateExpected)
        return nil
    }

    func number(_ element: SAFTElement, _ tag: XMLTag) -> Int? {
        if let number = field.wholeNumber() { return number }
        note(tag, element, field.text(), .notAnInteger)
        return nil
    }

    /// The amount, counted towards what a file may hold.
    func counted(_ element: SAFTElement, _ tag: XMLTag) -> Kroner? {
        amount(element, tag, atMost: .most).flatMap { amount in
            books.faults.count(amount, file, at: { tag.line }, element.rawValue) ? amount : nil
        }
    }

    func amount(_ element: SAFTElement, _ tag: XMLTag, atMost most: Kroner) -> Kroner? {
        switch field.amount(atMost: most) {
        case .amount(let amount): return amount
        case .notANumber: note(tag, element, field.text(), .notANumber)
        case .fractionOfOere:
            note(tag, element, field.text(), .malformed(rule: "an amount has at most two decimals"))
        case .tooLarge:
            let most = Double(most.oere) / 100
            note(tag, element, field.text(), .outside(lower: -most, upper: most))
        }
        return nil
    }
}
