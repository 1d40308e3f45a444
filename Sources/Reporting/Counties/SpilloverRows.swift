public import Accounts
public import FileFormats
public import Leontief

/// Spill-over and feedback of value added, with the single-region answer beside them:
/// `region,industry,quantity,value`, unrounded, Type I, per unit of final demand.
///
/// Quantities: `single_region` (the region's own table alone), `alone` (its block of the multi-regional table alone),
/// `in_region` and `elsewhere` (the whole table), `feedback` (`in_region` less `alone`), `lower` and `upper` (`in_region`
/// over the exponents of distance).
public struct SpilloverRows: Sendable {
    private let spillovers: [Spillover]
    private let singleRegion: [Located<Industry>: Double]
    private let band:
        (lower: LabelledMatrix<Region, Located<Industry>>, upper: LabelledMatrix<Region, Located<Industry>>)

    /// The rows of a model's spill-overs.
    public init(
        _ spillovers: [Spillover],
        singleRegion: [Located<Industry>: Double],
        band: (
            lower: LabelledMatrix<Region, Located<Industry>>, upper: LabelledMatrix<Region, Located<Industry>>
        )
    ) {
        self.spillovers = spillovers
        self.singleRegion = singleRegion
        self.band = band
    }

    private var rows: TidyRows {
        var rows = TidyRows(header: ["region", "industry", "quantity", "value"])
        for spillover in spillovers {
            let (region, sector) = (spillover.sector.region, spillover.sector)
            func add(_ quantity: String, _ value: Double) {
                rows.add([region.code, sector.element.code, quantity], value)
            }
            if let alone = singleRegion[sector] { add("single_region", alone) }
            add("alone", spillover.alone)
            add("in_region", spillover.inRegion)
            add("elsewhere", spillover.elsewhere)
            add("feedback", spillover.feedback)
            add("lower", band.lower[region, sector])
            add("upper", band.upper[region, sector])
        }
        return rows
    }

    /// As CSV.
    public var csv: String { rows.csv }

    /// As a JSON array of objects.
    public var json: JSONValue { rows.json }

    /// One region's industries as a table: single-region and multi-regional answers side by side.
    public func table(of region: Region, language: Language) -> TextTable {
        let words = Wording(language)
        let number = NumberFormat(language)
        var table = TextTable(
            header: [
                words("Industry", "Næring"), "", words("own table", "egen tabell"),
                words("all counties", "alle fylker"), words("by distance", "etter avstand"),
                words("of it feedback", "derav tilbake"), words("other counties", "andre fylker"),
                words("share outside", "andel utenfor"),
            ],
            numeric: [false, false, true, true, true, true, true, true]
        )
        for spillover in spillovers where spillover.sector.region == region {
            let sector = spillover.sector
            func cell(_ value: Double?) -> String { value.map { number.text($0, decimals: 3) } ?? "." }
            table.add([
                sector.element.code, sector.element.name.text(in: language), cell(singleRegion[sector]),
                cell(spillover.inRegion),
                cell(band.lower[region, sector]) + "–" + cell(band.upper[region, sector]),
                number.text(spillover.feedback, decimals: 4), cell(spillover.elsewhere),
                number.percent(spillover.shareElsewhere),
            ])
        }
        return table
    }

    /// Every region's mean over its industries, weighted by `weights`: what spills over and what comes back.
    public func means(weights: LabelledVector<Located<Industry>>, language: Language) -> TextTable {
        let words = Wording(language)
        let number = NumberFormat(language)
        var table = TextTable(
            header: [
                words("County", "Fylke"), words("own table", "egen tabell"),
                words("all counties", "alle fylker"), words("of it feedback", "derav tilbake"),
                words("other counties", "andre fylker"), words("share outside", "andel utenfor"),
            ],
            numeric: [false, true, true, true, true, true]
        )
        var regions: [Region] = []
        for spillover in spillovers where regions.last != spillover.sector.region {
            regions.append(spillover.sector.region)
        }
        for region in regions {
            let own = spillovers.filter { $0.sector.region == region }
            let all = own.reduce(0) { $0 + weights[$1.sector] }
            func mean(_ value: (Spillover) -> Double?) -> Double? {
                guard own.allSatisfy({ value($0) != nil }) else { return nil }
                return own.reduce(0) { $0 + (value($1) ?? 0) * weights[$1.sector] } / all
            }
            func cell(_ value: Double?, decimals: Int = 3) -> String {
                value.map { number.text($0, decimals: decimals) } ?? "."
            }
            let (here, away) = (mean(\.inRegion) ?? 0, mean(\.elsewhere) ?? 0)
            table.add([
                region.code + " " + region.name.text(in: language), cell(mean { singleRegion[$0.sector] }),
                cell(here), cell(mean(\.feedback), decimals: 4), cell(away),
                number.percent(here + away == 0 ? 0 : away / (here + away)),
            ])
        }
        return table
    }
}
