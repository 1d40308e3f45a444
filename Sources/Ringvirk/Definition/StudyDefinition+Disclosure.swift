public import Disclosure
public import FileFormats

extension StudyDefinition.Ledgers {
    /// What of the firms' figures may be told, and what was told before.
    public struct Disclosure: Sendable {
        /// What is protected, from whom and how well.
        public let rules: DisclosureRules
        /// Folders of runs that were published before.
        public let earlierRuns: [EarlierFolder]

        /// The folder of an earlier run.
        public struct EarlierFolder: Sendable {
            /// As the study names it.
            public let name: String
            /// Where it is.
            public let path: String
            /// Where it stands in the study's file.
            public let place: Place
        }
    }
}

extension StudyDefinition.Ledgers.Disclosure {
    static let usual = StudyDefinition.Ledgers.Disclosure(rules: .usual, earlierRuns: [])

    private static let keys = [
        "least_units", "largest_share", "margin", "width", "attackers", "foresight", "wider_rounding",
        "earlier_runs",
    ]

    init(_ node: YAMLNode, _ folders: StudyFolders, _ reader: inout YAMLReader) {
        reader.unknownKeys(in: node, allowed: Self.keys)
        func number(_ key: String, _ range: ClosedRange<Double>, _ usual: Double) -> Double {
            guard let value = reader.optionalNumber(key, in: node) else { return usual }
            if !range.contains(value), let place = node[key] {
                reader.fault(place, .outside(lower: range.lowerBound, upper: range.upperBound))
                return usual
            }
            return value
        }
        func choice<Value>(_ key: String, _ choices: KeyValuePairs<String, Value>, _ usual: Value) -> Value {
            guard reader.optional(key, in: node) != nil else { return usual }
            let chosen = reader.choice(key, in: node, of: choices.map(\.key))
            return choices.first { $0.key == chosen }?.value ?? usual
        }
        let usual = Self.usual.rules
        var units = usual.leastUnits
        if reader.optional("least_units", in: node) != nil,
            let stated = reader.integer("least_units", in: node)
        {
            if !(1...1_000).contains(stated), let place = node["least_units"] {
                reader.fault(place, .outside(lower: 1, upper: 1_000))
            } else {
                units = stated
            }
        }
        let share = number("largest_share", 0.01...1, usual.largestShare)
        let margin = number("margin", 0...0.5, usual.margin)
        let width = number("width", 0...1, usual.width)
        let attackers = choice(
            "attackers",
            ["all_others": DisclosureRules.Attackers.allOthers, "each_other": .eachOther],
            usual.attackers
        )
        let foresight = choice(
            "foresight",
            ["one_unit_left_out": DisclosureRules.Foresight.oneUnitLeftOut, "none": .none],
            usual.foresight
        )
        let coarsens = choice("wider_rounding", ["yes": true, "no": false], usual.coarsens)
        // All numbers are inside their ranges by now.
        rules =
            (try? DisclosureRules(
                leastUnits: units,
                largestShare: share,
                margin: margin,
                width: width,
                attackers: attackers,
                foresight: foresight,
                coarsens: coarsens
            )) ?? usual
        let runs = reader.optionalSequence("earlier_runs", in: node) ?? []
        if runs.count > EarlierRun.mostRuns, let place = node["earlier_runs"] {
            reader.fault(place, .outside(lower: 0, upper: Double(EarlierRun.mostRuns)))
        }
        var found: [EarlierFolder] = []
        for run in runs.prefix(EarlierRun.mostRuns) {
            guard let name = reader.text(of: run), let path = folders.own(run, &reader) else { continue }
            if let first = found.first(where: { $0.path == path }) {
                reader.fault(run, .duplicate(firstLine: first.place.line))
            }
            found.append(EarlierFolder(name: name, path: path, place: run.place))
        }
        earlierRuns = found
    }
}
