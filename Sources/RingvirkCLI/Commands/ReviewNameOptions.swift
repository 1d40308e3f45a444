import Accounts
import ArgumentParser
import Datasets
import FileFormats
import Reporting

/// Where a review's page has the names of industries and municipalities from.
struct ReviewNameOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The dataset with the names of industries, for the page (default: data/industry-codes if it is there).",
            valueName: "folder"
        ),
        completion: .directory
    )
    var industryCodes: String?

    @Option(
        help: ArgumentHelp(
            "The dataset with the names of municipalities, for the page (default: data/municipalities if it is there).",
            valueName: "folder"
        ),
        completion: .directory
    )
    var municipalities: String?

    /// The names; codes stand alone where a dataset that was not asked for is not there.
    func read(_ terminal: Terminal) throws -> ReviewNames {
        try terminal.attempt { () throws(DatasetError) in
            ReviewNames(
                industries: try map(industryCodes, usual: "data/industry-codes"),
                municipalities: try map(municipalities, usual: "data/municipalities")
            )
        }
    }

    private func map(_ asked: String?, usual: String) throws(DatasetError) -> ClassificationMap? {
        do {
            return try Dataset(at: asked ?? usual).classificationMap()
        } catch {
            if asked == nil, case .file(_, .notFound) = error { return nil }
            throw error
        }
    }
}

extension ReviewNames {
    /// The names in datasets like `data/industry-codes` and `data/municipalities`: each code has its group's name, and the
    /// first two digits of codes the group's that all of them go to.
    init(industries: ClassificationMap?, municipalities: ClassificationMap?) {
        var named: [IndustryClassification: [String: Name]] = [:]
        for scheme in industries?.schemes ?? [] {
            guard let classification = IndustryClassification(rawValue: scheme.name) else { continue }
            let groups = Dictionary(grouping: scheme.pairs) { $0.source.prefix(2) }
                .mapValues { Set($0.map(\.target)) }
            let divisions = groups.compactMap { code, targets in
                targets.count == 1 ? targets.first.map { (String(code), $0) } : nil
            }
            let pairs = scheme.pairs.map { ($0.source, $0.target) } + divisions
            named[classification] = ReviewNames.names(of: pairs, in: industries)
        }
        let places = municipalities?.schemes.flatMap { $0.pairs.map { ($0.source, $0.target) } } ?? []
        self.init(
            industries: named,
            municipalities: ReviewNames.names(of: places, in: municipalities).mapValues {
                $0.text(in: .norwegian)
            }
        )
    }

    /// The names of the groups that codes go to.
    private static func names(of pairs: [(String, String)], in map: ClassificationMap?) -> [String: Name] {
        let groups = map?.target.labels ?? []
        let names = Dictionary(groups.map { ($0.code, $0.name) }) { first, _ in first }
        return pairs.reduce(into: [:]) { result, pair in
            if pair.1 != ClassificationMap.unplaced { result[pair.0] = names[pair.1] }
        }
    }
}
