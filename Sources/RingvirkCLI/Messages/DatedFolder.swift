import Accounts
import FileFormats

/// A dataset's folder that is called by its year, such as `data/ssb-io/2019`.
struct DatedFolder {
    private let parent: String
    private let isDated: Bool

    /// The years folders are looked for in.
    private static let years = 1900...2100

    init(_ path: String) {
        let name = path.split(separator: "/").last ?? ""
        isDated = path.hasSuffix(name) && Int(name).map(Self.years.contains) == true
        parent = path.count == name.count ? "." : String(path.dropLast(name.count))
    }

    /// The years of the datasets beside it; none for a folder that is not called by a year.
    var others: [Year] {
        guard isDated else { return [] }
        return Self.years.filter { year in
            (try? ContainedPath.resolve("\(year)/dataset.json", inside: parent)) != nil
        }.map { Year($0) }
    }
}
