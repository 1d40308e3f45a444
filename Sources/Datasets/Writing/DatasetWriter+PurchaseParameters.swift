import Accounts
import FileFormats

extension DatasetWriter {
    /// Writes fitted parameters of regional purchases, rounded to nine decimals: what is beyond that differs from one
    /// kind of processor to another.
    ///
    /// - Throws: `.file`.
    public func write(_ parameters: PurchaseParameters) throws(DatasetError) {
        let weights = Dictionary(
            zip(parameters.industries.codes, parameters.weights)
        ) { first, _ in first }
        var files = [
            (
                "industries.csv",
                labels(parameters.industries.labels, more: ["weight"]) {
                    [Self.rounded(weights[$0.code] ?? 0)]
                }
            ),
            ("parameters.csv", Self.parameters(parameters)),
        ]
        if !parameters.correspondences.isEmpty {
            var writer = CSVWriter()
            writer.write(row: ["classification", "target", "source"])
            for pair in parameters.correspondences {
                writer.write(row: [pair.classification, pair.target, pair.source])
            }
            files.append(("correspondence.csv", writer.text))
        }
        try write(
            .purchaseCoefficients(nation: parameters.nation, year: parameters.year),
            parameters.provenance,
            [],
            files
        )
    }

    private static func parameters(_ parameters: PurchaseParameters) -> String {
        let industries = parameters.industries.codes
        var writer = CSVWriter()
        writer.write(row: ["variant", "left_out", "parameter", "industry", "value", "standard_error"])
        for variant in parameters.variants {
            for (name, value) in zip(PurchaseParameters.spreads, variant.spreads) {
                writer.write(row: [variant.code, "", name, "", rounded(value), ""])
            }
            func write(
                _ region: String,
                _ set: PurchaseParameters.Values,
                _ errors: PurchaseParameters.Values?
            ) {
                for (index, name) in PurchaseParameters.common.enumerated() {
                    let error = errors.map { rounded($0.common[index]) } ?? ""
                    writer.write(row: [variant.code, region, name, "", rounded(set.common[index]), error])
                }
                for (index, code) in industries.enumerated() {
                    let error = errors.map { rounded($0.industries[index]) } ?? ""
                    writer.write(
                        row: [variant.code, region, "industry", code, rounded(set.industries[index]), error]
                    )
                }
            }
            write("", variant.values, variant.standardErrors)
            for without in variant.leftOut { write(without.region, without.values, nil) }
        }
        return writer.text
    }

    private static func rounded(_ value: Double) -> String {
        CSVNumber.text((value * 1e9).rounded() / 1e9)
    }
}
