import Accounts
import Actors
import Leontief
import Regionalisation
import Reporting

/// A study's results held against themselves and against the statistics they came from.
struct StudyChecks {
    private let study: Study
    private let table: InputOutputTable

    init(_ study: Study) {
        self.study = study
        table = study.inputs.table
    }

    /// Every check that the study's data allow.
    func all(
        _ national: Multipliers,
        _ regional: Multipliers?,
        _ actorTable: ActorTable?,
        keepsSecrets: Bool
    ) throws(StudyError) -> [Report.Check] {
        var checks = [Report.Check(.rowBalance, study.inputs.rowDeviation)]
        checks += try fitting(study.definition.data.nationalTable) { () throws(AccountsError) in
            try identity(national)
        }
        if let accounts = study.inputs.accounts, let source = study.definition.data.regionalAccounts {
            checks += try fitting(source) { () throws(AccountsError) in
                try nation(accounts) + region(accounts)
            }
        }
        if let actorTable { checks.append(.init(.actorRoundTrip, actorTable.roundTripDeviation)) }
        if let tables = study.firms?.tables {
            func add(_ kind: Report.Check.Kind, _ deviation: Double) {
                // The last bits of a deviation are a fingerprint of the books: who guesses them could tell a right guess.
                checks.append(.init(kind, keepsSecrets ? deviation.roundedUpToTolerance : deviation))
            }
            add(.firmsAddedBack, tables.addedBackDeviation)
            do {
                add(.firmColumns, try tables.columnDeviation())
            } catch {
                throw .actors(error, source: study.definition.source(of: error))
            }
        }
        checks.append(.init(.residual, max(national.relativeResidual, regional?.relativeResidual ?? 0)))
        checks.append(.init(.errorBound, max(national.relativeErrorBound, regional?.relativeErrorBound ?? 0)))
        return checks
    }

    /// v'L + m'L + t'L = 1: a krone of demand ends as value added, imports and product taxes.
    private func identity(_ national: Multipliers) throws(AccountsError) -> [Report.Check] {
        guard let value = national[.valueAdded, .type1, .nation],
            let imports = national[.imports, .type1, .nation],
            let taxes = national[.productTaxes, .type1, .nation]
        else { return [] }
        let sum = try value.combined(with: imports, +).combined(with: taxes, +)
        let deviations = national.producing.map { abs(sum[$0] - 1) }
        return [.init(.columnIdentity, deviations.max() ?? 0)]
    }

    /// The accounts' national column against the table, as far as the accounts have the measure.
    private func nation(_ accounts: RegionalAccounts) throws(AccountsError) -> [Report.Check] {
        func largest(
            _ measure: RegionalAccounts.Measure,
            _ stated: LabelledVector<Industry>
        ) throws(AccountsError) -> Double {
            let differences = try accounts.vector(measure, accounts.nation).combined(with: stated, -)
            return differences.values.map(abs).max() ?? 0
        }
        var checks = [Report.Check(.nationalValueAdded, try largest(.valueAdded, table.valueAdded))]
        if accounts.measures.contains(.compensation) {
            checks.append(
                .init(.nationalCompensation, try largest(.compensation, table.inputs(.compensation)))
            )
        }
        return checks
    }

    /// What the model's coefficients give on the region's output, against the figures printed for the region.
    private func region(_ accounts: RegionalAccounts) throws(AccountsError) -> [Report.Check] {
        guard let model = study.regional, let output = study.regionalTable?.output else { return [] }
        func relative(
            _ measure: Measure,
            _ printed: RegionalAccounts.Measure
        ) throws(AccountsError) -> Double? {
            // Wages and jobs may be the table's own, in accounts that have none to hold against them.
            guard accounts.measures.contains(printed),
                let row = model.measures.first(where: { $0.measure == measure })
            else { return nil }
            let sum = try accounts.vector(printed, model.region).sum
            return sum == 0 ? nil : try row.inRegion.dot(output) / sum - 1
        }
        return [
            try relative(.employment, .employment).map { .init(.impliedEmployment, $0) },
            try relative(.compensation, .compensation).map { .init(.impliedCompensation, $0) },
        ].compactMap(\.self)
    }
}

extension Double {
    /// The least of 10⁻¹², 10⁻⁹, 10⁻⁶, … that is not below it.
    fileprivate var roundedUpToTolerance: Double {
        var tolerance = 1e-12
        while tolerance < self { tolerance *= 1_000 }
        return tolerance
    }
}
