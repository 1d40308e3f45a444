import Actors
import FileFormats

extension FirmRows {
    /// How good each firm's figures are: scores of both sides of its books (1–10), and for each source the pedigree (1–5) with the
    /// spread that follows (σ of ln).
    public var quality: String {
        var writer = CSVWriter()
        writer.write(row: [
            "firm", "side", "access", "measurability", "completeness", "source", "reliability",
            "pedigree_completeness", "temporal", "geographic", "technological", "spread",
        ])
        for books in results.accounts.firms {
            for side in TradeSide.allCases {
                let scores = books.quality.scores(of: side)
                let known = [scores?.access, scores?.measurability, scores?.completeness]
                for source in FigureSource.allCases {
                    let pedigree = books.quality.pedigree(of: source, in: side)
                    let indicators = [
                        pedigree.reliability, pedigree.completeness, pedigree.temporal, pedigree.geographic,
                        pedigree.technological, books.quality.spread(of: source, in: side),
                    ]
                    writer.write(
                        row: [books.account.code, side.rawValue]
                            + known.map { $0.map(CSVNumber.text) ?? "" } + [source.rawValue]
                            + indicators.map(CSVNumber.text)
                    )
                }
            }
        }
        return writer.text
    }
}
