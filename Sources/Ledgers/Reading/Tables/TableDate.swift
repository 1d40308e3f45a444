import Accounts

/// Reads dates as exported ledgers write them: `31.12.2024`, `1.2.24`, `31/12/2024`, `31-12-2024`, `2024-12-31`,
/// `20241231`, each with or without a time behind it, and the day numbers of spreadsheets.
///
/// The day stands before the month, as in Norway; a date written the American way is read wrongly where it can be and
/// refused where it cannot, which a year of a ledger always shows.
enum TableDate {
    enum Outcome: Equatable {
        case date(CalendarDate)
        case empty
        case notADate
        /// A day of the calendar that no ledger can be about.
        case outside
    }

    /// Which day the day numbers of a spreadsheet count from.
    enum Epoch: Int32 {
        /// Excel for Windows: 1 March 1900 is day 61.
        case year1900 = -25_569
        /// Old Excel for Mac.
        case year1904 = -24_107
    }

    static func date(in bytes: UnsafeBufferPointer<UInt8>, epoch: Epoch = .year1900) -> Outcome {
        var parts: [3 of (value: Int, digits: Int)] = [(0, 0), (0, 0), (0, 0)]
        var part = 0
        var separator: UInt8 = 0
        var index = 0
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        if index == bytes.count { return .empty }
        scanning: while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x30...0x39:
                parts[part].value = parts[part].value * 10 + Int(byte) - 0x30
                parts[part].digits += 1
                if parts[part].digits > 8 { return .notADate }
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"):
                // A day number with a time behind the point.
                if byte == UInt8(ascii: "."), part == 0, parts[0].digits == 5 { break scanning }
                guard part < 2, parts[part].digits > 0, separator == 0 || byte == separator else {
                    return .notADate
                }
                separator = byte
                part += 1
            case 0x20, UInt8(ascii: "T"):
                guard isTime(bytes, from: index + 1) else { return .notADate }
                break scanning
            default: return .notADate
            }
            index += 1
        }
        if part == 0 { return number(parts[0].value, digits: parts[0].digits, epoch) }
        guard part == 2 else { return .notADate }
        if parts[0].digits == 4 { return day(parts[0].value, parts[1].value, parts[2].value) }
        switch parts[2].digits {
        case 4: return day(parts[2].value, parts[1].value, parts[0].value)
        case 2:
            return day(parts[2].value + (parts[2].value < 90 ? 2000 : 1900), parts[1].value, parts[0].value)
        default: return .notADate
        }
    }

    /// A number alone: `20241231`, or a spreadsheet's day.
    private static func number(_ value: Int, digits: Int, _ epoch: Epoch) -> Outcome {
        switch digits {
        case 8: day(value / 10_000, value / 100 % 100, value % 100)
        case 5: bounded(CalendarDate(daysSince1970: Int32(value) + epoch.rawValue))
        default: .notADate
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Outcome {
        CalendarDate(year: year, month: month, day: day).map(bounded) ?? .notADate
    }

    private static func bounded(_ date: CalendarDate) -> Outcome {
        LedgerBounds.dates.contains(date) ? .date(date) : .outside
    }

    private static func isTime(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Bool {
        bytes[min(index, bytes.count)...].allSatisfy { byte in
            (0x30...0x39).contains(byte) || byte == 0x20 || byte == UInt8(ascii: ":")
                || byte == UInt8(ascii: ".")
                || byte == UInt8(ascii: "Z") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        }
    }
}
