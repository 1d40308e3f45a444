import Accounts
import Actors
import Leontief
import Testing

@testable import Disclosure
@testable import Ringvirk

/// An attacker on what runs have published: linear equations from their files, what the public table says, and some cells known.
///
/// Knows the firms' outputs, jobs and emissions and which of their cells are not empty, which no file tells.
struct PublishedAttacker {
    let secrets: ClusterSecrets
    private(set) var rows: [(terms: [Int: Double], low: Double, high: Double, note: String)] = []

    /// Reads `folders`, and the tables of `study`, which are public.
    init(_ folders: [PublishedFolder], _ study: Study, _ secrets: ClusterSecrets) throws {
        self.secrets = secrets
        for folder in folders {
            addSums(folder)
            try addMultipliers(folder, study)
        }
        try addTable(study)
        for row in rows {
            let truth = row.terms.reduce(0) { $0 + $1.value * secrets.cells[$1.key].amount }
            let slack = 1e-9 * (abs(truth) + 1)
            #expect(
                truth >= row.low - slack && truth <= row.high + slack,
                "\(row.note): \(truth), \(row.low)"
            )
        }
    }

    private func positions(_ isIn: (ClusterSecrets.Cell) -> Bool) -> [Int] {
        secrets.cells.indices.filter { isIn(secrets.cells[$0]) }
    }

    private mutating func add(_ terms: [Int: Double], _ figure: (value: Double, base: Double), _ note: String)
    {
        // Figures halfway between two roundings are known to the last bit: a millionth of the base more.
        let half = figure.base * 0.500_001
        rows.append((terms, figure.value - half, figure.value + half, note))
    }

    /// The cells in a sum of cluster_purchases.csv.
    static func isIn(_ cell: ClusterSecrets.Cell, _ sum: String, of firms: Set<String>) -> Bool {
        guard firms.contains(cell.firm) else { return false }
        if sum == "purchases:total" { return cell.place != "wages" }
        return sum == cell.place + ":total" || sum == cell.place + ":" + cell.code
    }

    private mutating func addSums(_ folder: PublishedFolder) {
        for (name, figure) in folder.sums {
            let members = positions { Self.isIn($0, name, of: folder.firms) }
            // Rounded to nothing, or of nobody: no cell of anybody's.
            guard let figure, !members.isEmpty else { continue }
            add(Dictionary(uniqueKeysWithValues: members.map { ($0, 1) }), figure, folder.path + " " + name)
            addRules(members, figure, folder, name)
        }
    }

    /// A sum that is told broke no primary rule; the manifest has their numbers.
    private mutating func addRules(
        _ members: [Int],
        _ figure: (value: Double, base: Double),
        _ folder: PublishedFolder,
        _ name: String
    ) {
        let firms = Set(members.map { secrets.cells[$0].firm })
        func add(_ weight: (String) -> Double, most: Double, _ rule: String) {
            let terms = members.map { ($0, weight(secrets.cells[$0].firm)) }
            rows.append((Dictionary(uniqueKeysWithValues: terms), -1e6, most, name + " " + rule))
        }
        for one in firms {
            add({ ($0 == one ? 1 : 0) - folder.largestShare }, most: 0, "largest share")
            if folder.hasForesight { add({ $0 == one ? 1 : 0 }, most: figure.base / folder.width, "base") }
            for other in firms where other != one {
                add(
                    { ($0 == one ? 1 + folder.margin : $0 == other ? 1 : 0) - 1 },
                    most: 0,
                    "second largest"
                )
            }
        }
    }

    /// μ = v + Σ (industries' multipliers, as multipliers.csv has them) × (what is bought of them) / output.
    private mutating func addMultipliers(_ folder: PublishedFolder, _ study: Study) throws {
        for (name, figure) in folder.multipliers {
            guard var figure else { continue }
            let parts = name.split(separator: ":").map(String.init)
            let (measure, scope) = (parts[1], parts[2])
            let firm = try #require(secrets.firms[parts[0]])
            let isHere = scope == "region" || scope == "nation"
            var terms: [Int: Double] = [:]
            for position in positions({ $0.firm == parts[0] && $0.place != "wages" }) {
                let cell = secrets.cells[position]
                var load: Double
                switch cell.place {
                case "region": load = folder.effect("50", cell.code, measure, scope)
                case "rest" where scope == "region": load = 0
                case "rest":
                    load = folder.effect("0", cell.code, measure, scope == "abroad" ? "abroad" : "nation")
                default: load = scope == "abroad" ? try Self.perImport(firm.industry, measure, study) : 0
                }
                if measure == "value_added", isHere { load -= 1 }
                terms[position] = load / firm.output
            }
            if measure == "value_added" {
                figure.value -= isHere ? 1 - firm.taxes / firm.output : 0
            } else {
                figure.value -= isHere ? try #require(firm.rates[measure]) : 0
            }
            add(terms, figure, folder.path + " " + name)
        }
    }

    /// What arises abroad per krone of an industry's imports.
    private static func perImport(_ industry: Industry, _ code: String, _ study: Study) throws -> Double {
        let table = try AreaTable(of: study.inputs.table)
        let imports = table.inputs.rows.labels.reduce(0.0) { sum, row in
            guard case .primary(let input) = row, input.role == .imports else { return sum }
            return sum + table.inputs[row, industry]
        }
        let measure = try #require(study.national.measures.first { $0.measure.code == code }?.abroad)
        return measure.perOutput[industry] * table.output[industry] / imports
    }

    /// No more is bought, imported or paid than the whole industry does.
    private mutating func addTable(_ study: Study) throws {
        let table = try AreaTable(of: try #require(study.regionalTable))
        for industry in Set(secrets.firms.values.map(\.industry)) {
            let codes = Set(secrets.firms.filter { $0.value.industry == industry }.keys)
            func add(_ isIn: (ClusterSecrets.Cell) -> Bool, low: Double = 0, most: Double, _ note: String) {
                let members = positions { codes.contains($0.firm) && isIn($0) }
                let truth = members.reduce(0) { $0 + secrets.cells[$1].amount }
                // A repaired table may have more than the public one; nobody can lean on it then.
                guard !members.isEmpty, truth <= most else { return }
                rows.append(
                    (Dictionary(uniqueKeysWithValues: members.map { ($0, 1) }), low, most, note)
                )
            }
            var added = 0.0
            for row in table.inputs.rows.labels {
                let amount = table.inputs[row, industry]
                switch row {
                case .restOfCountry(let seller):
                    let both = amount + table.flows[seller, industry]
                    add(
                        { ["region", "rest"].contains($0.place) && $0.code == seller.code },
                        most: both,
                        row.code
                    )
                case .primary(let input):
                    if input.role.isValueAdded { added += amount }
                    if input.role == .imports || input.role == .compensation {
                        add({ $0.code == input.code }, most: amount, row.code)
                    }
                case .rounding: continue
                }
            }
            let firms = codes.compactMap { secrets.firms[$0] }
            let least = firms.reduce(-added) { $0 + $1.output - $1.taxes }
            let output = firms.reduce(0) { $0 + $1.output }
            add({ $0.place != "wages" }, low: max(least, 0), most: 10 * output, "value added")
        }
    }
}

