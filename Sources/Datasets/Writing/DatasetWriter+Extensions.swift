public import Accounts
import FileFormats

extension DatasetWriter {
    /// Writes extensions of several measures and years.
    ///
    /// - Throws: `.accounts` with `.lacks` for an empty series; `.cannotExpress` for extensions with different
    ///   sources; `.file`.
    public func write(_ series: ExtensionSeries) throws(DatasetError) {
        guard let first = series.extensions.first else {
            throw .accounts(path: folder, .lacks(role: DatasetKind.extensions.rawValue))
        }
        let foreign = series.extensions.filter { $0.provenance != first.provenance }
        guard foreign.isEmpty else {
            throw refusal(.severalSources(codes: foreign.map { "\($0.code) \($0.year)" }))
        }
        var measures = CSVWriter()
        measures.write(row: LabelFile.columns + ["unit"])
        for measure in series.measures {
            measures.write(
                row: [measure.code, measure.name.english, measure.name.norwegian, measure.unit.symbol])
        }
        var amounts = CSVWriter()
        amounts.write(row: ["extension", "year", "industry", "value"])
        for one in series.extensions {
            for (code, value) in zip(one.amounts.axis.codes, one.amounts.values) {
                amounts.write(row: [one.code, one.year.description, code, CSVNumber.text(value)])
            }
        }
        try write(
            .extensions,
            first.provenance,
            series.rules,
            [
                ("industries.csv", labels(series.industries.labels)),
                ("measures.csv", measures.text),
                ("extensions.csv", amounts.text),
            ]
        )
    }
}
