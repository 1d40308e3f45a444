import Testing

@testable import StatisticsNorway

@Suite("Dates as typed into the workbooks")
struct PrintedDateTests {
    @Test(
        "those that stand in the published files, and others that are none",
        arguments: [
            ("22. December 2021", "2021-12-22"), ("12.nov. 2020", "2020-11-12"),
            ("12. nov. 2020", "2020-11-12"),
            ("04. November 2019", "2019-11-04"), ("31 August 2016", "2016-08-31"),
            ("1. mai 2015", "2015-05-01"),
            ("December 2021", nil), ("22. Brumaire 2021", nil), ("32. May 2021", nil), ("2021-12-22", nil),
            ("", nil),
        ]
    )
    func dates(text: String, date: String?) {
        #expect(PrintedDate.iso(text) == date)
    }
}
