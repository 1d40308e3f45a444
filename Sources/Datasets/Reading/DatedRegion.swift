import Accounts
import FileFormats

/// A region and the years it exists.
struct DatedRegion {
    let region: Region
    let first: Int?
    let last: Int?

    func exists(in year: Int) -> Bool {
        (first ?? .min) <= year && year <= (last ?? .max)
    }
}

extension DatasetFiles {
    /// Reads `regions.csv`, in which the nation does not stand.
    func datedRegions(apartFrom nation: Region, faults: inout GatheredFaults) throws(FileFormatError)
        -> [DatedRegion]
    {
        let table = try faults.attempt { () throws(FileFormatError) in
            try self.table("regions.csv", columns: LabelFile.columns + ["first_year", "last_year"])
        }
        guard let table else { return [] }
        var file = LabelFile(table)
        let firstYear = file.reader.column("first_year")
        let lastYear = file.reader.column("last_year")
        var regions: [DatedRegion] = []
        for row in table.rows {
            let label = file.label(in: row)
            let first = file.reader.optionalInteger(firstYear, in: row)
            let last = file.reader.optionalInteger(lastYear, in: row)
            if let first, let last, last < first {
                file.reader.fault(lastYear, in: row, .outside(lower: Double(first), upper: .infinity))
            }
            guard let label else { continue }
            // The nation's code among the regions would make a cell that means two things.
            if label.code == nation.code { file.refuseCode(in: row) }
            let region = Region(code: label.code, name: label.name)
            regions.append(DatedRegion(region: region, first: first, last: last))
        }
        try faults.take(from: file.reader)
        return regions
    }
}
