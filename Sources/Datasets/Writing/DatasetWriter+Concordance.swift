import Accounts
import FileFormats

extension DatasetWriter {
    /// Writes groups and, scheme by scheme, what goes to them.
    ///
    /// - Throws: `.cannotExpress` for an empty code or name; `.file`.
    public func write(_ map: ClassificationMap) throws(DatasetError) {
        var mapping = CSVWriter()
        mapping.write(row: ["scheme", "source", "target"])
        for scheme in map.schemes {
            guard !scheme.name.isEmpty, !scheme.pairs.isEmpty else { throw refusal(.blank(scheme.name)) }
            for pair in scheme.pairs {
                guard !pair.source.isEmpty else { throw refusal(.blank(pair.target)) }
                mapping.write(row: [scheme.name, pair.source, pair.target])
            }
        }
        try write(
            .concordance, map.provenance, map.rules,
            [("industries.csv", try labels(map.target.labels)), ("mapping.csv", mapping.text)])
    }
}
