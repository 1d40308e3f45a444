extension CalendarDate {
    /// The day of a date as web servers write it: `Wed, 25 Nov 2026 18:00:00 GMT` (RFC 9110, 5.6.7).
    public init?(webDate text: String) {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let words = text.split(separator: " ")
        guard words.count == 6, let day = Int(words[1]), let month = months.firstIndex(of: String(words[2])),
            let year = Int(words[3])
        else { return nil }
        self.init(year: year, month: month + 1, day: day)
    }
}
