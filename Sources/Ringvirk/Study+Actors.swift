import Accounts
import Actors
import Disclosure
import Leontief
import LinearAlgebra
import Regionalisation
import Reporting

extension Study {
    /// The actor table, with the books where there are any, what the books change, and who may read it.
    func actors(_ isConfidential: Bool) throws(StudyError) -> ActorResults {
        guard !inputs.actors.isEmpty else { return .none }
        let statistics = try acting { () throws(ActorsError) in try systems(books: nil) }
        guard let firms, let own = definition.ledgers else {
            return ActorResults(
                table: try table(statistics),
                comparison: nil,
                confidentiality: .nothingSecret
            )
        }
        if firms.secrecy.isSecret, !isConfidential { return try published(try table(statistics), firms, own) }
        return try acting { () throws(ActorsError) in
            let books = try systems(books: firms.tables)
            let intervals = try together { () throws(ActorsError) in
                try statistics.intervals(of: firms.alike)
            } _: { () throws(ActorsError) in
                try books.intervals(of: firms.tables)
            }
            return ActorResults(
                table: try ActorTable(books, industryOutput: industryOutput),
                comparison: try FirmComparison(
                    from: statistics,
                    to: books,
                    books: firms.tables,
                    intervals: intervals
                ),
                confidentiality: isConfidential ? .confidential : .nothingSecret
            )
        }
    }

    /// The actor table as it may be published. Output is what actors.csv says, and who has no books is told of by the statistics
    /// alone: the books would shine through.
    private func published(
        _ plain: ActorTable,
        _ firms: StudyFirms,
        _ own: StudyDefinition.Ledgers
    ) throws(StudyError) -> ActorResults {
        // Read alone, a firm's books say the same whoever else is in the study.
        let alone = try own.firms.map { firm throws(StudyError) in
            try StudyFirms(definition, own.only(firm), firms.ledgers.only(firm), inputs, regionalTable)
                .withEveryone
        }
        let secrets = FirmSecrets(alone: alone, together: firms.withEveryone)
        let multipliers = try acting { () throws(ActorsError) in
            var books: [String: ActorSystems] = [:]
            for tables in alone {
                guard let code = tables.nation.firms.first?.code else { continue }
                books[code] = try systems(books: tables)
            }
            return try PublishableMultipliers(
                secrets,
                in: model,
                books,
                inputs.table,
                regionalOutput: regionalTable?.output
            )
        }
        let members = Set(firms.tables.nation.firms.map(\.code))
        let control = try FirmDisclosure(secrets, multipliers, plain.columns, own)
            .control(of: members, after: earlierRuns)
        return ActorResults(
            table: plain.replacing { row, column in
                guard members.contains(row.actor.code) else { return row.perOutput[column] }
                let name = FirmDisclosure.name(ofMultiplier: column, of: row.actor.code)
                return control[name]?.printed
            },
            comparison: nil,
            confidentiality: .published(control)
        )
    }

    private func table(_ systems: ActorSystems) throws(StudyError) -> ActorTable {
        try acting { () throws(ActorsError) in try ActorTable(systems, industryOutput: industryOutput) }
    }

    /// Output by industry in the region, or in a study of the nation alone the nation's.
    private var industryOutput: LabelledVector<Industry> { regionalTable?.output ?? inputs.table.output }

    private func systems(books: FirmTables?) throws(ActorsError) -> ActorSystems {
        try ActorSystems(
            of: inputs.actors,
            in: model,
            nation: inputs.table.area,
            regionalOutput: regionalTable?.output,
            trade: try trade(),
            nationalOutput: inputs.table.output,
            books: books
        )
    }

    /// How the region's coefficients were made of the nation's.
    private func trade() throws(ActorsError) -> RegionalTrade? {
        guard let regionalTable else { return nil }
        let table = inputs.table
        let domestic = national.nation.open.coefficients.matrix
        do {
            let wanted =
                regionalTable.flowBasis == .domestic
                ? domestic : try TechnicalCoefficients(domesticAndImportedIn: table).matrix
            return RegionalTrade(national: domestic, wanted: wanted, shares: regionalTable.quotients.capped)
        } catch {
            throw .leontief(error)
        }
    }

    private func acting<Value>(_ act: () throws(ActorsError) -> Value) throws(StudyError) -> Value {
        do {
            return try act()
        } catch {
            throw .actors(error, source: definition.source(of: error))
        }
    }
}