extension PublishedAttacker {
    /// The interval left of the sum of some cells to somebody who knows those that `isKnown` says.
    func interval(of sum: [Int], knowing isKnown: (ClusterSecrets.Cell) -> Bool) throws -> ClosedRange<Double>
    {
        let unknown = positions { !isKnown($0) }
        let places = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($1, $0) })
        func amount(_ position: Int) -> Double { secrets.cells[position].amount }
        var program: [LinearProgram.Row] = []
        for row in rows {
            var (columns, elements): ([Int32], [Double]) = ([], [])
            var known = 0.0
            for (position, coefficient) in row.terms.sorted(by: { $0.key < $1.key }) {
                if let place = places[position] {
                    columns.append(Int32(place))
                    elements.append(coefficient * amount(position))
                } else {
                    known += coefficient * amount(position)
                }
            }
            guard let size = elements.map(abs).max(), size > 0 else { continue }
            program.append(
                LinearProgram.Row(
                    columns: columns,
                    elements: elements.map { $0 / size },
                    low: (row.low - known) / size,
                    high: (row.high - known) / size
                )
            )
        }
        let asked = sum.compactMap { places[$0] }
        var objective = [Double](repeating: 0, count: unknown.count)
        let largest = asked.map { amount(unknown[$0]) }.max() ?? 1
        for place in asked { objective[place] = amount(unknown[place]) / largest }
        var solver = try LinearProgram(upper: unknown.map { _ in 100 }, rows: program)
        let least = try #require(try solver.optimum(objective))
        let most = try #require(try solver.optimum(objective, most: true))
        func value(_ point: [Double]) -> Double {
            largest * zip(point, objective).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return value(least)...max(value(least), value(most))
    }
}
