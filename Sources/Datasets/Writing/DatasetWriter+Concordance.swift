import Accounts
import FileFormats

extension DatasetWriter {
    /// Writes groups and, scheme by scheme, what goes to them.
    ///
    /// - Throws: `.file`.
    public func write(_ map: ClassificationMap) throws(DatasetError) {
        var mapping = CSVWriter()
        mapping.write(row: ["scheme", "source", "target"])
        for scheme in map.schemes {
            for pair in scheme.pairs {
                mapping.write(row: [scheme.name, pair.source, pair.target])
            }
        }
        try write(
            .concordance,
            map.provenance,
            map.rules,
            [("industries.csv", labels(map.target.labels)), ("mapping.csv", mapping.text)]
        )
    }
}
