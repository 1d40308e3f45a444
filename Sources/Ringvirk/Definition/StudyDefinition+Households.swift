import Accounts
import FileFormats
import Leontief

extension StudyDefinition {
    /// What households keep of their wages, and where they spend it.
    static func households(
        _ node: YAMLNode,
        _ folders: StudyFolders,
        _ reader: inout YAMLReader
    ) -> Households? {
        let shares = ["wage_share_of_compensation", "income_tax", "saving", "resident_share"]
        reader.unknownKeys(
            in: node,
            allowed: shares + ["sources", "consumption_not_from_wages", "commuting"]
        )
        let values = shares.map { key -> Double? in
            guard let value = reader.number(key, in: node) else { return nil }
            if !(0...1).contains(value), let place = node[key] {
                reader.fault(place, .outside(lower: 0, upper: 1))
            }
            return value
        }
        let sources = (reader.sequence("sources", in: node) ?? []).compactMap { source in
            source.entries == nil ? reader.text(of: source).map { Name($0) } : Self.name(source, &reader)
        }
        let excluded = (reader.optionalSequence("consumption_not_from_wages", in: node) ?? [])
            .compactMap { reader.text(of: $0) }
        let commuting = reader.optional("commuting", in: node).flatMap { folders.own($0, &reader) }
        let known = values.compactMap(\.self)
        guard known.count == shares.count,
            let leakages = try? HouseholdLeakages(
                wageShareOfCompensation: known[0],
                incomeTax: known[1],
                saving: known[2],
                residentShare: known[3]
            )
        else { return nil }
        return Households(
            leakages: leakages,
            sources: sources,
            excluded: excluded,
            commuting: commuting
        )
    }
}
