public import Accounts
import Datasets
public import StatisticsNorway

/// Statistics Norway's statistics bank → datasets of the kind `cube`.
public enum StatisticsFetch {
    /// Fetches what `selections` ask for of the table `id`, and writes it to `folder`: all of it or nothing.
    ///
    /// - Parameter history: the regions there have been; codes of regions are held against it, and `nil` leaves that
    ///   out.
    /// - Parameter progress: is told the parts that are there, and how many there are.
    /// - Throws: `.statisticsNorway` where it cannot be fetched, `.dataset` where it cannot be written.
    public static func cube(
        of id: String,
        _ selections: [CubeSelection],
        from bank: StatisticsBankClient,
        regions history: RegionHistory? = nil,
        to folder: String,
        progress: (_ done: Int, _ parts: Int) -> Void = { _, _ in }
    ) throws(StudyError) -> FetchedCube {
        let (title, fetched): (Name, FetchedCube)
        do {
            let table = try bank.table(id)
            if let history { try history.refuseRegions(in: selections, of: table) }
            (title, fetched) = (table.title, try bank.cube(of: table, selections, progress: progress))
        } catch {
            throw .statisticsNorway(error)
        }
        do {
            try DatasetWriter(to: folder, title: title).write(fetched.cube)
        } catch {
            throw .dataset(error)
        }
        return fetched
    }
}
