import Accounts
import FileFormats
import Ledgers
import TestSupport

@testable import ExampleLedgers

/// An example written to a folder and read back as a user's files are.
struct ReadExample {
    let cluster: ExampleCluster
    let truths: [FirmTruth]
    private let temporary = TemporaryFolder()
    private var folder: String { temporary.path }

    init(seed: UInt64, years: ExampleOptions.Years = .one, lines: Int = ExampleOptions.usualLines) throws {
        let options = try ExampleOptions(seed: seed, years: years, lines: lines)
        cluster = ExampleCluster(options)
        let cluster = cluster
        truths = cluster.firms.map { FirmTruth(cluster, $0) }
        _ = try ExampleLedgers(options).write(to: folder)
    }

    /// The six firms' ledgers, read from files of one format.
    func ledgers(_ format: ExampleOptions.Format) throws -> [Ledger] {
        try cluster.firms.map { firm in
            let key = firm.archetype.key
            let trades = TradeExtraction()
            let ending = format == .saft ? "zip" : format.rawValue
            let books = try LedgerFile.read(
                path: "\(folder)/\(format.rawValue)/\(key).\(ending)",
                into: trades
            )
            return Ledger(books: books, trades: trades.book)
        }
    }

    /// What the example's register says, without going by its files.
    var register: RegisterExtract {
        let units = cluster.units.filter { !$0.isLeftOut }.map { unit in
            RegisteredUnit(
                number: unit.number,
                name: unit.isSoleProprietor ? nil : unit.name,
                kind: unit.isEstablishment ? .establishment : .enterprise,
                legalForm: unit.form,
                industry: unit.industry,
                municipality: unit.place.municipality,
                country: "NO",
                parent: unit.parent,
                employees: unit.isSoleProprietor ? 0 : unit.employees,
                events: RegisteredUnit.Events(
                    registered: unit.registered,
                    dissolved: unit.dissolved,
                    bankrupt: unit.bankrupt,
                    mergedInto: unit.mergedInto
                )
            )
        }
        let establishments = units.filter { $0.kind == .establishment }.sorted { $0.number < $1.number }
        return RegisterExtract(
            units: Dictionary(uniqueKeysWithValues: units.map { ($0.number, $0) }),
            establishments: Dictionary(grouping: establishments) { $0.parent ?? $0.number },
            day: moved(cluster.days.upperBound, by: 31),
            provenance: nil
        )
    }

    /// The firms' annual accounts.
    var annualAccounts: [AnnualAccounts] {
        let differences = AnnualAccountsWriter.differences(truths, in: cluster.options.year)
        return zip(cluster.firms, truths).map { firm, truth in
            func figure(_ item: AnnualAccounts.Item, _ accounts: ClosedRange<Int>, _ sign: Int64) -> Kroner {
                let planted =
                    differences.first { $0.firm == firm.index && $0.item == item.rawValue }?.oere ?? 0
                return Kroner(oere: sign * truth.sum(of: accounts, in: cluster.options.year) + planted)
            }
            return AnnualAccounts(
                number: firm.number,
                year: cluster.options.year,
                figures: [
                    .operatingIncome: figure(.operatingIncome, 3000...3999, -1),
                    .costOfGoods: figure(.costOfGoods, 4000...4999, 1),
                    .wages: figure(.wages, 5000...5999, 1),
                    .otherOperatingCosts: figure(.otherOperatingCosts, 6100...7999, 1),
                ]
            )
        }
    }

    /// The review of the six firms' files of one format.
    func review(_ format: ExampleOptions.Format) throws -> LedgerReview {
        LedgerReview(of: try ledgers(format), register: register, annualAccounts: annualAccounts)
    }
}
