/// A date as Statistics Norway's staff type it into a workbook: "22. December 2021", "12.nov. 2020".
enum PrintedDate {
    /// The ISO date, or `nil` where the text is no such date.
    static func iso(_ text: String) -> String? {
        let parts = text.split { !($0.isLetter || $0.isNumber) }
        guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]),
            (1...31).contains(day), (1900...2999).contains(year), let month = month(parts[1])
        else { return nil }
        func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
    }

    /// The month whose English or Norwegian name begins as `name` does; three letters tell them apart.
    private static func month(_ name: Substring) -> Int? {
        let beginnings = [
            ["jan"], ["feb"], ["mar"], ["apr"], ["may", "mai"], ["jun"], ["jul"], ["aug"], ["sep"],
            ["oct", "okt"], ["nov"], ["dec", "des"],
        ]
        let beginning = name.lowercased().prefix(3)
        return beginnings.firstIndex { $0.contains { $0 == beginning } }.map { $0 + 1 }
    }
}
