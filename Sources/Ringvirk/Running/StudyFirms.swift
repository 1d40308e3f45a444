import Accounts
import Actors
import Datasets
import Ledgers
import Leontief
import Regionalisation

/// The firms whose books a study reads, with accounts made of them and carved out of the tables of nation and region.
struct StudyFirms: Sendable {
    /// The books, reviewed.
    let ledgers: StudyLedgers
    /// The accounts made of them.
    let accounts: ClusterBooks
    /// The tables with the firms' own rows and columns.
    let tables: FirmTables
    /// The same tables with every firm as its industry in small.
    let alike: FirmTables
    /// The tables with the firms too whose books are read only to protect what earlier runs told.
    let withEveryone: FirmTables
    /// Whether the books are secret.
    let secrecy: BookSecrecy
    /// Where the industry codes and the trade margins come from.
    let sources: [Provenance]

    /// Carves the firms out by their books.
    ///
    /// - Throws: `.missing` for books of an actor that the study does not have; `.dataset`, `.accounts`; `.actors` for books that
    ///   make no account, and firms that do not fit into their industries.
    init(
        _ definition: StudyDefinition,
        _ own: StudyDefinition.Ledgers,
        _ ledgers: StudyLedgers,
        _ inputs: StudyInputs,
        _ region: RegionalTable?
    ) throws(StudyError) {
        let actors = inputs.actors
        for firm in own.firms where !actors.contains(where: { $0.code == firm.actor }) {
            throw .missing(what: firm.actor, place: firm.place, known: actors.map(\.code))
        }
        let frame = try Self.frame(definition, own, inputs, region, ledgers)
        let firms = own.firms.compactMap { firm in
            inputs.actors.first { $0.code == firm.actor }.map { ledgers.booked($0, firm) }
        }
        do {
            accounts = try ClusterBooks(of: firms, in: ledgers.review, frame: frame)
            let everyone = accounts.firms.map(\.account)
            let inTable = Set(own.firms.filter(\.isInTable).map(\.actor))
            let books = everyone.filter { inTable.contains($0.code) }
            let alike = books.map(\.withoutBooks)
            let nation = try AreaTable(of: inputs.table)
            let area = try region.map { region throws(ActorsError) in try AreaTable(of: region) }
            tables = try FirmTables(nation: nation, region: area, firms: books, repairs: own.repairs)
            withEveryone =
                books.count == everyone.count
                ? tables
                : try FirmTables(nation: nation, region: area, firms: everyone, repairs: own.repairs)
            self.alike = try FirmTables(nation: nation, region: area, firms: alike, repairs: [])
        } catch {
            throw .actors(error, source: definition.source(of: error))
        }
        self.ledgers = ledgers
        sources = try reading { () throws(DatasetError) in
            [
                try Dataset(at: own.industryCodes).description.provenance,
                try Dataset(at: own.supplyUse).description.provenance,
            ]
        }
        secrecy = BookSecrecy(own, ledgers, actors: inputs.actors)
    }

    private static func frame(
        _ definition: StudyDefinition,
        _ own: StudyDefinition.Ledgers,
        _ inputs: StudyInputs,
        _ region: RegionalTable?,
        _ ledgers: StudyLedgers
    ) throws(StudyError) -> StudyFrame {
        let table = try reading { () throws(DatasetError) in try Dataset(at: own.supplyUse).supplyUseTable() }
        let margins = try fitting(own.supplyUse) { () throws(AccountsError) in
            try TradeMargins(of: table, groups: inputs.groups)
        }
        let former = definition.mergedRegions.first { $0.region.code == definition.region }?.parts ?? []
        return StudyFrame(
            nation: inputs.table,
            region: region,
            codes: ledgers.codes,
            groups: inputs.groups,
            places: region.map { TradePlaces(of: $0.region, former: former) } ?? .nation,
            prices: .basic(margins),
            register: ledgers.register
        )
    }
}

extension StudyLedgers {
    /// An actor with what is known of it besides its ledger: the books say whose they are, and the register how many work
    /// there, where the study does not.
    fileprivate func booked(_ actor: Actor, _ firm: StudyDefinition.Ledgers.Firm) -> BookedFirm {
        let owner = owners[actor.code].flatMap { review.owners[$0].number }
        var extensions = firm.extensions
        if extensions["employment"] == nil, let owner, let employees = register.units[owner]?.employees {
            extensions["employment"] = Double(employees)
        }
        return BookedFirm(
            actor: actor,
            owner: owners[actor.code],
            annualAccounts: annualAccounts[actor.code],
            suppliers: firm.coverage.suppliers,
            customers: firm.coverage.customers,
            resells: firm.resells,
            exciseInIncome: firm.excise,
            deflator: firm.deflator,
            extensions: extensions,
            scores: firm.scores
        )
    }
}
