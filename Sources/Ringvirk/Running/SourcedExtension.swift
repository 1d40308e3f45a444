import Accounts
import Datasets
import Leontief

/// Amounts by industry, with the dataset they are from: errors about them name that one and no other.
struct SourcedExtension {
    /// The amounts, in the study's groups.
    let amounts: Extension
    /// The dataset's folder.
    let source: String

    /// The amounts, once labels and year are known to be the table's.
    ///
    /// - Throws: `.accounts(.differ)`, `.accounts(.notFinite)`.
    func joining(_ table: InputOutputTable) throws(StudyError) -> LabelledVector<Industry> {
        try fitting(source) { () throws(AccountsError) in try amounts.amounts(joining: table) }
    }
}

extension StudyInputs {
    /// The table's own extensions and the emission accounts', in groups, with the rules of the latter.
    ///
    /// - Throws: `.repeatedExtension` for a code that both have; `.accounts(.differ)` for a unit that results do not name.
    static func extensions(
        _ definition: StudyDefinition,
        _ own: [Extension],
        groups: Concordance<Industry, Industry>
    ) throws(StudyError) -> ([SourcedExtension], [AppliedRule]) {
        var fine = own.map { SourcedExtension(amounts: $0, source: definition.data.nationalTable) }
        var rules: [AppliedRule] = []
        if let source = definition.data.emissions {
            let series = try reading { () throws(DatasetError) in try Dataset(at: source).extensionSeries() }
            let ofYear = try fitting(source) { () throws(AccountsError) in
                try series.extensions(of: definition.year)
            }
            for one in ofYear {
                if let first = fine.first(where: { $0.amounts.code == one.code }) {
                    throw .repeatedExtension(code: one.code, first: first.source, second: source)
                }
                fine.append(SourcedExtension(amounts: one, source: source))
            }
            rules = series.rules
        }
        var grouped: [SourcedExtension] = []
        for one in fine {
            let amounts = try fitting(one.source) { () throws(AccountsError) in
                if let expected = expectedUnits[one.amounts.code], one.amounts.unit != expected {
                    throw .differ(.unit(one.amounts.unit, expected))
                }
                return try one.amounts.aggregated(by: groups)
            }
            grouped.append(SourcedExtension(amounts: amounts, source: one.source))
        }
        return (grouped, rules)
    }

    /// The units that results name for these extensions, whatever table they ride on.
    private static let expectedUnits: [String: Unit] = [
        "employment": .persons, "ghg": .tonnesCO2Equivalents,
    ]
}
