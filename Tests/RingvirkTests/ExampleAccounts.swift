import Accounts
import Actors
import CompanyRegister
import Datasets
import FileFormats
import Foundation
import Ledgers
import TestSupport

@testable import Ringvirk

/// The example's six firms in the embedded study: their books read and reviewed as a user's are, and the truth beside them.
struct ExampleAccounts {
    let review: LedgerReview
    let frame: StudyFrame
    let firms: [BookedFirm]
    /// The firms' names in file names, in the same order.
    let keys: [String]

    static let folder = EmbeddedStudy.data + "/example-ledgers"

    /// Which actor of the study each firm of the example is an archetype of.
    static let actors = [
        "silisiumsmelteverk": "silisium", "fjorfeslakteri": "kylling", "fiskeforedling": "laks",
        "forfabrikk": "for", "flisprodusent": "flis", "betongvarefabrikk": "betong",
    ]

    /// Read once and kept.
    private static let kept = Result { try ExampleAccounts(reading: folder) }

    /// The example, with ledgers' prices converted unless told otherwise.
    init(prices: (TradeMargins) -> LedgerPrices = { .basic($0) }) throws {
        let known = try Self.kept.get()
        (review, firms, keys) = (known.review, known.firms, known.keys)
        let frame = known.frame
        guard case .basic(let margins) = frame.prices else { throw CancellationError() }
        self.frame = StudyFrame(
            nation: frame.nation,
            region: frame.region,
            codes: frame.codes,
            groups: frame.groups,
            places: frame.places,
            prices: prices(margins),
            register: frame.register
        )
    }

    private init(reading folder: String) throws {
        let (definition, inputs) = try EmbeddedStudy.inputs(2019)
        let fine = try Dataset(at: definition.data.nationalTable).inputOutputTable().table
        let map = try Dataset(at: EmbeddedStudy.data + "/groups-30").classificationMap()
        let groups = try map.concordance(from: fine.industries, scheme: "ssb_io_65")
        let codes = try Dataset(at: EmbeddedStudy.data + "/industry-codes").classificationMap().industryCodes
        let supplyUse = try Dataset(at: EmbeddedStudy.data + "/ssb-supply-use/2019").supplyUseTable()
        let totals = try Self.table("truth/firms.csv")
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder + "/annual-accounts")
        let keys = totals.compactMap { $0["firm"] }
        var annual: [AnnualAccounts] = []
        var ledgers: [Ledger] = []
        for key in keys {
            let file = files.first { $0.hasPrefix(key + "-") } ?? ""
            annual.append(try AnnualAccounts(contentsOf: Self.folder + "/annual-accounts/" + file))
            ledgers.append(try Ledger(readingFrom: Self.folder + "/saft/\(key).zip"))
        }
        let index = try RegisterIndex(
            inMemoryFrom: ["enheter_alle.csv", "underenheter_alle.csv", "mergers.csv"].map {
                Self.folder + "/register/" + $0
            },
            codes: codes
        )
        let extract = try RegisterExtract.extract(for: ledgers) { numbers throws(CompanyRegisterError) in
            try index.extract(for: numbers)
        }
        review = LedgerReview(of: ledgers, register: extract, annualAccounts: annual)
        frame = StudyFrame(
            nation: inputs.table,
            region: try ModelBuilder(definition, inputs).regionalTable,
            codes: codes,
            groups: groups,
            places: TradePlaces(of: Region(code: "50", name: Name("Trøndelag")), former: ["16", "17"]),
            prices: .basic(try TradeMargins(of: supplyUse, groups: groups)),
            register: extract
        )
        self.keys = keys
        let file = EmbeddedStudy.data + "/studies/trondelag-2019/actors.csv"
        let actors = try ActorsFile(contentsOf: file, industries: inputs.table.industries).actors
        firms = zip(keys, annual).compactMap { key, accounts in
            actors.first { $0.code == Self.actors[key] }.map {
                BookedFirm(
                    actor: Actor($0, number: accounts.number),
                    annualAccounts: accounts,
                    // The example's chart has packaging on 4300, not goods that are sold on.
                    resells: false,
                    deflator: accounts.year == 2019 ? nil : 0.8
                )
            }
        }
    }

    func books() throws -> ClusterBooks {
        try ClusterBooks(of: firms, in: review, frame: frame)
    }

    /// The rows of a table of the example, by their columns' names.
    static func table(_ path: String) throws -> [[String: String]] {
        let table = try CSVTable(contentsOf: folder + "/" + path)
        return table.rows.map { row in
            Dictionary(uniqueKeysWithValues: zip(table.header, row.fields))
        }
    }

    /// What the truth has of a firm's parties, by their numbers in the books: for use, double registrations taken out.
    static func truth(_ firm: String) throws -> [String: (row: [String: String], amount: Kroner)] {
        let rows = try table("truth/parties.csv")
        var found: [String: (row: [String: String], amount: Kroner)] = [:]
        for row in rows where row["firm"] == firm {
            let net = Int64(row["net_oere"] ?? "") ?? 0
            let doubled = Int64(row["duplicated_oere"] ?? "") ?? 0
            found[(row["role"] ?? "") + ":" + (row["party"] ?? "")] = (row, Kroner(oere: net - doubled))
        }
        return found
    }
}

extension Actor {
    /// The same actor with an organisation number.
    fileprivate init(_ actor: Actor, number: OrganisationNumber) {
        self.init(
            code: actor.code,
            name: actor.name,
            exists: actor.exists,
            organisationNumber: "\(number)",
            industry: actor.industry,
            technology: actor.technology,
            product: actor.product,
            unit: actor.unit,
            price: actor.price,
            output: actor.output,
            isIllustrative: actor.isIllustrative,
            description: actor.description
        )
    }
}
