import Accounts
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
    @Test(
        "Days are counted from 1970",
        arguments: [
            (1970, 1, 1, 0), (1970, 1, 2, 1), (2000, 3, 1, 11_017), (2024, 2, 29, 19_782), (1969, 12, 31, -1),
            (1900, 1, 1, -25_567), (2099, 12, 31, 47_481),
        ]
    )
    func days(year: Int, month: Int, day: Int, days: Int) throws {
        let date = try #require(CalendarDate(year: year, month: month, day: day))
        #expect(Int(date.daysSince1970) == days)
        #expect(date.parts == (year, month, day))
    }

    @Test("Every day from 1890 to 2110 is its own, and the next one's neighbour")
    func everyDay() {
        for days in Int32(-29_219)...51_135 {
            let (year, month, day) = CalendarDate(daysSince1970: days).parts
            #expect(CalendarDate(year: year, month: month, day: day)?.daysSince1970 == days)
        }
    }

    @Test(
        "Days the calendar lacks are refused",
        arguments: [
            "2023-02-29", "2024-13-01", "2024-00-10", "2024-4-01", "1.2.2024", "2024-04-31", "",
            "2024-01-01 12:00",
        ]
    )
    func refused(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test("A time after the day is let go")
    func withTime() {
        #expect(CalendarDate(iso: "2024-02-29T12:00:00")?.description == "2024-02-29")
        #expect(CalendarDate(iso: "0099-01-05")?.description == "0099-01-05")
    }
}
