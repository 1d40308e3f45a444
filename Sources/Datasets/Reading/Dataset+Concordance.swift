import Accounts
import FileFormats

extension Dataset {
    /// The groups and, scheme by scheme, what goes to them.
    ///
    /// - Throws: `.anotherKind`; `.file` with the faults of all the files: a source that stands twice in its
    ///   scheme, a target that is no group.
    public func classificationMap() throws(DatasetError) -> ClassificationMap {
        let (groups, schemes) = try reading(.concordance) { () throws(FileFormatError) in
            var faults = GatheredFaults()
            let groups = try files.industries(faults: &faults)
            try faults.finish()
            return (groups, try files.mapping(to: groups.map(\.code)))
        }
        return try building { () throws(AccountsError) in
            var named: [ClassificationMap.Scheme] = []
            for (name, pairs) in schemes { named.append(try .init(name: name, pairs: pairs)) }
            return try ClassificationMap(
                target: Axis(groups),
                schemes: named,
                provenance: description.provenance,
                rules: description.rules
            )
        }
    }
}

extension DatasetFiles {
    /// Reads `mapping.csv`: the schemes in the order they are first met, with their pairs.
    fileprivate func mapping(
        to groups: [String]
    ) throws(FileFormatError) -> [(name: String, pairs: [ClassificationMap.Pair])] {
        let table = try table("mapping.csv", columns: ["scheme", "source", "target"])
        var reader = CSVReader(table)
        let (scheme, source) = (reader.column("scheme"), reader.column("source"))
        let target = reader.column("target")
        let known = Set(groups)
        var schemes: [(name: String, pairs: [ClassificationMap.Pair])] = []
        var positions: [String: Int] = [:]
        var lines: [[String: Int]] = []
        for row in table.rows {
            let name = reader.text(scheme, in: row)
            let code = reader.text(source, in: row)
            let group = reader.text(target, in: row)
            if let group, !known.contains(group) { reader.fault(target, in: row, .notOneOf(groups)) }
            guard let name, let code else { continue }
            let position = positions[name] ?? schemes.count
            if position == schemes.count {
                positions[name] = position
                schemes.append((name, []))
                lines.append([:])
            }
            if let first = lines[position][code] {
                reader.fault(source, in: row, .duplicate(firstLine: first))
            } else {
                lines[position][code] = row.line
                if let group { schemes[position].pairs.append(.init(source: code, target: group)) }
            }
        }
        try reader.finish()
        return schemes
    }
}
