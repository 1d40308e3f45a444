import Accounts

/// When the counties exist, by the name that table 11713 prints for them.
enum CountyLifetime {
    /// Trøndelag was made of Sør- and Nord-Trøndelag on 1 January 2018; the table says so for those two alone.
    private static let firstYears: [String: Year] = ["50": 2018]

    /// The county printed as `printedName`: `Østfold (-2019)`, `Troms - Romsa (-2019)`, `Oslo`.
    static func county(code: String, printedName: String) -> CountyAccounts.County {
        let (name, lastYear) = parts(of: printedName)
        return CountyAccounts.County(
            region: Region(code: code, name: Name(name)),
            firstYear: firstYears[code],
            lastYear: lastYear
        )
    }

    /// The bokmål name, which stands before the Sami one, and the last year where it is printed.
    private static func parts(of printed: String) -> (name: String, lastYear: Year?) {
        var words = printed.split(separator: " ")
        var lastYear: Year?
        if let last = words.last, last.hasPrefix("(-"), last.hasSuffix(")"),
            let year = Int(last.dropFirst(2).dropLast())
        {
            lastYear = Year(year)
            words.removeLast()
        }
        return (words.prefix { $0 != "-" }.joined(separator: " "), lastYear)
    }
}
